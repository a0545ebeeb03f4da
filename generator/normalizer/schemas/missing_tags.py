"""Contradictions between discriminators and the members of their unions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ...diagnostics import Diagnostics, Rule, Severity
from ...model.types import (
    Access,
    Declaration,
    Documentation,
    Key,
    Literal,
    Object,
    Property,
    Union,
)
from .type_queries import Shapes

UNDECLARED_DISCRIMINATOR_PROPERTY = Rule(
    "undeclared-discriminator-property",
    Severity.NOTE,
    "A member of a union does not declare the property of the discriminator. If the "
    "`mapping` contains the member, the property is generated as an optional literal of "
    "its values, which select the member. Otherwise, the other properties select it.",
    hint="declare the property in each member",
)
TAG_OUTSIDE_ENUM = Rule(
    "tag-outside-enum",
    Severity.NOTE,
    "The `mapping` of a discriminator has a value that the enumeration of the property "
    "in the member does not have. The value is ignored, unless the `mapping` has no other "
    "value for this member.",
    hint="add the value to the enumeration, or remove it from `mapping`",
)

TAG_OUTSIDE_TYPE = Rule(
    "tag-outside-type",
    Severity.WARNING,
    "The `mapping` of a discriminator has a value that the type of the property does not "
    "have, or that is neither a string, an integer nor a boolean. It does not select the "
    "member; other properties do.",
    hint="declare the property as a string, or declare its value as a constant",
)


def add_missing_tags(
    declarations: dict[Key, Declaration], diagnostics: Diagnostics
) -> None:
    """Add the properties of discriminators to members that lack them, in place.

    Args:
        declarations: The declarations, by key.
        diagnostics: Receives a note for each union.
    """
    shapes = Shapes(declarations)
    added: dict[Key, dict[str, dict[str, None]]] = {}
    for union in declarations.values():
        if not isinstance(union, Union) or not union.discriminator:
            continue
        lacking = list(_list_lacking(union, shapes))
        for index, owner in lacking:
            if index not in union.unmapped:
                tags = (tag for tag, member in union.tags if member == index)
                properties = added.setdefault(owner.header.key, {})
                properties.setdefault(union.discriminator, {}).update(
                    dict.fromkeys(tags)
                )
        if lacking:
            names = ", ".join(".".join(owner.header.words) for _, owner in lacking)
            diagnostics.add(
                UNDECLARED_DISCRIMINATOR_PROPERTY,
                f"the property {union.discriminator!r} is not declared by {names}",
                union.header.origin,
            )
    for key, properties in added.items():
        declaration = declarations[key]
        if isinstance(declaration, Object):
            tagged = tuple(
                _build_property(declaration, name, tuple(tags))
                for name, tags in properties.items()
                if tags
            )
            declarations[key] = replace(
                declaration, properties=(*declaration.properties, *tagged)
            )


def _list_lacking(union: Union, shapes: Shapes) -> Iterator[tuple[int, Object]]:
    """Yield the index and the type of each member without the property."""
    for index, member in enumerate(union.members):
        owner = shapes.only(member)
        if owner is not None and union.discriminator not in {
            item.name for item in owner.properties
        }:
            yield index, owner


def _build_property(owner: Object, name: str, tags: tuple[str, ...]) -> Property:
    return Property(
        name,
        Literal(tags),
        required=False,
        documentation=Documentation(),
        access=Access.BOTH,
        origin=owner.header.origin,
    )


def report_tags(union: Union, unknown: list[str], diagnostics: Diagnostics) -> None:
    """Report the values of a mapping that the enumerations of the members lack."""
    if unknown:
        verb = "is" if len(unknown) == 1 else "are"
        diagnostics.add(
            TAG_OUTSIDE_ENUM,
            f"{', '.join(map(repr, unknown))} {verb} mapped, but not in the enumeration "
            f"of {union.discriminator!r}",
            union.header.origin,
        )


def report_untyped_tags(
    union: Union, untyped: list[str], diagnostics: Diagnostics
) -> None:
    """Report the values of a mapping that the types of the properties do not have."""
    if untyped:
        verb = "is not a value" if len(untyped) == 1 else "are not values"
        diagnostics.add(
            TAG_OUTSIDE_TYPE,
            f"{', '.join(map(repr, untyped))} {verb} of the type of "
            f"{union.discriminator!r}",
            union.header.origin,
        )
