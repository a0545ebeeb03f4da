"""Decide with jsonschema-rs which parts of a document are valid.

jsonschema-rs is more than a hundred times faster than jsonschema, but words its errors in
another way, and does not choose among alternatives. Therefore jsonschema validates again
what jsonschema-rs rejects, and its errors are reported.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, NoReturn, Protocol

import jsonschema_rs

# The only place with the vocabularies of OpenAPI's dialects.
from openapi_schema_validator._specifications import REGISTRY

from ..source import JsonPointer

METASCHEMAS = REGISTRY
"""Meta-schemas of JSON Schema and of the dialects of OpenAPI."""

_DEPTHS = {"components": 2, "definitions": 1, "paths": 1, "webhooks": 1}
"""Number of keys from each map of a document to one of its entries."""


class FormatChecker(Protocol):
    """The used part of `jsonschema.FormatChecker`."""

    @property
    def checkers(self) -> Mapping[str, Any]:
        """Functions by the name of the format."""
        ...

    # `format` is the name in jsonschema.
    def conforms(self, instance: object, format: str) -> bool:  # noqa: A002
        """Return whether a value has a format."""
        ...


class QuickCheck:
    """A schema that is compiled by jsonschema-rs.

    Args:
        schema: JSON Schema with `$schema`.
        formats: Formats to check; `None` for none.
    """

    def __init__(
        self, schema: Mapping[str, Any], formats: FormatChecker | None = None
    ) -> None:
        names = formats.checkers if formats is not None else ()
        self._validator = jsonschema_rs.validator_for(
            dict(schema),
            formats={name: _conforms_to(formats, name) for name in names},
            validate_formats=formats is not None,
            registry=jsonschema_rs.Registry(
                [(str(uri), _contents(uri)) for uri in METASCHEMAS]
            ),
            retriever=_refuse,
        )

    def is_valid(self, value: Any) -> bool:
        """Return whether a value is valid; `False` if that is unknown."""
        try:
            return self._validator.is_valid(value)
        except ValueError:  # no JSON value, or nested too deeply
            return False

    def errors(self, value: Any) -> list[JsonPointer] | None:
        """Return the paths of the errors of a value, `None` if they are unknown."""
        try:
            errors = list(self._validator.iter_errors(value))
        except ValueError:
            return None
        return [tuple(map(str, error.instance_path)) for error in errors]


def without_valid_entries(
    document: Mapping[str, Any], errors: Sequence[JsonPointer]
) -> dict[str, Any]:
    """Return a document without the path items, webhooks and components that are valid.

    The standard's schema applies to each of these entries by itself, so the others have
    the same errors without them.

    Args:
        document: Document.
        errors: Paths of all errors.
    """
    below = _by_key(errors)
    return {
        key: _keep(value, _DEPTHS.get(key, 0), below.get(key, ()))
        for key, value in document.items()
    }


def _keep(value: Any, depth: int, errors: Sequence[JsonPointer]) -> Any:
    """Return a map with the entries that have errors, at a depth of keys below it."""
    if depth == 0 or not isinstance(value, Mapping) or () in errors:
        return value
    below = _by_key(errors)
    return {
        key: _keep(child, depth - 1, below.get(key, ()))
        for key, child in value.items()
        if key in below or depth > 1
    }


def _by_key(paths: Iterable[JsonPointer]) -> dict[str, list[JsonPointer]]:
    """Return the rest of paths by their first key."""
    rests: dict[str, list[JsonPointer]] = {}
    for path in paths:
        if path:
            rests.setdefault(path[0], []).append(path[1:])
    return rests


def _contents(uri: str) -> Any:
    return METASCHEMAS.contents(uri)


def _refuse(uri: str) -> NoReturn:
    """Prevent downloads; all meta-schemas are in the registry."""
    raise LookupError(uri)


def _conforms_to(formats: FormatChecker | None, name: str) -> Callable[[str], bool]:
    assert formats is not None
    return lambda value: formats.conforms(value, name)
