"""Unions of hundreds of members."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from types import ModuleType
from typing import Any

import pytest

from tests.unit.runtime.conftest import Server, json_reply

KIND = "A union has hundreds of members, in an alias, in a property or in a dictionary."
RESULT = (
    "Type checkers narrow the union by the tag and by the class, in seconds; the client "
    "selects the member by the tag."
)


def document(size: int) -> str:
    """Return a document with a union of objects and two unnamed unions."""
    names = [f"Event{number}" for number in range(size)]
    references = {name: {"$ref": f"#/components/schemas/{name}"} for name in names}
    schemas: dict[str, Any] = {
        name: {
            "type": "object",
            "required": ["type"],
            "properties": {
                "type": {"const": f"event.{number}"},
                "id": {"type": "string"},
            },
        }
        for number, name in enumerate(names)
    }
    schemas["Event"] = {
        "oneOf": [*references.values()],
        "discriminator": {"propertyName": "type"},
    }
    schemas["Folder"] = {
        "type": "object",
        "properties": {
            "events": {
                "anyOf": [
                    {"type": "array", "items": each} for each in references.values()
                ]
            },
            **{name.lower(): each for name, each in references.items()},
        },
        "additionalProperties": {"type": "string"},
    }
    operations = {
        f"/{name.lower()}s": {
            "post": {
                "operationId": f"create{name}",
                "requestBody": {"required": True, "content": _json(name, wrapped=True)},
                "responses": {"200": {"description": "ok", "content": _json(name)}},
            }
        }
        for name in ("Event", "Folder")
    }
    return json.dumps(
        {
            "openapi": "3.1.0",
            "info": {"title": "Events", "version": "1"},
            "paths": operations,
            "components": {"schemas": schemas},
        }
    )


def _json(name: str, wrapped: bool = False) -> dict[str, Any]:
    schema: dict[str, Any] = {"$ref": f"#/components/schemas/{name}"}
    if wrapped:
        key = name.lower()
        schema = {"type": "object", "required": [key], "properties": {key: schema}}
    return {"application/json": {"schema": schema}}


CALLER = """\
from typing import assert_type

from acme_client import Acme, AsyncAcme
from acme_client.types import Event, Event3, Event7, Event269

def by_tag(event: Event) -> None:
    if event.type == "event.269":
        assert_type(event, Event269)
    match event.type:
        case "event.3":
            assert_type(event, Event3)
        case _:
            pass

def by_class(event: Event) -> None:
    if isinstance(event, Event7):
        assert_type(event, Event7)

def call(client: Acme) -> Event:
    client.folders.create(folder={"event3": {"type": "event.3"}})
    client.events.create(event={"type": "event.unknown"})  # wrong
    return client.events.create(event={"type": "event.269"})

async def call_async(client: AsyncAcme) -> Event:
    return await client.events.create(event={"type": "event.3", "id": "1"})
"""


@pytest.mark.slow(seconds=40)
@pytest.mark.parametrize("size", [270, 400])
def test_types(
    client_of: Callable[[str], ModuleType],
    wrong_lines: Callable[[ModuleType, str], set[int]],
    size: int,
) -> None:
    lines = CALLER.splitlines()
    marked = {number for number, line in enumerate(lines, 1) if "# wrong" in line}
    assert wrong_lines(client_of(document(size)), CALLER) == marked


def test_responses(
    client_of: Callable[[str], ModuleType], serve: Callable[..., Server]
) -> None:
    package = client_of(document(270))
    types = package.types
    data: Any = {"events": [{"type": "event.5"}], "event269": {"type": "event.269"}}
    server = serve(json_reply({"type": "event.269"}), json_reply(data))
    with package.Acme(base_url=server.url) as client:
        event = client.events.create(event={"type": "event.3"})
        folder = client.folders.create(folder=data)
    assert type(event) is types.Event269
    assert type(folder.event269) is types.Event269
    assert type(folder.events[0]) is types.Event5
    assert json.loads(server.received[-1].body) == {"folder": data}
    server.replies = [json_reply({"type": "event.7"})]

    async def create() -> Any:
        async with package.AsyncAcme(base_url=server.url) as client:
            return await client.events.create(event={"type": "event.7"})

    assert type(asyncio.run(create())) is types.Event7
