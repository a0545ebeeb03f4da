"""Properties that exist only in SDKs of the vendor."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from generator.config import Config
from generator.diagnostics import Diagnostics
from generator.pipeline import build
from tests.e2e.documents.conftest import marked_lines
from tests.unit.runtime.conftest import Reply, Server

pytestmark = pytest.mark.slow

KIND = "A property exists only in SDKs of the vendor (`x-oaiSupportedSDKs`)."
RESULT = (
    "It is neither sent nor expected. The client computes it if the description says that it "
    "is the text of all items of a type in an array; otherwise it is left out, with a note."
)
DOCUMENT = """
openapi: 3.1.0
info: {title: Acme, version: '1'}
paths:
  /drafts:
    post:
      operationId: createDraft
      requestBody:
        required: true
        content: {application/json: {schema: {$ref: '#/components/schemas/Question'}}}
      responses:
        '200':
          description: The draft.
          content: {application/json: {schema: {$ref: '#/components/schemas/Draft'}}}
components:
  schemas:
    Question:
      type: object
      required: [text]
      properties:
        text: {type: string}
        hint: {type: string, x-oaiSupportedSDKs: [python]}
    Draft:
      allOf:
        - type: object
          required: [output, output_text]
          properties:
            id: {type: string}
            output: {type: array, items: {$ref: '#/components/schemas/Item'}}
            output_text:
              anyOf:
                - type: string
                  description: >
                    SDK-only convenience property that contains the aggregated text output
                    from all `output_text` items in the `output` array, if any are present.
                  x-oaiSupportedSDKs: [python, javascript]
                - type: "null"
        - type: object
          properties:
            label: {type: string, description: 'SDK-only property: a label.'}
            other_text:
              type: string
              x-oaiSupportedSDKs: [python]
              description: Joins the text of all `other` items in the `output` array.
    Item:
      oneOf:
        - $ref: '#/components/schemas/Message'
        - $ref: '#/components/schemas/Text'
        - $ref: '#/components/schemas/Tool'
      discriminator: {propertyName: type}
    Message:
      type: object
      required: [type, content]
      properties:
        type: {const: message}
        content:
          type: array
          items:
            anyOf: [{$ref: '#/components/schemas/Text'}, {$ref: '#/components/schemas/Refusal'}]
    Text:
      type: object
      required: [type, text]
      properties: {type: {const: output_text}, text: {type: string}}
    Refusal:
      type: object
      required: [type, text]
      properties: {type: {const: refusal}, text: {type: string}}
    Tool:
      type: object
      required: [type]
      properties: {type: {const: tool}, steps: {type: array, items: {type: string}}}
"""
CALLER = """
from typing import assert_type

from acme_client import Acme
from acme_client.types import Draft


def call(client: Acme) -> None:
    draft = client.drafts.create(text="?")
    assert_type(draft.output_text, str)
    Draft(output=[])
    Draft(output=[], output_text="x")  # wrong
    client.drafts.create(text="?", hint="x")  # wrong
"""
TEXT = {"type": "output_text", "text": "a"}
OUTPUT: list[Any] = [
    {"type": "message", "content": [TEXT, {"type": "refusal", "text": "no"}]},
    {"type": "tool", "steps": ["x"]},
    {"type": "unknown", "content": [{**TEXT, "text": "b"}]},
    {**TEXT, "text": "c"},
    {"type": "message", "content": None},
    {"type": "message", "content": [{**TEXT, "text": None}, "text", None]},
    None,
]

Clients = Callable[..., ModuleType]
Serve = Callable[..., Server]


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ({"output": OUTPUT}, "abc"),
        ({"output": OUTPUT, "output_text": None}, "abc"),
        ({"output": []}, ""),
        ({"output": None}, ""),
        ({}, ""),
    ],
)
def test_text(client_of: Clients, serve: Serve, body: Any, text: str) -> None:
    module, server = client_of(DOCUMENT), serve(Reply(body=json.dumps(body).encode()))
    draft = module.Acme(base_url=server.url).drafts.create(text="?")
    assert draft.output_text == text
    assert draft.to_dict() == body

    async def call() -> None:
        async with module.AsyncAcme(base_url=server.url) as client:
            assert (await client.drafts.create(text="?")).output_text == text
            raw = await client.drafts.with_raw_response.create(text="?")
            assert raw.parse().output_text == text

    asyncio.run(call())
    assert json.loads(server.received[0].body) == {"text": "?"}


def test_changes_and_copies(client_of: Clients) -> None:
    draft = client_of(DOCUMENT).types.Draft.from_dict({"output": [TEXT]})
    assert "output_text" not in draft.model_dump() | draft.to_dict()
    assert draft.model_copy(deep=True).output_text == "a"
    draft.output.append({**TEXT, "text": "b"})
    assert draft.output_text == "ab"
    with pytest.raises(AttributeError, match="'output_text' is computed"):
        draft.output_text = "x"
    with pytest.raises(TypeError, match="unexpected keyword arguments: 'output_text'"):
        type(draft)(output=[], output_text="x")


def test_mock(client_of: Clients) -> None:
    module = client_of(DOCUMENT)
    mock: Any = __import__(f"{module.__name__}.testing", fromlist=["MockAPI"]).MockAPI()
    client = module.Acme(http_client=mock.client(), base_url="https://acme.test")
    draft = client.drafts.create(text="?")
    assert "output_text" not in draft.to_dict()
    assert isinstance(draft.output_text, str)


def test_documentation(client_of: Clients, tmp_path: Path) -> None:
    client_of(DOCUMENT)
    text = (
        'Text of all `output_text` items in `output`, joined; `""` if there are none.'
    )
    (page,) = tmp_path.rglob("docs/types/drafts.md")
    assert f"| **output_text** | str | {text} The client" in page.read_text()
    (module,) = tmp_path.rglob("types/drafts.py")
    source = module.read_text()
    assert f'    """{text} The' in source
    assert "label" not in source


def test_notes(tmp_path: Path) -> None:
    (tmp_path / "openapi.yaml").write_text(DOCUMENT)
    diagnostics = Diagnostics()
    build(Config(specs=("openapi.yaml",), directory=tmp_path), diagnostics)
    notes = [x.message for x in diagnostics if x.rule.code == "sdk-only-property"]
    assert notes == [
        f"the property {name!r} exists only in SDKs, and is left out"
        for name in ("hint", "label", "other_text")
    ]


def test_types(client_of: Clients, wrong_lines: Callable[..., set[int]]) -> None:
    assert wrong_lines(client_of(DOCUMENT), CALLER) == marked_lines(CALLER)
