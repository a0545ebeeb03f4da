"""Classes of pydantic and msgspec as schemas, and JSON converted to them."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import dataclass
from typing import Annotated, Literal

import msgspec
import pydantic
import pytest
from pydantic import BaseModel, Field
from pydantic.dataclasses import dataclass as pydantic_dataclass

from generator.runtime.structured.kinds import build_schema, parse_text
from generator.runtime.structured.strict import make_strict


class Cat(BaseModel):
    kind: Literal["cat"]
    age: int | None = None


class Dog(BaseModel):
    kind: Literal["dog"] = "dog"


class Home(BaseModel):
    """A home."""

    pet: Annotated[Cat | Dog, Field(discriminator="kind")]
    other: Cat = Field(description="Another", default=Cat(kind="cat"))
    size: Annotated[float, Field(ge=0)] = 1


class Tree(BaseModel):
    children: list[Tree]


class Point(msgspec.Struct):
    x: float
    label: str = ""


@pydantic_dataclass
class Checked:
    value: int = Field(gt=0)


class Mapped(BaseModel):
    items: dict[str, int]


def test_schema_of_a_pydantic_model() -> None:
    schema = build_schema(Home)
    cat = schema["$defs"]["Cat"]
    assert schema["required"] == ["pet", "other", "size"]
    assert schema["description"] == "A home." and "title" not in schema
    assert schema["properties"]["pet"] == {
        "anyOf": [{"$ref": "#/$defs/Cat"}, {"$ref": "#/$defs/Dog"}]
    }
    assert schema["properties"]["other"] == {
        "anyOf": [{"$ref": "#/$defs/Cat"}],
        "description": "Another",
    }
    assert schema["properties"]["size"] == {"type": "number", "minimum": 0}
    assert cat["required"] == ["kind", "age"] and cat["additionalProperties"] is False
    assert cat["properties"]["kind"] == {"type": "string", "enum": ["cat"]}


def test_root_of_a_recursive_model() -> None:
    schema = build_schema(Tree)
    assert schema["type"] == "object"
    assert schema["properties"]["children"]["items"] == {"$ref": "#"}
    assert schema["required"] == ["children"] and "$defs" not in schema


def test_schemas_of_other_classes() -> None:
    assert build_schema(Point)["required"] == ["x", "label"]
    assert build_schema(Checked)["properties"]["value"]["exclusiveMinimum"] == 0


def test_values() -> None:
    home = parse_text(Home, '{"pet": {"kind": "dog"}, "size": 2}')
    assert home == Home(pet=Dog(), size=2)
    assert parse_text(Point, '{"x": 1.5}') == Point(1.5)
    assert parse_text(Checked, '{"value": 1}') == Checked(1)
    assert parse_text(Tree, '{"children": []}') == Tree(children=[])
    for type_, text in (
        (Home, "{}"),
        (Point, "{}"),
        (Checked, '{"value": 0}'),
        (Point, "x"),
    ):
        with pytest.raises(ValueError, match=r"."):
            parse_text(type_, text)


def test_pydantic_models_that_are_not_strict() -> None:
    with pytest.raises(TypeError, match=r"^\$\.items can have any keys"):
        build_schema(Mapped)
    union = pydantic.RootModel[Cat | Dog]
    with pytest.raises(TypeError, match="class with fields, not a union"):
        build_schema(union)


def test_property_names_that_are_keywords() -> None:
    schema = {
        "type": "object",
        "properties": {
            "title": {"type": "string", "title": "T", "default": ""},
            "default": {"type": "integer"},
            "oneOf": {"oneOf": [{"type": "null"}]},
            "one": {"allOf": [{"type": "string"}], "description": "d"},
        },
    }
    assert make_strict(schema) == {
        "type": "object",
        "properties": {
            "title": {"type": "string"},
            "default": {"type": "integer"},
            "oneOf": {"anyOf": [{"type": "null"}]},
            "one": {"type": "string", "description": "d"},
        },
        "required": ["title", "default", "oneOf", "one"],
        "additionalProperties": False,
    }


@dataclass
class Plain:
    value: int


def test_libraries_are_not_imported() -> None:
    code = (
        "import sys, dataclasses\n"
        "from generator.runtime.structured.kinds import build_schema, parse_text\n"
        "A = dataclasses.make_dataclass('A', [('b', int)])\n"
        "build_schema(A)\n"
        "assert parse_text(A, '{\"b\": 1}') == A(1)\n"
        "assert not {'pydantic', 'msgspec'} & sys.modules.keys()\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
    assert parse_text(Plain, '{"value": 1}') == Plain(1)
