"""JSON of models and of other values by the default function of the runtime."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from decimal import Decimal
from enum import Enum
from types import ModuleType
from typing import Any
from uuid import UUID

import pytest

from generator.runtime.models.records import json_default


class Color(Enum):
    RED = "red"


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC), '"2026-01-02T03:04:05+00:00"'),
        (date(2026, 1, 2), '"2026-01-02"'),
        (UUID(int=1), '"00000000-0000-0000-0000-000000000001"'),
        (Decimal(1), "1"),
        (Decimal("1E+3"), "1000"),
        (Decimal("0.1"), "0.1"),
        (Decimal("0.12345678901234567890"), '"0.12345678901234567890"'),
        (Decimal("NaN"), "NaN"),
        (Decimal("-Infinity"), "-Infinity"),
        (Color.RED, '"red"'),
    ],
)
def test_json_default_of_common_types(
    types: ModuleType, value: Any, expected: str
) -> None:
    message = types.Message(content=value)
    assert message.to_json(indent=None) == f'{{"content":{expected}}}'


def test_json_default_rejects_other_types() -> None:
    with pytest.raises(TypeError, match="of type set is not JSON serializable"):
        json.dumps({1}, default=json_default)
    with pytest.raises(TypeError, match="of type EnumType is not JSON"):
        json.dumps(Color, default=json_default)


def test_json_default_does_not_copy_models(choice: Any) -> None:
    assert json_default(choice) is vars(choice)
    assert json.loads(json.dumps([choice], default=json_default)) == [choice.to_dict()]


def test_self_reference_raises(choice: Any) -> None:
    choice.me = choice
    with pytest.raises(RecursionError):
        choice.to_dict()
    with pytest.raises(RecursionError):
        choice.to_json()
