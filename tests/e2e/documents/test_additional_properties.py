"""Objects with declared properties and additional properties."""

from __future__ import annotations

import asyncio
import json
import pickle
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from tests.clients import is_formatted
from tests.e2e.documents.conftest import marked_lines
from tests.unit.runtime.conftest import Server, json_reply

KIND = (
    "An object has declared properties and `additionalProperties`: a schema, `true` or "
    "`{}`."
)
RESULT = (
    "Undeclared keys can be passed in dictionaries, by `extra_body` and to constructors "
    "of models, and read as attributes and by `model_extra`, with their type. The "
    "reference has a row for them. Constructors of other models reject undeclared keys."
)
DOCUMENT = """
openapi: 3.1.0
info: {title: Acme, version: '1'}
paths:
  /boxes:
    post:
      operationId: createBox
      tags: [boxes]
      requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/Box'}}}}
      responses:
        '200': {description: Done., content: {application/json: {schema: {$ref: '#/components/schemas/Box'}}}}
components:
  schemas:
    Box:
      type: object
      required: [id]
      properties: {id: {type: string}, labels: {$ref: '#/components/schemas/Labels'}, tree: {$ref: '#/components/schemas/Tree'}, case: {$ref: '#/components/schemas/Case'}, open: {$ref: '#/components/schemas/Open'}, free: {$ref: '#/components/schemas/Free'}, merged: {$ref: '#/components/schemas/Merged'}}
      additionalProperties: {$ref: '#/components/schemas/Item'}
    Item: {type: object, required: [n], properties: {n: {type: integer}}}
    Labels: {type: object, required: [name], properties: {name: {type: string}}, additionalProperties: {type: integer}}
    Case: {type: object, required: [self], properties: {self: {type: string}, extra: {type: string}, a_long_name_of_a_property: {type: string}}, additionalProperties: {$ref: '#/components/schemas/Item'}}
    Open: {type: object, required: [name], properties: {name: {type: string}}, additionalProperties: true}
    Free: {type: object, properties: {name: {type: string}}, additionalProperties: {}}
    Merged: {allOf: [{$ref: '#/components/schemas/Labels'}, {$ref: '#/components/schemas/Open'}]}
    Tree: {type: object, required: [name], properties: {name: {type: string}}, additionalProperties: {$ref: '#/components/schemas/Tree'}}
"""
CALLER = """
from typing import assert_type
from acme_client import Acme
from typing import Any
from acme_client.types import Box, Case, Free, Item, Labels, Merged, Open

box = Acme().boxes.create(
    id="b",
    labels={"name": "x", "size": 3},
    tree={"name": "root", "left": {"name": "leaf"}},
    extra_body={"lamp": {"n": 1}},
)
assert_type(box.id, str)
assert_type(box.lamp, Item)
assert_type(box.model_extra, dict[str, Item])
labels = box.labels
assert_type(labels, Labels | None)
if labels is not None:
    assert_type(labels.name, str)
    assert_type(labels.size, int)
    assert_type(labels.model_extra, dict[str, int])
Acme().boxes.create(id="b", labels={"name": "x", "size": None})  # wrong
Acme().boxes.create(id="b", labels={"name": 1.5})  # wrong
Labels(name="x", size=3)
Box(id="b", labels=None, lamp=Item(n=1))
Case(self="x", extra="y", other=Item(n=1))
Labels(name="x", size="large")  # wrong
Labels(size=3)  # wrong
Item(n=1, size=3)  # wrong
merged = Merged(name="x", size=3)
assert_type(merged.size, int)
assert_type(merged.model_extra, dict[str, int])
opened = Open(name="x", size=3, tags=["a"])
assert_type(opened.name, str)
assert_type(opened.size, Any)
assert_type(opened.model_extra, dict[str, Any])
assert_type(Free(size=3).name, str | None)
Open(size=3)  # wrong
Open(name=3)  # wrong
Acme().boxes.create(id="b", open={"name": "x", "size": 3}, free={"tags": ["a"]})
Acme().boxes.create(id="b", open=opened, free=Free(size=3))
Acme().boxes.create(id="b", open=["x"])  # wrong
"""


def check_any_property(client: ModuleType, server: Server, model: Any) -> None:
    """Check that a model of any properties is built, sent, copied and read."""
    members = {"name": "x", "size": 3, "tags": ["a"], "nested": {"n": 1}}
    built = model(**members)
    assert built == model.from_dict(members) and built.size == 3
    assert built.model_extra == {
        key: members[key] for key in ("size", "tags", "nested")
    }
    assert pickle.loads(pickle.dumps(built)) == built
    for value in (built, members):
        client.Acme(base_url=server.url).boxes.create(id="b", open=value)
        assert json.loads(server.received[-1].body) == {"id": "b", "open": members}


@pytest.mark.slow
def test_undeclared_keys_are_sent_and_read(
    client_of: Callable[..., ModuleType],
    serve: Callable[..., Server],
    wrong_lines: Callable[..., set[int]],
) -> None:
    client = client_of(DOCUMENT)
    labels, tree = {"name": "x", "size": 3}, {"name": "root", "left": {"name": "leaf"}}
    box = {"id": "b", "labels": labels, "tree": tree, "lamp": {"n": 1}}
    server = serve(json_reply(box))
    arguments = {
        "id": "b",
        "labels": labels,
        "tree": tree,
        "extra_body": {"lamp": {"n": 1}},
    }
    result = client.Acme(base_url=server.url).boxes.create(**arguments)

    async def call() -> Any:
        async with client.AsyncAcme(base_url=server.url) as acme:
            return await acme.boxes.create(**arguments)

    assert asyncio.run(call()) == result
    assert [json.loads(item.body) for item in server.received] == [box, box]
    assert type(result.lamp) is client.types.Item
    assert result.model_extra == {"lamp": client.types.Item(n=1)}
    assert (result.labels.size, result.labels.model_extra) == (3, {"size": 3})
    assert type(result.tree.left) is client.types.Tree
    types = client.types
    built = types.Labels(name="x", size=3)
    assert built == result.labels
    assert types.Case(self="x", other=types.Item(n=1)).model_extra == {
        "other": types.Item(n=1)
    }
    client.Acme(base_url=server.url).boxes.create(id="b", labels=built)
    assert json.loads(server.received[-1].body) == {"id": "b", "labels": labels}
    for name in ("Open", "Free"):
        check_any_property(client, server, getattr(types, name))
    assert wrong_lines(client, CALLER) == marked_lines(CALLER)
    for file in Path(str(client.__file__)).parent.glob("types/*.py"):
        text = file.read_text("utf-8")
        assert is_formatted(text), file
