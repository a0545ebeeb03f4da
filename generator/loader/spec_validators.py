"""The validators of openapi-spec-validator, with locations, and faster.

The library does not provide the location of most errors, stops at internal errors, and
checks every schema with jsonschema. Therefore its validators for the types of objects are
wrapped. Each wrapper records the path that it was called for, an internal error stops only
one of them, and jsonschema-rs decides which schemas are valid.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Any, ClassVar

# jsonschema ships no types.
from jsonschema.exceptions import ValidationError  # type: ignore[import-untyped]  # no stubs
from jsonschema.validators import validator_for  # type: ignore[import-untyped]  # no stubs
from jsonschema_path.paths import SchemaPath
from openapi_spec_validator import (
    OpenAPIV2SpecValidator,
    OpenAPIV30SpecValidator,
    OpenAPIV31SpecValidator,
    OpenAPIV32SpecValidator,
)
from openapi_spec_validator.schemas.utils import get_schema_content
from openapi_spec_validator.validation.exceptions import OpenAPIValidationError
from openapi_spec_validator.validation.keywords import ValueValidator
from openapi_spec_validator.validation.validators import SpecValidator
from referencing.exceptions import Unresolvable, Unretrievable

from ..diagnostics import Rule, Severity
from ..source import JsonPointer
from .limits import shorten
from .quick_checks import METASCHEMAS, QuickCheck, without_valid_entries
from .spec_paths import schema_path

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
_NEWEST = "3.2"
_REPORTED_ELSEWHERE = frozenset(
    {"DuplicateOperationIDError", "UnresolvableParameterError"}
)
"""Errors that the normalizer reports with more details."""


def spec_validator(
    version: str,
    value: Mapping[str, Any],
    base_uri: str,
    handlers: Mapping[str, Callable[[str], Any]],
) -> SpecValidator:
    """Return the validator of a document.

    Args:
        version: Major and minor version; unknown ones are treated as the newest.
        value: Root of the document.
        base_uri: URI of the document.
        handlers: Functions that return the content of files, by URI scheme.
    """
    known = version if version in _VALIDATORS else _NEWEST
    base = _VALIDATORS[known]
    mixins = {"schema": _SchemaValidator}
    parts = {
        key: type(part.__name__, (mixins.get(key, _LocatingValidator), part), {})
        for key, part in base.keyword_validators.items()
    }
    members = {
        "keyword_validators": parts,
        "resolver_handlers": handlers,
        "schema_validator": _DocumentValidator(known),
    }
    validator: SpecValidator = type(base.__name__, (base,), members)(value, base_uri)
    validator.schema_path = schema_path(value, base_uri, handlers)
    return validator


class LocatedError(OpenAPIValidationError):
    """An error with the path of the object that was being validated.

    The library does not wrap errors of the base class again.
    """

    place: JsonPointer = ()
    rule: Rule = INVALID_DOCUMENT
    number: int | float | None = None
    """The invalid value, if its text in the file can differ from that in the message."""


class _LocatingValidator:
    """Mixin for a validator of the library for one type of object."""

    def __call__(self, *args: Any, **keywords: Any) -> Iterator[ValidationError]:
        # The wrapped validator is the next class in the method resolution order.
        check: Callable[..., Iterator[ValidationError]] = super().__call__  # type: ignore[misc]  # defined by the wrapped class
        try:
            for error in check(*args, **keywords):
                if type(error).__name__ not in _REPORTED_ELSEWHERE:
                    yield from self._locate(error, _place(args))
        except (Unresolvable, Unretrievable):
            # Broken references are reported elsewhere.
            return
        except MemoryError:
            # Another validation may have more memory, so this one has no result.
            raise
        except Exception as error:  # noqa: BLE001 - the library raises any type
            yield internal_error(error, _place(args))

    def _locate(
        self, error: ValidationError, place: JsonPointer
    ) -> Iterator[LocatedError]:
        if isinstance(error, LocatedError):
            yield error
        elif isinstance(self, ValueValidator):
            yield from _located_errors(error, (*place, "default"), INVALID_VALUE)
        else:
            yield from _located_errors(error, place)


class _Numbers(set[int]):
    """Numbers of visited schemas, for which the library searches lists."""

    def append(self, number: int) -> None:
        """Add a number."""
        self.add(number)


class _SchemaValidator(_LocatingValidator):
    """Mixin for the validator of Schema Objects.

    The library reports one error of each schema of the document: the first in the order
    of a set, which differs between runs. This class reports all of them.
    """

    _checks: ClassVar[dict[tuple[Any, Any], QuickCheck]] = {}

    def __init__(self, *args: Any) -> None:
        super().__init__(*args)
        self.visited_schema_ids = _Numbers()
        self.meta_checked_schema_ids = _Numbers()
        self._further_errors: list[ValidationError] = []

    def __call__(self, *args: Any, **keywords: Any) -> Iterator[ValidationError]:
        for error in super().__call__(*args, **keywords):
            yield error
            # The library does not look into a schema with errors.
            errors, self._further_errors = self._further_errors, []
            for further_error in errors:
                yield from self._locate(further_error, _place(args))

    def _get_schema_checker(
        self, schema: SchemaPath, schema_value: Any
    ) -> Callable[[Any], None]:
        """Return a function that raises an error of a schema."""
        get: Callable[..., Any] = super()._get_schema_checker  # type: ignore[misc]  # defined by the wrapped class
        checker = get(schema, schema_value)
        # A class method, or a partial call of it with a format checker.
        dialect = getattr(checker, "func", checker).__self__
        formats = getattr(checker, "keywords", {}).get("format_checker")
        formats = formats or dialect.FORMAT_CHECKER
        key = dialect, formats
        if key not in self._checks:
            self._checks[key] = QuickCheck(dialect.META_SCHEMA, formats)
        quick_check = self._checks[key]

        def check(value: Any) -> None:
            if not quick_check.is_valid(value):
                errors = _all_errors(dialect.META_SCHEMA, formats, value)
                if errors:
                    self._further_errors = errors[1:]
                    raise errors[0]

        return check


class _DocumentValidator:
    """The standard's schema of a document.

    Args:
        version: Major and minor version.
    """

    def __init__(self, version: str) -> None:
        self._schema, self._check = _document_schema(version)

    def iter_errors(self, document: Mapping[str, Any]) -> Iterator[LocatedError]:
        """Yield the errors of a document."""
        errors = self._check.errors(document)
        if errors != []:
            rest = document
            if errors is not None:
                rest = without_valid_entries(document, errors)
            for error in _all_errors(self._schema, None, rest):
                yield from _located_errors(error, ())


@cache
def _document_schema(version: str) -> tuple[dict[str, Any], QuickCheck]:
    """Return the standard's schema of a document, and the same schema compiled."""
    schema = _correct_links(get_schema_content(version))
    return schema, QuickCheck(schema)


def _correct_links(schema: Mapping[str, Any]) -> dict[str, Any]:
    """Return a schema whose Link Object has a `server`.

    The schema of OpenAPI 3.1 calls it `body`, which is an error of the schema: the standard
    has no such field.
    """
    types = schema.get("$defs", {})
    link = types.get("link", {})
    properties = dict(link.get("properties", {}))
    if "body" in properties:
        properties["server"] = properties.pop("body")
        types = {**types, "link": {**link, "properties": properties}}
    return {**schema, "$defs": types} if types else dict(schema)


def _all_errors(
    schema: Mapping[str, Any], formats: Any, value: Any
) -> list[ValidationError]:
    """Return the errors of jsonschema, in any order."""
    validator = validator_for(schema)(
        schema, format_checker=formats, registry=METASCHEMAS
    )
    return list(validator.iter_errors(value))


def _place(args: tuple[Any, ...]) -> JsonPointer:
    """Return the path of the object that a validator is called with."""
    paths = [item for item in args if isinstance(item, SchemaPath)]
    return tuple(str(part) for part in paths[0].parts) if paths else ()


def internal_error(error: Exception, place: JsonPointer) -> LocatedError:
    """Return the error that reports an exception of the library."""
    reason = shorten(str(error).partition("\n")[0], 100)
    name = type(error).__name__
    located = LocatedError(f"openapi-spec-validator failed: {name}: {reason}")
    located.rule, located.place = VALIDATOR_FAILED, place
    return located


def _located_errors(
    error: ValidationError, place: JsonPointer, rule: Rule = INVALID_DOCUMENT
) -> Iterator[LocatedError]:
    """Yield the errors to report for an error of the library.

    Args:
        error: Error of jsonschema.
        place: Path of the validated object.
        rule: Rule of the diagnostic.
    """
    for intended in _intended_errors(error):
        located = LocatedError(_message(intended))
        located.rule = rule
        located.place = (*place, *map(str, intended.absolute_path))
        if isinstance(intended.instance, int | float):
            located.number = intended.instance
        yield located


def _intended_errors(error: ValidationError) -> list[ValidationError]:
    """Return the errors of the intended alternative, or the error itself.

    The intended alternative is that with the deepest error, for example a Parameter
    Object instead of a Reference Object. There is none if all fail at their root.
    """
    if error.validator not in ("anyOf", "oneOf") or not error.context:
        return [error]
    # The order of `context` can differ between runs, that of the alternatives cannot.
    deepest = min(error.context, key=_depth)
    if not deepest.relative_path:
        return [error]
    alternative = deepest.relative_schema_path[0]
    return [
        intended
        for item in error.context
        if item.relative_schema_path[0] == alternative
        for intended in _intended_errors(item)
    ]


def _depth(error: ValidationError) -> tuple[int, int]:
    """Return a key that sorts errors of alternatives: the first of the deepest."""
    return -len(error.relative_path), int(error.relative_schema_path[0])


def _message(error: ValidationError) -> str:
    """Return the message of an error, with the value as truncated JSON."""
    value = shorten(json.dumps(error.instance, ensure_ascii=False, default=str))
    if error.validator == "not":
        return f"{value} has members that exclude each other"
    message: str = error.message.replace(repr(error.instance), value)
    return shorten(message.replace("\n", " "), 240)
