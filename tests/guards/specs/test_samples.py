"""The samples in `specs/` use existing names, and match the schemas."""

from __future__ import annotations

import ast
import json

import pytest

from tests.guards.specs.documents import (
    OPERATIONS,
    Operation,
    Place,
    declared,
    mistakes,
)
from tests.guards.specs.samples import curl, events, is_stream, matches

SAMPLES = [
    pytest.param(
        operation,
        example,
        id=" ".join(filter(None, [operation.id, example.get("title")])),
    )
    for operation in OPERATIONS
    for example in operation.examples
]


@pytest.mark.parametrize("operation", OPERATIONS, ids=lambda item: item.id)
def test_samples_are_complete(operation: Operation) -> None:
    for example in operation.examples:
        assert list(example["request"]) == ["curl", "python", "node.js"]
        assert all(isinstance(text, str) for text in example["request"].values())
    titles = [example.get("title") for example in operation.examples]
    if isinstance(operation.meta["examples"], list):
        assert len(titles) > 1 and None not in titles
        assert len(set(titles)) == len(titles)
    else:
        assert titles == [None]


@pytest.mark.parametrize(("operation", "example"), SAMPLES)
def test_response_matches_its_schema(
    operation: Operation, example: dict[str, str]
) -> None:
    schemas, response = operation.response(), example.get("response")
    if response is None:
        assert "application/octet-stream" in schemas, "only downloads may lack one"
    elif is_stream(response):
        schema = schemas["text/event-stream"]
        items = list(events(response, schema))
        assert len(items) > 1
        assert [text for item in items for text in mistakes(item, schema)] == []
    elif "application/json" in schemas and response.lstrip().startswith("{"):
        assert mistakes(json.loads(response), schemas["application/json"]) == []
    else:
        assert schemas.keys() & {"text/plain", "application/octet-stream"}


def test_streams_have_a_sample() -> None:
    for operation in OPERATIONS:
        if "text/event-stream" in operation.response():
            responses = [item.get("response", "") for item in operation.examples]
            assert any(map(is_stream, responses)), operation.id


def _stem(key: str) -> str:
    """Return the name in a key of a query or form: `a` for `a`, `a[]` and `a[b]`."""
    return key.partition("[")[0]


@pytest.mark.parametrize(("operation", "example"), SAMPLES)
def test_curl_sample_matches_the_operation(
    operation: Operation, example: dict[str, dict[str, str]]
) -> None:
    request = curl(example["request"]["curl"])
    assert request.method == operation.method.upper()
    assert matches(operation, request.path), request.path
    assert request.headers["authorization"] == "Bearer $OPENAI_API_KEY"
    known = {_stem(item.node["name"]) for item in operation.parameters()}
    assert {_stem(key) for key, _ in request.query} <= known
    schemas = operation.request()
    if request.body is not None:
        assert request.headers["content-type"] == "application/json"
        body = json.loads(request.body)
        assert mistakes(body, schemas["application/json"]) == []
        properties = schemas["application/json"].resolved().node["properties"]
        assert body.keys() <= properties.keys()
    elif request.form:
        schema = schemas["multipart/form-data"].resolved().node
        sent = {_stem(key) for key, _ in request.form}
        assert set(schema["required"]) <= sent
        assert sent <= set(map(_stem, schema["properties"]))
    else:
        assert not operation.place.node.get("requestBody", {}).get("required")


@pytest.mark.parametrize(("operation", "example"), SAMPLES)
def test_python_sample_parses(
    operation: Operation, example: dict[str, dict[str, str]]
) -> None:
    text = example["request"]["python"]
    tree = ast.parse(text)
    assert "from openai import OpenAI\n\nclient = OpenAI()\n" in text
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    on_client = [node for node in calls if ast.unparse(node.func).startswith("client.")]
    assert len(on_client) == 1, "a sample shows one call"
    (call,) = on_client
    parameters = [item.node for item in operation.parameters()]
    names = [item["name"] for item in parameters]
    for schema in operation.request().values():
        names += schema.resolved().node["properties"]
    keywords = {item.arg for item in call.keywords}
    assert keywords <= set(map(_stem, names))
    in_path = {item["name"] for item in parameters if item["in"] == "path"}
    assert len(call.args) == len(in_path - keywords)


@pytest.mark.parametrize(("operation", "example"), SAMPLES)
def test_javascript_sample_makes_the_same_call(
    operation: Operation, example: dict[str, dict[str, str]]
) -> None:
    text = example["request"]["node.js"]
    assert 'import OpenAI from "openai";\n\nconst client = new OpenAI();\n' in text
    for opening, closing in ("()", "[]", "{}"):
        assert text.count(opening) == text.count(closing)
    python = ast.parse(example["request"]["python"])
    (call,) = (
        ast.unparse(node.func)
        for node in ast.walk(python)
        if isinstance(node, ast.Call) and ast.unparse(node.func).startswith("client.")
    )
    # JavaScript has no counterpart of this access to the unread response.
    call = call.replace(".with_streaming_response", "")
    expected = ".".join(_camel(word) for word in call.split("."))
    # Both spellings are current: `delete` was a reserved word in older JavaScript.
    assert f"{expected}(" in text or f"{expected.replace('.delete', '.del')}(" in text


def _camel(word: str) -> str:
    first, *others = word.split("_")
    return first + "".join(other.capitalize() for other in others)


OBJECTS = [
    place
    for place in declared("schemas")
    if place.has("x-oaiMeta") and "example" in place.node["x-oaiMeta"]
]


@pytest.mark.parametrize("place", OBJECTS, ids=lambda place: place.pointer[-1])
def test_sample_object_matches_its_schema(place: Place) -> None:
    assert mistakes(json.loads(place.node["x-oaiMeta"]["example"]), place) == []
