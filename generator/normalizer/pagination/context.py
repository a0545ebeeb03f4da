"""An operation that returns a list, with the values that may describe its pages."""

from __future__ import annotations

from collections.abc import Iterable

from ...model.operations import KeyPath, Operation, Pagination
from ...model.page_kind import PageKind
from ...model.resolution import resolve_type
from ...model.types import Property, Scalar, ScalarKind, Type
from .names import (
    DONE,
    MORE,
    NUMBERS,
    OFFSETS,
    SIZES,
    TOKENS,
    TOTAL_HEADERS,
    remove_noise,
    split_name,
)
from .parameters import PageParameter, find_page_parameters, is_kind
from .response_list import (
    Declarations,
    ResponseList,
    resolve_object,
    union_members,
)

_NUMBERS = (ScalarKind.INTEGER, ScalarKind.NUMBER)


class PageContext:
    """An operation and the list that it returns.

    Args:
        operation: Operation that returns the list.
        response_list: The list, and the values beside it.
        declarations: Declarations that types refer to.

    Attributes:
        parameters: Parameters that may select a page or its size.
    """

    def __init__(
        self,
        operation: Operation,
        response_list: ResponseList,
        declarations: Declarations,
    ) -> None:
        self.operation = operation
        self.list = response_list
        self.declarations = declarations
        self.parameters = tuple(find_page_parameters(operation, declarations))

    def is_string(self, type_: Type) -> bool:
        """Return whether a type is a string, without considering null."""
        return self._is_kind(type_, (ScalarKind.STRING,))

    def is_number(self, type_: Type) -> bool:
        """Return whether a type is a number, without considering null."""
        return self._is_kind(type_, _NUMBERS)

    def accepts_number(self, type_: Type) -> bool:
        """Return whether a type is a number, or either a number or an object."""
        resolved = resolve_type(type_, self.declarations)
        members = union_members(resolved, self.declarations) or (resolved,)
        scalars = [
            member
            for member in members
            if resolve_object(member, self.declarations) is None
        ]
        return bool(scalars) and all(map(self.is_number, scalars))

    def is_token(self, type_: Type) -> bool:
        """Return whether a type is a string, a number, or either of them."""
        return self._is_kind(type_, (ScalarKind.STRING, *_NUMBERS))

    def _is_kind(self, type_: Type, kinds: tuple[ScalarKind, ...]) -> bool:
        resolved = resolve_type(type_, self.declarations)
        members = union_members(resolved, self.declarations) or (resolved,)
        return all(
            is_kind(resolve_type(member, self.declarations), kinds)
            for member in members
        )

    def has_header(self, names: Iterable[str]) -> bool:
        """Return whether a successful response declares one of the headers.

        Args:
            names: Names of headers in lower case.
        """
        return any(
            header.name.lower() in names
            for item in self.operation.responses
            if item.successful
            for header in item.headers
        )

    def has_end(self) -> bool:
        """Return whether a flag or a header shows which page is the last."""
        return self.has_more_flag() or self.has_header(TOTAL_HEADERS)

    def has_more_flag(self) -> bool:
        """Return whether a flag of the response shows which page is the last."""
        return bool(self.find_flag(MORE) or self.find_flag(DONE))

    def page_parameter_names(self) -> set[str]:
        """Return the names of the parameters that select a page or its size."""
        return {
            item.name
            for item in self.parameters
            if item.phrase in SIZES | NUMBERS | OFFSETS
            or remove_noise(item.words) in TOKENS
        }

    def find_flag(self, names: Iterable[str]) -> KeyPath:
        """Return the path of the first boolean with one of the names, or `()`.

        Args:
            names: Names as words joined by spaces.
        """
        for path, item in self.list.fields.items():
            type_ = resolve_type(item.type, self.declarations)
            is_flag = isinstance(type_, Scalar) and type_.kind is ScalarKind.BOOLEAN
            if is_flag and " ".join(split_name(path[-1])) in names:
                return path
        return ()

    def find_number(self, names: Iterable[str]) -> KeyPath:
        """Return the path of the first number with one of the names, or `()`.

        Args:
            names: Names as words joined by spaces.
        """
        for path, item in self.list.fields.items():
            if " ".join(split_name(path[-1])) in names and self.is_number(item.type):
                return path
        return ()

    def item_properties(self) -> tuple[Property, ...]:
        """Return the properties of an item; none if it is not an object."""
        shape = resolve_object(self.list.item, self.declarations)
        return shape.properties if shape is not None else ()

    def find_last_id(self) -> KeyPath:
        """Return the path of the identifier of the last item, or `()`."""
        for path, item in self.list.fields.items():
            is_last_id = split_name(path[-1]) == ("last", "id")
            if is_last_id and (self.is_string(item.type) or self.is_number(item.type)):
                return path
        return ()

    def build(
        self,
        kind: PageKind,
        parameter: PageParameter | None = None,
        *,
        next: KeyPath = (),  # noqa: A002 - the name of the field
        total: KeyPath = (),
        pages: KeyPath = (),
        current: KeyPath = (),
        first: int = 0,
        id: KeyPath = ("id",),  # noqa: A002 - the name of the field
    ) -> Pagination:
        """Return the pagination of a kind.

        Args:
            kind: How the next page is requested.
            parameter: Parameter that selects the page; `None` if a URL is followed.
            next: Path of the token or URL, or of the id of the last item.
            total: Path of the number of items on all pages.
            pages: Path of the number of pages.
            current: Path of the number of this page.
            first: Number of the first page, or offset of the first item.
            id: Path of the id in an item.
        """
        # The last page has no URL, so flags are not needed.
        follows_url = kind in (PageKind.URL, PageKind.LINK)
        return Pagination(
            kind,
            self.list.items,
            self.list.item,
            send=parameter.name if parameter is not None else "",
            send_object=parameter.parents if parameter is not None else (),
            in_body=parameter is not None and parameter.in_body,
            next=next,
            more=() if follows_url else self.find_flag(MORE),
            done=() if follows_url else self.find_flag(DONE),
            total=total,
            pages=pages,
            current=current,
            first=first,
            id=id,
        )
