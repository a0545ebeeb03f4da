"""Formats in the setting `native_types` that no value of a client has."""

from __future__ import annotations

from collections.abc import Iterator

from ...config import Config
from ...diagnostics import Diagnostics, Rule, Severity
from ...python.expressions import TypeExpr, imported_names
from ...python.package import Package
from ...python.types import ParamClass
from .converted_types import converted_types
from .native_types import type_names

UNUSED_NATIVE_TYPE = Rule(
    "unused-native-type",
    Severity.NOTE,
    "The setting `native_types` has a format that no value of the client has. The entry has "
    "no effect. Only the formats of schemas that the client uses count, of strings or of "
    "numbers as the guide states.",
    about_settings=True,
)


def report_unused_formats(
    package: Package, config: Config, diagnostics: Diagnostics
) -> None:
    """Report the formats of the setting `native_types` that have no effect.

    Args:
        package: The client.
        config: Settings. An entry that applies to several clients is not reported.
        diagnostics: Receives a note for each format.
    """
    formats = config.native_types
    if not formats or config.origin.is_default("native_types"):
        return
    used = imported_names(*_list_types(package))
    for position, name in enumerate(formats):
        if type_names(name).isdisjoint(used):
            diagnostics.add(
                UNUSED_NATIVE_TYPE,
                f"`native_types`: no value of the client has the format {name!r}",
                config.origin.span("native_types", position),
                hint="remove the entry, or correct the format in the document",
            )


def _list_types(package: Package) -> Iterator[TypeExpr]:
    """Yield the types of all values that a client sends or receives."""
    yield from converted_types(package)
    for module in package.params:
        for item in module.items:
            if isinstance(item, ParamClass):
                yield from (field.type for field in item.fields)
    for file in (it for module in package.resources for it in module.files):
        for resource in file.classes:
            for method in resource.methods:
                yield from (argument.type for argument in method.arguments)
