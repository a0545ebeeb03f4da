"""Models as types of pydantic fields and as FastAPI bodies."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from types import ModuleType
from typing import Annotated, Any, get_type_hints

import pydantic
import pytest
from jsonschema.validators import validator_for  # type: ignore[import-untyped]

TYPES = """
    class Part(BaseModel):
        text: str

    class Message(BaseModel):
        content: list[Part]
        class_: str | None = field(key="class", default=None)
"""

UNIONS = """
    class TextPart(BaseModel):
        type: Literal["text"]
        text: str

    class ImagePart(BaseModel):
        type: Literal["image", "photo"] | None
        url: str
        detail: Literal["low", "high", None] = None

    class Plain(BaseModel):
        url: str

    class Sized(BaseModel):
        url: str
        size: int | None = None

    class Deleted(BaseModel):
        id: str
        deleted: Literal[True]

    class Numbered(BaseModel):
        id: str
        deleted: Literal[1]

    Part: TypeAlias = "TextPart | ImagePart"
"""

NODES = """
    class Node(BaseModel):
        value: Json
        parent: Node | None = None
        children: list[Node]
        leaves: dict[str, Leaf | None] | None = None

    class Leaf(BaseModel, extra="Node"):
        owner: Node
        weight: float
        kind: Literal["a", 1, None]

    Json: TypeAlias = "str | float | bool | None | list[Json] | dict[str, Json]"
"""

TEXT = {"type": "text", "text": "hi"}
IMAGE = {"type": "image", "url": "u"}
DATA = {"content": [{"text": "hi"}], "class": "x", "new": 1}


@pytest.fixture
def message(make_types: Callable[..., ModuleType]) -> Any:
    return make_types(chat=TYPES).Message


@pytest.fixture
def thread(message: Any) -> Any:
    return pydantic.create_model("Thread", first=message, rest=(list[message], []))


@pytest.fixture
def unions(make_types: Callable[..., ModuleType]) -> Any:
    return make_types(parts=UNIONS)


@pytest.fixture
def nodes(make_types: Callable[..., ModuleType]) -> Any:
    return make_types(nodes=NODES)


def class_names(values: list[Any]) -> list[str]:
    return [type(value).__name__ for value in values]


def test_field_accepts_instances_and_dicts(message: Any, thread: Any) -> None:
    instance = message.from_dict(DATA)
    outer = thread(first=instance, rest=[DATA])
    assert outer.first is instance
    assert outer.rest == [instance]
    assert class_names(outer.rest[0].content) == ["Part"]
    assert list(outer.rest[0].to_dict()) == list(DATA)
    assert thread.model_validate_json(json.dumps({"first": DATA})).first == instance


def test_field_is_serialized_as_its_json_object(message: Any, thread: Any) -> None:
    expected = {"first": DATA, "rest": [DATA]}
    outer = thread(first=message.from_dict(DATA), rest=[DATA])
    assert outer.model_dump() == expected
    assert json.loads(outer.model_dump_json()) == expected
    assert thread.model_validate_json(outer.model_dump_json()) == outer


@pytest.mark.parametrize("value", [None, 3, "text", [1]])
def test_field_rejects_other_types(thread: Any, value: Any) -> None:
    with pytest.raises(pydantic.ValidationError) as raised:
        thread(first=value)
    assert [(error["loc"], error["type"]) for error in raised.value.errors()] == [
        (("first",), "dict_type")
    ]


def test_missing_keys_and_wrong_literals_are_reported(
    unions: Any, message: Any
) -> None:
    with pytest.raises(pydantic.ValidationError) as raised:
        pydantic.TypeAdapter(list[message]).validate_python([{"class": "a"}])
    assert [(error["loc"], error["type"]) for error in raised.value.errors()] == [
        ((0, "content"), "missing")
    ]
    with pytest.raises(pydantic.ValidationError, match="type\n.*should be 'text'"):
        pydantic.TypeAdapter(unions.TextPart).validate_json(json.dumps(IMAGE))


def test_type_adapter(message: Any) -> None:
    adapter = pydantic.TypeAdapter(dict[str, message | None])
    value = adapter.validate_json('{"a": {"content": []}, "b": null}')
    assert value == {"a": message(content=[]), "b": None}
    assert adapter.dump_json(value) == b'{"a":{"content":[]},"b":null}'


def test_member_of_a_union_is_selected_by_literals(unions: Any) -> None:
    union: Any
    for union in (
        unions.TextPart | unions.ImagePart,
        unions.ImagePart | unions.TextPart,
    ):
        adapter = pydantic.TypeAdapter(list[union])
        data = [TEXT, IMAGE, {**IMAGE, "type": None}, {**IMAGE, "detail": None}]
        expected = ["TextPart", "ImagePart", "ImagePart", "ImagePart"]
        assert class_names(adapter.validate_python(data)) == expected
        assert class_names(adapter.validate_json(json.dumps(data))) == expected
        assert adapter.dump_python(adapter.validate_python(data)) == data
        with pytest.raises(pydantic.ValidationError) as raised:
            adapter.validate_python([{"type": "audio", "text": "a", "url": "b"}])
        locations = {error["loc"] for error in raised.value.errors()}
        assert locations == {
            (0, "function-wrap[TextPart()]", "type"),
            (0, "function-wrap[ImagePart()]", "type"),
        }
    adapter = pydantic.TypeAdapter(list[unions.Numbered | unions.Deleted])
    data = [{"id": "a", "deleted": True}, {"id": "a", "deleted": 1}]
    assert class_names(adapter.validate_python(data)) == ["Deleted", "Numbered"]


def test_member_of_a_union_is_selected_by_known_keys(unions: Any) -> None:
    adapter = pydantic.TypeAdapter(list[unions.Plain | unions.Sized])
    data = [{"url": "u"}, {"url": "u", "size": 1}, {"url": "u", "other": 1}]
    expected = ["Plain", "Sized", "Plain"]
    assert class_names(adapter.validate_python(data)) == expected
    assert class_names(adapter.validate_json(json.dumps(data))) == expected


@pytest.mark.parametrize(
    ("first", "second", "values"),
    [
        ("str", "int", ["a", 1]),
        ("int", "str", [1, "a"]),
        ("int", "float", [1, 1.5]),
        ("bool", "int", [True, 1]),
        ("float", "bool", [1, 1.5, False]),
        ("str", "Part", ["a", {"n": 1}]),
        ("Part", "Name", [{"n": 1}, "a"]),
        ("str | None", "int | None", ["a", 1, None]),
        ('Literal["x", "y"]', "int", ["x", 1]),
        ("list[str]", "list[int]", [["a"], [1], []]),
        ("list[str]", "list[Part]", [["a"], [{"n": 1}]]),
        ("list[list[str]]", "dict[str, str]", [[["a"]], {"a": "b"}]),
        ("str", "int | bool", ["a", False, 1]),
        ("Any", "int", ["a", 1]),
        ("int", "Any", ["a", 1]),
        ("str", 'Literal["x"]', ["a", "x"]),
    ],
)
def test_member_of_a_union_is_selected_as_in_responses(
    first: str, second: str, values: list[Any], make_types: Callable[..., ModuleType]
) -> None:
    types: Any = make_types(records=f"""
        class Part(BaseModel):
            n: int

        class First(BaseModel):
            id: {first}
            name: str | None = None

        class Second(BaseModel):
            id: {second}
            name: str | None = None

        class Holder(BaseModel):
            record: First | Second

        Name: TypeAlias = "str"
        """)
    adapter = pydantic.TypeAdapter(types.First | types.Second)
    for value in values:
        data = {"id": value, "name": "n"}
        decoded = types.Holder.from_dict(
            {"record": json.loads(json.dumps(data))}
        ).record
        for validated in (
            adapter.validate_python(data),
            adapter.validate_json(json.dumps(data)),
        ):
            assert (type(validated), validated) == (type(decoded), decoded)


def test_wrong_json_types_are_reported(message: Any, unions: Any) -> None:
    for value, expected, kind in (
        ("a", "list", "str"),
        ({}, "list", "dict"),
        (["a"], "list of dict", "list of str"),
    ):
        with pytest.raises(pydantic.ValidationError) as raised:
            pydantic.TypeAdapter(message).validate_python({"content": value})
        (error,) = raised.value.errors()
        assert error["loc"] == ("content",)
        assert error["msg"] == f"Input should be of type {expected}, not {kind}"
    adapter = pydantic.TypeAdapter(unions.Sized)
    moment = datetime(2026, 1, 2, tzinfo=UTC)
    for accepted in ({"url": None}, {"url": moment}, {"url": "u", "size": None}):
        assert adapter.validate_python(accepted).to_dict() == accepted


def test_instance_keeps_its_class_in_a_union(unions: Any) -> None:
    adapter = pydantic.TypeAdapter(unions.Plain | unions.Sized)
    instances = [unions.Sized(url="u"), unions.Plain.from_dict({"url": "u", "size": 1})]
    for instance in instances:
        assert adapter.validate_python(instance) is instance
    sized = pydantic.TypeAdapter(unions.Sized).validate_python(unions.Plain(url="u"))
    assert sized == unions.Sized(url="u")


def test_recursive_model(nodes: Any) -> None:
    data = {
        "value": [{"a": 1}],
        "children": [{"value": 1, "children": [], "leaves": {"x": None}}],
    }
    adapter = pydantic.TypeAdapter(list[nodes.Node] | nodes.Leaf)
    [node] = adapter.validate_python([data])
    assert class_names([node, node.children[0]]) == ["Node", "Node"]
    assert adapter.dump_python([node]) == [data]


def test_fastapi_body_and_response(message: Any) -> None:
    body: Any = pydantic.TypeAdapter(
        Annotated[message, pydantic.Field(description="A message.")]
    )
    instance = body.validate_python(DATA)
    assert type(instance) is message and instance.new == 1
    assert body.dump_python(instance, mode="json", by_alias=True) == DATA
    for mode in ("validation", "serialization"):
        schema = body.json_schema(mode=mode)
        assert schema["description"] == "A message."
        message_schema = schema["$defs"]["Message"]
        assert message_schema["type"] == "object"
        assert message_schema["required"] == ["content"]
    with pytest.raises(pydantic.ValidationError) as raised:
        body.validate_python([1])
    assert json.dumps(raised.value.errors(include_url=False, include_context=False))
    response = message.from_dict(DATA)
    response.content[0].at = datetime(2026, 1, 2, tzinfo=UTC)
    dumped = body.dump_python(response, mode="json")
    assert json.loads(json.dumps(dumped))["content"][0]["at"].startswith("2026-01-02")


def test_json_schema_has_fields_and_nested_models(thread: Any) -> None:
    schema = thread.model_json_schema()
    assert schema["properties"]["first"] == {"$ref": "#/$defs/Message"}
    assert schema["properties"]["rest"]["items"] == {"$ref": "#/$defs/Message"}
    message = schema["$defs"]["Message"]
    assert message["required"] == ["content"]
    assert message["properties"]["content"]["items"] == {"$ref": "#/$defs/Part"}
    assert message["properties"]["class"]["anyOf"] == [
        {"type": "string"},
        {"type": "null"},
    ]
    assert schema["$defs"]["Part"]["properties"]["text"]["type"] == "string"


def test_json_schema_of_recursive_models(nodes: Any) -> None:
    leaf = {"owner": {"value": 1, "children": []}, "weight": 0.5, "kind": None}
    for root in (nodes.Node, list[nodes.Node], nodes.Node | nodes.Leaf):
        schema = pydantic.TypeAdapter(root).json_schema()
        validator_for(schema).check_schema(schema)
        assert set(schema["$defs"]) >= {"Node", "Leaf"}
    schema = pydantic.TypeAdapter(nodes.Leaf).json_schema()
    validator = validator_for(schema)(schema)
    validator.validate(leaf)
    validator.validate({**leaf, "extra": leaf["owner"]})
    for wrong in (
        {**leaf, "kind": "b"},
        {**leaf, "weight": "1"},
        {**leaf, "extra": {}},
        {**leaf, "owner": {"value": 1, "children": [1]}},
    ):
        assert list(validator.iter_errors(wrong)), wrong


def test_json_schema_of_all_models_in_both_modes(unions: Any) -> None:
    names = ("TextPart", "ImagePart", "Plain", "Sized", "Deleted", "Numbered")
    models = [getattr(unions, name) for name in names]
    _, schema = pydantic.TypeAdapter.json_schemas(
        [
            (model, mode, pydantic.TypeAdapter(model))
            for model in models
            for mode in ("validation", "serialization")
        ]
    )
    assert set(schema["$defs"]) == set(names)
    assert schema["$defs"]["TextPart"]["properties"]["type"]["const"] == "text"


def test_type_hints_of_a_model(unions: Any) -> None:
    assert get_type_hints(unions.Sized) == {"url": str, "size": int | None}
    assert get_type_hints(unions.TextPart.__init__) == {
        "values": Any,
        "return": type(None),
    }


def test_to_json_of_a_model_with_a_pydantic_member(message: Any) -> None:
    part = pydantic.create_model(
        "Part", text=(str, "a"), when=(int, pydantic.Field(2, alias="at"))
    )
    instance = message(content=[part()])
    assert instance.to_json(indent=None) == '{"content":[{"text":"a","at":2}]}'


def test_pydantic_is_imported_on_first_use_only() -> None:
    program = (
        "import sys, generator.runtime.models.base;"
        "print(sorted(name for name in sys.modules if name.startswith('pydantic')))"
    )
    process = subprocess.run(
        [sys.executable, "-c", program],
        cwd=Path(__file__).parents[4],
        capture_output=True,
        text=True,
        check=True,
    )
    assert process.stdout == "[]\n"
