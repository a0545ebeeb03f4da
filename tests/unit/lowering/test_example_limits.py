"""Generated values respect the bounds of numbers, also those that are excluded."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from generator.lowering.mock.scalars import apply_limits


@pytest.mark.parametrize(
    ("value", "limits", "expected"),
    [
        (1, {"exclusiveMinimum": 5}, 6),
        (1, {"exclusiveMaximum": 1}, 0),
        (1.0, {"exclusiveMinimum": 0, "exclusiveMaximum": 1}, 0.5),
        (1.0, {"exclusiveMinimum": 1}, 2.0),
        (1, {"minimum": 5, "exclusiveMaximum": 9}, 5),
    ],
)
def test_value_within_limits(
    value: float, limits: dict[str, float], expected: float
) -> None:
    assert apply_limits(value, limits) == expected


@given(low=st.integers(-99, 99), high=st.integers(-99, 99))
def test_excluded_bounds(low: int, high: int) -> None:
    assume(high - low > 1)
    limits = {"exclusiveMinimum": low, "exclusiveMaximum": high}
    for value in (1, 1.0):
        result = apply_limits(value, limits)
        assert isinstance(result, int | float) and low < result < high
        assert type(result) is type(value)
