"""How lists go on: which answers are pages, and what leads to the next.

What is looked for is a pair: a value around the list, and a parameter that takes it, both
under names that APIs use. A parameter alone is never enough, so that a filter `after` or
the `page` of a document stays what it is. What leads to the next page most surely comes
first: an address, a token, the last identifier, then what can be counted.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from ...model.operations import Operation, PageKind, Pagination, KeyPath
from ...model.types import Property, Scalar, ScalarKind, Type
from .response_list import Declarations, Listing, listing, plain
from .parameters import (
    NUMBERS,
    OFFSETS,
    SIZES,
    TOKENS,
    PageParameter,
    Words,
    first_of,
    is_date,
    is_kind,
    page_parameters,
    stem_of,
)
from ...words import split_words

_ALIKE = TOKENS - {"token", "key", "position"}
"""Tokens that may have one name in the answer and in the request."""
_BARE = ("cursor", "after", "next", "page", "marker", "token", "offset", "until")
"""Parameters that take what is only called `next`, those that say it best first."""
_LAST = ("starting_after", "after", "after_id", "last_id", "startingAfter", "afterId")
_MORE = frozenset({"has more", "has next", "has next page", "more", "has more items"})
_DONE = frozenset({"is last", "last", "last page", "is last page", "is end", "done"})
_TOTAL = frozenset(
    {
        *("total", "total count", "total items", "total elements", "total results"),
        *("total records", "total entries", "total size", "total hits", "total rows"),
    }
)
_PAGES = frozenset(
    {"total pages", "pages", "page count", "num pages", "last page", "pages total"}
)
_ADDRESS_WORDS = frozenset({"url", "uri", "link", "href", "links"})
_ADDRESS = re.compile(r"\b(url|uri|link|href)s?\b|https?://", re.IGNORECASE)


def recognized(operation: Operation, declarations: Declarations) -> Pagination | None:
    """How the list that an operation answers goes on; `None` for what is no page."""
    if operation.method not in ("GET", "POST"):
        return None
    found = listing(operation, declarations)
    if found is None:
        return None
    return _Rules(operation, found, declarations).apply()


class _Rules:
    def __init__(
        self, operation: Operation, found: Listing, declarations: Declarations
    ) -> None:
        self._operation = operation
        self._list = found
        self._declarations = declarations
        self._parameters = list(page_parameters(operation, declarations))

    def apply(self) -> Pagination | None:
        """The first rule that fits."""
        if self._operation.method != "GET":
            # Of what stands in a body, only a token is never what is searched for.
            return self._token()
        return (
            self._address()
            or self._token()
            or self._bare_address()
            or self._last_id()
            or self._link()
            or self._number()
            or self._offset()
        )

    def _address(self) -> Pagination | None:
        for way, item in self._list.fields.items():
            if self._is_address(way, item):
                return self._made(PageKind.URL, next=way)
        return None

    def _bare_address(self) -> Pagination | None:
        """A `next` that nothing takes, beside a `previous`: addresses, in this pair."""
        for way, item in self._list.fields.items():
            beside = ((*way[:-1], name) for name in ("previous", "prev"))
            if way[-1] == "next" and self._is_text(item.type):
                if any(other in self._list.fields for other in beside):
                    return self._made(PageKind.URL, next=way)
        return None

    def _is_address(self, way: KeyPath, item: Property) -> bool:
        words = split_words(way[-1])
        if words == ("href",) and len(way) > 1:
            return split_words(way[-2]) == ("next",)
        if "next" not in words or not self._is_text(item.type):
            return False
        if _ADDRESS_WORDS & {*words, *split_words(".".join(way[:-1]))}:
            return True
        said = item.documentation
        type_ = plain(item.type, self._declarations)
        if isinstance(type_, Scalar) and type_.format in (
            "uri",
            "uri-reference",
            "url",
        ):
            return True
        shown = " ".join(str(example) for example in said.examples)
        return words in (("next",), ("next", "page")) and bool(
            _ADDRESS.search(f"{said.title} {said.description} {shown}")
        )

    def _token(self) -> Pagination | None:
        fields = [
            (way, split_words(way[-1]), split_words(" ".join(way[:-1])))
            for way, item in self._list.fields.items()
            if self._is_text(item.type) or self._is_number(item.type)
        ]
        text = {
            way: self._is_text(item.type) for way, item in self._list.fields.items()
        }
        nexts = [
            (way, words if "next" in words else ("next", *words))
            for way, words, outer in fields
            if "next" in words or "next" in outer
        ]
        for way, words in nexts:
            taker = self._taker(words, text[way])
            if taker is not None:
                return self._with(taker, PageKind.TOKEN, next=way)
        for way, words, _ in fields if self._operation.method == "GET" else ():
            taker = self._same(way[-1], words)
            if taker is not None:
                return self._with(taker, PageKind.TOKEN, next=way)
        return None

    def _taker(self, words: Words, text: bool) -> PageParameter | None:
        """The parameter that takes a value with such a name, which says `next`."""
        takers = [
            item
            for item in self._parameters
            if not is_date(item.type)
            and item.text not in SIZES
            and not (text and self._is_number(item.type))
        ]
        rest = tuple(word for word in words if word != "next")
        for wanted in (words, rest):
            for item in takers:
                if item.words == wanted:
                    return item
        stem = stem_of(words)
        if stem and stem not in TOKENS:
            return None
        for item in takers:
            if stem and stem_of(item.words) == stem:
                return item
        for name in () if stem else _BARE:
            for item in takers:
                if item.words == (name,):
                    return item
        return next((item for item in takers if stem_of(item.words) in TOKENS), None)

    def _same(self, name: str, words: Words) -> PageParameter | None:
        """The parameter that takes a token which is not called the next one."""
        stem = stem_of(words)
        if stem not in _ALIKE:
            return None
        for item in self._parameters:
            if is_date(item.type):
                continue
            ends = words[:1] == ("end",) and stem_of(item.words) in TOKENS
            if item.name == name or ends:
                return item
        return None

    def _last_id(self) -> Pagination | None:
        named = {item.name: item for item in self._parameters}
        taker = next((named[name] for name in _LAST if name in named), None)
        if taker is None or is_date(taker.type) or self._is_number(taker.type):
            return None
        last = self._field({"last id"})
        if not last and ("id" not in self._list.keys or not self._says_more()):
            return None
        return self._with(taker, PageKind.ID, next=last)

    def _link(self) -> Pagination | None:
        for status_response in self._operation.responses:
            if (
                status_response.successful
                and "link" in status_response.headers
                and self._sizes()
            ):
                return self._made(PageKind.LINK)
        return None

    def _number(self) -> Pagination | None:
        taker = self._counted(NUMBERS)
        pages, total = self._field(_PAGES), self._field(_TOTAL)
        told = bool(pages or total or self._says_more())
        if taker is None or not (told or self._is_counted(taker)):
            return None
        current = self._field(NUMBERS)
        return self._with(
            taker,
            PageKind.NUMBER,
            total=total,
            pages=pages,
            current=current,
            first=first_of(taker, 0 if "index" in taker.words else 1),
        )

    def _offset(self) -> Pagination | None:
        taker = self._counted(OFFSETS)
        total = self._field(_TOTAL)
        told = bool(total or self._says_more())
        if taker is None or not (told or self._is_counted(taker)):
            return None
        return self._with(taker, PageKind.OFFSET, total=total, first=first_of(taker, 0))

    def _counted(self, names: frozenset[str]) -> PageParameter | None:
        for item in self._parameters:
            if item.text in names and self._is_number(item.type):
                return item
        return None

    def _sizes(self) -> set[str]:
        """The parameters that say how long a page is, or which one it is."""
        return {
            item.name
            for item in self._parameters
            if item.text in SIZES | NUMBERS | OFFSETS or stem_of(item.words) in TOKENS
        }

    def _is_counted(self, taker: PageParameter) -> bool:
        """Whether pages have a size, and the path names things rather than one thing."""
        about = self._list.named or not self._operation.path.endswith("}")
        return about and self._sizes() > {taker.name}

    def _says_more(self) -> bool:
        return bool(self._field(_MORE, ScalarKind.BOOLEAN) or self._done())

    def _done(self) -> KeyPath:
        return self._field(_DONE, ScalarKind.BOOLEAN)

    def _field(self, names: Iterable[str], kind: ScalarKind | None = None) -> KeyPath:
        """The way to the first value with such a name; a number, where no kind is given."""
        for way, item in self._list.fields.items():
            if " ".join(split_words(way[-1])) not in names:
                continue
            type_ = plain(item.type, self._declarations)
            if kind is not None:
                if isinstance(type_, Scalar) and type_.kind is kind:
                    return way
            elif self._is_number(type_) or (
                "last id" in names and self._is_text(type_)
            ):
                return way
        return ()

    def _is_text(self, type_: Type) -> bool:
        return is_kind(plain(type_, self._declarations), (ScalarKind.STRING,))

    def _is_number(self, type_: Type) -> bool:
        numbers = (ScalarKind.INTEGER, ScalarKind.NUMBER)
        return is_kind(plain(type_, self._declarations), numbers)

    def _with(
        self,
        taker: PageParameter,
        kind: PageKind,
        *,
        next: KeyPath = (),
        total: KeyPath = (),
        pages: KeyPath = (),
        current: KeyPath = (),
        first: int = 0,
    ) -> Pagination:
        return self._made(
            kind,
            send=taker.name,
            in_body=taker.in_body,
            next=next,
            total=total,
            pages=pages,
            current=current,
            first=first,
        )

    def _made(
        self,
        kind: PageKind,
        *,
        send: str = "",
        in_body: bool = False,
        next: KeyPath = (),
        total: KeyPath = (),
        pages: KeyPath = (),
        current: KeyPath = (),
        first: int = 0,
    ) -> Pagination:
        # An address or its absence says all that there is to say.
        followed = kind in (PageKind.URL, PageKind.LINK)
        return Pagination(
            kind,
            self._list.items,
            self._list.item,
            send=send,
            in_body=in_body,
            next=next,
            more=() if followed else self._field(_MORE, ScalarKind.BOOLEAN),
            done=() if followed else self._done(),
            total=total,
            pages=pages,
            current=current,
            first=first,
        )
