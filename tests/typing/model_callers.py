"""Callers of models.

Type checkers must report the lines that end in `# wrong`, and no others.
"""

from __future__ import annotations

import copy
from collections.abc import Sequence
from typing import Any, Literal, Required, TypeAlias, assert_never, assert_type

from typing_extensions import TypedDict

from generator.runtime.models.base import BaseModel
from generator.runtime.models.records import field


class TextPart(BaseModel):
    type: Literal["text"]
    text: str


class ImagePart(BaseModel):
    type: Literal["image"]
    url: str
    detail: Literal["low", "high"] | None = None


Part: TypeAlias = TextPart | ImagePart


class Message(BaseModel):
    content: list[Part]
    name: str | None
    refusal: str | None = None
    metadata: dict[str, str] | None = None
    payload: Any = None
    class_: str = field(key="class")
    from_: str | None = field(key="from", default=None)


class Table(BaseModel, extra="Message"):
    id: str


class TextPartParam(TypedDict, total=False):
    type: Required[Literal["text"]]
    text: Required[str]


def send(parts: Sequence[TextPart | TextPartParam]) -> None:
    """Accept models and parameter dicts, like a method of an emitted resource."""


def reads(message: Message) -> None:
    assert_type(message.content, list[TextPart | ImagePart])
    assert_type(message.name, str | None)
    assert_type(message.refusal, str | None)
    assert_type(message.class_, str)
    assert_type(message.from_, str | None)
    assert_type(message.payload, Any)
    message.nmae  # wrong
    message.refusal.upper()  # wrong
    message.class_ + 1  # wrong


def narrows(part: Part) -> str:
    if part.type == "text":
        return part.text
    assert_type(part, ImagePart)
    return part.url


def matches(part: Part) -> str:
    match part:
        case TextPart(text=text):
            return text
        case ImagePart(url=url):
            return url
        case _:
            assert_never(part)


def writes(message: Message) -> None:
    message.name = None
    message.content.append(TextPart(type="text", text="hi"))
    message.class_ = "x"
    message.name = 3  # wrong
    message.class_ = None  # wrong
    message.content.append("hi")  # wrong
    message.unknown = 1  # wrong


def constructs() -> None:
    assert_type(TextPart(type="text", text="hi"), TextPart)
    Message(content=[], name=None, class_="x")
    Message(content=[], name="n", class_="x", from_=None, metadata={}, payload=object())
    Table(id="x")
    TextPart("text", "hi")  # wrong
    TextPart(type="text")  # wrong
    TextPart(type="image", text="hi")  # wrong
    TextPart(type="text", text="hi", more=1)  # wrong
    Message(content=[], name=None)  # wrong
    Message(content=[], name=None, class_=None)  # wrong
    ImagePart(type="image", url="u", detail="huge")  # wrong


def converts(message: Message) -> None:
    assert_type(Message.from_dict({}), Message)
    assert_type(Message.model_validate({}), Message)
    assert_type(message.to_dict(), dict[str, Any])
    assert_type(message.model_dump(), dict[str, Any])
    assert_type(message.to_json(indent=2), str)
    assert_type(message.model_dump_json(), str)
    assert_type(message.model_fields_set, set[str])
    assert_type(message.model_extra, dict[str, Any])
    assert_type(copy.copy(message), Message)
    Message.from_dict([])  # wrong
    message.to_json("2")  # wrong
    message.model_extra = {}  # wrong


def sends_back(part: TextPart, other: ImagePart) -> None:
    send([part, {"type": "text", "text": "hi"}])
    send([other])  # wrong
    send([{"type": "text"}])  # wrong
