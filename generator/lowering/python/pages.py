"""Operations that return pages: the classes of those pages, and how endpoints say it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from ...model.operations import KeyPath, Operation, PageKind, Pagination
from ...model.types import DeclarationRef, Key, Type
from ...python.expressions import Docstring, Name, Subscript, TypeExpr
from ...python.resources import PlainValue
from ...python.types import PageClass
from .bodies import plain_type
from .expressions import ModelTypes
from .identifiers import LONGEST, TYPE_NAMES
from .type_names import TypeNames


@dataclass(frozen=True, slots=True)
class Paged:
    """The types of a method whose answer is a page.

    Args:
        wire: what its endpoint says that it returns.
        returns, returns_async: what its methods return.
    """

    wire: TypeExpr
    returns: TypeExpr
    returns_async: TypeExpr


class Pages:
    """The classes of pages, one for each type of answer and of items."""

    def __init__(
        self, operations: Iterable[Operation], names: TypeNames, models: ModelTypes
    ) -> None:
        self._names = names
        self._models = models
        self._taken = {*names.taken, *TYPE_NAMES}
        self._found: dict[tuple[Key, TypeExpr], str] = {}
        for operation in sorted(operations, key=lambda item: item.id):
            page = operation.pagination
            key = self._key(operation)
            if page is not None and key is not None:
                self._found.setdefault((key, models.of(page.item)), "")
        for key, item in self._found:
            self._found[key, item] = self._name(names.models[key])

    def classes(self) -> Iterator[PageClass]:
        """The classes, each for both kinds of callers."""
        for (key, item), name in self._found.items():
            base = self._names.models[key]
            text = f"A page of `{base}` that can load the next page."
            yield PageClass(name, base, item, False, Docstring(text), key)
            yield PageClass(f"Async{name}", base, item, True, Docstring(text), key)

    def of(self, operation: Operation) -> Paged | None:
        """The types of an operation that returns pages, `None` of one that does not."""
        page = operation.pagination
        if page is None:
            return None
        item = self._models.of(page.item)
        key = self._key(operation)
        if key is None:
            wire: TypeExpr = Subscript("list", (item,))
            sync: TypeExpr = Subscript("SyncListPage", (item,))
            asynchronous: TypeExpr = Subscript("AsyncListPage", (item,))
        else:
            name = self._found[key, item]
            wire = sync = Name(name)
            asynchronous = Name(f"Async{name}")
        return Paged(wire, sync, Subscript("AsyncPaginator", (asynchronous, item)))

    def _key(self, operation: Operation) -> Key | None:
        """The declaration of the object that is answered; a list alone has none."""
        page = operation.pagination
        if page is None or not page.items:
            return None
        type_: Type | None = operation.result.contents[0].type
        assert type_ is not None  # its list was found
        found = plain_type(type_, self._names.declarations)
        assert isinstance(found, DeclarationRef)
        return found.key

    def _name(self, base: str) -> str:
        stem = base.removesuffix("Response") or base
        stem = stem[: LONGEST - len("AsyncPages00")]
        wanted = f"{stem}s" if stem.endswith("Page") else f"{stem}Page"
        name, number = wanted, 2
        while not self._taken.isdisjoint((name, f"Async{name}")):
            name = f"{wanted}{number}"
            number += 1
        self._taken.update((name, f"Async{name}"))
        return name


def paging(page: Pagination) -> dict[str, PlainValue]:
    """How a list goes on, as endpoints say it: without defaults."""
    found: dict[str, PlainValue] = {"kind": page.kind.value}
    ways = {
        "next": page.next,
        "more": page.more,
        "done": page.done,
        "total": page.total,
        "pages": page.pages,
        "current": page.current,
    }
    if page.items != ("data",):
        found["items"] = _way(page.items)
    found |= {name: _way(way) for name, way in ways.items() if way}
    if page.send:
        found["send"] = page.send
    if page.in_body:
        found["place"] = "body"
    if page.id != "id" and page.kind is PageKind.ID:
        found["id"] = page.id
    if page.first and page.kind in (PageKind.NUMBER, PageKind.OFFSET):
        found["first"] = page.first
    return found


def _way(way: KeyPath) -> PlainValue:
    return way[0] if len(way) == 1 else way


def modules_with(
    classes: Iterable[PageClass], modules: Mapping[str, str]
) -> dict[str, list[PageClass]]:
    """The classes by the module that holds what they are pages of."""
    found: dict[str, list[PageClass]] = {}
    for item in classes:
        found.setdefault(modules[item.base], []).append(item)
    return found
