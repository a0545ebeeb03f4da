"""Detection of paginated lists.

A list is paginated if the response has a value beside the list, and the request has a
parameter that accepts it, both with names that APIs commonly use. A parameter alone is not
enough: `after` may be a filter, and `page` the page of a document. The most reliable kind
is tried first: a URL, a token, the id of the last item, then page numbers and offsets.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from ...model.operations import KeyPath, Operation, PageKind, Pagination
from ...model.types import Property, Scalar, ScalarKind, Type
from .names import (
    DONE,
    MORE,
    NOISE,
    NUMBERS,
    OFFSETS,
    PAGES,
    SIZES,
    TOKENS,
    TOTAL,
    TOTAL_HEADERS,
    Words,
    mentions_next_page,
    split_name,
)
from .parameters import (
    PageParameter,
    find_first_page,
    find_page_parameters,
    is_date_or_enum,
    is_kind,
    is_numeric_text,
    mentions_pages,
    remove_noise,
)
from .response_list import Declarations, ResponseList, find_list, resolve_type

_SHARED_TOKENS = TOKENS - {"token", "key", "position"}
"""Tokens that may have the same name in the response and in the request."""
_NEXT_PARAMETERS = (
    *("cursor", "after", "next", "page"),
    *("marker", "token", "offset", "until"),
)
"""Parameters that accept a value named only `next`, most specific first."""
_LAST_ID_PARAMETERS = (
    *("starting_after", "after", "after_id"),
    *("last_id", "startingAfter", "afterId"),
)
_URL_WORDS = frozenset({"url", "uri", "link", "href", "links"})
_URL_MENTION = re.compile(r"\b(url|uri|link|href)s?\b|https?://", re.IGNORECASE)


def detect_pagination(
    operation: Operation, declarations: Declarations
) -> Pagination | None:
    """Detect the pagination of an operation; return `None` if it returns no pages."""
    if operation.method not in ("GET", "POST"):
        return None
    response_list = find_list(operation, declarations)
    if response_list is None:
        return None
    return _Detector(operation, response_list, declarations).detect()


class _Detector:
    def __init__(
        self,
        operation: Operation,
        response_list: ResponseList,
        declarations: Declarations,
    ) -> None:
        self._operation = operation
        self._list = response_list
        self._declarations = declarations
        self._parameters = list(find_page_parameters(operation, declarations))

    def detect(self) -> Pagination | None:
        """Return the pagination of the first kind that applies."""
        if self._operation.method != "GET":
            # In a body, any other property may be a search criterion.
            return self._token()
        return (
            self._url()
            or self._token()
            or self._unlabeled_url()
            or self._last_id()
            or self._link()
            or self._number()
            or self._offset()
        )

    def _url(self) -> Pagination | None:
        for path, item in self._list.fields.items():
            if self._is_url(path, item):
                return self._build(PageKind.URL, next=path)
        return None

    def _unlabeled_url(self) -> Pagination | None:
        """Detect a `next` beside `previous` that no parameter accepts: both are URLs."""
        for path, item in self._list.fields.items():
            siblings = ((*path[:-1], name) for name in ("previous", "prev"))
            if path[-1] == "next" and self._is_string(item.type):
                if any(sibling in self._list.fields for sibling in siblings):
                    return self._build(PageKind.URL, next=path)
        return None

    def _is_url(self, path: KeyPath, item: Property) -> bool:
        words = split_name(path[-1])
        if words == ("href",) and len(path) > 1:
            return split_name(path[-2]) == ("next",)
        if "next" not in words or not self._is_string(item.type):
            return False
        if _URL_WORDS & {*words, *split_name(".".join(path[:-1]))}:
            return True
        documentation = item.documentation
        type_ = resolve_type(item.type, self._declarations)
        if isinstance(type_, Scalar) and type_.format in (
            "uri",
            "uri-reference",
            "url",
        ):
            return True
        examples = " ".join(str(example) for example in documentation.examples)
        return words in (("next",), ("next", "page")) and bool(
            _URL_MENTION.search(
                f"{documentation.title} {documentation.description} {examples}"
            )
        )

    def _token(self) -> Pagination | None:
        fields = [
            (path, split_name(path[-1]), split_name(" ".join(path[:-1])))
            for path, item in self._list.fields.items()
            if self._is_string(item.type) or self._is_number(item.type)
        ]
        is_string = {
            path: self._is_string(item.type) for path, item in self._list.fields.items()
        }
        next_fields = [
            (path, words if "next" in words else ("next", *words))
            for path, words, outer in fields
            if "next" in words or "next" in outer or self._is_next_token(path, words)
        ]
        for path, words in next_fields:
            parameter = self._find_next_parameter(words, is_string[path])
            if parameter is not None:
                return self._build_with(parameter, PageKind.TOKEN, next=path)
        for path, words, _ in fields if self._operation.method == "GET" else ():
            parameter = self._find_same_parameter(path[-1], words)
            if parameter is not None:
                return self._build_with(parameter, PageKind.TOKEN, next=path)
        return None

    def _is_next_token(self, path: KeyPath, words: Words) -> bool:
        """Return whether the description of a token says that it is for the next page."""
        description = self._list.fields[path].documentation.description
        return remove_noise(words) in TOKENS and mentions_next_page(description)

    def _find_next_parameter(
        self, words: Words, is_string: bool
    ) -> PageParameter | None:
        """Return the parameter that accepts a value whose name contains `next`."""
        candidates = [
            item
            for item in self._parameters
            if not is_date_or_enum(item.type)
            and not item.required
            and item.phrase not in SIZES
            and not (is_string and self._is_number(item.type))
        ]
        without_next = tuple(word for word in words if word != "next")
        for name in (words, without_next):
            for item in candidates:
                if item.words == name:
                    return item
        stem = remove_noise(words)
        if stem and stem not in TOKENS:
            return None
        for item in candidates:
            if stem and remove_noise(item.words) == stem:
                return item
        for word in () if stem else _NEXT_PARAMETERS:
            for item in candidates:
                if item.words == (word,):
                    return item
        return next(
            (item for item in candidates if remove_noise(item.words) in TOKENS), None
        )

    def _find_same_parameter(self, name: str, words: Words) -> PageParameter | None:
        """Return the parameter that accepts a token whose name does not contain `next`."""
        stem = remove_noise(words)
        # `pageToken` is about pages, `token` may be anything.
        is_specific = stem in TOKENS and not NOISE.isdisjoint(words)
        if stem not in _SHARED_TOKENS and not is_specific:
            return None
        for item in self._parameters:
            if is_date_or_enum(item.type) or item.required:
                continue
            is_end_token = words[:1] == ("end",) and remove_noise(item.words) in TOKENS
            if item.name == name or is_end_token:
                return item
        return None

    def _last_id(self) -> Pagination | None:
        by_name = {item.name: item for item in self._parameters if not item.required}
        names = (name for name in _LAST_ID_PARAMETERS if name in by_name)
        parameter = next((by_name[name] for name in names), None)
        if parameter is None or is_date_or_enum(parameter.type):
            return None
        if self._is_number(parameter.type):
            return None
        last_id = self._find_field({"last id"})
        if not last_id and ("id" not in self._list.keys or not self._has_more_flag()):
            return None
        return self._build_with(parameter, PageKind.ID, next=last_id)

    def _link(self) -> Pagination | None:
        for status_response in self._operation.responses:
            if (
                status_response.successful
                and any(
                    header.name.lower() == "link" for header in status_response.headers
                )
                and self._page_parameter_names()
            ):
                return self._build(PageKind.LINK)
        return None

    def _number(self) -> Pagination | None:
        pages, total = self._find_field(PAGES), self._find_field(TOTAL)
        has_end = bool(pages or total or self._has_end())
        parameter = self._find_numeric_parameter(NUMBERS, has_end)
        if parameter is None:
            return None
        is_paged = mentions_pages(parameter)
        if not (has_end or self._has_page_size(parameter, is_paged)):
            return None
        current = self._find_field(NUMBERS)
        return self._build_with(
            parameter,
            PageKind.NUMBER,
            total=total,
            pages=pages,
            current=current,
            first=find_first_page(parameter, 0 if "index" in parameter.words else 1),
        )

    def _offset(self) -> Pagination | None:
        total = self._find_field(TOTAL)
        has_end = bool(total or self._has_end())
        parameter = self._find_numeric_parameter(OFFSETS, has_end)
        if parameter is None or not (has_end or self._has_page_size(parameter)):
            return None
        first = find_first_page(parameter, 0)
        return self._build_with(parameter, PageKind.OFFSET, total=total, first=first)

    def _find_numeric_parameter(
        self, names: frozenset[str], has_end: bool
    ) -> PageParameter | None:
        """Return the parameter for a page number or an offset.

        Args:
            names: Names as words joined by spaces.
            has_end: Whether the response shows which page is the last. The parameter can
                then be required, or a number that the document describes as a string.
        """
        for item in self._parameters:
            if item.phrase not in names or (item.required and not has_end):
                continue
            if self._is_number(item.type) or (has_end and is_numeric_text(item)):
                return item
        return None

    def _has_end(self) -> bool:
        """Return whether a flag or a header shows which page is the last."""
        headers = (
            header.name.lower()
            for item in self._operation.responses
            if item.successful
            for header in item.headers
        )
        return self._has_more_flag() or not TOTAL_HEADERS.isdisjoint(headers)

    def _page_parameter_names(self) -> set[str]:
        """Return the names of the parameters that select a page or its size."""
        return {
            item.name
            for item in self._parameters
            if item.phrase in SIZES | NUMBERS | OFFSETS
            or remove_noise(item.words) in TOKENS
        }

    def _has_page_size(self, parameter: PageParameter, is_paged: bool = False) -> bool:
        """Return whether pages have a size, and the path is that of a collection.

        Args:
            parameter: Parameter that selects the page.
            is_paged: Whether its description is about the pages of a list.
        """
        is_collection = self._list.is_main or not self._operation.path.endswith("}")
        has_size = is_paged or self._page_parameter_names() > {parameter.name}
        return is_collection and has_size

    def _has_more_flag(self) -> bool:
        return bool(self._find_field(MORE, ScalarKind.BOOLEAN) or self._find_done())

    def _find_done(self) -> KeyPath:
        return self._find_field(DONE, ScalarKind.BOOLEAN)

    def _find_field(
        self, names: Iterable[str], kind: ScalarKind | None = None
    ) -> KeyPath:
        """Return the path of the first value with one of the names, or `()`.

        Args:
            names: Names as words joined by spaces.
            kind: Kind of the value; `None` for a number.
        """
        for path, item in self._list.fields.items():
            if " ".join(split_name(path[-1])) not in names:
                continue
            type_ = resolve_type(item.type, self._declarations)
            if kind is not None:
                if isinstance(type_, Scalar) and type_.kind is kind:
                    return path
            elif self._is_number(type_) or (
                "last id" in names and self._is_string(type_)
            ):
                return path
        return ()

    def _is_string(self, type_: Type) -> bool:
        return is_kind(resolve_type(type_, self._declarations), (ScalarKind.STRING,))

    def _is_number(self, type_: Type) -> bool:
        numbers = (ScalarKind.INTEGER, ScalarKind.NUMBER)
        return is_kind(resolve_type(type_, self._declarations), numbers)

    def _build_with(
        self,
        parameter: PageParameter,
        kind: PageKind,
        *,
        next: KeyPath = (),  # noqa: A002 - the name of the field
        total: KeyPath = (),
        pages: KeyPath = (),
        current: KeyPath = (),
        first: int = 0,
    ) -> Pagination:
        return self._build(
            kind,
            send=parameter.name,
            in_body=parameter.in_body,
            next=next,
            total=total,
            pages=pages,
            current=current,
            first=first,
        )

    def _build(
        self,
        kind: PageKind,
        *,
        send: str = "",
        in_body: bool = False,
        next: KeyPath = (),  # noqa: A002 - the name of the field
        total: KeyPath = (),
        pages: KeyPath = (),
        current: KeyPath = (),
        first: int = 0,
    ) -> Pagination:
        # The last page has no URL, so flags are not needed.
        follows_url = kind in (PageKind.URL, PageKind.LINK)
        return Pagination(
            kind,
            self._list.items,
            self._list.item,
            send=send,
            in_body=in_body,
            next=next,
            more=() if follows_url else self._find_field(MORE, ScalarKind.BOOLEAN),
            done=() if follows_url else self._find_done(),
            total=total,
            pages=pages,
            current=current,
            first=first,
        )
