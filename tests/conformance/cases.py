"""Cases of keywords: one file for each object of the standards in `keywords/`.

A file has these members:

- `object`: name of the object, as the heading of its table.
- `versions`: the versions whose documents have the object.
- `place`: JSON Pointer at which the object is put into the document of a version, of
  which `documents/` has one for each; or such pointers by version, `other` for the rest.
- `base`: members of the object in each case.
- `document`: a merge patch of the document (RFC 7396).
- `keywords`: the cases by the name of the keyword.

A case has the following members. Those after `value` say what to expect:

- `versions`, `place`, `base`, `document`: as above, for this case only.
- `with`: further members of the object.
- `keyword`: key of the case, if the name of the keyword is a kind of key: `{status}`.
- `value`: value of the keyword.
- `instead`: value of the keyword in the other document. Default: it has no keyword.
- `how`: what the client does with the keyword, as a clause.
- `package`, `docs`: text in the generated client or in its reference.
- `call`, `sends`: a call, and lines of the request that it sends.
- `call`, `response`, `returns`: a call, the response, and the `repr` of the result.
- `code`: code of the diagnostic that the keyword has.
- `ignored`: the reason to ignore the keyword; the output does not depend on it. With
  `code`, the diagnostic names the object to which the keyword belongs.

Each other expectation must be true with the keyword and false in the other document.
"""

from __future__ import annotations

import copy
import json
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import yaml

FOLDER = Path(__file__).parent / "keywords"
DOCUMENTS = Path(__file__).parent / "documents"
VERSIONS = ("2.0", "3.0", "3.1", "3.2")
_EXPECTATIONS = ("package", "docs", "sends", "returns", "code", "ignored")
_MEMBERS = {
    *("versions", "place", "base", "document", "with", "keyword", "value", "instead"),
    *("how", "call", "response", *_EXPECTATIONS),
}


@dataclass(frozen=True)
class Case:
    """A keyword of an object, and what the generator does with it.

    Args:
        file: name of the file of the case, without its suffix.
        object: name of the object.
        keyword: name of the keyword.
        members: members of the case, with those of the file as defaults.
    """

    file: str
    object: str
    keyword: str
    members: dict[str, Any]

    @property
    def versions(self) -> tuple[str, ...]:
        """Versions of OpenAPI that have the keyword."""
        return tuple(str(self.members["versions"]).split())

    @property
    def result(self) -> str:
        """`represented`, `diagnosed` or `ignored`."""
        if "how" in self.members:
            return "represented"
        return "diagnosed" if "code" in self.members else "ignored"

    @property
    def id(self) -> str:
        """Name of the case in reports of tests."""
        return f"{self.file}-{self.keyword}"

    def texts(self, expectation: str) -> list[str]:
        """Return the texts of an expectation, of which most have one or none."""
        value = self.members.get(expectation, [])
        return [value] if isinstance(value, str) else value

    def document(self, version: str, *, has_keyword: bool) -> dict[str, Any]:
        """Return the document of the case, with or without the keyword."""
        document = _document(version)
        for patch in self.members["documents"]:
            document = _merged(
                document, _in_swagger(patch) if version == "2.0" else patch
            )
        value = {**self.members.get("base", {}), **self.members.get("with", {})}
        key = self.members.get("keyword", self.keyword)
        if has_keyword:
            value[key] = self.members["value"]
        elif "instead" in self.members:
            value[key] = self.members["instead"]
        if version == "2.0":
            value = _in_swagger(value)
        place = self.members["place"]
        if isinstance(place, dict):
            place = place.get(version, place["other"])
        _put(document, place, copy.deepcopy(value))
        return document


class InvalidCaseError(Exception):
    """A case whose members contradict each other."""


@cache
def all_cases() -> tuple[Case, ...]:
    """Return the cases of all keywords, in the order of the files."""
    return tuple(
        case for file in sorted(FOLDER.glob("*.yaml")) for case in read_cases(file)
    )


def read_cases(file: Path) -> list[Case]:
    """Return the cases of a file, in its order.

    Raises:
        InvalidCaseError: A case has no expectation or an unknown member.
    """
    content = yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    keywords = content.pop("keywords")
    shared = content.pop("document", {})
    name = content.pop("object")
    cases = []
    for keyword, members in keywords.items():
        _check(f"{name}.{keyword}", members)
        parts = [shared, members.get("document", {})]
        merged = {**content, **members, "documents": parts}
        cases.append(Case(file.stem, name, str(keyword), merged))
    return cases


def _check(name: str, members: dict[str, Any]) -> None:
    unknown = sorted(set(members) - _MEMBERS)
    if unknown:
        raise InvalidCaseError(f"{name}: unknown members {unknown}")
    expected = {key for key in _EXPECTATIONS if key in members}
    if not expected or ("ignored" in expected and expected - {"ignored", "code"}):
        raise InvalidCaseError(f"{name}: expects nothing, or more than to be ignored")
    if ("how" in members) != bool(expected - {"code", "ignored"}):
        raise InvalidCaseError(f"{name}: only what is represented has a clause `how`")


@cache
def _document_text(version: str) -> str:
    return (DOCUMENTS / f"{version}.yaml").read_text(encoding="utf-8")


def _document(version: str) -> dict[str, Any]:
    document: dict[str, Any] = yaml.load(
        _document_text(version), Loader=yaml.CSafeLoader
    )
    return document


def _in_swagger(part: dict[str, Any]) -> dict[str, Any]:
    """Return a part of a document with the schemas where Swagger 2.0 has them."""
    text = json.dumps(part).replace("#/components/schemas/", "#/definitions/")
    result: dict[str, Any] = json.loads(text)
    components = result.pop("components", {})
    if "schemas" in components:
        result["definitions"] = components["schemas"]
    return result


def _merged(one: Any, other: Any) -> Any:
    """Return a document with a merge patch (RFC 7396), in which null removes a member."""
    if not isinstance(other, dict):
        return copy.deepcopy(other)
    result = dict(one) if isinstance(one, dict) else {}
    for key, value in other.items():
        if value is None:
            result.pop(key, None)
        else:
            result[key] = _merged(result.get(key), value)
    return result


def _put(document: dict[str, Any], place: str, value: Any) -> None:
    """Put a value at a JSON Pointer; `""` merges it into the document."""
    if not place:
        document.update(value)
        return
    *path, last = (part.replace("~1", "/") for part in place.split("/")[1:])
    node: Any = document
    for key, following in pairwise([*path, last]):
        empty: Any = [] if following == "0" else {}
        if isinstance(node, list):
            node.extend([empty] if not node else [])
            node = node[0]
        else:
            node = node.setdefault(key, empty)
    if isinstance(node, list):
        node[:1] = [value]
    else:
        node[last] = value
