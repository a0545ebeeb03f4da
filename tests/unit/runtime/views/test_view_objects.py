"""Views as objects of Python: attributes, construction, copies, text."""

from __future__ import annotations

import copy
import json
import pickle
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, date, datetime
from decimal import Decimal
from enum import Enum
from pathlib import Path
from types import ModuleType
from typing import Any
from uuid import UUID

import pytest

from generator.runtime.models.jsonable import json_default
from generator.runtime.models.records import set_request_id
from generator.runtime.models.base import BaseModel

Make = Callable[..., ModuleType]

CHOICE = """
    class Message(BaseModel):
        content: str | None
        more: Any = None

    class Choice(BaseModel):
        index: int
        message: Message
        stop: str | None = None
        calls: list[Message] | None = None
        class_: str = field(key="class")
        from_: str | None = field(key="from", default=None)
        limit: int = field(key="max-items", default=10)

    class Special(Choice):
        index: int = 5
        level: int
"""

SHADOWS = {
    name: "shadow"
    for name in dir(BaseModel)
    if name not in ("__dict__", "__weakref__", "__class__")
} | {"__class__": 1, "__dict__": 2, "__weakref__": 3, "copy": 4, "x-y": 5}


@pytest.fixture
def types(make_types: Make) -> ModuleType:
    return make_types(chat=CHOICE)


@pytest.fixture
def choice(types: ModuleType) -> Any:
    return types.Choice.from_dict(
        {
            "index": 1,
            "message": {"content": None},
            "class": "a",
            "calls": [{"content": "hi"}],
            "new": {"b": [1]},
        }
    )


def test_members_are_attributes(choice: Any) -> None:
    assert (choice.index, choice.message.content, choice.class_) == (1, None, "a")
    assert choice.calls[0].content == "hi"
    assert choice.new == {"b": [1]}
    assert getattr(choice, "class") == "a"


def test_absent_optional_fields_read_as_their_defaults(types: ModuleType) -> None:
    view = types.Choice.from_dict({})
    assert (view.stop, view.calls, view.from_, view.limit) == (None, None, None, 10)
    assert view.model_fields_set == set()
    assert view.to_dict() == {}


def test_absent_and_null_differ(types: ModuleType) -> None:
    view = types.Choice.from_dict({"stop": None, "from": None, "x": None})
    assert view.model_fields_set == {"stop", "from_", "x"}
    assert view.to_dict() == {"stop": None, "from": None, "x": None}


def test_an_absent_required_field_explains_itself(
    types: ModuleType, choice: Any
) -> None:
    for _ in range(2):
        for view in (
            types.Choice.from_dict({"index": 1, "class": "a"}),
            pickle.loads(pickle.dumps(types.Choice.from_dict({"index": 1}))),
        ):
            with pytest.raises(AttributeError) as raised:
                view.message  # noqa: B018
            text = str(raised.value)
            assert "this Choice has no 'message'" in text
            assert "what came is: index" in text
            assert (raised.value.name, raised.value.obj) == ("message", view)
    empty = types.Choice.from_dict({})
    with pytest.raises(AttributeError, match="'class_'.*what came is: nothing"):
        empty.class_  # noqa: B018
    assert not hasattr(empty, "index")
    assert getattr(empty, "index", 3) == 3
    assert choice.message.content is None
    empty.index = 4
    assert empty.index == 4
    assert not hasattr(types.Choice, "index")


def test_a_class_knows_no_field_that_every_object_has(types: ModuleType) -> None:
    # An attribute of the class would make reading the object's two or three times slower.
    types.Message.from_dict({"content": "a"})
    types.Message(content="a")
    assert "content" not in vars(types.Message)
    types.Message.from_dict({})
    assert "content" in vars(types.Message)


def test_in_another_process_an_unpickled_view_explains_itself(
    types: ModuleType,
) -> None:
    pickled = pickle.dumps(types.Choice.from_dict({"index": 1}))
    program = (
        f"import sys, pickle; sys.path.insert(0, {sys.path[0]!r});"
        f"view = pickle.loads({pickled!r}); view.message"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=Path(__file__).parents[4],
        capture_output=True,
        text=True,
        check=False,
    )
    assert "this Choice has no 'message'" in done.stderr


def test_what_nobody_declared_is_a_plain_attribute_error(choice: Any) -> None:
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        choice.nothing  # noqa: B018


def test_mutation_writes_through(types: ModuleType, choice: Any) -> None:
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
    assert choice.to_dict() == choice.model_dump() == expected
    assert json.loads(choice.to_json()) == expected
    del choice.class_, choice.from_
    assert "class" not in choice.to_dict()
    assert choice.from_ is None


def test_a_renamed_field_that_is_not_there_cannot_be_deleted(types: ModuleType) -> None:
    with pytest.raises(AttributeError, match="class_"):
        del types.Choice.from_dict({}).class_


def test_to_dict_shares_no_container(choice: Any) -> None:
    made = choice.to_dict()
    made["new"]["b"].append(2)
    made["calls"][0]["content"] = "changed"
    made["message"]["content"] = "changed"
    assert choice.new == {"b": [1]}
    assert choice.calls[0].content == "hi"
    assert choice.message.content is None


def test_text(choice: Any) -> None:
    assert choice.to_json() == choice.model_dump_json()
    assert choice.to_json() == (
        '{"index":1,"message":{"content":null},"class":"a",'
        '"calls":[{"content":"hi"}],"new":{"b":[1]}}'
    )
    assert choice.to_json(indent=2).startswith('{\n  "index": 1,\n  "message": {\n')
    choice.index = "é\u2028"
    assert '"é\u2028"' in choice.to_json()


def test_repr(types: ModuleType, choice: Any) -> None:
    assert repr(choice) == (
        "Choice(index=1, message=Message(content=None), class_='a',"
        " calls=[Message(content='hi')], new={'b': [1]})"
    )
    view = types.Message.from_dict({"x-y": 1, "content": "a", "": 2})
    assert repr(view) == "Message(content='a', **{'x-y': 1, '': 2})"
    view.more = view
    assert "more=..." in repr(view)


def test_equality(types: ModuleType, choice: Any) -> None:
    assert choice == types.Choice.from_dict(choice.to_dict())
    assert choice != choice.to_dict()
    assert types.Message(content="a") != types.Message(content="b")
    assert types.Message.from_dict({}) != types.Choice.from_dict({})
    with pytest.raises(TypeError, match="unhashable"):
        hash(choice)


def test_keyword_constructor(types: ModuleType) -> None:
    message = types.Message(content="a")
    view = types.Choice(index=1, message=message, class_="x", limit=3)
    assert view.to_dict() == {
        "index": 1,
        "message": {"content": "a"},
        "class": "x",
        "max-items": 3,
    }
    assert view.message is message
    assert view.model_fields_set == {"index", "message", "class_", "limit"}


def test_constructor_tells_what_is_wrong(types: ModuleType) -> None:
    with pytest.raises(TypeError, match="Choice requires 'index', 'class_'"):
        types.Choice(message=None)
    with pytest.raises(TypeError, match="Message has no field 'x', 'class'"):
        types.Message(content="a", x=1, **{"class": 2})
    with pytest.raises(TypeError, match="positional"):
        types.Message("a")


def test_a_class_of_a_class_has_the_fields_of_both(types: ModuleType) -> None:
    with pytest.raises(TypeError, match="Special requires 'message', 'class_', 'lev"):
        types.Special()
    view = types.Special.from_dict({"message": {"content": "x"}, "level": 1})
    assert (view.index, view.message.content) == (5, "x")
    with pytest.raises(AttributeError, match="this Choice has no 'index'"):
        types.Choice.from_dict({}).index  # noqa: B018


def test_extra_holds_what_is_not_declared(types: ModuleType, choice: Any) -> None:
    assert choice.model_extra == {"new": {"b": [1]}}
    view = types.Choice.from_dict({"class": "a", "class_": "b"})
    assert view.class_ == "a"
    assert view.model_extra == {"class_": "b"}


@pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
def test_pickle(choice: Any, protocol: int) -> None:
    choice._request_id = "req_1"
    choice.calls.append(choice.calls[0])
    choice.me = choice
    again = pickle.loads(pickle.dumps(choice, protocol))
    assert type(again) is type(choice)
    assert again.me is again
    assert again.calls[0] is again.calls[1]
    del again.me, choice.me
    assert again == choice
    assert again._request_id == "req_1"


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


def test_a_deep_copy_keeps_its_shape(choice: Any) -> None:
    choice.me = choice
    choice.calls.append(choice.calls[0])
    deep = copy.deepcopy(choice)
    assert deep.me is deep
    assert deep.calls[0] is deep.calls[1]


def test_the_request_id_is_not_part_of_the_json(types: ModuleType, choice: Any) -> None:
    assert choice._request_id is None
    before = choice.to_dict()
    set_request_id(choice, "req_1")
    assert choice._request_id == "req_1"
    assert choice.to_dict() == before
    assert choice == types.Choice.from_dict(before)
    sent = types.Choice.from_dict({"_request_id": "theirs"})
    assert sent._request_id is None
    assert sent.to_dict() == {"_request_id": "theirs"}


def test_keys_of_a_server_shadow_no_method(types: ModuleType) -> None:
    view = types.Message.from_dict(SHADOWS)
    assert view.to_dict() == view.model_dump() == SHADOWS
    assert json.loads(view.to_json()) == json.loads(view.model_dump_json()) == SHADOWS
    assert view.model_extra == SHADOWS
    assert view.model_fields_set == set(SHADOWS)
    assert view.from_dict({"content": "a"}).content == "a"
    assert view.model_validate({"content": "a"}).content == "a"
    assert type(view) is view.__class__ is types.Message
    assert isinstance(view, types.Message)
    assert vars(view) == SHADOWS
    assert view == types.Message.from_dict(SHADOWS)
    assert repr(view).startswith("Message(")
    for other in (
        copy.copy(view),
        copy.deepcopy(view),
        pickle.loads(pickle.dumps(view)),
        pickle.loads(pickle._dumps(view)),  # type: ignore[attr-defined]  # in Python
    ):
        assert type(other) is types.Message
        assert other == view
    assert view.copy == 4


def test_methods_cannot_be_set(choice: Any) -> None:
    with pytest.raises(AttributeError, match="'to_dict' is a method of Choice"):
        choice.to_dict = 3
    with pytest.raises(AttributeError):
        del choice.to_dict
    vars(choice)["to_dict"] = 3
    assert choice.to_dict()["to_dict"] == 3


class Colour(Enum):
    RED = "red"


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC), '"2026-01-02T03:04:05+00:00"'),
        (date(2026, 1, 2), '"2026-01-02"'),
        (UUID(int=1), '"00000000-0000-0000-0000-000000000001"'),
        (Decimal("1"), "1"),
        (Decimal("1E+3"), "1000"),
        (Decimal("0.1"), "0.1"),
        (Decimal("0.12345678901234567890"), '"0.12345678901234567890"'),
        (Decimal("NaN"), "NaN"),
        (Decimal("-Infinity"), "-Infinity"),
        (Colour.RED, '"red"'),
    ],
)
def test_usual_values_have_a_form_in_json(
    types: ModuleType, value: Any, expected: str
) -> None:
    assert types.Message(content=value).to_json() == f'{{"content":{expected}}}'


def test_other_values_have_none() -> None:
    with pytest.raises(TypeError, match="of type set has no form in JSON"):
        json.dumps({1}, default=json_default)
    with pytest.raises(TypeError, match="of type EnumType has no form"):
        json.dumps(Colour, default=json_default)


def test_a_view_in_a_body_is_not_copied(choice: Any) -> None:
    assert json_default(choice) is vars(choice)
    assert json.loads(json.dumps([choice], default=json_default)) == [choice.to_dict()]


def test_to_dict_of_what_holds_itself_is_an_error_as_json_has_it(choice: Any) -> None:
    choice.me = choice
    with pytest.raises(RecursionError):
        choice.to_dict()
    with pytest.raises(ValueError, match="Circular"):
        choice.to_json()
