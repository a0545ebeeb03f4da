"""Comments that turn off a rule of a linter or type checker have a reason.

The reason is in the same line, in a comment before, or in the body of an `except` clause.
"""

from __future__ import annotations

import io
import re
import tokenize
from collections.abc import Iterator

import pytest

from tests.guards.sources import ROOT, modules

_DIRECTIVE = re.compile(r"#\s*(?:noqa: [A-Z0-9, ]+|(?:type|pyright): ignore\[[^\]]*\])")


def _without_reason(text: str) -> Iterator[int]:
    """Yield the lines of comments that turn off a rule without a reason."""
    lines = text.splitlines()
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        if token.type == tokenize.COMMENT and _DIRECTIVE.match(token.string):
            row = token.start[0]
            before, after = lines[row - 2].strip(), lines[row : row + 1]
            in_body = lines[row - 1].strip().startswith("except") and any(
                line.strip().startswith("#") for line in after
            )
            reason = _DIRECTIVE.sub("", token.string).strip(" #-")
            if not (reason or before.startswith("#") or in_body):
                yield row


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("x = 1  # noqa: S301\n", [1]),
        ("x = 1  # noqa: S301 - written by this program\n", []),
        ("# Written by this program.\nx = 1  # noqa: S301\n", []),
        ("x = 1  # type: ignore[misc]  # pyright: ignore[reportX]\n", [1]),
        ("x = 1  # type: ignore[misc]  # no stubs\n", []),
        ("except E:  # noqa: BLE001\n    # Any type.\n    pass\n", []),
    ],
)
def test_reasons_are_recognized(text: str, rows: list[int]) -> None:
    assert list(_without_reason(text)) == rows


def test_every_comment_has_a_reason() -> None:
    places = [
        f"{module.file.relative_to(ROOT)}:{row}"
        for module in modules().values()
        for row in _without_reason(module.file.read_text(encoding="utf-8"))
    ]
    assert places == []
