"""Dataclasses and typed dictionaries as schemas, and JSON converted to them."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum
from typing import Annotated, Any, Generic, Literal, NewType, NotRequired, TypeVar

import pytest
from typing_extensions import Doc, TypeAliasType, TypedDict

from generator.runtime.structured.kinds import build_schema, parse_text, schema_name

UserId = NewType("UserId", int)
Size = TypeAliasType("Size", Literal["s", "m", 3, True, None])
T = TypeVar("T")


class Color(Enum):
    RED = "red"
    NONE = 0


@dataclass(frozen=True)
class Step:
    """One step.

    With details.
    """

    text: Annotated[str, "What to do"]
    next: Step | None = None


class Options(TypedDict):
    color: Color
    note: NotRequired[str]
    maybe: NotRequired[int | None]


@dataclass
class Result:
    steps: list[Step]
    options: Annotated[Options, Doc("Chosen options")]
    score: float
    user: UserId
    size: Size
    tags: frozenset[str]
    pairs: Sequence[tuple[int, ...]]
    at: dt.datetime
    day: dt.date
    key: uuid.UUID
    done: bool = False
    seen: int = field(default=3, init=False)


VALUE = (
    '{"steps": [{"text": "a", "next": {"text": "b", "next": null}}], "options": {"color": '
    '0, "note": null, "maybe": null}, "score": 1, "user": 2.0, "size": true, "tags": ["x", '
    '"x"], "pairs": [[1, 2], []], "at": "2026-01-02T03:04:05Z", "day": "2026-01-02", "key": '
    '"12345678-1234-5678-1234-567812345678", "done": true}'
)


def test_schema() -> None:
    def text(**more: str) -> dict[str, str]:
        return {"type": "string", **more}

    properties: dict[str, Any] = {
        "steps": {"type": "array", "items": {"$ref": "#/$defs/Step"}},
        "options": {
            "anyOf": [{"$ref": "#/$defs/Options"}],
            "description": "Chosen options",
        },
        "score": {"type": "number"},
        "user": {"type": "integer"},
        "size": {"enum": ["s", "m", 3, True, None]},
        "tags": {"type": "array", "items": text()},
        "pairs": {
            "type": "array",
            "items": {"type": "array", "items": {"type": "integer"}},
        },
        "at": text(format="date-time"),
        "day": text(format="date"),
        "key": text(format="uuid"),
        "done": {"type": "boolean"},
    }
    schema = build_schema(Result)
    definitions = schema.pop("$defs")
    assert schema == {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }
    assert definitions["Step"] == {
        "type": "object",
        "description": "One step.\n\nWith details.",
        "properties": {
            "text": text(description="What to do"),
            "next": {"anyOf": [{"$ref": "#/$defs/Step"}, {"type": "null"}]},
        },
        "required": ["text", "next"],
        "additionalProperties": False,
    }
    assert definitions["Options"]["required"] == ["color", "note", "maybe"]
    assert definitions["Options"]["properties"]["note"] == {
        "anyOf": [{"type": "string"}, {"type": "null"}]
    }
    assert list(definitions) == ["Step", "Options"]


def test_recursive_root() -> None:
    schema = build_schema(Step)
    assert schema["properties"]["next"] == {"anyOf": [{"$ref": "#"}, {"type": "null"}]}
    assert "$defs" not in schema


def test_values() -> None:
    assert parse_text(Result, VALUE) == Result(
        steps=[Step("a", Step("b"))],
        options={"color": Color.NONE, "maybe": None},
        score=1.0,
        user=UserId(2),
        size=True,
        tags=frozenset("x"),
        pairs=[(1, 2), ()],
        at=dt.datetime(2026, 1, 2, 3, 4, 5, tzinfo=dt.UTC),
        day=dt.date(2026, 1, 2),
        key=uuid.UUID("12345678-1234-5678-1234-567812345678"),
        done=True,
    )
    assert type(parse_text(Result, VALUE).score) is float


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('"score": 1,', '"score": "1",', r"\$\.score: expected number, not '1'"),
        ('"score": 1,', '"score": true,', r"\$\.score: expected number, not True"),
        ('"user": 2.0,', '"user": 2.5,', r"\$\.user: expected integer, not 2\.5"),
        ('"size": true,', '"size": 1,', r"\$\.size: expected one of .*, not 1"),
        ('["x", "x"]', '"x"', r"\$\.tags: expected an array, not 'x'"),
        ("[1, 2]", "[1, null]", r"\$\.pairs\[0\]\[1\]: expected integer, not None"),
        ("2026-01-02T", "2026-13-02T", r"\$\.at: expected a date-time, not '2026-13"),
        ('"text": "b", ', "", r"\$\.steps\[0\]\.next: 'text' is missing; or .*null"),
        (', "done": true', "", r"\$: 'done' is missing"),
        ('"done": true', '"done": true, "more": 1', r"Result has no field 'more'"),
        ('"note": null', '"note": 1', r"\$\.options\.note: expected string, not 1"),
        (VALUE, "[]", r"\$: expected Result, not \[\]"),
        (VALUE, "[" * 100_000, "nested too deeply"),
        (VALUE, "{", "Expecting property name"),
    ],
)
def test_values_that_do_not_match(old: str, new: str, message: str) -> None:
    assert old in VALUE
    with pytest.raises(ValueError, match=message):
        parse_text(Result, VALUE.replace(old, new))


@dataclass
class Mapped:
    items: dict[str, int]


@dataclass
class Anything:
    value: Any


@dataclass
class Pair:
    value: tuple[int, str]


@dataclass
class Bytes:
    value: Literal[b"a"]


@dataclass
class Box(Generic[T]):
    value: T


@dataclass
class Inner:
    mapped: Mapped


@pytest.mark.parametrize(
    ("type_", "message"),
    [
        (Mapped, r"Mapped\.items: dict\[str, int\] has no JSON Schema"),
        (Inner, r"Mapped\.items: dict\[str, int\] has no JSON Schema"),
        (Anything, r"Anything\.value: (typing\.)?Any has no"),
        (Pair, r"Pair\.value: tuple\[int, str\] has no"),
        (Bytes, r"Bytes\.value: .* has the value b'a'"),
        (Box, r"Box\.value: ~T has no"),
        (int, r"expected a pydantic model, a dataclass, .* not <class 'int'>"),
        (list[Step], r"not list\["),
        ({"type": "object"}, r"not \{'type'"),
    ],
)
def test_types_without_a_schema(type_: Any, message: str) -> None:
    with pytest.raises(TypeError, match=message):
        build_schema(type_)


def test_definitions_of_the_same_name() -> None:
    def inner(kind: type) -> type:
        @dataclass
        class Part:
            value: int

        Part.__annotations__["value"] = kind
        return Part

    root = dataclass(
        type("Root", (), {"__annotations__": {"a": inner(int), "b": inner(str)}})
    )
    assert list(build_schema(root)["$defs"]) == ["Part", "Part2"]


def test_schema_names() -> None:
    assert schema_name(Result) == "Result"
    assert schema_name(type("Größe[int]" + "x" * 70, (), {})) == "Gr__e_int_" + "x" * 54
