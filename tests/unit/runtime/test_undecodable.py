"""Responses that cannot be decoded, and responses without content."""

from __future__ import annotations

import pickle
from types import ModuleType

import pytest

from tests.unit.runtime.conftest import Reply, json_reply
from tests.unit.runtime.failing_calls import GOOD, Serve, call_failing, create_client


@pytest.mark.parametrize(
    ("reply", "message"),
    [
        (Reply(200, b'{"id": ', {"Content-Type": "application/json"}), "not valid JSON"),
        (Reply(200, b"<html>", {"Content-Type": "text/html; charset=x"}), "expected a JSON response body, got text/html"),
        (Reply(200, b"\x1f\x8bgarbage", {"Content-Encoding": "gzip"}), "content encoding"),
    ],
)  # fmt: skip
def test_undecodable_responses(
    acme: ModuleType, serve: Serve, reply: Reply, message: str
) -> None:
    server = serve(reply)
    error = call_failing(acme, server)
    assert isinstance(error, acme.errors.APIResponseValidationError)
    assert message in str(error) and len(server.received) == 1
    assert pickle.loads(pickle.dumps(error)).message == error.message


@pytest.mark.parametrize(
    "content_type", ["application/json", "text/plain", "", "x/y+json"]
)
def test_json_with_another_media_type(
    acme: ModuleType, serve: Serve, content_type: str
) -> None:
    server = serve(GOOD._replace(headers={"Content-Type": content_type}))
    result = create_client(acme, server).chat.completions.retrieve("x")
    assert result.id == "c"


def test_no_content_returns_none(acme: ModuleType, serve: Serve) -> None:
    server = serve(Reply(204))
    client = create_client(acme, server, admin_key="adm-test")
    assert client.chat.completions.delete("x") is None
    assert client.get("/x") is None
    # A body that the document does not declare.
    server.replies = [json_reply({"deleted": True})]
    deleted: object = client.chat.completions.delete("x")
    assert deleted == {"deleted": True}
