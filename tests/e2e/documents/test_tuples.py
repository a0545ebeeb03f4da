"""Arrays whose items have types by position."""

from __future__ import annotations

import asyncio
import copy
import importlib
import json
import pickle
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pydantic
import pytest

from tests.e2e.documents.conftest import marked_lines
from tests.unit.runtime.conftest import Server, json_reply

pytestmark = pytest.mark.slow

KIND = "`prefixItems`, or a list in `items`, declares types by position."
RESULT = (
    "If `minItems` covers all positions, the type is a `tuple`, with a variable tail if "
    "further items are valid, and responses contain tuples. Otherwise, the type is a list "
    "of any of the types, with a note. Lists are accepted as arguments at run time, too."
)
DOCUMENT = """
openapi: 3.1.0
info: {title: Acme, version: '1'}
paths:
  /tracks:
    post:
      operationId: createTrack
      tags: [tracks]
      parameters:
        - {name: box, in: query, schema: {$ref: '#/components/schemas/Point'}}
      requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/Track'}}}}
      responses:
        '200': {description: Done., content: {application/json: {schema: {$ref: '#/components/schemas/Track'}}}}
  /points:
    post:
      operationId: movePoint
      tags: [points]
      requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/Point'}}}}
      responses:
        '200': {description: Done., content: {application/json: {schema: {$ref: '#/components/schemas/Stop'}}}}
components:
  schemas:
    Point: {type: array, prefixItems: [{type: number}, {type: number}], minItems: 2, maxItems: 2}
    Place: {type: object, required: [name], properties: {name: {type: string}}}
    Stop: {type: array, prefixItems: [{type: string}, {$ref: '#/components/schemas/Place'}], items: false, minItems: 2}
    Draft4: {type: array, items: [{type: string}, {type: integer}], additionalItems: false, minItems: 2}
    Line: {type: array, prefixItems: [{type: string}], minItems: 1, items: {$ref: '#/components/schemas/Place'}}
    Loose: {type: array, prefixItems: [{type: string}, {type: integer}]}
    Two: {type: array, prefixItems: [{const: a}, {$ref: '#/components/schemas/Place'}], minItems: 2, maxItems: 2}
    Many: {type: array, items: {type: string}}
    Track:
      type: object
      required: [start, stops]
      properties:
        start: {$ref: '#/components/schemas/Point'}
        stops: {type: array, items: {$ref: '#/components/schemas/Stop'}}
        old: {$ref: '#/components/schemas/Draft4'}
        line: {$ref: '#/components/schemas/Line'}
        loose: {$ref: '#/components/schemas/Loose'}
        either: {oneOf: [{$ref: '#/components/schemas/Point'}, {$ref: '#/components/schemas/Two'}, {$ref: '#/components/schemas/Many'}]}
        tuple: {type: integer}
"""
TRACK: dict[str, Any] = {
    "start": [1.5, 2],
    "stops": [["first", {"name": "A"}]],
    "old": ["x", 1],
    "line": ["l", {"name": "B"}, {"name": "C"}],
    "loose": ["z"],
    "either": ["a", {"name": "D"}],
    "tuple": 4,
}
CALLER = """
from typing import Literal, assert_type
from acme_client import Acme
from acme_client.types import Place

acme = Acme()
# mypy does not infer the types of dictionaries in tails of tuples and in unions of tuples.
place = Place(name="B")
track = acme.tracks.create(
    start=(1.5, 2),
    stops=[("first", {"name": "A"})],
    old=("x", 1),
    line=("l", place, place),
    loose=["z", 1],
    either=("a", place),
    box=(0, 1),
    tuple=4,
)
assert_type(track.start, tuple[float, float])
assert_type(track.stops[0][1], Place)
assert_type(track.old, tuple[str, int] | None)
assert_type(track.line, tuple[str, *tuple[Place, ...]] | None)
assert_type(track.loose, list[str | int] | None)
assert_type(
    track.either, tuple[float, float] | tuple[Literal["a"], Place] | list[str] | None
)
assert_type(track.tuple_, int | None)
name, place = acme.points.move(body=(1, 2))
assert_type(place, Place)
acme.tracks.create(start=(1,), stops=[])  # wrong
acme.tracks.create(start=("a", 1), stops=[])  # wrong
acme.tracks.create(start=[1, 2], stops=[])  # wrong
"""
Build = Callable[..., ModuleType]
Serve = Callable[..., Server]


def test_tuples_are_sent_and_returned(client_of: Build, serve: Serve) -> None:
    client = client_of(DOCUMENT)
    server = serve(json_reply(TRACK))
    track = client.Acme(base_url=server.url).tracks.create(**TRACK, box=(0, 1))

    async def call() -> Any:
        async with client.AsyncAcme(base_url=server.url) as acme:
            return await acme.tracks.create(**_tuples(TRACK), box=[0, 1])

    assert asyncio.run(call()) == track
    assert [json.loads(item.body) for item in server.received] == [TRACK, TRACK]
    assert [item.target for item in server.received] == ["/tracks?box=0&box=1"] * 2
    place = client.types.Place
    assert track.start == (1.5, 2)
    assert track.stops == [("first", place(name="A"))]
    assert track.line == ("l", place(name="B"), place(name="C"))
    assert track.loose == ["z"]
    assert track.either == ("a", place(name="D"))
    assert track.to_dict() == json.loads(track.to_json()) == TRACK
    assert "start=(1.5, 2)" in repr(track)
    for other in (
        copy.deepcopy(track),
        pickle.loads(pickle.dumps(track)),
        client.types.Track.from_dict(track),
    ):
        assert (other, other.start) == (track, (1.5, 2))


def _tuples(value: Any) -> Any:
    """Return arguments with tuples in place of lists."""
    if isinstance(value, dict):
        return {key: _tuples(item) for key, item in value.items()}
    return tuple(map(_tuples, value)) if isinstance(value, list) else value


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ([1, 2], (1, 2)),
        (["a", {"name": "D"}], ("a", "Place")),
        (["a", "b"], ["a", "b"]),
        ([1, 2, 3], [1, 2, 3]),
        ([], []),
        (None, None),
    ],
)
def test_length_and_types_select_the_member(
    value: Any, expected: Any, client_of: Build, serve: Serve
) -> None:
    client = client_of(DOCUMENT)
    server = serve(json_reply({"start": [1, 2], "stops": [], "either": value}))
    acme = client.Acme(base_url=server.url)
    either = acme.tracks.create(start=(1, 2), stops=[]).either
    if isinstance(expected, tuple) and expected[1] == "Place":
        expected = ("a", client.types.Place(name="D"))
    assert (type(either), either) == (type(expected), expected)


@pytest.mark.parametrize("start", [[], [1], [1, 2, 3], {"a": 1}, "text", None])
def test_other_lengths_and_types_lose_nothing(
    start: Any, client_of: Build, serve: Serve
) -> None:
    client = client_of(DOCUMENT)
    server = serve(json_reply({"start": start, "stops": []}))
    track = client.Acme(base_url=server.url).tracks.create(start=(1, 2), stops=[])
    assert track.start == (tuple(start) if isinstance(start, list) else start)
    assert track.to_dict()["start"] == start


def test_type_checkers(client_of: Build, wrong_lines: Callable[..., set[int]]) -> None:
    client = client_of(DOCUMENT)
    assert wrong_lines(client, CALLER) == marked_lines(CALLER)


def test_mock_reference_and_json_schema(client_of: Build) -> None:
    client = client_of(DOCUMENT)
    testing = importlib.import_module(f"{client.__name__}.testing")
    acme = client.Acme(base_url="https://a.example", http_client=testing.mock_client())
    name, place = acme.points.move(body=(1, 2))
    assert isinstance(name, str)
    assert type(place) is client.types.Place
    assert acme.tracks.create(start=(1, 2), stops=[]).start == (1.0, 1.0)
    adapter = pydantic.TypeAdapter(client.types.Track)
    schema = adapter.json_schema()["properties"]
    assert schema["start"]["prefixItems"] == [{"type": "number"}] * 2
    assert (schema["start"]["minItems"], schema["start"]["maxItems"]) == (2, 2)
    assert schema["line"]["anyOf"][0]["items"]["$ref"].endswith("Place")
    assert adapter.validate_python(TRACK).start == (1.5, 2)
    folder = Path(str(client.__file__)).parent
    pages = "".join(item.read_text("utf-8") for item in folder.parent.rglob("*.md"))
    assert "tuple\\[float, float\\]" in pages
    stops = '[("text", {"name": "name"})]'
    assert f"client.tracks.create(start=(1.0, 1.0), stops={stops})" in pages
    assert "`[1.0, 1.0]`" not in pages


NESTED = """
openapi: 3.1.0
info: {title: Acme, version: '1'}
paths:
  /trees:
    get:
      operationId: getTree
      tags: [trees]
      responses:
        '200': {description: Done., content: {application/json: {schema: {$ref: '#/components/schemas/Tree'}}}}
components:
  schemas:
    Tree: {type: array, prefixItems: [{type: string}, {oneOf: [{$ref: '#/components/schemas/Tree'}, {$ref: '#/components/schemas/Leaf'}, {type: array, items: {$ref: '#/components/schemas/Tree'}}]}], minItems: 2, maxItems: 2}
    Leaf: {type: object, properties: {n: {type: integer}}}
"""


def test_tuple_contains_itself(client_of: Build, serve: Serve) -> None:
    client = client_of(NESTED)
    server = serve(json_reply(["a", [["b", {"n": 1}], ["c", ["d", None]]]]))
    leaf = client.types.Leaf(n=1)
    tree = client.Acme(base_url=server.url).trees.retrieve()
    assert tree == ("a", [("b", leaf), ("c", ("d", None))])
