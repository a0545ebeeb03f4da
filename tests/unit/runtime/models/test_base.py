"""Attributes, construction, copying and encoding of models."""

from __future__ import annotations

import copy
import json
import pickle
import subprocess
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from generator.runtime.models.base import BaseModel
from generator.runtime.models.records import set_request_id
from tests.unit.runtime.models.conftest import Make

SHADOWS = {
    name: "shadow"
    for name in dir(BaseModel)
    if name not in ("__dict__", "__weakref__", "__class__")
} | {"__class__": 1, "__dict__": 2, "__weakref__": 3, "copy": 4, "x-y": 5}


def test_members_are_attributes(choice: Any) -> None:
    assert (choice.index, choice.message.content, choice.class_) == (1, None, "a")
    assert choice.calls[0].content == "hi"
    assert choice.new == {"b": [1]}
    assert getattr(choice, "class") == "a"


def test_missing_optional_fields_have_their_defaults(types: ModuleType) -> None:
    model = types.Choice.from_dict({})
    assert (model.stop, model.calls, model.from_, model.limit) == (None, None, None, 10)
    assert model.model_fields_set == set()
    assert model.to_dict() == {}


def test_missing_and_null_differ(types: ModuleType) -> None:
    model = types.Choice.from_dict({"stop": None, "from": None, "x": None})
    assert model.model_fields_set == {"stop", "from_", "x"}
    assert model.to_dict() == {"stop": None, "from": None, "x": None}


def test_missing_required_field_raises(types: ModuleType, choice: Any) -> None:
    for _ in range(2):
        for model in (
            types.Choice.from_dict({"index": 1, "class": "a"}),
            pickle.loads(pickle.dumps(types.Choice.from_dict({"index": 1}))),
        ):
            with pytest.raises(AttributeError) as raised:
                model.message
            message = str(raised.value)
            assert "'Choice' object has no required field 'message'" in message
            assert "the JSON object contains: index" in message
            assert (raised.value.name, raised.value.obj) == ("message", model)
    empty = types.Choice.from_dict({})
    with pytest.raises(AttributeError, match="'class_'.*contains: no keys"):
        empty.class_
    assert not hasattr(empty, "index")
    assert getattr(empty, "index", 3) == 3
    assert choice.message.content is None
    empty.index = 4
    assert empty.index == 4
    assert not hasattr(types.Choice, "index")


def test_field_that_all_objects_have_is_no_class_attribute(types: ModuleType) -> None:
    # A class attribute would make reading the instance attribute two to three times slower.
    types.Message.from_dict({"content": "a"})
    types.Message(content="a")
    assert "content" not in vars(types.Message)
    types.Message.from_dict({})
    assert "content" in vars(types.Message)


def test_missing_field_after_unpickling_in_another_process(
    types: ModuleType,
) -> None:
    pickled = pickle.dumps(types.Choice.from_dict({"index": 1}))
    program = (
        f"import sys, pickle; sys.path.insert(0, {sys.path[0]!r});"
        f"model = pickle.loads({pickled!r}); model.message"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=Path(__file__).parents[4],
        capture_output=True,
        text=True,
        check=False,
    )
    assert "'Choice' object has no required field 'message'" in done.stderr


def test_undeclared_attribute_raises(choice: Any) -> None:
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        choice.nothing


def test_mutation_changes_the_json(types: ModuleType, choice: Any) -> None:
    choice.index = 2
    choice.class_ = "b"
    choice.from_ = "here"
    choice.undeclared = [types.Message(content="x")]
    choice.calls.append({"content": "raw"})
    choice.calls[0].content = "changed"
    choice.message = types.Message(content="new", more=(types.Message(content="y"),))
    del choice.new
    expected = {
        "index": 2,
        "message": {"content": "new", "more": [{"content": "y"}]},
        "class": "b",
        "calls": [{"content": "changed"}, {"content": "raw"}],
        "from": "here",
        "undeclared": [{"content": "x"}],
    }
    assert choice.to_dict() == expected
    assert choice.model_dump(by_alias=True, exclude_unset=True) == expected
    assert json.loads(choice.to_json()) == expected
    del choice.class_, choice.from_
    assert "class" not in choice.to_dict()
    assert choice.from_ is None


def test_delete_missing_renamed_field(types: ModuleType) -> None:
    with pytest.raises(AttributeError, match="class_"):
        del types.Choice.from_dict({}).class_


def test_to_dict_returns_new_containers(choice: Any) -> None:
    data = choice.to_dict()
    data["new"]["b"].append(2)
    data["calls"][0]["content"] = "changed"
    data["message"]["content"] = "changed"
    assert choice.new == {"b": [1]}
    assert choice.calls[0].content == "hi"
    assert choice.message.content is None


def test_to_json(choice: Any) -> None:
    compact = choice.to_json(indent=None)
    assert compact == choice.model_dump_json(by_alias=True, exclude_unset=True)
    assert compact == (
        '{"index":1,"message":{"content":null},"class":"a",'
        '"calls":[{"content":"hi"}],"new":{"b":[1]}}'
    )
    assert choice.to_json() == choice.to_json(indent=2)
    assert choice.to_json().startswith('{\n  "index": 1,\n  "message": {\n')
    choice.index = "é\u2028"
    assert '"é\u2028"' in choice.to_json()


def test_repr(types: ModuleType, choice: Any) -> None:
    assert repr(choice) == (
        "Choice(index=1, message=Message(content=None), class_='a',"
        " calls=[Message(content='hi')], new={'b': [1]})"
    )
    model = types.Message.from_dict({"x-y": 1, "content": "a", "": 2})
    assert repr(model) == "Message(content='a', **{'x-y': 1, '': 2})"
    model.more = model
    assert "more=..." in repr(model)


def test_equality(types: ModuleType, choice: Any) -> None:
    assert choice == types.Choice.from_dict(choice.to_dict())
    assert choice != choice.to_dict()
    assert types.Message(content="a") != types.Message(content="b")
    assert types.Message.from_dict({}) != types.Choice.from_dict({})
    with pytest.raises(TypeError, match="unhashable"):
        hash(choice)


def test_keyword_constructor(types: ModuleType) -> None:
    message = types.Message(content="a")
    model = types.Choice(index=1, message=message, class_="x", limit=3)
    assert model.to_dict() == {
        "index": 1,
        "message": {"content": "a"},
        "class": "x",
        "max-items": 3,
    }
    assert model.message is message
    assert model.model_fields_set == {"index", "message", "class_", "limit"}


def test_constructor_rejects_wrong_arguments(types: ModuleType) -> None:
    with pytest.raises(
        TypeError, match="missing required keyword arguments: 'index', 'class_'$"
    ):
        types.Choice(message=None)
    with pytest.raises(
        TypeError, match="got unexpected keyword arguments: 'x', 'class'$"
    ):
        types.Message(content="a", x=1, **{"class": 2})
    with pytest.raises(TypeError, match="positional"):
        types.Message("a")


def test_constructor_accepts_declared_extra_members(make_types: Make) -> None:
    types = make_types(shop="""
        class Item(BaseModel):
            n: int

        class Box(BaseModel, extra="Item"):
            id: str
            class_: str | None = field(key="class", default=None)
        """)
    lamp = types.Item(n=1)
    box = types.Box(id="b", class_="c", lamp=lamp, **{"two words": lamp})
    assert (box.lamp, box.class_) == (lamp, "c")
    assert box.model_extra == {"lamp": lamp, "two words": lamp}
    assert box == types.Box.from_dict(box.to_dict())
    assert eval(repr(box), vars(types) | {"Box": types.Box, "Item": types.Item}) == box
    with pytest.raises(TypeError, match="unexpected keyword arguments: 'class'$"):
        types.Box(id="b", **{"class": "c"})
    with pytest.raises(TypeError, match="missing required keyword arguments: 'id'$"):
        types.Box(lamp=lamp)


def test_subclass_inherits_fields(types: ModuleType) -> None:
    with pytest.raises(TypeError, match="arguments: 'message', 'class_', 'level'$"):
        types.Special()
    model = types.Special.from_dict({"message": {"content": "x"}, "level": 1})
    assert (model.index, model.message.content) == (5, "x")
    with pytest.raises(AttributeError, match="no required field 'index'"):
        types.Choice.from_dict({}).index


def test_model_extra(types: ModuleType, choice: Any) -> None:
    assert choice.model_extra == {"new": {"b": [1]}}
    model = types.Choice.from_dict({"class": "a", "class_": "b"})
    assert model.class_ == "a"
    assert model.model_extra == {"class_": "b"}


@pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
def test_pickle(choice: Any, protocol: int) -> None:
    choice._request_id = "req_1"
    choice.calls.append(choice.calls[0])
    choice.me = choice
    restored = pickle.loads(pickle.dumps(choice, protocol))
    assert type(restored) is type(choice)
    assert restored.me is restored
    assert restored.calls[0] is restored.calls[1]
    del restored.me, choice.me
    assert restored == choice
    assert restored._request_id == "req_1"


def test_copies(choice: Any) -> None:
    choice._request_id = "req_1"
    shallow, deep = copy.copy(choice), copy.deepcopy(choice)
    assert shallow == deep == choice
    assert shallow._request_id == deep._request_id == "req_1"
    assert shallow.calls is choice.calls
    assert deep.calls[0] is not choice.calls[0]
    shallow.index = deep.index = 9
    deep.calls[0].content = "changed"
    assert (choice.index, choice.calls[0].content) == (1, "hi")


def test_deepcopy_preserves_shared_references(choice: Any) -> None:
    choice.me = choice
    choice.calls.append(choice.calls[0])
    deep = copy.deepcopy(choice)
    assert deep.me is deep
    assert deep.calls[0] is deep.calls[1]


def test_request_id_is_not_part_of_the_json(types: ModuleType, choice: Any) -> None:
    assert choice._request_id is None
    before = choice.to_dict()
    set_request_id(choice, "req_1")
    assert choice._request_id == "req_1"
    assert choice.to_dict() == before
    assert choice == types.Choice.from_dict(before)
    sent = types.Choice.from_dict({"_request_id": "member"})
    assert sent._request_id is None
    assert sent.to_dict() == {"_request_id": "member"}


def test_json_keys_do_not_shadow_methods(types: ModuleType) -> None:
    model = types.Message.from_dict(SHADOWS)
    assert model.to_dict() == model.model_dump(exclude_unset=True) == SHADOWS
    assert json.loads(model.to_json()) == SHADOWS
    assert json.loads(model.model_dump_json(exclude_unset=True)) == SHADOWS
    assert model.model_extra == SHADOWS
    assert model.model_fields_set == set(SHADOWS)
    assert model.from_dict({"content": "a"}).content == "a"
    assert model.model_validate({"content": "a"}).content == "a"
    assert type(model) is model.__class__ is types.Message
    assert isinstance(model, types.Message)
    assert vars(model) == SHADOWS
    assert model == types.Message.from_dict(SHADOWS)
    assert repr(model).startswith("Message(")
    for other in (
        copy.copy(model),
        copy.deepcopy(model),
        pickle.loads(pickle.dumps(model)),
        pickle.loads(pickle._dumps(model)),  # type: ignore[attr-defined]
    ):
        assert type(other) is types.Message
        assert other == model
    assert model.copy == 4


def test_methods_cannot_be_set(choice: Any) -> None:
    with pytest.raises(
        AttributeError, match="cannot set 'to_dict', a method of Choice"
    ):
        choice.to_dict = 3
    with pytest.raises(AttributeError):
        del choice.to_dict
    vars(choice)["to_dict"] = 3
    assert choice.to_dict()["to_dict"] == 3
