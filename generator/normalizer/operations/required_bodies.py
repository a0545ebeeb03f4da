"""Request bodies whose `required` is absent although their schema requires properties."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from ...config import Config
from ...diagnostics import Diagnostics, Rule, Severity
from ...model.bodies import Body
from ...model.operations import Operation
from ...model.resolution import is_nullable
from ...model.types import Access, Declaration, Key, Type
from ..schemas.type_queries import Shapes
from ..selection import check_patterns, find_matching

ASSUMED_REQUIRED_BODY = Rule(
    "assumed-required-body",
    Severity.NOTE,
    "The request body of a POST, PUT or PATCH operation has required properties, but the "
    "document does not state whether the body itself is required. The client requires "
    "it, because a request without it is usually rejected. List the operation in the "
    "setting `optional_bodies` if it can be called without a body; `required: false` in "
    "the document has the same effect.",
    key="requestBody",
)

UNUSED_OPTIONAL_BODY = Rule(
    "unused-optional-body",
    Severity.NOTE,
    "A pattern of the setting `optional_bodies` only matches operations whose bodies the "
    "document declares as required, or that can be called without a body in any case. The "
    "pattern has no effect: the setting applies to bodies without `required`.",
    about_settings=True,
)

_METHODS = ("POST", "PUT", "PATCH")


def require_bodies(
    operations: Sequence[Operation],
    declarations: Mapping[Key, Declaration],
    config: Config,
    diagnostics: Diagnostics,
    known: Sequence[Operation],
) -> list[Operation]:
    """Return the operations, with required bodies where the document implies them.

    Args:
        operations: Selected operations.
        declarations: Declarations that their types refer to.
        config: Settings, including `optional_bodies`.
        diagnostics: Collects the bodies that become required, and patterns that match
            nothing.
        known: All operations of the documents, which patterns may match.
    """
    check_patterns(known, "optional_bodies", config, diagnostics)
    optional = {item.id for item in find_matching(operations, config.optional_bodies)}
    shapes = Shapes(declarations)
    _report_unused(operations, shapes, config, diagnostics)
    return [
        item if item.id in optional else _require_body(item, shapes, diagnostics)
        for item in operations
    ]


def _report_unused(
    operations: Sequence[Operation],
    shapes: Shapes,
    config: Config,
    diagnostics: Diagnostics,
) -> None:
    """Report patterns of `optional_bodies` that change no body of selected operations."""
    for index, pattern in enumerate(config.optional_bodies):
        matching = find_matching(operations, (pattern,))
        if not matching or any(_find_assumed(item, shapes) for item in matching):
            continue
        is_required = any(item.body and item.body.required for item in matching)
        diagnostics.add(
            UNUSED_OPTIONAL_BODY,
            f"`optional_bodies`: {pattern!r} matches no body without `required` that has "
            "required properties",
            config.origin.span("optional_bodies", index),
            hint=(
                "set `required: false` in the document or in an overlay"
                if is_required
                else "remove the pattern"
            ),
        )


def _find_assumed(operation: Operation, shapes: Shapes) -> Body | None:
    """Return the body of an operation if the document implies that it is required."""
    body = operation.body
    if body is None or operation.method not in _METHODS:
        return None
    return body if _implies_required(body, shapes) else None


def _require_body(
    operation: Operation, shapes: Shapes, diagnostics: Diagnostics
) -> Operation:
    """Return an operation whose body is required if the document implies it."""
    body = _find_assumed(operation, shapes)
    if body is None:
        return operation
    diagnostics.add(
        ASSUMED_REQUIRED_BODY,
        f"the body of {operation.method} {operation.path} is required, because its "
        "schema has required properties",
        body.origin,
        hint="add `required: true` or `required: false` to the body",
    )
    return replace(operation, body=replace(body, required=True))


def _implies_required(body: Body, shapes: Shapes) -> bool:
    """Return whether a body is not declared as optional, and cannot be an empty object.

    A body that can be null can also be omitted.
    """
    if body.required or body.declares_required:
        return False
    forms = (body,) if body.form is None else (body, body.form)
    return all(
        not is_nullable(item.type, shapes.declarations)
        and _has_required_properties(item.type, shapes)
        for item in forms
    )


def _has_required_properties(type_: Type, shapes: Shapes) -> bool:
    """Return whether a type is an object, or a union of objects with required properties."""
    objects = shapes.objects(type_)
    return bool(objects) and all(
        any(
            item.required and item.access is not Access.READ_ONLY
            for item in declared.properties
        )
        for declared in objects
    )
