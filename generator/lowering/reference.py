"""The model and the client become the reference: what is said of what callers use."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from generator.lowering.arguments import PLACES
from generator.lowering.bodies import sent
from generator.lowering.client import credential_names
from generator.lowering.documentation import default_text, limits_text
from generator.lowering.examples import Aliases, example_call
from generator.lowering.samples import shown_samples, written_for
from generator.lowering.methods import operation_text
from generator.lowering.views import field_names
from generator.model.api import Api, Resource, SectionKind
from generator.model.operations import Operation
from generator.model.types import (
    Declaration,
    Documentation,
    Key,
    Object,
    Property,
)
from generator.python.expressions import LiteralExpr, TypeExpr
from generator.python.package import Package
from generator.python.resources import Argument, Method, Place
from generator.python.types import (
    AliasDefinition,
    ModelClass,
    OtherName,
    PageClass,
    ParamClass,
    TypeItem,
    TypesModule,
)
from generator.reference.site import (
    Link,
    OperationSection,
    ResourcePage,
    Row,
    ShownSample,
    Site,
    TypeSection,
    TypesPage,
)

_PLACES = {
    Place.PATH: "path",
    Place.QUERY: "query",
    Place.HEADERS: "header",
    Place.COOKIES: "cookie",
    Place.BODY: "body",
}
_FAILURES = ("4", "5")
_PAGE_TEXT = (
    "A page of a list, with the fields of `{}`. Iterating over it goes through the items "
    "of all pages; `iter_pages()`, `has_next_page()` and `get_next_page()` go page by "
    "page."
)


def lower_reference(api: Api, package: Package) -> Site:
    """The reference of a client; its names are those of `package`."""
    modules = sorted((*package.types, *package.params), key=lambda item: item.name)
    links = {
        item.name: Link(item.name, f"types/{module.name}.md", item.name.lower())
        for module in modules
        for item in module.items
        if not _is_async_page(item)
    }
    declarations = {item.header.key: item for item in api.declarations}
    return Site(
        title=package.client.title,
        version=package.client.version,
        text=api.description.strip(),
        package=package.name,
        client=package.client.name,
        resources=_resource_pages(api, package, declarations),
        types=tuple(_types_page(module, declarations) for module in modules),
        links=links,
        other=written_for(api.operations, package.name),
    )


def _resource_pages(
    api: Api, package: Package, declarations: Mapping[Key, Declaration]
) -> tuple[ResourcePage, ...]:
    calls = {call.id: call.call for call in package.calls}
    credentials = credential_names(api, package.client.always)
    methods = {
        method.operation: method
        for module in package.resources
        for resource in module.classes
        for method in resource.methods
    }
    aliases = {
        item.name: item.value
        for types in (*package.types, *package.params)
        for item in types.items
        if isinstance(item, AliasDefinition)
    }
    pages = []
    ranks = _ranks(api)
    last = len(ranks)
    tops = zip(api.root.children, package.resources, strict=True)
    for top, module in sorted(tops, key=lambda item: _rank(item[0], ranks)):
        operations = [
            item
            for found in top.walk()
            for item in found.operations
            if not item.alias_of
        ]
        operations.sort(key=lambda item: ranks.get(item.id, last))
        if not operations:  # It reads webhooks, and calls nothing.
            continue
        pages.append(
            ResourcePage(
                f"{module.name}.md",
                top.title,
                top.description.strip(),
                tuple(
                    _operation(
                        item,
                        methods[item.id],
                        calls[item.id],
                        _security(api, item, credentials),
                        declarations,
                        aliases,
                        (package.name, package.client.name),
                    )
                    for item in operations
                ),
            )
        )
    return tuple(pages)


def _ranks(api: Api) -> dict[str, int]:
    """The place of each operation that a group of the document lists."""
    keys = (
        section.key
        for group in api.groups
        for section in group.sections
        if section.kind is SectionKind.OPERATION
    )
    return {key: place for place, key in enumerate(dict.fromkeys(keys))}


def _rank(resource: Resource, ranks: Mapping[str, int]) -> int:
    """The place of the first operation of a resource; those not listed come last."""
    places = (
        ranks.get(item.id, len(ranks))
        for found in resource.walk()
        for item in found.operations
    )
    return min(places, default=len(ranks))


def _operation(
    operation: Operation,
    method: Method,
    call: str,
    security: tuple[tuple[str, ...], ...],
    declarations: Mapping[Key, Declaration],
    aliases: Aliases,
    names: tuple[str, str],
) -> OperationSection:
    said = _documentation(operation, declarations)
    texts = {doc.name: doc.text for doc in method.docstring.arguments}
    nothing = method.returns.members == ("None",)
    body = operation.body
    example = example_call(call, method, said, aliases)
    answer = next((item.answer for item in operation.samples if item.answer), "")
    return OperationSection(
        call=call,
        anchor=call.replace(".", "-").lower(),
        title=operation.title,
        method=operation.method,
        path=operation.path,
        summary=operation.summary or operation.title,
        text=operation_text(operation),
        example=example,
        samples=shown_samples(operation, *names) or (ShownSample("", example, answer),),
        rows=tuple(
            _argument(item, said.get((item.place, item.key)), texts.get(item.name, ""))
            for item in method.arguments
        ),
        returns=None if nothing else method.returns,
        event=method.event,
        returns_text=method.docstring.returns,
        credentials=security,
        sends=(body.media_types or (body.media_type,)) if body else (),
        accepts=_accepts(operation),
        errors=tuple(
            (outcome.status, outcome.description)
            for outcome in operation.outcomes
            if outcome.status.startswith(_FAILURES)
        ),
        notes=tuple(
            note
            for note, holds in (
                ("Beta", operation.beta),
                ("Legacy", operation.legacy),
                ("Deprecated", operation.deprecated),
            )
            if holds
        ),
    )


def _accepts(operation: Operation) -> tuple[str, ...]:
    names = [content.media_type for content in operation.answer.contents]
    if operation.answer.streaming is not None:
        names.append(operation.answer.streaming.media_type)
    return tuple(dict.fromkeys(names))


def _security(
    api: Api, operation: Operation, credentials: Mapping[str, str]
) -> tuple[tuple[str, ...], ...]:
    asked = api.security if operation.security is None else operation.security
    return tuple(tuple(credentials[name] for name in names) for names in asked if names)


def _documentation(
    operation: Operation, declarations: Mapping[Key, Declaration]
) -> dict[tuple[Place, str], Documentation]:
    """What the document says of each argument, by its place and its name on the wire."""
    said = {
        (PLACES[item.place], item.name): item.documentation
        for item in operation.parameters
    }
    body = operation.body
    properties = sent(body, declarations).properties if body is not None else None
    for item in properties or ():
        said[Place.BODY, item.name] = item.documentation
    return said


def _argument(item: Argument, said: Documentation | None, text: str) -> Row:
    documentation = said or Documentation(text)
    return Row(
        name=item.name,
        key=item.key if item.key != item.name else "",
        type=item.type,
        text=documentation.description.strip() or documentation.title.strip(),
        required=item.required,
        default=default_text(documentation),
        limits=limits_text(documentation),
        place="" if item.whole else _PLACES[item.place],
    )


def _types_page(
    module: TypesModule, declarations: Mapping[Key, Declaration]
) -> TypesPage:
    return TypesPage(
        f"types/{module.name}.md",
        module.docstring.rstrip("."),
        tuple(
            _type(item, declarations[item.key])
            for item in module.items
            if not _is_async_page(item)
        ),
    )


def _is_async_page(item: TypeItem) -> bool:
    """Whether it says to async callers what another says to all."""
    return isinstance(item, PageClass) and item.asynchronous


def _type(item: TypeItem, declaration: Declaration) -> TypeSection:
    rows: Iterable[Row] = ()
    if isinstance(item, ModelClass | ParamClass) and isinstance(declaration, Object):
        rows = _rows(item, declaration)
    said = declaration.header.documentation
    text = said.description.strip() or said.title.strip()
    if isinstance(item, PageClass):
        text = _PAGE_TEXT.format(item.base)
    return TypeSection(
        name=item.name,
        anchor=item.name.lower(),
        text=text,
        rows=tuple(rows),
        value=_value(item),
    )


def _value(item: TypeItem) -> TypeExpr | LiteralExpr | None:
    match item:
        case AliasDefinition():
            return item.value
        case OtherName():
            return TypeExpr((item.of,), (item.of,))
        case _:
            return None


def _rows(item: ModelClass | ParamClass, declaration: Object) -> Iterable[Row]:
    properties = {found.name: found for found in declaration.properties}
    names = field_names(declaration)
    for field in item.fields:
        found: Property = properties[field.key]
        said = found.documentation
        name = names[field.key] if isinstance(item, ModelClass) else field.key
        yield Row(
            name=name,
            key=field.key if field.key != name else "",
            type=field.type,
            text=said.description.strip() or said.title.strip(),
            required=field.required,
            default=default_text(said),
            limits=limits_text(said),
        )
