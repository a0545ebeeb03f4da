"""Find names of headers that HTTP does not allow (RFC 9110, section 5.1)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from ..source import JsonPointer
from .references import DATA, NAMED

_TOKEN = re.compile(r"[!#$%&'*+\-.^_`|~0-9A-Za-z]+")


def find_invalid_header_names(root: Any) -> Iterator[tuple[JsonPointer, str]]:
    """Yield the names of header parameters and of Header Objects that are not tokens.

    OpenAPI 3.2 requires a token in section 4.12.2.1. Earlier versions refer to HTTP.

    Args:
        root: Value of a file.

    Yields:
        The pointer of the name of a parameter, or of a Header Object, and the name.
    """
    pending: list[tuple[Any, bool, JsonPointer]] = [(root, False, ())]
    seen = set[int]()
    while pending:
        node, is_map, pointer = pending.pop()
        if not isinstance(node, dict | list) or id(node) in seen:
            continue
        seen.add(id(node))
        if isinstance(node, list):
            pending += [
                (item, False, (*pointer, str(index))) for index, item in enumerate(node)
            ]
            continue
        if is_map and pointer[-1] == "headers":
            for name in filter(_is_invalid, node):
                yield (*pointer, name), name
        elif (
            not is_map and "parameters" in pointer[-2:-1] and node.get("in") == "header"
        ):
            name = node.get("name")
            if isinstance(name, str) and _is_invalid(name):
                yield (*pointer, "name"), name
        for key, value in node.items():
            if is_map or not (key in DATA or key.startswith("x-")):
                pending.append((value, not is_map and key in NAMED, (*pointer, key)))


def _is_invalid(name: str) -> bool:
    return not _TOKEN.fullmatch(name)
