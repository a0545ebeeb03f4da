"""Calls of a generated client to a local server."""

from __future__ import annotations

import asyncio
import inspect
import json
import shutil
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from tests.clients import failed_imports, import_from
from tests.unit.runtime.conftest import Reply, Server, json_reply

Serve = Callable[..., Server]
ITEM = {"id": "i1", "name": "lamp", "class": None, "state": "lost", "colour": "red"}


def test_response_is_a_model_with_all_members(shop: ModuleType, serve: Serve) -> None:
    server = serve(json_reply(ITEM))
    client = shop.Shop(api_key="sk-test", base_url=server.url)
    item = client.items.retrieve("i 1/2")
    assert type(item) is shop.types.Item
    assert (item.id, item.class_, item.state, item.colour) == (
        "i1",
        None,
        "lost",
        "red",
    )
    assert item.parts is None
    assert item.to_dict() == ITEM
    (request,) = server.received
    assert (request.method, request.target) == ("GET", "/items/i%201%2F2")
    assert request.headers["authorization"] == "Bearer sk-test"


def test_async_client_sends_the_same_request(shop: ModuleType, serve: Serve) -> None:
    server = serve(json_reply(ITEM))

    async def call() -> Any:
        async with shop.AsyncShop(api_key="sk-test", base_url=server.url) as client:
            return await client.items.retrieve(item_id="i1")

    assert asyncio.run(call()).name == "lamp"
    assert server.received[0].target == "/items/i1"


def test_locations_of_parameters(shop: ModuleType, serve: Serve) -> None:
    server = serve(json_reply({"data": [ITEM]}))
    client = shop.Shop(api_key="sk-test", base_url=server.url)
    page = client.items.list(
        limit=3, tag=["a", "b"], filter={"colour": "red"}, x_trace="t1"
    )
    assert [item.id for item in page.data] == ["i1"]
    (request,) = server.received
    assert request.target == "/items?limit=3&tag=a&tag=b&filter%5Bcolour%5D=red"
    assert request.headers["x-trace"] == "t1"


def test_body_with_dicts_and_models(shop: ModuleType, serve: Serve) -> None:
    server = serve(json_reply(ITEM, 201))
    client = shop.Shop(api_key="sk-test", base_url=server.url)
    model = shop.types.Item(id="p", name="bulb")
    client.items.create(
        name="lamp", class_=None, parts=[model, {"id": "q", "name": "x"}]
    )
    assert json.loads(server.received[0].body) == {
        "name": "lamp",
        "class": None,
        "parts": [{"id": "p", "name": "bulb"}, {"id": "q", "name": "x"}],
    }


def test_action_of_an_item_is_a_method(shop: ModuleType, serve: Serve) -> None:
    server = serve(json_reply(ITEM))
    shop.Shop(api_key="sk-test", base_url=server.url).items.archive("i1")
    assert server.received[0].target == "/items/i1/archive"


def test_union_with_discriminator(shop: ModuleType, serve: Serve) -> None:
    shape = {"kind": "square", "radius": 1, "side": 2}
    server = serve(json_reply({**ITEM, "shape": shape}))
    item = shop.Shop(api_key="sk-test", base_url=server.url).items.retrieve("i1")
    assert type(item.shape) is shop.types.Square


def test_security_of_an_operation(shop: ModuleType, serve: Serve) -> None:
    server = serve(Reply(204))
    client = shop.Shop(api_key="sk-test", admin="adm-test", base_url=server.url)
    with pytest.warns(DeprecationWarning):
        assert client.items.delete("i1") is None
    headers = server.received[0].headers
    assert headers["x-admin-key"] == "adm-test"
    assert "authorization" not in headers


def test_headers_of_the_settings_are_always_sent(
    shop: ModuleType, serve: Serve, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SHOP_BRANCH_ID", "b1")
    server = serve(Reply(200, b"welcome", {"Content-Type": "text/plain"}))
    client = shop.Shop(till="t1", base_url=server.url)
    client.login.create(user="a")
    client.copy(till="t2").login.create(user="a", extra_headers={"Shop-Branch": "b2"})
    sent = [
        (item.headers["shop-branch"], item.headers["shop-till"])
        for item in server.received
    ]
    assert sent == [("b1", "t1"), ("b2", "t2")]
    server = serve(Reply(401))
    with pytest.raises(
        shop.AuthenticationError, match="available arguments: api_key, admin"
    ):
        client.copy(base_url=server.url).items.retrieve("i")


def test_upload_is_multipart(shop: ModuleType, serve: Serve, tmp_path: Path) -> None:
    file = tmp_path / "photo.png"
    file.write_bytes(b"\x89PNG")
    server = serve(json_reply(ITEM))
    client = shop.Shop(api_key="sk-test", base_url=server.url)
    client.files.create(file=file, purpose="photo")
    (request,) = server.received
    assert request.headers["content-type"].startswith("multipart/form-data; boundary=")
    assert b'name="file"; filename="photo.png"' in request.body
    assert b"\x89PNG" in request.body and b"photo" in request.body


def test_multipart_with_files_and_json_without(shop: ModuleType, serve: Serve) -> None:
    server = serve(json_reply(ITEM))
    client = shop.Shop(api_key="sk-test", base_url=server.url)
    client.pictures.create(picture=[b"one", ("two.png", b"two")], title="t", sizes=[1])
    client.pictures.create(pictures=[{"id": "p1"}], title="t", mask={"id": "m"})
    form, body = server.received
    assert form.headers["content-type"].startswith("multipart/form-data; boundary=")
    # The names of the parts in the document's curl sample.
    assert form.body.count(b'name="picture[]"; filename=') == 2
    assert b'name="sizes"' in form.body and b'name="title"' in form.body
    assert body.headers["content-type"] == "application/json"
    assert json.loads(body.body) == {
        "pictures": [{"id": "p1"}],
        "title": "t",
        "mask": {"id": "m"},
    }
    parameters = inspect.signature(type(client.pictures).create).parameters
    assert parameters["title"].default is inspect.Parameter.empty
    assert "FileTypes" in parameters["mask"].annotation


def test_download_is_binary(shop: ModuleType, serve: Serve, tmp_path: Path) -> None:
    headers = {"Content-Type": "application/octet-stream"}
    server = serve(Reply(200, b"\x00\x01", headers))
    client = shop.Shop(api_key="sk-test", base_url=server.url)
    response = client.files.content("f1")
    assert response.read() == b"\x00\x01"
    assert "authorization" not in server.received[0].headers


def test_form_and_text(shop: ModuleType, serve: Serve) -> None:
    server = serve(Reply(200, b"welcome", {"Content-Type": "text/plain"}))
    client = shop.Shop(base_url=server.url)
    assert client.login.create(user="a&b", remember=True) == "welcome"
    assert server.received[0].body == b"user=a%26b&remember=true"


def test_stream_on_request(shop: ModuleType, serve: Serve) -> None:
    events = b'data: {"delta": "a"}\n\ndata: {"delta": "b"}\n\ndata: [DONE]\n\n'
    server = serve(Reply(200, events, {"Content-Type": "text/event-stream"}))
    client = shop.Shop(api_key="sk-test", base_url=server.url)
    with client.answers.create(question="?", stream=True) as stream:
        parts = list(stream)
    assert [type(part) for part in parts] == [shop.types.AnswerPart] * 2
    assert "".join(part.delta for part in parts) == "ab"


def test_exception_of_status_code(shop: ModuleType, serve: Serve) -> None:
    server = serve(json_reply({"error": {"message": "no such item"}}, 404))
    client = shop.Shop(api_key="sk-test", base_url=server.url)
    with pytest.raises(shop.errors.NotFoundError, match="no such item") as raised:
        client.items.retrieve("i1")
    assert raised.value.status_code == 404
    assert "sk-test" not in str(raised.value)


def test_error_bodies_have_declared_types(shop: ModuleType, serve: Serve) -> None:
    server = serve(
        json_reply({"missing": "i1"}, 404),
        json_reply({"title": "oops"}, 410),
        json_reply({"title": "oops"}, 422),
        json_reply({"title": "oops"}, 418),
    )
    client = shop.Shop(api_key="sk-test", base_url=server.url)
    types = []
    calls = (client.items.retrieve, client.items.retrieve, client.items.archive)
    for call in (*calls, client.items.archive):
        with pytest.raises(shop.APIStatusError) as raised:
            call("i1")
        types.append(type(raised.value.parsed).__name__)
    assert types == ["Missing", "Problem", "Problem", "Problem"]


def test_raw_and_streaming_responses(shop: ModuleType, serve: Serve) -> None:
    server = serve(json_reply(ITEM, X_Request_Id="r1"))
    client = shop.Shop(api_key="sk-test", base_url=server.url)
    raw = client.items.with_raw_response.retrieve("i1")
    assert (raw.status_code, raw.headers["x-request-id"]) == (200, "r1")
    assert type(raw.parse()) is shop.types.Item
    with client.items.with_streaming_response.retrieve("i1") as response:
        assert response.parse().id == "i1"


NESTED = """
openapi: 3.1.0
info: {title: Nest, version: "1"}
servers: [{url: "https://nest.test"}]
paths:
  /teams/{team}/members/{member}/badges:
    get:
      operationId: listBadges
      parameters:
        - {name: team, in: path, required: true, schema: {type: string}}
        - {name: member, in: path, required: true, schema: {type: string}}
      responses: {"200": {description: ok, content: {application/json: {schema: {type: object}}}}}
"""


def test_each_resource_gives_raw_and_streaming_answers(
    client_of: Callable[[str], ModuleType], serve: Serve
) -> None:
    module: Any = client_of(NESTED)
    server = serve(json_reply({"a": 1}))
    client = module.Acme(base_url=server.url)
    badges = {"team": "t", "member": "m"}
    for raw in (
        client.teams.with_raw_response.members.badges,
        client.teams.members.with_raw_response.badges,
        client.teams.members.badges.with_raw_response,
    ):
        assert raw.list(**badges).status_code == 200
    for streaming in (
        client.teams.with_streaming_response.members.badges,
        client.teams.members.with_streaming_response.badges,
    ):
        with streaming.list(**badges) as response:
            assert response.json() == {"a": 1}

    async def main() -> None:
        async with module.AsyncAcme(base_url=server.url) as client:
            raw = client.teams.with_raw_response.members.badges
            assert (await raw.list(**badges)).status_code == 200
            streaming = client.teams.with_streaming_response.members.badges
            async with streaming.list(**badges) as response:
                assert await response.json() == {"a": 1}

    asyncio.run(main())


def test_pool_is_created_by_the_first_call(shop: ModuleType) -> None:
    client = shop.Shop(api_key="sk-test", base_url="http://127.0.0.1:9")
    assert not client._pool._clients


def test_signatures_and_docstrings(shop: ModuleType) -> None:
    from shop_client.resources.items import (  # type: ignore[import-not-found]
        Items,  # Generated by the test.
    )

    parameters = inspect.signature(Items.list).parameters
    assert list(parameters) == [
        *("self", "limit", "tag", "filter", "x_trace", "options"),
    ]
    assert parameters["limit"].kind is inspect.Parameter.KEYWORD_ONLY
    assert "Lists items." in Items.list.__doc__
    assert "At most 100. Default: `20`." in Items.list.__doc__


def test_copied_package(shop: ModuleType, serve: Serve, tmp_path: Path) -> None:
    source = Path(str(shop.__file__)).parent
    target = tmp_path / "copied_app" / "_vendor" / "whatever"
    shutil.copytree(source, target)
    (target.parent / "__init__.py").touch()
    (target.parents[1] / "__init__.py").touch()
    copied = import_from(tmp_path, "copied_app._vendor.whatever")
    server = serve(json_reply(ITEM))
    item = copied.Shop(api_key="sk-test", base_url=server.url).items.retrieve("i1")
    assert type(item).__module__.startswith("copied_app._vendor.whatever")
    assert type(item) is not shop.types.Item


def test_every_module_can_be_imported_first(shop: ModuleType) -> None:
    root = Path(str(shop.__file__)).parents[1]
    modules = [
        ".".join(file.relative_to(root).with_suffix("").parts)
        for file in sorted((root / "shop_client").rglob("*.py"))
        if "_runtime" not in file.parts and file.name != "__init__.py"
    ]
    assert len(modules) > 10
    assert failed_imports(root, modules) == ""


def test_servers_of_the_settings(shop: ModuleType) -> None:
    assert shop.Shop().base_url == "https://shop.test/v1"
    assert shop.Shop(server="eu").base_url == "https://eu.shop.test/v1"


SERVERS = """
openapi: 3.2.0
info: {title: Acme, version: "1"}
servers:
  - url: "{base}/main"
  - url: "{base}/{region}"
    name: regional
    variables: {region: {default: eu, enum: [eu, us]}}
paths:
  /items:
    get: {operationId: getItems, responses: {"200": {description: ok, content: {application/json: {schema: {}}}}}}
"""


def test_server_by_name_and_index(
    client_of: Callable[[str], ModuleType], serve: Serve
) -> None:
    server = serve(json_reply({}))
    package = client_of(SERVERS.replace("{base}", server.url))
    for settings in (
        {},
        {"server": "regional"},
        {"server": 1, "server_variables": {"region": "us"}},
    ):
        package.Acme(**settings).get("/x")
    assert [item.target for item in server.received] == ["/main/x", "/eu/x", "/us/x"]
    with pytest.raises(ValueError, match="one of eu, us"):
        package.Acme(server="regional", server_variables={"region": "x"})
    with pytest.raises(ValueError, match="unknown server 'far'"):
        package.Acme(server="far")
    assert "`regional` for" in package.Acme.__doc__
