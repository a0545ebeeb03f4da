"""The page of a list that is a member of a single object, such as the items of a folder."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.operations import KeyPath, Operation
from ...model.resolution import resolve_type
from ...model.types import Object, Scalar, ScalarKind
from .names import NUMBERS, OFFSETS
from .parameters import find_page_parameters, is_kind
from .response_list import (
    Declarations,
    ResponseList,
    find_array,
    find_body_type,
    find_fields,
    find_list,
    resolve_object,
)

_MAX_DEPTH = 2
"""Maximum length of the path of a page."""
_NUMBERS = (ScalarKind.INTEGER, ScalarKind.NUMBER)


def find_page_object(
    operation: Operation, declarations: Declarations
) -> ResponseList | None:
    """Find the list in the only object of a response that is a page.

    An object is a page if it contains a list, and the page number or the offset of the
    request under the same name: `{"items": {"offset": 0, "entries": […]}}`.

    Returns:
        The list; `None` if there is none, or if several are possible.
    """
    type_ = find_body_type(operation)
    root = resolve_object(type_, declarations) if type_ is not None else None
    names = {
        item.name
        for item in find_page_parameters(operation, declarations)
        if item.phrase in NUMBERS | OFFSETS and is_kind(item.type, _NUMBERS)
    }
    if root is None or not names:
        return None
    pages = list(_find_pages(root, (), names, declarations))
    return find_list(operation, declarations, pages[0]) if len(pages) == 1 else None


def _find_pages(
    shape: Object, path: KeyPath, names: set[str], declarations: Declarations
) -> Iterator[KeyPath]:
    """Yield the paths of the lists of the pages in an object."""
    for item in shape.properties:
        inner = resolve_object(item.type, declarations)
        if inner is None:
            continue
        inner_path = (*path, item.name)
        array = find_array(inner, declarations)
        items = (*inner_path, array or "")
        if array and _has_number(inner, inner_path, items, names, declarations):
            yield items
        elif len(inner_path) < _MAX_DEPTH:
            yield from _find_pages(inner, inner_path, names, declarations)


def _has_number(
    shape: Object,
    path: KeyPath,
    items: KeyPath,
    names: set[str],
    declarations: Declarations,
) -> bool:
    """Return whether an object contains a number with one of the names."""
    for field_path, item in find_fields(shape, path, items, declarations):
        type_ = resolve_type(item.type, declarations)
        is_number = isinstance(type_, Scalar) and type_.kind in _NUMBERS
        if is_number and field_path[-1] in names:
            return True
    return False
