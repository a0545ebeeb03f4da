"""Lowering of the model and the client package to the site of the reference."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import replace

from ...frozen_dataclass import dataclass
from ...model.api import Api
from ...model.operations import Operation
from ...model.types import Documentation, JsonValue
from ...python.expressions import Literal, Name, TypeExpr, Union
from ...python.package import Package
from ...python.types import (
    AliasDefinition,
    PageClass,
    TypeItem,
    TypeNameAlias,
)
from ...recorded_names import NO_NAMES, RecordedNames
from ...reference.rows import ValueNotes
from ...reference.site import Site, TypeSection, has_many_pages
from ...reference.text import Text, parse_text
from ...versions import removal_text
from ..python.callbacks import build_callbacks
from ..python.expressions import ModelTypes, ParamTypes
from ..python.type_names import TypeNames
from .chapters import build_chapters
from .guide import build_guide
from .kept_pages import KeptPages
from .links import build_link_sections
from .migration import build_migration, build_programs
from .operations import OperationSections
from .schema_names import schema_names
from .shell import ShellCalls
from .tables import Tables, describe, enumerated_values, is_async_page
from .types_pages import build_types_pages, type_links
from .usage_notes import find_parsing_calls, find_polling_calls, find_stream_calls
from .value_notes import external_link, value_notes
from .variants import Variants
from .webhooks import build_webhooks

_PAGE_TEXT = (
    "A page of a paginated list. Iterate over the page to read the items of this page and "
    "of all following pages. Use `iter_pages()`, or `has_next_page()` and "
    "`get_next_page()`, to process one page at a time."
)

_TYPES_INDEX = "types-index"
"""Name of the list of the pages of types; names of chapters have no hyphens."""


def lower_reference(
    api: Api,
    package: Package,
    coming_from: str = "",
    names: RecordedNames = NO_NAMES,
) -> Site:
    """Lower an API and its client package to the reference.

    Args:
        api: API.
        package: Client package.
        coming_from: Package that users migrate from; `""` for that of the samples.
        names: Names of the client, with the pages of the earlier output, which stay.
    """
    modules = sorted((*package.types, *package.params), key=lambda item: item.name)
    links = type_links(modules)
    tables = Tables.from_package(
        package, {item.header.key: item for item in api.declarations}
    )
    builder = _TypeSectionBuilder(tables, schema_names(package, tables))
    sections = {
        item.name: builder.build(item)
        for module in modules
        for item in module.items
        if not is_async_page(item)
    }
    operations = _operation_sections(api, package, tables)
    kept = KeptPages(names)
    contents, pages = build_chapters(api, operations, package, sections, links, kept)
    webhooks = build_webhooks(
        api, operations.models, {item.name for item in pages}, kept
    )
    programs = build_programs(api, package, operations)
    types = build_types_pages(modules, sections, links, pages)
    return Site(
        title=package.client.title,
        version=package.client.version,
        description=api.description.strip(),
        package=package.name,
        client=package.client.name,
        construction=package.client.construction,
        contents=contents,
        pages=pages,
        types=types,
        links=links,
        guide=build_guide(
            api, package, programs, webhooks.call if webhooks is not None else ""
        ),
        migration=build_migration(api, package, programs, coming_from),
        webhooks=webhooks,
        link=external_link(api.external_docs),
        types_index=_TYPES_INDEX if types and has_many_pages(contents, types) else "",
    )


def operation_example(api: Api, package: Package) -> Callable[[Operation], str]:
    """Return a function that returns the shortest call of an operation."""
    tables = Tables.from_package(
        package, {item.header.key: item for item in api.declarations}
    )
    return _operation_sections(api, package, tables).example


def _operation_sections(
    api: Api, package: Package, tables: Tables
) -> OperationSections:
    models = ModelTypes(package.models, package.native_types)
    credentials = package.credentials
    variables = {
        item.name: item.environment[0]
        for item in package.client.credentials
        if item.environment
    }
    methods = {
        method.operation: method
        for module in package.resources
        for resource in module.classes
        for method in resource.methods
    }
    return OperationSections(
        api=api,
        tables=tables,
        methods=methods,
        calls={call.id: call.call for call in package.calls},
        credentials=credentials,
        aliases={
            name: item.value
            for name, item in tables.items.items()
            if isinstance(item, AliasDefinition)
        },
        polling_calls=find_polling_calls(package),
        parsing_calls=find_parsing_calls(package),
        stream_calls=find_stream_calls(package),
        shell=None if package.commands is None else ShellCalls(package.commands),
        omitted=package.omitted,
        models=models,
        arguments=ParamTypes(
            TypeNames(
                tables.declarations,
                package.models,
                package.parameters,
                clashes=(),
                taken=frozenset(),
            ),
            native=package.native_types,
        ),
        callbacks=build_callbacks(api, models),
        links=build_link_sections(api, package, methods),
        package=package.name,
        client=package.client.name,
        variants=Variants.of(
            api,
            package.name,
            package.client,
            {
                scheme: variables[name]
                for scheme, name in credentials.items()
                if name in variables
            },
        ),
    )


@dataclass(frozen=True, slots=True)
class _TypeSectionBuilder:
    """Builder of the sections of types."""

    tables: Tables
    schemas: Mapping[str, str]

    def build(self, item: TypeItem) -> TypeSection:
        """Build the section of a type, without a link to a chapter."""
        header = self.tables.declarations[item.key].header
        documentation = header.documentation
        description = describe(documentation)
        usage: Text = ()
        values = enumerated_values(documentation)
        example = header.presentation.example if header.presentation is not None else ""
        example = example or _example(documentation)
        if isinstance(item, PageClass):
            description, usage, values, example = "", parse_text(_PAGE_TEXT), (), ""
        return TypeSection(
            name=item.name,
            anchor=item.name.lower(),
            description=description,
            rows=self.tables.fields(item),
            value=_value(item),
            relation=_relation(item),
            members=self.tables.members(item),
            example=example,
            notes=_notes(documentation),
            values=values,
            usage=usage,
            schema=self.schemas.get(item.name, ""),
        )


def _notes(documentation: Documentation) -> ValueNotes:
    """Return the notes of a type, whose other examples have a block."""
    if any(map(_is_compound, documentation.examples)):
        scalars = (item for item in documentation.examples if not _is_compound(item))
        documentation = replace(documentation, examples=tuple(scalars))
    return value_notes(documentation)


def _is_compound(value: JsonValue) -> bool:
    return isinstance(value, dict | list)


def _example(documentation: Documentation) -> str:
    """Return the first example that is a non-empty object or array as JSON, or `""`."""
    for value in documentation.examples:
        if _is_compound(value) and value:
            return json.dumps(value, indent=2, ensure_ascii=False)
    return ""


def _value(item: TypeItem) -> TypeExpr | None:
    """Return the type that defines an alias or a page, or `None` for other classes."""
    match item:
        case AliasDefinition():
            return item.value
        case TypeNameAlias():
            return Name(item.of)
        case PageClass():
            return Name(item.base)
        case _:
            return None


def _relation(item: TypeItem) -> str:
    """Return the words that introduce the value of a type."""
    match item:
        case AliasDefinition(value=Literal() | Union()):
            return "One of"
        case PageClass():
            return "Inherits the fields of"
        case TypeNameAlias(deprecated=True):
            return f"Deprecated.{removal_text(item.until)} Earlier name of"
        case _:
            return "Alias of"
