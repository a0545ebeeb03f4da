"""Calls of undocumented paths, `cast_to`, and encoded bodies."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any, TypedDict

import httpx2
import pydantic
import pytest

from tests.unit.runtime.conftest import COMPLETION, Reply, Server, json_reply

Serve = Callable[..., Server]


def test_undocumented_paths(acme: ModuleType, client: Any, server: Server) -> None:
    assert client.get("/x/{y}", query={"a": [1, 2]}) == COMPLETION
    assert client.post("x", body={"a": 1, "b": acme.omit})["id"] == "c-1"
    assert client.put("/x", body="text", cast_to=httpx2.Response).status_code == 200
    assert json.loads(client.patch("/x", body=b"\0", cast_to=bytes))["id"] == "c-1"
    view = client.delete("/x?q=1", cast_to=acme.types.ChatCompletion)
    assert view.choices[0].message.content == "yes"
    form = {"content-type": "application/x-www-form-urlencoded"}
    client.post("/x", body={"a": [1, 2]}, extra_headers=form)
    multipart = {"Content-Type": "multipart/form-data"}
    client.post("/x", body={"f": ("n.txt", b"1")}, extra_headers=multipart)
    bodies = [(r.headers.get("content-type"), r.body) for r in server.received]
    assert [request.target for request in server.received[:2]] == [
        "/v1/x/%7By%7D?a=1&a=2",
        "/v1/x",
    ]
    assert bodies[:6] == [
        (None, b""),
        ("application/json", b'{"a":1}'),
        ("text/plain; charset=utf-8", b"text"),
        ("application/octet-stream", b"\0"),
        (None, b""),
        ("application/x-www-form-urlencoded", b"a=1&a=2"),
    ]
    assert (bodies[6][0] or "").startswith("multipart/form-data; boundary=")
    assert b'filename="n.txt"' in bodies[6][1]


class Mine(pydantic.BaseModel):
    id: str


class Hers(TypedDict):
    id: str


def test_cast_to(acme: ModuleType, serve: Serve) -> None:
    view = acme.types.ChatCompletion
    client = acme.Acme(base_url=serve(json_reply([{"id": "a"}])).url)
    assert client.get("/x", cast_to=list[view]) == [view.from_dict({"id": "a"})]
    assert client.get("/x", cast_to=list[Mine]) == [Mine(id="a")]
    for kind in (list, list[Hers], list[dict[str, str]], object):
        assert client.get("/x", cast_to=kind) == [{"id": "a"}]
    client = acme.Acme(base_url=serve(json_reply({"id": {"id": "a"}})).url)
    assert client.get("/x", cast_to=dict[str, Mine]) == {"id": Mine(id="a")}
    with pytest.raises(acme.errors.APIResponseValidationError, match="valid string"):
        client.get("/x", cast_to=Mine)
    page = Reply(200, b"<p>Log in", {"Content-Type": "text/html"})
    client = acme.Acme(base_url=serve(page).url)
    assert client.get("/x") == client.get("/x", cast_to=str) == "<p>Log in"
    for kind in (view, dict, Mine, list[str]):
        with pytest.raises(acme.errors.APIResponseValidationError, match="text/html"):
            client.get("/x", cast_to=kind)


@pytest.mark.parametrize("kind", ["Model", set, str | None, Path, list[Path]])
def test_an_invalid_cast_to_is_rejected_before_sending(
    client: Any, server: Server, kind: Any
) -> None:
    with pytest.raises(TypeError, match="cast_to"):
        client.get("/x", cast_to=kind)
    assert not server.received


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/x?a=1#end", "/v1/x?a=1&b%5Bc%5D=1"),
        ("/x#end", "/v1/x?b%5Bc%5D=1"),
        ("", "/v1/?b%5Bc%5D=1"),
        ("/ä b/%2F", "/v1/%C3%A4%20b/%2F?b%5Bc%5D=1"),
    ],
)
def test_queries_of_undocumented_paths(
    client: Any, server: Server, path: str, expected: str
) -> None:
    client.get(path, query={"b": {"c": 2}}, extra_query={"b": {"c": 1}})
    assert server.received[0].target == expected


@pytest.mark.parametrize(
    "media", ["application/json", "application/x-www-form-urlencoded", "a/b"]
)
@pytest.mark.parametrize(
    "make",
    [lambda: "a=1", lambda: b"a=1", lambda: io.BytesIO(b"a=1"), lambda: iter([b"a=1"])],
)
def test_an_encoded_body_is_sent_unchanged(
    client: Any, server: Server, media: str, make: Callable[[], Any]
) -> None:
    client.post("/x", body=make(), extra_headers={"content-type": media})
    (request,) = server.received
    assert (request.body, request.headers["content-type"]) == (b"a=1", media)


def test_urls_of_another_origin_are_rejected(client: Any, server: Server) -> None:
    assert client.get(server.url + "/other") == COMPLETION
    assert server.received[0].target == "/other"
    with pytest.raises(ValueError, match="same origin"):
        client.get("https://elsewhere.test/x")


def test_idempotency_key(
    acme: ModuleType, serve: Serve, no_waiting: list[float]
) -> None:
    server = serve(Reply(503), Reply(503), json_reply({"id": "f"}))
    client = acme.Acme(base_url=server.url)
    client.files.create(file=b"x", purpose="batch")
    client.files.create(file=b"x", purpose="batch")
    client.files.create(
        file=b"x", purpose="batch", extra_headers={"idempotency-key": "mine"}
    )
    keys = [request.headers["idempotency-key"] for request in server.received]
    assert len(keys[0]) == 36 and keys[0] == keys[1] == keys[2] != keys[3]
    assert keys[4] == "mine"


def test_uploads(client: Any, server: Server, tmp_path: Any) -> None:
    path = tmp_path / "data.bin"
    path.write_bytes(b"0123456789" * 100_000)
    client.files.create(
        file=path, purpose="vision", attachments=[b"a", ("b.txt", iter([b"b"]))]
    )
    request = server.received[0]
    assert request.headers["transfer-encoding"] == "chunked"
    assert request.body.count(b"0123456789") == 100_000
    assert request.body.count(b'name="attachments"') == 2
    client.files.create(file=path, purpose="vision")
    assert int(server.received[1].headers["content-length"]) == len(
        server.received[1].body
    )
