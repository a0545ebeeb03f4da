"""Discriminators whose property is an enumeration."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable
from types import ModuleType
from typing import Any

import pytest

from tests.e2e.documents.conftest import marked_lines
from tests.unit.runtime.conftest import Server, json_reply

pytestmark = pytest.mark.slow

KIND = "The property that selects the member of a union is an enumeration of the tags of all members."
RESULT = (
    "The property of each member is a literal of the tags of that member, in the client and for type "
    "checkers, and of values that no other member accepts. Tags can also be integers or booleans. An "
    "unknown tag gives the base class if the members extend one."
)
HEAD = """
openapi: 3.1.0
info: {title: Acme, version: '1'}
paths:
  /blocks:
    get:
      operationId: listBlocks
      tags: [blocks]
      responses:
        '200': {description: Done., content: {application/json: {schema: {type: array, items: {$ref: '#/components/schemas/Block'}}}}}
    post:
      operationId: createBlock
      tags: [blocks]
      requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/Block'}}}}
      responses: {'204': {description: Done.}}
components:
  schemas:
"""
INLINE = "{type: string, enum: [COURSE, VIDEO, OTHER]}"
REFERENCE = "{$ref: '#/components/schemas/BlockType'}"
WRAPPED = "{description: The type., allOf: [{$ref: '#/components/schemas/BlockType'}]}"
ENUM = f"    BlockType: {INLINE}\n"
MAPPING = "mapping: {COURSE: '#/components/schemas/CourseBlock', VIDEO: VideoBlock}"
FAMILY = """
    Block:
      type: object
      required: [type]
      properties: {type: TYPE, id: {type: string}}
      discriminator: {propertyName: type, MAPPING}
    CourseBlock:
      COURSE_VALUE
      allOf: [{$ref: '#/components/schemas/Block'}, {type: object, properties: {course: {type: string}}}]
    VideoBlock:
      allOf: [{$ref: '#/components/schemas/Block'}, {type: object, VIDEO_VALUE properties: {url: {type: string}}}]
"""
OWN_VALUES = """
    Block:
      oneOf: [{$ref: '#/components/schemas/CourseBlock'}, {$ref: '#/components/schemas/VideoBlock'}]
      discriminator: {propertyName: type}
    CourseBlock: {type: object, required: [type], properties: {type: {enum: [CourseBlock, LECTURE]}}}
    VideoBlock: {type: object, required: [type], properties: {type: {type: string}}}
"""
UNION = """
    Block:
      oneOf: [{$ref: '#/components/schemas/CourseBlock'}, {$ref: '#/components/schemas/VideoBlock'}]
      discriminator: {propertyName: type, MAPPING}
    CourseBlock:
      COURSE_VALUE
      type: object
      required: [type]
      properties: {type: TYPE, course: {type: string}}
    VideoBlock:
      type: object
      required: [type]
      properties: {type: TYPE, url: {type: string}}
      VIDEO_VALUE
"""
CALLER = """
from acme_client import Acme

client = Acme()
for block in client.blocks.list():
    if block.type == "COURSE":
        print(block.course)
        print(block.url)  # wrong
    elif block.type == "VIDEO":
        print(block.url)
        print(block.course)  # wrong
"""
Build = Callable[..., ModuleType]
Serve = Callable[..., Server]


def _document(
    schemas: str, type_: str, mapping: str = MAPPING, extension: str = ""
) -> str:
    values = {
        "TYPE": type_,
        "COURSE_VALUE": f"{extension}: COURSE" if extension else "x-none: ''",
        "MAPPING": mapping,
    }
    for name, value in values.items():
        schemas = schemas.replace(name, value)
    # In the inline part of an `allOf`, the extension is a member of a flow mapping.
    separator = "," if "schemas/Block'}" in schemas and "oneOf" not in schemas else ""
    video = f"{extension}: VIDEO{separator}" if extension else ""
    return HEAD + schemas.replace("VIDEO_VALUE", video) + ENUM


def _list_blocks(client: ModuleType, serve: Serve, blocks: list[Any]) -> list[Any]:
    """Return the blocks from both clients, which must be equal."""
    server = serve(json_reply(blocks))
    result = client.Acme(base_url=server.url).blocks.list()

    async def call() -> Any:
        async with client.AsyncAcme(base_url=server.url) as acme:
            return await acme.blocks.list()

    assert asyncio.run(call()) == result
    return list(result)


def _read_tags(model: Any) -> list[str]:
    """Return the values of the literal that is the type of a discriminator."""
    return re.findall("'(.+?)'", model.__annotations__["type"].replace('"', "'"))


VARIANTS = {
    "inline": _document(FAMILY, INLINE),
    "reference": _document(FAMILY, REFERENCE),
    "wrapped reference": _document(FAMILY, WRAPPED),
    "x-ms-discriminator-value": _document(
        FAMILY, REFERENCE, "mapping: {}", "x-ms-discriminator-value"
    ),
    "x-discriminator-value": _document(
        FAMILY, INLINE, "mapping: {}", "x-discriminator-value"
    ),
}


@pytest.mark.parametrize("document", VARIANTS.values(), ids=VARIANTS)
def test_family_is_selected_by_tag(
    document: str, client_of: Build, serve: Serve
) -> None:
    client = client_of(document)
    # The members lack all other keys, so that only the tag can select one.
    blocks = _list_blocks(
        client,
        serve,
        [{"type": "COURSE"}, {"type": "VIDEO"}, {"type": "OTHER"}, {"type": "NEW"}],
    )
    types = client.types
    assert [type(block) for block in blocks] == [
        types.CourseBlock,
        types.VideoBlock,
        types.Block,
        types.Block,
    ]
    assert [_read_tags(types.CourseBlock), _read_tags(types.Block)] == [
        ["COURSE"],
        ["OTHER"],
    ]


@pytest.mark.parametrize("type_", [INLINE, REFERENCE, WRAPPED])
@pytest.mark.parametrize(
    ("mapping", "extension"),
    [(MAPPING, ""), ("mapping: {}", "x-ms-discriminator-value")],
)
def test_union_is_selected_by_tag(
    type_: str,
    mapping: str,
    extension: str,
    client_of: Build,
    serve: Serve,
) -> None:
    client = client_of(_document(UNION, type_, mapping, extension))
    blocks = _list_blocks(
        client, serve, [{"type": "VIDEO"}, {"type": "COURSE"}, {"type": "NEW"}]
    )
    assert type(blocks[0]) is client.types.VideoBlock
    assert type(blocks[1]) is client.types.CourseBlock
    assert blocks[2] == {"type": "NEW"}
    assert _read_tags(client.types.CourseBlock) == ["COURSE"]


def test_member_that_only_wraps_a_reference(client_of: Build, serve: Serve) -> None:
    member = "{$ref: '#/components/schemas/CourseBlock'}"
    wrapped = f"{{description: A course., allOf: [{member}]}}"
    union = UNION.replace(f"oneOf: [{member}", f"oneOf: [{wrapped}")
    assert wrapped in union
    client = client_of(_document(union, "{type: string}"))
    blocks = _list_blocks(client, serve, [{"type": "VIDEO"}, {"type": "COURSE"}])
    assert type(blocks[0]) is client.types.VideoBlock
    assert type(blocks[1]) is client.types.CourseBlock


def test_types_of_requests_and_responses(
    client_of: Build, serve: Serve, wrong_lines: Callable[..., set[int]]
) -> None:
    client = client_of(_document(FAMILY, REFERENCE))
    caller = f"""{CALLER}
client.blocks.create(body={{"type": "COURSE", "course": "Art"}})
client.blocks.create(body={{"type": "OTHER"}})
client.blocks.create(body={{"type": "VIDEO", "course": "Art"}})  # wrong
client.blocks.create(body={{"type": "NEW"}})  # wrong
"""
    assert wrong_lines(client, caller) == marked_lines(caller)
    server = serve(json_reply({}))
    client.Acme(base_url=server.url).blocks.create(
        body={"type": "COURSE", "course": "Art"}
    )
    assert server.received[0].body == b'{"type":"COURSE","course":"Art"}'


def test_base_without_tags_is_not_in_the_union(
    client_of: Build, serve: Serve, wrong_lines: Callable[..., set[int]]
) -> None:
    client = client_of(_document(FAMILY, "{type: string, enum: [COURSE, VIDEO]}"))
    blocks = _list_blocks(
        client, serve, [{"type": "VIDEO"}, {"type": "NEW", "id": "a"}]
    )
    assert type(blocks[0]) is client.types.VideoBlock
    assert type(blocks[1]) is client.types.Block
    assert blocks[1].id == "a"
    caller = """
from typing import assert_never
from acme_client import Acme

for block in Acme().blocks.list():
    match block.type:
        case "COURSE":
            print(block.course)
        case "VIDEO":
            print(block.url)
        case _:
            assert_never(block.type)
"""
    assert wrong_lines(client, caller) == set()


def test_tags_that_the_enumeration_lacks(client_of: Build, serve: Serve) -> None:
    mapping = (
        "mapping: {COURSE: CourseBlock, LESSON: CourseBlock, VIDEO: VideoBlock, "
        "AUDIO: AudioBlock}"
    )
    audio = """
    AudioBlock:
      allOf: [{$ref: '#/components/schemas/Block'}, {type: object, properties: {length: {type: integer}}}]
"""
    client = client_of(_document(FAMILY + audio, REFERENCE, mapping))
    blocks = _list_blocks(client, serve, [{"type": "COURSE"}, {"type": "AUDIO"}])
    assert type(blocks[0]) is client.types.CourseBlock
    # No value of the enumeration selects it, so that its own tag is kept.
    assert type(blocks[1]) is client.types.AudioBlock
    assert _read_tags(client.types.CourseBlock) == ["COURSE"]
    assert _read_tags(client.types.AudioBlock) == ["AUDIO"]


def test_family_that_only_a_union_of_its_members_uses(
    client_of: Build, serve: Serve
) -> None:
    document = _document(FAMILY, REFERENCE).replace(
        "items: {$ref: '#/components/schemas/Block'}",
        "items: {oneOf: [{$ref: '#/components/schemas/VideoBlock'}, "
        "{$ref: '#/components/schemas/CourseBlock'}]}",
    )
    document = document[: document.index("    post:")] + (
        document[document.index("components:") :]
    )
    client = client_of(document)
    blocks = _list_blocks(client, serve, [{"type": "COURSE"}, {"type": "NEW"}])
    assert type(blocks[0]) is client.types.CourseBlock
    assert type(blocks[1]) is client.types.Block
    assert _read_tags(client.types.CourseBlock) == ["COURSE"]


def test_integer_tags(client_of: Build, serve: Serve) -> None:
    mapping = "mapping: {'1': CourseBlock, '2': VideoBlock}"
    client = client_of(_document(FAMILY, "{type: integer}", mapping))
    blocks = _list_blocks(client, serve, [{"type": 2}, {"type": 1}, {"type": 3}])
    types = client.types
    assert list(map(type, blocks)) == [types.VideoBlock, types.CourseBlock, types.Block]


def test_boolean_tags(client_of: Build, serve: Serve) -> None:
    mapping = "mapping: {'true': CourseBlock, 'false': VideoBlock}"
    client = client_of(_document(FAMILY, "{type: boolean}", mapping))
    blocks = _list_blocks(client, serve, [{"type": False}, {"type": True}])
    assert list(map(type, blocks)) == [
        client.types.VideoBlock,
        client.types.CourseBlock,
    ]


def test_number_tags(client_of: Build, serve: Serve) -> None:
    mapping = "mapping: {'1': CourseBlock, '2': VideoBlock}"
    client = client_of(_document(FAMILY, "{type: number}", mapping))
    blocks = _list_blocks(client, serve, [{"type": 2}, {"type": 1}])
    assert list(map(type, blocks)) == [
        client.types.VideoBlock,
        client.types.CourseBlock,
    ]


def test_value_that_only_one_member_accepts(client_of: Build, serve: Serve) -> None:
    client = client_of(_document(OWN_VALUES, INLINE))
    blocks = _list_blocks(
        client, serve, [{"type": "LECTURE"}, {"type": "VideoBlock"}, {"type": "NEW"}]
    )
    types = client.types
    assert [type(block) for block in blocks] == [
        types.CourseBlock,
        types.VideoBlock,
        dict,
    ]
    assert _read_tags(types.CourseBlock) == ["CourseBlock", "LECTURE"]


def test_nested_families(client_of: Build, serve: Serve) -> None:
    lesson = """
    LessonBlock:
      allOf: [{$ref: '#/components/schemas/CourseBlock'}, {type: object, properties: {title: {type: string}}}]
"""
    type_ = "{type: string, enum: [COURSE, VIDEO, LESSON, OTHER]}"
    mapping = "mapping: {COURSE: CourseBlock, VIDEO: VideoBlock, LESSON: LessonBlock}"
    client = client_of(_document(FAMILY + lesson, type_, mapping))
    blocks = _list_blocks(client, serve, [{"type": "LESSON"}, {"type": "COURSE"}])
    assert type(blocks[0]) is client.types.LessonBlock
    assert type(blocks[1]) is client.types.CourseBlock
