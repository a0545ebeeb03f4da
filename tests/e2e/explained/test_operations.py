"""Explanations about requests, responses, servers and credentials."""

from __future__ import annotations

import inspect
import json

import httpx2
import pytest

from tests.e2e.explained.example import BASE_URL, Example
from tests.unit.runtime.conftest import Reply, json_reply

pytestmark = pytest.mark.slow


def arguments_of_client(example: Example) -> set[str]:
    """Return the names of the arguments of the client."""
    return set(
        inspect.signature(type(example.new_client(base_url=BASE_URL))).parameters
    )


def test_body_and_form(example: Example) -> None:
    call = example.call("items.create", body={"name": "lamp"})
    assert call.request.content == b'{"name":"lamp"}'
    assert call.request.headers["content-type"] == "application/json"
    assert set(example.parameters("items.create")) == {"body"}


def test_body_beside_reference(example: Example) -> None:
    assert example.parameters("items.create") == {}
    assert example.call("items.create", reply=Reply(204)).request.content == b""


def test_body_without_content(example: Example) -> None:
    for value, content in (([1], b"[1]"), ("text", b'"text"'), ({"a": 1}, b'{"a":1}')):
        assert example.call("items.create", body=value).request.content == content


def test_collection_format(example: Example) -> None:
    assert example.call("items.list", ids=["a", "b"]).path == "/items?ids=a,b"


def test_content_without_body(example: Example) -> None:
    call = example.call("items.delete", id="a", reply=Reply(204))
    assert call.result is None
    assert call.request.method == "DELETE"


def test_double_parameter(example: Example) -> None:
    assert example.parameters("items.list") == {"limit": "int | Omit"}
    assert example.call("items.list", limit=3).path == "/items?limit=3"


def test_ignored_header(example: Example) -> None:
    assert example.parameters("items.list") == {}
    call = example.call("items.list", extra_headers={"Authorization": "Basic eA=="})
    assert call.request.headers["authorization"] == "Basic eA=="


def test_interactive_oauth(example: Example) -> None:
    names = arguments_of_client(example)
    assert not {"client_id", "client_secret", "username"} & names
    assert "api_key" in names


def test_invalid_media_type(example: Example) -> None:
    call = example.call("orders.retrieve")
    assert "csv" not in call.request.headers.get("accept", "")


def test_invalid_method(example: Example) -> None:
    assert example.package.__all__
    assert not (example.output / "docs/orders.md").exists()
    assert not hasattr(example.new_client(base_url=BASE_URL), "orders")


def test_invalid_name(example: Example) -> None:
    assert example.parameters("orders.list") == {}
    assert not {"key", "api_key"} & arguments_of_client(example)
    reply = Reply(200, b"lamp", {"Content-Type": "text/plain"})
    assert example.call("orders.list", reply=reply).result == "lamp"


def test_invalid_path(example: Example) -> None:
    client = example.new_client(base_url=BASE_URL)
    assert not hasattr(client, "items")
    assert not hasattr(client, "orders")


def test_invalid_url(example: Example) -> None:
    with pytest.raises(ValueError, match="base_url"):
        example.new_client().get("/items", cast_to=object)
    assert "client_secret" not in arguments_of_client(example)
    assert "api_key" in arguments_of_client(example)


def test_no_parsing_method(example: Example) -> None:
    assert example.call("summaries.create", format={}).path == "/summaries"
    assert example.call("summaries.parse").path == "/summaries/parse"
    assert not hasattr(example.types, "ParsedSummary")


def test_version_header(example: Example) -> None:
    assert example.call("items.list").request.headers["shop-version"] == "2026-01"
    sent = example.call("items.create", shop_version="2025-07")
    assert sent.request.headers["shop-version"] == "2025-07"


def test_no_tool_calls(example: Example) -> None:
    tool = {"name": "look", "parameters": {}}
    assert example.call("advice.create", tools=[tool]).path == "/advice"
    assert not hasattr(example.new_client().advice, "parse")


def test_no_stream_method(example: Example) -> None:
    events = [{"type": "summary.done", "summary": {"text": "lamp"}}]
    body = "".join(f"data: {json.dumps(item)}\n\n" for item in events).encode()
    reply = Reply(200, body, {"Content-Type": "text/event-stream"})
    call = example.call("summaries.create", topic="lamps", stream=True, reply=reply)
    assert call.result.final().text == "lamp"
    assert example.call("summaries.stream").path == "/summaries/stream"
    assert not hasattr(example.types, "SummaryEventStream")


def test_no_success_response(example: Example) -> None:
    assert example.call("items.list").result is None
    reply = json_reply({"a": [1]})
    assert example.call("items.list", reply=reply).result == {"a": [1]}
    reply = Reply(200, b"lamp", {"Content-Type": "text/plain"})
    assert example.call("items.list", reply=reply).result == "lamp"


def test_header_credential(example: Example) -> None:
    options = {"base_url": BASE_URL, "api_key": "k"}
    call = example.call("items.list", client_options=options)
    assert call.request.headers["X-API-Key"] == "k"
    assert example.parameters("items.list") == {}


def test_same_security_scheme(example: Example) -> None:
    keys = {"api_key": "b", "key2": "s"}
    options = {"base_url": BASE_URL, **keys}
    bills = example.call("bills.list", client_options=options).request.headers
    assert (bills.get("X-Billing-Key"), bills.get("X-Shop-Key")) == ("b", None)
    items = example.call("items.list", client_options=options).request.headers
    assert (items.get("X-Billing-Key"), items.get("X-Shop-Key")) == (None, "s")


def test_unrequired_security(example: Example) -> None:
    options = {"base_url": BASE_URL, "api_key": "k"}
    call = example.call("items.list", client_options=options)
    assert call.request.headers["Authorization"] == "Bearer k"


def test_operation_servers(example: Example) -> None:
    call = example.call("items.list", client_options={})
    assert str(call.request.url) == "https://upload.shop.example/items"
    assert example.call("items.list").path == "/items"


def test_pagination_not_applied(example: Example) -> None:
    assert example.call("orders.list", reply=json_reply(["a"])).result == ["a"]
    assert "page" in example.parameters("items.list")


def test_parameter_place(example: Example) -> None:
    assert example.parameters("items.list") == {}
    assert example.call("items.list").path == "/items"


def test_parameter_without_type(example: Example) -> None:
    assert example.parameters("items.list") == {"limit": "str | Omit"}
    assert example.call("items.list", limit="3").path == "/items?limit=3"


def test_relative_server(example: Example) -> None:
    with pytest.raises(ValueError, match="for example 'https://example.com/api/v1'"):
        example.call("items.list", client_options={})
    assert example.call("items.list").path == "/items"


def test_response_headers(example: Example) -> None:
    reply = Reply(204, headers={"X-Calls-Left": "3"})
    call = example.call("items.with_raw_response.list", reply=reply)
    assert call.result.headers["X-Calls-Left"] == "3"
    assert "| **X-Calls-Left** | integer |" in example.page("items.md")


def test_invalid_link(example: Example) -> None:
    call = example.call("items.list")
    assert (call.path, call.result) == ("/items", None)
    assert "again" not in example.page("items.md")
    assert not hasattr(example.new_client().items, "follow_again")


def test_server_variable_without_default(example: Example) -> None:
    with pytest.raises(ValueError, match="region"):
        example.new_client().get("/items", cast_to=object)
    assert example.new_client(base_url=BASE_URL) is not None


def test_several_media_types(example: Example) -> None:
    call = example.call("items.create", body={"a": 1})
    assert call.request.headers["content-type"] == "application/json"
    assert call.request.content == b'{"a":1}'


def test_undeclared_path_parameter(example: Example) -> None:
    assert example.parameters("items.list") == {"id": "str"}
    assert example.call("items.list", "a/b").path == "/items/a%2Fb"


def test_unknown_credential(example: Example) -> None:
    # The argument belongs to the declared scheme, which no requirement names.
    assert "api_key" in arguments_of_client(example)
    call = example.call("get", "/items", cast_to=object)
    assert "authorization" not in call.request.headers


def test_unknown_style(example: Example) -> None:
    call = example.call("items.list", ids=["a", "b"])
    assert call.path == "/items?ids=a&ids=b"


def test_unsupported_security(example: Example) -> None:
    assert "api_key" not in arguments_of_client(example)
    assert {"http_client", "default_headers"} <= arguments_of_client(example)


def test_unused_path_parameter(example: Example) -> None:
    assert example.parameters("items.list") == {}
    assert example.call("items.list").path == "/items"


def test_assumed_required_body(example: Example) -> None:
    assert example.parameters("items.create") == {"name": "str"}
    assert example.call("items.create", name="a").request.content == b'{"name":"a"}'


def test_unused_optional_body(example: Example) -> None:
    assert example.parameters("items.create") == {"id": "str"}


def test_inferred_brackets(example: Example) -> None:
    call = example.call("items.list", tags=["new", "red"])
    assert call.path == "/items?tags%5B%5D=new&tags%5B%5D=red"


def test_part_headers(example: Example) -> None:
    bodies: list[bytes] = []

    def handle(request: httpx2.Request) -> httpx2.Response:
        bodies.append(request.read())
        return httpx2.Response(204)

    http = httpx2.Client(transport=httpx2.MockTransport(handle))
    with example.new_client(base_url=BASE_URL, http_client=http) as client:
        client.photos.create(photo=b"x")
    assert b'name="photo"' in bodies[0] and b"X-Checksum" not in bodies[0]


def test_unparsed_callback(example: Example) -> None:
    assert not hasattr(example.new_client(base_url=BASE_URL), "callbacks")
    pages = "".join(path.read_text() for path in (example.output / "docs").glob("*.md"))
    assert "`multipart/related`, not parsed by the client" in pages


def test_url_credentials(example: Example) -> None:
    options = {"api_key": "k"}
    request = example.call("items.list", client_options=options).request
    assert request.url == "https://shop.test/v1/items"
    assert request.headers["authorization"] == "Bearer k"
    assert b"secret-pw" not in b"".join(example.generated.files.values())


def test_contradicting_headers(example: Example) -> None:
    assert "shop-beta" not in example.call("mails.send").request.headers
    extra = {"Shop-Beta": "mails=v2"}
    call = example.call("mails.send", extra_headers=extra)
    assert call.request.headers["shop-beta"] == "mails=v2"


def test_multipart_response(example: Example) -> None:
    body = b"--b\r\n\r\n{}\r\n--b--\r\n"
    headers = {"Content-Type": "multipart/form-data; boundary=b"}
    call = example.call("items.list", reply=Reply(200, body, headers))
    assert call.result.read() == body


def test_ignored_part_encoding(example: Example) -> None:
    bodies: list[bytes] = []

    def handle(request: httpx2.Request) -> httpx2.Response:
        bodies.append(request.read())
        return httpx2.Response(204)

    http = httpx2.Client(transport=httpx2.MockTransport(handle))
    with example.new_client(base_url=BASE_URL, http_client=http) as client:
        client.items.create(photo="a")
    assert b'name="photo"' in bodies[0] and b"image/png" not in bodies[0]
