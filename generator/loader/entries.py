"""Which of the files that were given are OpenAPI documents, and of which version."""

from __future__ import annotations

import re
from typing import Any

from ..diagnostics import Diagnostics, Rule, Severity
from .limits import shorten
from ..source import Location, SourceFile

NOT_OPENAPI = Rule(
    "not-openapi",
    Severity.ERROR,
    "The file is no OpenAPI document: it has neither `openapi` nor `swagger` at its"
    " root. The message says what it looks like instead.",
)
PASSED_OVER = Rule(
    "passed-over",
    Severity.NOTE,
    "Among the files that were named is one without `openapi` or `swagger` at its root,"
    " and no other refers to it. It is left out.",
)
UNKNOWN_VERSION = Rule(
    "unknown-version",
    Severity.ERROR,
    "The document is of a version of OpenAPI that cannot be read. Those that can are"
    " 2.0, 3.0, 3.1 and 3.2.",
)
NEWER_VERSION = Rule(
    "newer-version",
    Severity.WARNING,
    "The document is of a later version of OpenAPI 3 than 3.2, the latest known. It is"
    " read as 3.2; what is new in it is passed over.",
)
VERSION_NOT_TEXT = Rule(
    "version-not-text",
    Severity.NOTE,
    "The version of OpenAPI is a number, since it stands without quotes. It is taken"
    " for the text that was meant.",
)
NOTHING_DESCRIBED = Rule(
    "nothing-described",
    Severity.WARNING,
    "The document has no `paths`, and neither `webhooks` nor `components`. There is"
    " nothing to generate from it.",
)
MISSING_INFO = Rule(
    "missing-info",
    Severity.WARNING,
    "The document has no `info` with the title and the version of the API. Names are"
    " made from the name of the file.",
)

_KEYWORD = re.compile(r"""(?:^|[{,\s])["']?(?:openapi|swagger)["']?\s*:""")


def mentions_openapi(text: str) -> bool:
    """Whether a text could be a document; cheaper than reading it."""
    return _KEYWORD.search(text) is not None


def is_document(value: Any) -> bool:
    """Whether a value is the root of an OpenAPI document of whatever version."""
    return isinstance(value, dict) and ("openapi" in value or "swagger" in value)


def version_of(value: Any) -> str:
    """The version that a root says, `""` when it says none."""
    version = value.get("openapi", value.get("swagger")) if is_document(value) else ""
    return version if isinstance(version, str) else ""


def check_document(file: SourceFile, value: dict[str, Any], found: Diagnostics) -> None:
    """Checks the version and the members that everything else hangs on."""
    keyword = "openapi" if "openapi" in value else "swagger"
    where = Location(file, (keyword,))
    version = value[keyword]
    if isinstance(version, int | float) and not isinstance(version, bool):
        value[keyword] = str(version)
        message = f"the version {version} is a number; it is read as {str(version)!r}"
        found.add(
            VERSION_NOT_TEXT, message, where, hint=f'write `{keyword}: "{version}"`'
        )
    _check_version(keyword, value[keyword], where, found)
    if not isinstance(value.get("info"), dict):
        found.add(
            MISSING_INFO,
            "the document has no `info`",
            Location(file, ("info",) if "info" in value else ()),
            hint="add `info` with `title` and `version`",
        )
    members = ("paths", "webhooks", "x-webhooks", "components", "definitions")
    if not any(isinstance(value.get(key), dict) for key in members):
        found.add(NOTHING_DESCRIBED, "the document has no `paths`", Location(file, ()))


def _check_version(
    keyword: str, version: Any, where: Location, found: Diagnostics
) -> None:
    text = version.strip() if isinstance(version, str) else ""
    match = re.match(r"(\d{1,4})(?:\.(\d{1,4}))?(?:[.-]|$)", text)
    major, minor = (int(match[1]), int(match[2] or 0)) if match else (0, 0)
    if keyword == "swagger" and major == 2 or keyword == "openapi" and major == 3:
        if minor > 2:
            message = (
                f"OpenAPI {shorten(text)} is read as 3.2, the latest that is known"
            )
            found.add(NEWER_VERSION, message, where)
        return
    hint = "2.0, 3.0, 3.1 and 3.2 can be read"
    if keyword == "swagger" and major == 1:
        hint += "; convert the document to one of them"
    shown = shorten(str(version))
    found.add(UNKNOWN_VERSION, f"{keyword} {shown!r} cannot be read", where, hint=hint)


def describe(file: SourceFile, value: Any) -> tuple[str, str]:
    """What a file looks like that is no document, and a hint."""
    if isinstance(value, dict):
        for keys, kind, hint in _KINDS:
            if all(key in value for key in keys):
                return kind, hint
        for key in value:
            if re.fullmatch(r"(?i)(open_?-?api|swagger)(_?version)?", key.strip()):
                return f"a document whose {key!r} is misspelt", "write `openapi`"
        return "an object without `openapi` or `swagger`", _HINT
    if isinstance(value, list):
        return "a list", _HINT
    if file.text.lstrip().startswith("<"):
        return "XML or HTML", _HINT
    return "plain text", _HINT


_HINT = "give the file whose root has `openapi` or `swagger`"

_KINDS: tuple[tuple[tuple[str, ...], str, str], ...] = (
    (("asyncapi",), "an AsyncAPI document", "only OpenAPI documents can be read"),
    (("arazzo",), "an Arazzo document", "give the OpenAPI document that it names"),
    (("overlay", "actions"), "an Overlay", "name it under `overlays` in the settings"),
    (("openrpc",), "an OpenRPC document", "only OpenAPI documents can be read"),
    (
        ("swaggerVersion",),
        "a Swagger 1 document",
        "convert it to Swagger 2.0 or OpenAPI 3",
    ),
    (("apiVersion", "kind"), "a Kubernetes manifest", _HINT),
    (("services",), "a Compose file", _HINT),
    (("name", "dependencies"), "a package.json", _HINT),
    (("name", "version"), "a package manifest", _HINT),
    (("info", "item"), "a Postman collection", "export it as OpenAPI"),
    (("data",), "the answer of a GraphQL server", "only OpenAPI documents can be read"),
    (("log",), "an HTTP archive", _HINT),
    (
        ("paths", "info"),
        "a document that does not say its version",
        'add `openapi: "3.1.0"` (or what it is) as its first line',
    ),
    (("$schema",), "a JSON Schema", "refer to it by `$ref` from an OpenAPI document"),
    (
        ("type", "properties"),
        "a JSON Schema",
        "refer to it by `$ref` from an OpenAPI document",
    ),
)
