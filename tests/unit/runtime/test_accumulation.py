"""Accumulation of chunks that differ from those of OpenAI, as compatible servers send them."""

from __future__ import annotations

import time
from typing import Any

import pytest

from generator.runtime.streaming.accumulation import accumulator_for

CALL = {"id": "a", "type": "function", "function": {"name": "f", "arguments": "{"}}
REST = {"function": {"arguments": "}"}}
WHOLE = {**CALL, "function": {"name": "f", "arguments": "{}"}}
OTHER = {**WHOLE, "id": "b"}


def accumulate(*deltas: Any, **members: Any) -> Any:
    """Return the response that chunks form; `members` are those of the last chunk."""
    accumulator = accumulator_for(("pieces", "choices", "delta", "message"))
    for number, delta in enumerate(deltas, 1):
        chunk = {"id": "c", "choices": [{"index": 0, "delta": delta}]}
        accumulator.add(chunk | members if number == len(deltas) else chunk)
    return accumulator.result(lambda value: value)


@pytest.mark.parametrize(
    ("lists", "calls"),
    [
        # Some servers send no index, or null.
        (([CALL], [REST]), [WHOLE]),
        (([CALL | {"index": None}], [REST | {"index": None}]), [WHOLE]),
        (([CALL | {"index": 0}], [REST]), [WHOLE]),
        (([CALL, REST], [OTHER]), [WHOLE, OTHER]),
        (([WHOLE], [OTHER]), [WHOLE, OTHER]),
        (([WHOLE | {"index": None}, OTHER | {"index": None}],), [WHOLE, OTHER]),
        (([CALL], [REST | {"id": "a"}]), [WHOLE]),
        # Also in turns, or with strings.
        (([CALL], [OTHER], [REST | {"id": "a"}]), [WHOLE, OTHER]),
        (([CALL | {"index": "0"}], [OTHER | {"index": "1"}]), [CALL, OTHER]),
        # Or an empty list first.
        (([], [CALL | {"index": 0}], [REST | {"index": 0}]), [WHOLE]),
        # Or empty strings in later chunks.
        (
            (
                [CALL | {"index": 0}],
                [
                    {
                        "index": 0,
                        "id": "",
                        "type": "",
                        "function": {"name": "", "arguments": "}"},
                    }
                ],
            ),
            [WHOLE],
        ),
        (([OTHER | {"index": 1}], [WHOLE | {"index": 0}]), [WHOLE, OTHER]),
        # Entries without such keys are not merged.
        (([{"text": "x"}], [{"text": "y"}]), [{"text": "x"}, {"text": "y"}]),
    ],
)
def test_lists(lists: tuple[Any, ...], calls: list[Any]) -> None:
    response = accumulate(*({"tool_calls": items} for items in lists))
    assert response["choices"][0]["message"] == {"tool_calls": calls}


def test_empty_strings_and_nulls_replace_nothing() -> None:
    first, last = {"role": "assistant", "content": "x"}, {"role": "", "content": ""}
    response = accumulate(first, last, id="", model="")
    assert response["id"] == "c" and response["model"] == ""
    assert response["choices"][0]["message"] == first
    assert accumulate(first, None)["choices"] == [{"index": 0, "message": first}]


@pytest.mark.parametrize("entry", [{}, {"index": None}])
def test_choices_without_an_index(entry: dict[str, Any]) -> None:
    choices = [{**entry, "delta": {"content": text}} for text in "ab"]
    accumulator = accumulator_for(("pieces", "choices", "delta", "message"))
    for choice in choices:
        accumulator.add({"choices": [choice]})
    (result,) = accumulator.result(lambda value: value)["choices"]
    assert result["message"] == {"content": "ab"}


def test_many_entries_take_linear_time() -> None:
    entries = [{"index": index, "id": str(index)} for index in range(20_000)]
    start = time.process_time()
    response = accumulate({"tool_calls": entries})
    assert time.process_time() - start < 5
    assert len(response["choices"][0]["message"]["tool_calls"]) == 20_000
