"""Sentences of changes that callers must understand, and changes that are none."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from generator.comparison import compare
from generator.comparison.relation import Relation
from generator.comparison.sides import Side
from generator.config import Config
from generator.diagnostics import Diagnostics
from generator.pipeline import analyze
from generator.python.expressions import Name, Subscript
from tests.e2e.documents.test_structured_output import DOCUMENT as STRUCTURED

JSON = "application/json"
TEXT = {"type": "string"}


def ref(name: str) -> dict[str, str]:
    return {"$ref": f"#/components/schemas/{name}"}


def response(schema: object, media_type: str = JSON) -> dict[str, Any]:
    return {"description": "d", "content": {media_type: {"schema": schema}}}


def document(operation: dict[str, Any], **more: Any) -> dict[str, Any]:
    """Return a document with the operation `client.things.list`."""
    return {
        "openapi": "3.1.0",
        "info": {"title": "Acme", "version": "1"},
        "paths": {"/things": {"get": {"operationId": "listThings", **operation}}},
        **more,
    }


def body(schema: dict[str, Any]) -> dict[str, Any]:
    """Return a document whose operation `client.things.create` has a body."""
    operation = {
        "operationId": "createThing",
        "requestBody": {"content": {JSON: {"schema": schema}}},
        "responses": {"204": {"description": "d"}},
    }
    result = document({})
    result["paths"] = {"/things": {"post": operation}}
    return result


def changes(folder: Path, old: Any, new: Any) -> list[tuple[str, str]]:
    """Return the rules and the messages of the changes, without new types."""
    sides = []
    for name, value in (("old", old), ("new", new)):
        (folder / f"{name}.json").write_text(json.dumps(value))
        config = Config("acme", "Acme", (f"{name}.json",), directory=folder)
        result = analyze(config, Diagnostics())
        sides.append((result.api, result.package))
    return [
        (item.rule.id, item.message)
        for item in compare(sides[0], sides[1])
        if item.rule.id not in ("type-added", "type-removed")
    ]


OBJECTS = {
    name: {"type": "object", "required": [key], "properties": {key: TEXT}}
    for name, key in (("Thing", "id"), ("Fault", "reason"), ("Problem", "title"))
}


def test_a_page_that_becomes_a_stream(tmp_path: Path) -> None:
    schemas = {
        **OBJECTS,
        "Page": {
            "type": "object",
            "properties": {
                "data": {"type": "array", "items": ref("Thing")},
                "next_cursor": TEXT,
            },
        },
    }
    parameters = [{"name": "cursor", "in": "query", "schema": TEXT}]
    more = {"components": {"schemas": schemas}}
    paged = document(
        {"parameters": parameters, "responses": {"200": response(ref("Page"))}}, **more
    )
    stream = response(ref("Thing"), "text/event-stream")
    streamed = document(
        {"parameters": parameters, "responses": {"200": stream}}, **more
    )
    messages = [text for _, text in changes(tmp_path, paged, streamed)]
    assert [text for text in messages if "client.things.list" in text] == [
        "`client.things.list` returns a stream instead of `Pages`"
    ]
    messages = [text for _, text in changes(tmp_path, streamed, paged)]
    assert [text for text in messages if "client.things.list" in text] == [
        "`client.things.list` returns a page that can load the next pages",
        "`client.things.list` returns `Pages` instead of a stream",
    ]


def test_a_dictionary_that_becomes_a_union(tmp_path: Path) -> None:
    address = {"type": "object", "properties": {"street": TEXT}}
    old = body({"type": "object", "properties": {"address": ref("Address")}})
    new = json.loads(json.dumps(old))
    old["components"] = {"schemas": {"Address": address}}
    new["components"] = {"schemas": {"Address": {"anyOf": [address, TEXT]}}}
    result = dict(changes(tmp_path, old, new))
    assert result["type-kind-changed"] == (
        "`types.things_params.AddressParam` is the type `AddressObjectParam | str` "
        "instead of a `TypedDict`"
    )


def errors(**statuses: str) -> dict[str, Any]:
    """Return a document with errors; `_` in front of a status is left out."""
    responses: dict[str, Any] = {"200": response(ref("Thing"))}
    for status, name in statuses.items():
        responses[status.removeprefix("_")] = response(ref(name))
    return document({"responses": responses}, components={"schemas": OBJECTS})


def test_errors_of_the_document_are_compared(tmp_path: Path) -> None:
    changed = "the body of {} of `client.things.list` has the type `{}` instead of `{}`"
    for old, new, expected in (
        ({"_400": "Fault"}, {"_400": "Fault", "_404": "Problem"}, []),
        ({"_400": "Fault"}, {"_4XX": "Fault"}, []),
        ({"default": "Fault"}, {"_4XX": "Fault", "_5XX": "Fault"}, []),
        ({"_400": "Fault"}, {"default": "Fault"}, []),
        (
            {"_4XX": "Fault"},
            {"_4XX": "Fault", "_404": "Problem"},
            [changed.format("errors with status 404", "Problem", "Fault")],
        ),
        (
            {"default": "Fault"},
            {"default": "Problem"},
            [changed.format("other errors", "Problem", "Fault")],
        ),
        (
            {"_400": "Fault"},
            {"_4XX": "Problem"},
            [changed.format("errors with status 400", "Problem", "Fault")],
        ),
    ):
        result = changes(tmp_path, errors(**old), errors(**new))
        texts = [text for rule, text in result if rule == "error-type-changed"]
        assert texts == expected, (old, new, result)


def test_values_of_lists_are_named(tmp_path: Path) -> None:
    def listed(*values: str) -> dict[str, Any]:
        schema = {"type": "array", "items": {"enum": [*values]}}
        parameter = {"name": "include", "in": "query", "schema": schema}
        return document(
            {"parameters": [parameter], "responses": {"200": response(TEXT)}}
        )

    start = "the argument `include` of `client.things.list`"
    assert changes(tmp_path, listed("a", "b", "c"), listed("a", "c")) == [
        ("argument-value-removed", f'{start} does not accept `"b"` any more')
    ]
    assert changes(tmp_path, listed("a", "c"), listed("a", "b", "c")) == [
        ("argument-value-added", f'{start} also accepts `"b"`')
    ]


def test_a_type_that_is_not_accepted_any_more_is_named(tmp_path: Path) -> None:
    def size(*types: str) -> dict[str, Any]:
        schema = {"name": "size", "in": "query", "schema": {"type": [*types]}}
        return document({"parameters": [schema], "responses": {"200": response(TEXT)}})

    start = "the argument `size` of `client.things.list`"
    kinds = ("integer", "string")
    assert changes(tmp_path, size(*kinds, "null"), size(*kinds)) == [
        ("argument-type-changed", f"{start} does not accept `None` any more")
    ]
    assert changes(tmp_path, size("integer", "null"), size("string", "null")) == [
        (
            "argument-type-changed",
            f"{start} has the type `str | None` instead of `int | None`",
        )
    ]


def test_a_change_of_an_alias_is_reported_once(tmp_path: Path) -> None:
    def using(members: list[object], nullable: bool) -> dict[str, Any]:
        choice: object = ref("Choice")
        if nullable:
            choice = {"anyOf": [choice, {"type": "null"}]}
        schemas = {**OBJECTS, "Choice": {"oneOf": members}}
        schemas["Thing"] = {
            "type": "object",
            "required": ["choice"],
            "properties": {"choice": choice},
        }
        responses = {"200": response(ref("Thing"))}
        return document({"responses": responses}, components={"schemas": schemas})

    few = [ref("Fault"), TEXT]
    more = [*few, ref("Problem")]
    assert sorted(changes(tmp_path, using(few, True), using(more, False))) == [
        (
            "field-type-narrowed",
            "the attribute `choice` of `types.things.Thing` does not have the type "
            "`None` any more",
        ),
        ("member-added", "`types.things.Choice` has the new member `Problem`"),
    ]


def test_default_urls(tmp_path: Path) -> None:
    plain = document({"responses": {"200": response(TEXT)}})
    one = {**plain, "servers": [{"url": "https://one.example.com"}]}
    two = {**plain, "servers": [{"url": "https://two.example.com"}]}
    for old, new, text in (
        (
            plain,
            one,
            "`Acme` has the default URL `https://one.example.com`, and had none",
        ),
        (
            one,
            plain,
            "`Acme` has no default URL any more, which was `https://one.exampl",
        ),
        (one, two, "`Acme` has the default URL `https://two.example.com` instead of"),
    ):
        ((rule, message),) = changes(tmp_path, old, new)
        assert rule == "server-changed" and message.startswith(text)


def test_credentials_are_described_as_they_are_sent(tmp_path: Path) -> None:
    def secured(**scheme: str) -> dict[str, Any]:
        return document(
            {"responses": {"200": response(TEXT)}},
            security=[{"api_key": []}],
            components={"securitySchemes": {"api_key": scheme}},
        )

    header = secured(type="apiKey", **{"in": "header", "name": "X-Key"})
    query = secured(type="apiKey", **{"in": "query", "name": "key"})
    ((rule, message),) = changes(tmp_path, header, query)
    assert rule == "credential-changed" and message == (
        "the argument `api_key` of `Acme` is sent as the query parameter `key` instead of "
        "the header `X-Key`"
    )


def test_equal_numbers_are_the_same_default(tmp_path: Path) -> None:
    def speed(default: float) -> dict[str, Any]:
        schema = {"type": "number", "default": default}
        return body({"type": "object", "properties": {"speed": schema}})

    assert changes(tmp_path, speed(1), speed(1.0)) == []
    ((rule, message),) = changes(tmp_path, speed(1), speed(1.5))
    assert rule == "argument-default-changed" and "`1.5` instead of `1`" in message


def test_a_parsed_response_fits_the_class_that_it_extends(tmp_path: Path) -> None:
    (tmp_path / "api.yaml").write_text(STRUCTURED)
    config = Config("acme", "Acme", ("api.yaml",), directory=tmp_path)
    result = analyze(config, Diagnostics())
    side = Side(result.api, result.package)
    relation = Relation(side, side, {})
    parsed = Subscript("ParsedCompletion", (Name("int"),))
    assert relation.fits(parsed, Name("Completion"))
    assert not relation.fits(Name("Completion"), parsed)
    assert not relation.fits(parsed, Name("Response"))
