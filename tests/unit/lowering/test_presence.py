"""Selection of properties that are present together."""

from __future__ import annotations

import pytest

from generator.lowering.mock.presence import select_names
from generator.model.presence import PresenceRule

A, B, C, AB = ("a",), ("b",), ("c",), ("a", "b")
ANY = PresenceRule((A, B), 1, 2)
ONE = PresenceRule((A, B), 1, 1)
NOT = PresenceRule((AB,), 0, 0)


@pytest.mark.parametrize(
    ("names", "required", "rules", "expected"),
    [
        ("abc", "", (), "abc"),
        ("abc", "", (ANY,), "abc"),
        ("abc", "", (ONE,), "ac"),
        ("abc", "b", (ONE,), "bc"),
        ("", "", (ONE,), "a"),
        ("abc", "", (ANY, NOT), "ac"),
        ("ab", "", (PresenceRule((AB, A), 1, 1),), "a"),
        ("ab", "", (PresenceRule((AB, B), 1, 1),), "b"),
        ("", "", (PresenceRule((("x",), C), 1, 1),), "c"),
        # A set that requires a removed property is replaced by another one.
        ("", "", (PresenceRule((A, C), 1, 2), PresenceRule((A,), 0, 0)), "c"),
        ("ab", "", (PresenceRule((A, B), 0, 0), PresenceRule((C,), 1, 1)), "c"),
        # No selection meets these rules.
        ("c", "", (PresenceRule((A,), 1, 1), PresenceRule((A,), 0, 0)), "c"),
        ("c", "", (PresenceRule((("x",),), 1, 1),), "c"),
        ("ab", "ab", (NOT,), "ab"),
    ],
)
def test_selection(
    names: str, required: str, rules: tuple[PresenceRule, ...], expected: str
) -> None:
    assert "".join(select_names(names, "abc", required, rules)) == expected
