"""Example calls of the command line mean the values that they were written from."""

from __future__ import annotations

import shlex
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.lowering.reference.shell import ShellCalls
from generator.python.commands import Command, CommandArgument, Commands
from generator.runtime.command_line import index
from generator.runtime.command_line.inputs import Inputs
from generator.runtime.command_line.schemas import Schemas

NAMES = st.text(st.characters(exclude_characters="[]=:@", codec="utf-8"), min_size=1)
TEXTS = st.text(st.characters(codec="utf-8", exclude_characters="\0"))
SCALARS = st.none() | st.booleans() | st.integers() | TEXTS
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=3)
    | st.dictionaries(NAMES, inner, max_size=3),
    max_leaves=8,
)
STRING = {"type": "string"}
SCHEMAS: dict[str, Any] = {
    "Part": {
        "type": "object",
        "properties": {"size": {"type": "integer"}, "name": STRING, "flag": {}},
        "additionalProperties": {"anyOf": [{"type": "number"}, STRING]},
    }
}


def command(**schemas: Any) -> tuple[Command, index.Command]:
    """Return a command with arguments of these schemas, for the generator and a client."""
    data = Command(
        ("things", "create"),
        "createThing",
        "POST",
        "/things",
        "Create a thing.",
        "",
        tuple(
            CommandArgument(name, name, "body", False, False, False, "", schema)
            for name, schema in schemas.items()
        ),
    )
    arguments = tuple(
        index.Argument(name, name, "body", False, False, False, "", schema)
        for name, schema in schemas.items()
    )
    entry = index.Entry("things.create", "createThing", "", False)
    return data, index.Command(entry, "POST", "/things", "", arguments, (), None, False)


def round_trip(values: dict[str, Any], **schemas: Any) -> tuple[str, dict[str, Any]]:
    """Return the call in a shell for a call in Python, and the values that it sends."""
    data, parsed = command(**schemas)
    calls = ShellCalls(Commands("acme", "Acme", "1", "Acme", (data,), SCHEMAS))
    arguments = ", ".join(f"{name}={value!r}" for name, value in values.items())
    text = calls.example("createThing", [f"client.things.create({arguments})"])
    words = shlex.split(text.replace("\\\n", ""))
    assert words[:2] == ["acme", "createThing"], text
    inputs = Inputs(parsed, Schemas(SCHEMAS.__getitem__), strict=False)
    inputs.add_words(words[2:])
    return text, inputs.values


@given(VALUES.filter(lambda value: value not in ({}, [])))
def test_any_value_of_an_argument_without_a_schema(value: Any) -> None:
    text, values = round_trip({"value": value}, value={})
    assert values == {"value": value}, text


STARTS = st.text(st.sampled_from("\\@-=a"), max_size=4)
"""Texts that begin with characters which have a meaning in pairs."""


@given(STARTS | TEXTS, st.lists(STARTS | TEXTS, min_size=1, max_size=3))
@example("\\@", ["\\\\@", "\\-", "-", "\\", "@-"])
def test_texts(text: str, items: list[str]) -> None:
    schemas: dict[str, Any] = {
        "text": STRING,
        "items": {"type": "array", "items": STRING},
    }
    call, values = round_trip({"text": text, "items": items}, **schemas)
    assert values == {"text": text, "items": items}, call


@given(
    st.dictionaries(
        st.sampled_from(["size", "name", "flag", "other"]), SCALARS, min_size=1
    )
)
def test_members_of_a_named_type(part: dict[str, Any]) -> None:
    call, values = round_trip({"part": part}, part={"$ref": "#/$defs/Part"})
    assert values == {"part": part}, call


CALLS: list[tuple[dict[str, Any], dict[str, Any], str]] = [
    ({"n": 2}, {"n": {"type": "integer"}}, "acme createThing n=2"),
    ({"n": "2"}, {"n": STRING}, "acme createThing n=2"),
    ({"n": 2}, {"n": {}}, "acme createThing n:=2"),
    ({"n": "@a"}, {"n": STRING}, "acme createThing 'n=\\@a'"),
    ({"n": "\\@a"}, {"n": STRING}, "acme createThing 'n=\\\\@a'"),
    ({"n": "\\a"}, {"n": STRING}, "acme createThing 'n=\\a'"),
    ({"n": "-"}, {"n": STRING}, "acme createThing n=-"),
    ({"n": {"a": {"b": True}}}, {"n": {}}, "acme createThing 'n[a][b]:=true'"),
    (
        {"n": {"7": 1}},
        {"n": {"type": "object", "additionalProperties": {"type": "integer"}}},
        "acme createThing 'n[7]=1'",
    ),
    ({"n": {"7": 1}}, {"n": {}}, "acme createThing 'n:={\"7\": 1}'"),
    (
        {"n": []},
        {"n": {"type": "array", "items": STRING, "minItems": 1}},
        "acme createThing 'n[0]=…'",
    ),
]


def test_texts_in_arrays_of_files_become_files() -> None:
    binary = {"type": "string", "format": "binary"}
    array = {"type": "array", "items": binary}
    data, _ = command(files={"anyOf": [array, binary]})
    calls = ShellCalls(Commands("acme", "Acme", "1", "Acme", (data,), {}))
    text = calls.example("createThing", ["client.things.create(files=['text'])"])
    assert text == "acme createThing 'files[0]@file.bin'"


@pytest.mark.parametrize(("values", "schemas", "expected"), CALLS)
def test_written_calls(
    values: dict[str, Any], schemas: dict[str, Any], expected: str
) -> None:
    assert round_trip(values, **schemas)[0] == expected


SIZE = {
    "type": "object",
    "properties": {"width": {"type": "integer"}, "height": {"type": "integer"}},
    "required": ["width", "height"],
}
SHAPES = {
    "anyOf": [
        {
            "type": "object",
            "properties": {"kind": {"enum": ["round"]}, "radius": {"type": "number"}},
            "required": ["kind", "radius"],
        },
        {
            "type": "object",
            "properties": {"kind": {"enum": ["box"]}, "box": SIZE},
            "required": ["kind", "box"],
        },
    ]
}


@pytest.mark.parametrize(
    ("sample", "completed"),
    [
        ({"kind": "round"}, {"kind": "round", "radius": 1}),
        (
            {"kind": "box", "width": 2, "height": 3, "other": 4},
            {"kind": "box", "other": 4, "box": {"width": 2, "height": 3}},
        ),
        (
            {"kind": "box", "width": 2},
            {"kind": "box", "box": {"width": 2, "height": 1}},
        ),
        ({"kind": "round", "radius": 5}, {"kind": "round", "radius": 5}),
        ({"kind": "other"}, {"kind": "other"}),
    ],
)
def test_required_members_that_an_example_lacks_are_added(
    sample: Any, completed: Any
) -> None:
    schemas = {"shapes": {"type": "array", "items": SHAPES}, "shape": SHAPES}
    call, values = round_trip({"shapes": [sample], "shape": sample}, **schemas)
    assert values == {"shapes": [completed], "shape": completed}, call


@pytest.mark.parametrize(
    "source",
    [
        "client.things.create(value=other)",
        "client.things.create(*values)",
        "client.things.create(unknown=1)",
        "client.things.list()",
        "client.things.create(value=float('nan'))",
        "client.things.create(value=1e999)",
        "def",
    ],
)
def test_calls_that_are_not_constant_are_skipped(source: str) -> None:
    data, _ = command(value={})
    calls = ShellCalls(Commands("acme", "Acme", "1", "Acme", (data,), {}))
    assert calls.example("createThing", [source]) == ""
    other = "client.things.create(value=1)"
    assert calls.example("createThing", [source, other]) == "acme createThing value:=1"
