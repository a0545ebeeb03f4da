"""Report the errors of openapi-spec-validator as warnings with locations.

The library does not provide the location of most errors, stops at internal errors, and
would download files from other hosts. Therefore its validators for the types of objects are
wrapped. Each wrapper records the path that it was called for, and an internal error stops
only one of them.
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
from ..openapi.document import Document, LoadedFile
from ..openapi.node import Referable
from ..source import JsonPointer, Location, SourceFile
from .entries import version_of
from .limits import shorten
from .reading import parse

INVALID_DOCUMENT = Rule(
    "invalid-document",
    Severity.WARNING,
    "openapi-spec-validator reports that the document violates the OpenAPI standard. The"
    " client is generated as far as possible, but this part may be interpreted in another"
    " way than intended.",
)
INVALID_VALUE = Rule(
    "invalid-value",
    Severity.WARNING,
    "openapi-spec-validator reports that a default does not match its schema.",
)
VALIDATOR_FAILED = Rule(
    "validator-failed",
    Severity.WARNING,
    "openapi-spec-validator failed with an internal error, so a part of the document was"
    " not validated. This is usually caused by another problem of the document. The"
    " output does not depend on the validation.",
)

_VALIDATORS: dict[str, type[SpecValidator]] = {
    "2.0": OpenAPIV2SpecValidator,
    "3.0": OpenAPIV30SpecValidator,
    "3.1": OpenAPIV31SpecValidator,
    "3.2": OpenAPIV32SpecValidator,
}
_REPORTED_ELSEWHERE = frozenset(
    {"DuplicateOperationIDError", "UnresolvableParameterError"}
)
"""Errors that the normalizer reports with more details."""


def validate_documents(document: Document, diagnostics: Diagnostics) -> None:
    """Validate all entry documents.

    Args:
        document: Loaded documents.
        diagnostics: Receives the errors as warnings.
    """
    files = dict(document.files)
    for root in document.roots:
        if root.version.startswith("2"):
            # Validate the original text instead of the upgraded tree.
            value = parse(root.file, Diagnostics())
            files[root.file.uri] = LoadedFile(root.file, value)
    original = Document(
        document.roots, files, document.anchors, document.aliases, document.bases
    )
    for root in document.roots:
        _Validation(original, root.file, diagnostics).run()


class _LocatedError(OpenAPIValidationError):
    """An error with the path of the object that was being validated.

    The library does not wrap errors of the base class again.
    """

    place: JsonPointer = ()
    rule: Rule = INVALID_DOCUMENT


class _LocatingValidator:
    """Mixin for a validator of the library for one type of object."""

    def __call__(self, *args: Any, **keywords: Any) -> Iterator[ValidationError]:
        paths = [item for item in args if isinstance(item, SchemaPath)]
        place = tuple(str(part) for part in paths[0].parts) if paths else ()
        # The wrapped validator is the next class in the method resolution order.
        check: Callable[..., Iterator[ValidationError]] = super().__call__  # type: ignore[misc]  # defined by the wrapped class
        try:
            for error in check(*args, **keywords):
                if type(error).__name__ not in _REPORTED_ELSEWHERE:
                    is_located = isinstance(error, _LocatedError)
                    yield error if is_located else self._locate(error, place)
        except (Unresolvable, Unretrievable):
            # Broken references are reported elsewhere.
            return
        except Exception as error:  # noqa: BLE001
            # The library raises exceptions of any type.
            yield _failure(error, place)

    def _locate(self, error: ValidationError, place: JsonPointer) -> _LocatedError:
        error = _deepest_error(error)
        located = _LocatedError(_message(error))
        if isinstance(self, ValueValidator):
            located.rule = INVALID_VALUE
            place = (*place, "default")
        located.place = (*place, *map(str, error.absolute_path))
        return located


def _failure(error: Exception, place: JsonPointer) -> _LocatedError:
    reason = shorten(str(error).partition("\n")[0], 100)
    name = type(error).__name__
    located = _LocatedError(f"openapi-spec-validator failed: {name}: {reason}")
    located.rule, located.place = VALIDATOR_FAILED, place
    return located


def _deepest_error(error: ValidationError) -> ValidationError:
    """Return the error of the alternative that fails at the deepest level.

    An alternative that fails below its root is probably the intended one, for example a
    Parameter Object instead of a Reference Object.

    Returns:
        The error of the alternative, or the error itself if there is none.
    """
    while error.validator in ("anyOf", "oneOf") and error.context:
        deepest = max(error.context, key=lambda item: len(item.relative_path))
        if not deepest.relative_path:
            break
        error = deepest
    return error


def _message(error: ValidationError) -> str:
    """Return the message of an error, with the value as truncated JSON."""
    value = shorten(json.dumps(error.instance, ensure_ascii=False, default=str))
    if error.validator == "not":
        return f"{value} has members that exclude each other"
    message: str = error.message.replace(repr(error.instance), value)
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
        """Validate the document and add all errors."""
        value = self._document.files[self._file.uri].value
        version = version_of(value).strip()[:3]
        base = _VALIDATORS.get(version, OpenAPIV32SpecValidator)
        parts = {
            key: type(part.__name__, (_LocatingValidator, part), {})
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
        except Exception as error:  # noqa: BLE001
            # The library raises exceptions of any type.
            self._add(_failure(error, ()))

    def _add(self, error: ValidationError) -> None:
        if isinstance(error, _LocatedError):
            place, rule, message = error.place, error.rule, error.message
        else:
            error = _deepest_error(error)
            place = tuple(map(str, error.absolute_path))
            rule, message = INVALID_DOCUMENT, _message(error)
            if place == () and message.startswith("'info' is a required"):
                # Reported by the loader.
                return
        if rule is VALIDATOR_FAILED:
            if message in self._failures:
                return
            self._failures.add(message)
        self._diagnostics.add(rule, message, self._location(place))

    def _location(self, place: JsonPointer) -> Location:
        """Return the location of a path whose references the validator has followed."""
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
    """A node of any type."""

    __slots__ = ()
    kind = "node"


class _Handlers(dict[str, Callable[[str], Any]]):
    """URI handlers that return loaded files for all schemes and download nothing."""

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
