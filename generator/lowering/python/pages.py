"""Lowering of paginated operations: page classes, and the pagination of endpoints."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from ...frozen_dataclass import dataclass
from ...model.operations import KeyPath, Operation, Pagination
from ...model.page_kind import PageKind
from ...model.resolution import resolve_type
from ...model.types import Anything, DeclarationRef, Key, MapOf
from ...python.constants import PlainValue
from ...python.expressions import ANY, Docstring, Name, Subscript, TypeExpr
from ...python.types import PageClass, TypeNameAlias
from ...recorded_names import NO_NAMES, RecordedNames, TypeRole
from .expressions import ModelTypes
from .identifiers import MAX_NAME_LENGTH, TYPE_NAMES
from .type_names import TypeNames


@dataclass(frozen=True, slots=True)
class PagedTypes:
    """The types of a paginated operation.

    Args:
        wire: Type of the response in the endpoint.
        returns, returns_async: Return type of the sync and of the async method.
    """

    wire: TypeExpr
    returns: TypeExpr
    returns_async: TypeExpr


class Pages:
    """The page classes: one for each pair of a response model and an item type.

    Args:
        operations: All operations; those without pagination are ignored.
        names: Names of the types; page classes get other names.
        models: Type expressions of responses.
        recorded: Names of an earlier output; no page gets the name of another one.
    """

    def __init__(
        self,
        operations: Iterable[Operation],
        names: TypeNames,
        models: ModelTypes,
        recorded: RecordedNames = NO_NAMES,
    ) -> None:
        self._names = names
        self._models = models
        self._taken = {*names.taken, *TYPE_NAMES}
        self._recorded = {
            name: row.key for name, row in recorded.types.items() if row.role.is_page
        }
        self._class_names: dict[tuple[Key, TypeExpr], str] = {}
        self._paged: set[str] = set()
        for operation in sorted(operations, key=lambda item: item.id):
            page = operation.pagination
            key = self._response_key(operation)
            if page is not None and key is not None:
                item = models.of(page.item)
                if (key, item) not in self._class_names:
                    name = self._choose_name(names.models[key], key)
                    self._class_names[key, item] = name
                if page.kind is not PageKind.SINGLE:
                    self._paged.add(self._class_names[key, item])

    def classes(self) -> Iterator[PageClass]:
        """Yield the sync and the async class of each kind of page."""
        for (key, item), name in self._class_names.items():
            base = self._names.models[key]
            text = f"A page of `{base}` that can load the next page."
            if name not in self._paged:
                text = f"A `{base}` that iterates over its items."
            yield PageClass(name, base, item, False, Docstring(text), key)
            yield PageClass(f"Async{name}", base, item, True, Docstring(text), key)

    def of(self, operation: Operation) -> PagedTypes | None:
        """Return the types of an operation, or `None` if it is not paginated."""
        page = operation.pagination
        if page is None:
            return None
        item = self._models.of(page.item)
        key = self._response_key(operation)
        if key is not None:
            name = self._class_names[key, item]
            wire: TypeExpr = Name(name)
            sync: TypeExpr = wire
            asynchronous: TypeExpr = Name(f"Async{name}")
        else:
            wire = self._wire_type(operation, item)
            kind = "Object" if page.items else "List"
            sync = Subscript(f"Sync{kind}Page", (item,))
            asynchronous = Subscript(f"Async{kind}Page", (item,))
        return PagedTypes(wire, sync, Subscript("AsyncPaginator", (asynchronous, item)))

    def _wire_type(self, operation: Operation, item: TypeExpr) -> TypeExpr:
        """Return the type of a response that is a list, or an object without a model."""
        if operation.pagination is None or not operation.pagination.items:
            return Subscript("list", (item,))
        type_ = operation.result.contents[0].type or Anything()
        body = resolve_type(type_, self._names.declarations)
        value = self._models.of(body.value) if isinstance(body, MapOf) else ANY
        return Subscript("dict", (Name("str"), value))

    def _response_key(self, operation: Operation) -> Key | None:
        """Return the key of the response object; `None` if it has no model."""
        page = operation.pagination
        if page is None or not page.items:
            return None
        type_ = operation.result.contents[0].type or Anything()
        body = resolve_type(type_, self._names.declarations)
        return body.key if isinstance(body, DeclarationRef) else None

    def _choose_name(self, base: str, key: Key) -> str:
        """Return an unused name for the page class of a model, and reserve it."""
        stem = base.removesuffix("Response") or base
        stem = stem[: MAX_NAME_LENGTH - len("AsyncPages00")]
        preferred = f"{stem}s" if stem.endswith("Page") else f"{stem}Page"
        name, number = preferred, 2
        while (
            not self._taken.isdisjoint((name, f"Async{name}"))
            or self._recorded.get(name, key) != key
        ):
            name = f"{preferred}{number}"
            number += 1
        self._taken.update((name, f"Async{name}"))
        return name


def build_paging(page: Pagination) -> dict[str, PlainValue]:
    """Return the pagination of an endpoint; values that are defaults are omitted."""
    paging: dict[str, PlainValue] = {"kind": page.kind.value}
    paths = {
        "next": page.next,
        "more": page.more,
        "done": page.done,
        "total": page.total,
        "pages": page.pages,
        "current": page.current,
    }
    if page.items != ("data",):
        paging["items"] = build_key_path(page.items)
    paging |= {name: build_key_path(path) for name, path in paths.items() if path}
    if page.send:
        paging["send"] = build_key_path((*page.send_object, page.send))
    if page.in_body:
        paging["place"] = "body"
    if page.id != ("id",) and page.kind is PageKind.ID:
        paging["id"] = build_key_path(page.id)
    if page.first and page.kind in (PageKind.NUMBER, PageKind.OFFSET):
        paging["first"] = page.first
    return paging


def build_key_path(path: KeyPath) -> PlainValue:
    """Return a path of keys as the runtime reads it: a single key is a string."""
    return path[0] if len(path) == 1 else path


def earlier_pages(
    pages: Iterable[PageClass], modules: Mapping[str, str], recorded: RecordedNames
) -> dict[str, list[TypeNameAlias]]:
    """Return aliases for the earlier names of page classes, by module.

    A name stands for the page class of the same model, if there is only one.

    Args:
        pages: Page classes.
        modules: Module of each type.
        recorded: Names of an earlier output, with the current keys of their schemas.
    """
    current: dict[tuple[Key, bool], list[str]] = {}
    for item in pages:
        current.setdefault((item.key, item.asynchronous), []).append(item.name)
    aliases: dict[str, list[TypeNameAlias]] = {}
    for name, row in recorded.types.items():
        is_async = row.role.to_alias() is TypeRole.ASYNC_PAGE_ALIAS
        names = current.get((row.key, is_async), [])
        if not row.role.is_page or name in modules or len(names) != 1:
            continue
        module = row.module if row.module in modules.values() else modules[names[0]]
        until = row.until or recorded.removal
        alias = TypeNameAlias(name, names[0], row.key, deprecated=True, until=until)
        aliases.setdefault(module, []).append(alias)
    return aliases


def group_by_module(
    classes: Iterable[PageClass], modules: Mapping[str, str]
) -> dict[str, list[PageClass]]:
    """Group page classes by the module of their model.

    Args:
        classes: Page classes.
        modules: Module that defines each name.
    """
    groups: dict[str, list[PageClass]] = {}
    for item in classes:
        groups.setdefault(modules[item.base], []).append(item)
    return groups
