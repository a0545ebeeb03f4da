"""Views inside of pydantic's models."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from types import ModuleType
from typing import Annotated, Any

import pydantic
import pytest

TYPES = """
    class Part(BaseModel):
        text: str

    class Message(BaseModel):
        content: list[Part]
        class_: str | None = field(key="class", default=None)
"""


@pytest.fixture
def message(make_types: Callable[..., ModuleType]) -> Any:
    return make_types(chat=TYPES).Message


@pytest.fixture
def thread(message: Any) -> Any:
    return pydantic.create_model("Thread", first=message, rest=(list[message], []))


DATA = {"content": [{"text": "hi"}], "class": "x", "new": 1}


def test_a_field_takes_views_and_objects(message: Any, thread: Any) -> None:
    view = message.from_dict(DATA)
    model = thread(first=view, rest=[DATA])
    assert model.first is view
    assert model.rest == [view]
    assert type(model.rest[0].content[0]).__name__ == "Part"
    assert thread.model_validate_json(json.dumps({"first": DATA})).first == view


def test_a_model_gives_objects(message: Any, thread: Any) -> None:
    expected = {"first": DATA, "rest": [DATA]}
    model = thread(first=message.from_dict(DATA), rest=[DATA])
    assert model.model_dump() == expected
    assert json.loads(model.model_dump_json()) == expected


@pytest.mark.parametrize("wrong", [None, 3, "text", [1]])
def test_other_values_are_validation_errors(thread: Any, wrong: Any) -> None:
    with pytest.raises(pydantic.ValidationError, match="no JSON object"):
        thread(first=wrong)


def test_type_adapter(message: Any) -> None:
    adapter = pydantic.TypeAdapter(dict[str, message | None])
    found = adapter.validate_json('{"a": {"content": []}, "b": null}')
    assert found == {"a": message(content=[]), "b": None}
    assert adapter.dump_json(found) == b'{"a":{"content":[]},"b":null}'


def test_what_fastapi_asks_of_a_body_and_of_an_answer(message: Any) -> None:
    body: Any = pydantic.TypeAdapter(
        Annotated[message, pydantic.Field(description="A message.")]
    )
    view = body.validate_python(DATA)
    assert type(view) is message and view.new == 1
    assert body.dump_python(view, mode="json", by_alias=True) == DATA
    for mode in ("validation", "serialization"):
        schema = body.json_schema(mode=mode)
        assert schema["type"] == "object" and schema["required"] == ["content"]
    with pytest.raises(pydantic.ValidationError) as caught:
        body.validate_python([1])
    assert json.dumps(caught.value.errors(include_url=False, include_context=False))
    answer = message.from_dict(DATA)
    answer.content[0].at = datetime(2026, 1, 2, tzinfo=UTC)
    shown = body.dump_python(answer, mode="json")
    assert json.loads(json.dumps(shown))["content"][0]["at"].startswith("2026-01-02")


def test_json_schema_has_the_keys(thread: Any) -> None:
    first = thread.model_json_schema()["properties"]["first"]
    assert first == {
        "type": "object",
        "title": "Message",
        "properties": {"content": {}, "class": {}},
        "required": ["content"],
    }


def test_a_model_inside_of_a_view_goes_into_json(message: Any) -> None:
    part = pydantic.create_model(
        "Part", text=(str, "a"), when=(int, pydantic.Field(2, alias="at"))
    )
    view = message(content=[part()])
    assert view.to_json() == '{"content":[{"text":"a","at":2}]}'


def test_pydantic_is_not_imported_without_need() -> None:
    program = (
        "import sys, generator.runtime.models.base;"
        "print(sorted(name for name in sys.modules if name.startswith('pydantic')))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=Path(__file__).parents[4],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == "[]\n"
