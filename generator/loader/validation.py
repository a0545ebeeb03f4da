"""What openapi-spec-validator finds in the entry documents, as warnings with places.

The library says of most findings neither where they stand nor goes on behind an error
of its own, and would fetch what is on other hosts. So its parts for the kinds of
objects are wrapped: each notes the path that it was called for, and one that breaks
ends alone.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

# jsonschema ships no types.
from jsonschema.exceptions import ValidationError  # type: ignore[import-untyped]
from jsonschema_path.paths import SchemaPath
from openapi_spec_validator import (
    OpenAPIV2SpecValidator,
    OpenAPIV30SpecValidator,
    OpenAPIV31SpecValidator,
    OpenAPIV32SpecValidator,
)
from openapi_spec_validator.validation.exceptions import OpenAPIValidationError
from openapi_spec_validator.validation.keywords import ValueValidator
from openapi_spec_validator.validation.validators import SpecValidator
from referencing.exceptions import Unresolvable, Unretrievable

from ..diagnostics import Diagnostics, Rule, Severity
from .entries import version_of
from .limits import shorten
from .reading import parse
from ..openapi.document import Document, LoadedFile
from ..openapi.node import Referable
from ..source import JsonPointer, Location, SourceFile

INVALID_DOCUMENT = Rule(
    "invalid-document",
    Severity.WARNING,
    "openapi-spec-validator finds that the document breaks the standard. Everything"
    " that can be generated is; the place may still mean something else than its author"
    " thinks.",
)
INVALID_VALUE = Rule(
    "invalid-value",
    Severity.WARNING,
    "openapi-spec-validator finds that a default does not match its own schema.",
)
VALIDATOR_FAILED = Rule(
    "validator-failed",
    Severity.WARNING,
    "openapi-spec-validator itself broke on a part of the document, which was not"
    " checked further. That is mostly a consequence of other findings; the output does"
    " not depend on it.",
)

_VALIDATORS: dict[str, type[SpecValidator]] = {
    "2.0": OpenAPIV2SpecValidator,
    "3.0": OpenAPIV30SpecValidator,
    "3.1": OpenAPIV31SpecValidator,
    "3.2": OpenAPIV32SpecValidator,
}
_SAID_ELSEWHERE = frozenset({"DuplicateOperationIDError", "UnresolvableParameterError"})
"""What the normalizer says of names and paths, together with what is made of them."""


def validate_documents(document: Document, diagnostics: Diagnostics) -> None:
    """Adds the findings on every entry document."""
    files = dict(document.files)
    for root in document.roots:
        if root.version.startswith("2"):
            # The tree was upgraded; the text is what is to be judged.
            value = parse(root.file, Diagnostics())
            files[root.file.uri] = LoadedFile(root.file, value)
    original = Document(
        document.roots, files, document.anchors, document.aliases, document.bases
    )
    for root in document.roots:
        _Validation(original, root.file, diagnostics).run()


class _Located(OpenAPIValidationError):
    """A finding together with the path of the object that was being checked.

    It is of the class that the library does not wrap once more.
    """

    place: JsonPointer = ()
    rule: Rule = INVALID_DOCUMENT


class _Locating:
    """Wraps a part of the library that checks one kind of object."""

    def __call__(self, *args: Any, **named: Any) -> Iterator[ValidationError]:
        paths = [item for item in args if isinstance(item, SchemaPath)]
        place = tuple(str(part) for part in paths[0].parts) if paths else ()
        # The part that is wrapped is the next class in the order of resolution.
        check: Callable[..., Iterator[ValidationError]] = super().__call__  # type: ignore[misc]  # of the mixed-in class
        try:
            for error in check(*args, **named):
                if type(error).__name__ not in _SAID_ELSEWHERE:
                    known = isinstance(error, _Located)
                    yield error if known else self._locate(error, place)
        except (Unresolvable, Unretrievable):
            # A reference that leads nowhere has a finding of its own elsewhere.
            return
        except Exception as error:  # the library may raise anything at all
            yield _failure(error, place)

    def _locate(self, error: ValidationError, place: JsonPointer) -> _Located:
        error = _most_telling(error)
        located = _Located(_message(error))
        if isinstance(self, ValueValidator):
            located.rule = INVALID_VALUE
            place = (*place, "default")
        located.place = (*place, *map(str, error.absolute_path))
        return located


def _failure(error: Exception, place: JsonPointer) -> _Located:
    reason = shorten(str(error).partition("\n")[0], 100)
    name = type(error).__name__
    located = _Located(f"openapi-spec-validator broke here: {name}: {reason}")
    located.rule, located.place = VALIDATOR_FAILED, place
    return located


def _most_telling(error: ValidationError) -> ValidationError:
    """The finding itself, or that of the alternative that fails deepest inside.

    An alternative that fails further down than at its very beginning is the one that
    was meant: a Parameter Object rather than a reference to one.
    """
    while error.validator in ("anyOf", "oneOf") and error.context:
        deepest = max(error.context, key=lambda item: len(item.relative_path))
        if not deepest.relative_path:
            break
        error = deepest
    return error


def _message(error: ValidationError) -> str:
    """The library's words, with its value as JSON, and cut where that is long."""
    shown = shorten(json.dumps(error.instance, ensure_ascii=False, default=str))
    if error.validator == "not":
        return f"{shown} holds what excludes each other"
    message: str = error.message.replace(repr(error.instance), shown)
    return shorten(message.replace("\n", " "), 240)


class _Validation:
    """The validation of one entry document."""

    def __init__(
        self, document: Document, file: SourceFile, diagnostics: Diagnostics
    ) -> None:
        self._document = document
        self._file = file
        self._diagnostics = diagnostics
        self._failures: set[str] = set()

    def run(self) -> None:
        """Adds every finding."""
        value = self._document.files[self._file.uri].value
        version = version_of(value).strip()[:3]
        base = _VALIDATORS.get(version, OpenAPIV32SpecValidator)
        parts = {
            key: type(part.__name__, (_Locating, part), {})
            for key, part in base.keyword_validators.items()
        }
        members = {
            "keyword_validators": parts,
            "resolver_handlers": _Handlers(self._document),
        }
        validator: type[SpecValidator] = type(base.__name__, (base,), members)
        try:
            for error in validator(value, base_uri=self._file.uri).iter_errors():
                self._add(error)
        except Exception as error:  # the library may raise anything at all
            self._add(_failure(error, ()))

    def _add(self, error: ValidationError) -> None:
        if isinstance(error, _Located):
            place, rule, message = error.place, error.rule, error.message
        else:
            error = _most_telling(error)
            place = tuple(map(str, error.absolute_path))
            rule, message = INVALID_DOCUMENT, _message(error)
            if place == () and message.startswith("'info' is a required"):
                # The loader has said so.
                return
        if rule is VALIDATOR_FAILED:
            if message in self._failures:
                return
            self._failures.add(message)
        self._diagnostics.add(rule, message, self._location(place))

    def _location(self, place: JsonPointer) -> Location:
        """Where a path leads that runs through references as if they were not there."""
        root = _Value(self._document.files[self._file.uri].value, self._file, ())
        node = root
        for token in place:
            if node.reference is not None:
                resolved = self._document.resolve(node)
                if not isinstance(resolved, _Value):
                    break
                node = resolved
            child = node.value
            if isinstance(child, dict) and token in child:
                child = child[token]
            elif isinstance(child, list) and token.isdecimal():
                child = child[int(token)] if int(token) < len(child) else None
            else:
                child = None
            node = _Value(child, node.file, (*node.pointer, token))
        return node.location


class _Value(Referable):
    """A node of whatever kind."""

    __slots__ = ()
    kind = "node"


class _Handlers(dict[str, Callable[[str], Any]]):
    """Gives the files that were read for URIs of every scheme, and fetches nothing."""

    def __init__(self, document: Document) -> None:
        super().__init__()
        self._document = document

    def __contains__(self, scheme: object) -> bool:
        return True

    def __missing__(self, scheme: str) -> Callable[[str], Any]:
        return self._value

    def _value(self, uri: str) -> Any:
        loaded = self._document.files.get(self._document.aliases.get(uri, uri))
        if loaded is None:
            raise LookupError(uri)
        return loaded.value
