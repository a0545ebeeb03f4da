"""Patterns of operation ids in `x-speakeasy-name-override` at the root of a document.

The extension is a list of objects: methods whose id matches the regular expression
`operationId` are called `methodNameOverride`
(https://www.speakeasy.com/docs/sdks/customize/methods). Regular expressions of documents are
not trusted: only literal text, `^`, `$` and `.*` are supported.
"""

from __future__ import annotations

import re

from .root import Root

_PATTERN = re.compile(r"\^?(?:[\w-]|\.\*)*\$?")


def read_pattern_name(root: Root, operation_id: str) -> str:
    """Return the name of the method of an operation; `""` if no pattern matches.

    Args:
        root: Entry document that contains the operation.
        operation_id: Id of the operation.
    """
    entries = root.raw("x-speakeasy-name-override")
    for entry in entries if isinstance(entries, list) else ():
        match entry:
            case {"operationId": str(pattern), "methodNameOverride": str(name)}:
                if _matches(pattern, operation_id):
                    return name
            case _:
                continue
    return ""


def _matches(pattern: str, text: str) -> bool:
    if not _PATTERN.fullmatch(pattern):
        return False
    start = "" if pattern.startswith("^") else ".*"
    end = "" if pattern.endswith("$") else ".*"
    parts = f"{start}{pattern.removeprefix('^').removesuffix('$')}{end}".split(".*")
    if len(parts) == 1:
        return text == parts[0]
    first, *within, last = parts
    if not text.startswith(first) or not text[len(first) :].endswith(last):
        return False
    rest = text[len(first) : len(text) - len(last)]
    for part in within:
        if part not in rest:
            return False
        rest = rest[rest.index(part) + len(part) :]
    return True
