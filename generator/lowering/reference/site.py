"""The model and the client become the reference: what is said of what callers use."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from .chapters import chapters
from ..python.client import credential_names
from .operations import Sections
from .samples import written_for
from .tables import Tables, is_async_page
from .usage_notes import waiting_calls
from ...model.api import Api
from ...model.operations import Operation
from ...model.types import Documentation
from ...python.expressions import Literal, Name, TypeExpr, Union
from ...python.package import Package
from ...python.types import AliasDefinition, TypeNameAlias, PageClass, TypeItem
from ...reference.site import Link, Site, TypeSection, TypesPage

_PAGE_TEXT = (
    "A page of a list. Iterating over it goes through the items of all pages; "
    "`iter_pages()`, `has_next_page()` and `get_next_page()` go page by page."
)


def lower_reference(api: Api, package: Package) -> Site:
    """The reference of a client; its names are those of `package`."""
    modules = sorted((*package.types, *package.params), key=lambda item: item.name)
    links = {
        item.name: Link(item.name, f"types/{module.name}.md", item.name.lower())
        for module in modules
        for item in module.items
        if not is_async_page(item)
    }
    tables = Tables.of(package, {item.header.key: item for item in api.declarations})
    types = _Types(tables)
    sections = {
        item.name: types.section(item)
        for module in modules
        for item in module.items
        if not is_async_page(item)
    }
    contents, pages = chapters(
        api, _operations(api, package, tables), package, sections, links
    )
    shown = {
        item.type.name: Link(page.title, page.file, item.anchor)
        for page in reversed(pages)
        for item in reversed(page.objects)
    }
    return Site(
        title=package.client.title,
        version=package.client.version,
        text=api.description.strip(),
        package=package.name,
        client=package.client.name,
        contents=contents,
        pages=pages,
        types=tuple(
            TypesPage(
                f"types/{module.name}.md",
                module.docstring.rstrip("."),
                tuple(
                    replace(sections[item.name], shown=shown.get(item.name))
                    for item in module.items
                    if not is_async_page(item)
                ),
            )
            for module in modules
        ),
        links=links,
        other=written_for(api.operations, package.name),
    )


def example_of(api: Api, package: Package) -> Callable[[Operation], str]:
    """Return a function that returns the shortest call of an operation."""
    tables = Tables.of(package, {item.header.key: item for item in api.declarations})
    return _operations(api, package, tables).example


def _operations(api: Api, package: Package, tables: Tables) -> Sections:
    return Sections(
        api=api,
        tables=tables,
        methods={
            method.operation: method
            for module in package.resources
            for resource in module.classes
            for method in resource.methods
        },
        calls={call.id: call.call for call in package.calls},
        credentials=credential_names(api, package.client.always),
        aliases={
            name: item.value
            for name, item in tables.items.items()
            if isinstance(item, AliasDefinition)
        },
        waits=waiting_calls(package),
        package=package.name,
        client=package.client.name,
    )


@dataclass(frozen=True, slots=True)
class _Types:
    """Makes sections of types."""

    tables: Tables

    def section(self, item: TypeItem) -> TypeSection:
        """The section of a type, as if no chapter showed it."""
        header = self.tables.declarations[item.key].header
        said = header.documentation
        text = said.description.strip() or said.title.strip()
        if isinstance(item, PageClass):
            text = _PAGE_TEXT
        example = header.presentation.example if header.presentation is not None else ""
        return TypeSection(
            name=item.name,
            anchor=item.name.lower(),
            text=text,
            rows=self.tables.fields(item),
            value=_value(item),
            relation=_relation(item),
            members=self.tables.members(item),
            example="" if isinstance(item, PageClass) else example or _example(said),
        )


def _example(said: Documentation) -> str:
    """The first sample of a schema that is an object, as text."""
    for value in said.examples:
        if isinstance(value, dict) and value:
            return json.dumps(value, indent=2, ensure_ascii=False)
    return ""


def _value(item: TypeItem) -> TypeExpr | None:
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
    """What a type is to those that it is described by."""
    match item:
        case AliasDefinition(value=Literal() | Union()):
            return "One of"
        case PageClass():
            return "With the fields of"
        case _:
            return "The same as"
