"""Exceptions and retries of failed requests."""

from __future__ import annotations

import asyncio
import copy
import pickle
import socket
from email.utils import formatdate
from types import ModuleType
from typing import Any

import anyio
import httpx2
import pytest

from generator.runtime.responses import errors
from tests.patience import wait_until
from tests.unit.runtime.conftest import Handler, Reply, holding, json_reply
from tests.unit.runtime.failing_calls import GOOD, Serve, call_failing, create_client


@pytest.mark.parametrize(
    ("status", "name"),
    [
        (400, "BadRequestError"),
        (401, "AuthenticationError"),
        (403, "PermissionDeniedError"),
        (404, "NotFoundError"),
        (409, "ConflictError"),
        (418, "APIStatusError"),
        (422, "UnprocessableEntityError"),
        (429, "RateLimitError"),
        (500, "InternalServerError"),
        (503, "InternalServerError"),
        (304, "APIStatusError"),
    ],
)
def test_exception_class_of_status_code(
    acme: ModuleType, serve: Serve, status: int, name: str
) -> None:
    error = call_failing(acme, serve(Reply(status)), max_retries=0)
    assert type(error).__name__ == name
    assert isinstance(error, acme.errors.APIStatusError)
    assert error.status_code == status
    assert error.response.status_code == status
    assert error.request.url.path == "/chat/completions/x"
    assert str(error).startswith(str(status))


def test_docstring_shows_the_exception_hierarchy() -> None:
    names = [
        word
        for line in (errors.__doc__ or "").splitlines()
        for word in line.split()
        if word in vars(errors)
    ]
    assert sorted(names) == sorted(errors.__all__)
    assert issubclass(errors.APITimeoutError, errors.APIConnectionError)


@pytest.mark.parametrize(
    ("body", "message", "members"),
    [
        (
            {"error": {"message": "No such model.", "type": "t", "param": "p", "code": "c"}},
            "No such model.",
            ("c", "t", "p"),
        ),
        ({"error": {"message": "m", "code": 7}}, "m", ("7", None, None)),
        ({"message": "m", "code": "c"}, "m", ("c", None, None)),
        ({"error": "invalid_grant", "error_description": "Expired."}, "invalid_grant: Expired.", (None,) * 3),
        ({"detail": "Not authenticated"}, "Not authenticated", (None,) * 3),
        ({"detail": [{"msg": "field required", "loc": ["body", 1, "x"]}]}, "body.1.x: field required", (None,) * 3),
        ({"errors": {"name": ["is too short", "is not a name"], "age": ["is odd"]}}, "name: is too short", (None,) * 3),
        ({"errors": {"name": []}, "message": "m"}, "m", (None,) * 3),
        ({"Message": "m"}, "m", (None,) * 3),
        ({"message": "a\x1b[31m b\n\tc\x00\x9b\u202e"}, "a [31m b c", (None,) * 3),
        ({"errors": [{"message": "first"}, {"message": "second"}]}, "first", (None,) * 3),
        ({"title": 3, "detail": ["x"], "type": 4.5}, "x", (None,) * 3),
        ({}, "", (None,) * 3),
        ([], "", (None,) * 3),
        ("plain", "plain", (None,) * 3),
        (None, "", (None,) * 3),
    ],
)  # fmt: skip
def test_message_and_codes_of_error_bodies(
    acme: ModuleType, serve: Serve, body: object, message: str, members: Any
) -> None:
    error = call_failing(acme, serve(json_reply(body, 400)))
    assert error.message == ("400 Bad Request" + (f": {message}" if message else ""))
    assert (error.code, error.type, error.param) == members


def test_problem_details(acme: ModuleType, serve: Serve) -> None:
    problem = {
        "type": "https://example.test/out-of-credit",
        "title": "You do not have enough credit.",
        "status": 403,
        "detail": "Your balance is 30.",
        "instance": "/account/1",
    }
    reply = json_reply(problem, 403)._replace(
        headers={"Content-Type": "application/problem+json", "X-Request-Id": "r-7"}
    )
    error = call_failing(acme, serve(reply))
    assert error.type == "https://example.test/out-of-credit"
    assert "enough credit.: Your balance is 30." in error.message
    assert error.request_id == "r-7"


def test_error_body_has_declared_type(acme: ModuleType, serve: Serve) -> None:
    error = call_failing(
        acme, serve(json_reply({"error": {"message": "m", "code": "c"}}, 404))
    )
    assert isinstance(error.parsed, acme.types.ErrorResponse)
    assert (error.parsed.error.code, error.code) == ("c", "c")


@pytest.mark.parametrize(
    ("sent", "body"),
    [
        ({"error": {"message": "m", "code": "c"}}, {"message": "m", "code": "c"}),
        ({"error": {"message": "m", "inner": {"a": [1]}}}, {"message": "m", "inner": {"a": [1]}}),
        ({"error": {"message": "m"}, "type": "error"}, None),
        ({"error": "m"}, None),
        ({"message": "m"}, None),
        ([{"error": {}}], None),
    ],
)  # fmt: skip
def test_body_of_errors(acme: ModuleType, serve: Serve, sent: Any, body: Any) -> None:
    expected = sent if body is None else body

    async def call() -> Any:
        async with acme.AsyncAcme(base_url=server.url, api_key="k") as client:
            with pytest.raises(acme.errors.APIStatusError) as caught:
                await client.chat.completions.retrieve("x")
        return caught.value

    server = serve(json_reply(sent, 400))
    for error in (call_failing(acme, server), asyncio.run(call())):
        for each in (error, pickle.loads(pickle.dumps(error))):
            assert each.body == expected and type(each.body) is type(expected)
            assert each.response.json() == sent
            if isinstance(expected, dict) and "message" in expected:
                assert each.body["message"] == each.body.get("message") == "m"


@pytest.mark.parametrize(
    ("reply", "message"),
    [
        (Reply(502, b"<html><h1>Bad</h1>", {"Content-Type": "text/html"}), "502 Bad Gateway"),
        (Reply(502, b"upstream  died\n", {"Content-Type": "text/plain"}), "502 Bad Gateway: upstream died"),
        (Reply(502, b"\xff\xfe{", {"Content-Type": "application/json"}), "502 Bad Gateway"),
        (json_reply({"message": "x" * 5000}, 400), "400 Bad Request: " + "x" * 282 + "…"),
    ],
)  # fmt: skip
def test_messages_are_limited_to_one_line(
    acme: ModuleType, serve: Serve, reply: Reply, message: str
) -> None:
    actual = call_failing(acme, serve(reply), max_retries=0).message
    assert actual[:300] == message[:300] and len(actual) <= 300


@pytest.mark.parametrize("kind", ["sync", "async"])
def test_status_error_with_unreadable_body(
    acme: ModuleType, serve: Serve, kind: str
) -> None:
    headers = {"Content-Encoding": "gzip", "X-Request-Id": "r"}
    for reply in (Reply(403, b"no gzip", headers), Reply(raw=send_truncated_error)):
        url = serve(reply).url
        with pytest.raises(acme.errors.APIStatusError) as raised:
            if kind == "sync":
                acme.Acme(base_url=url).chat.completions.retrieve("x")
            else:
                anyio.run(acme.AsyncAcme(base_url=url).chat.completions.retrieve, "x")
        error = raised.value
        assert (error.status_code, error.request_id) == (403, "r")
        assert error.response.content == b"" and error.__cause__ is not None
        assert pickle.loads(pickle.dumps(error)).status_code == 403


def send_truncated_error(handler: Handler) -> None:
    """Send an error response that ends in the middle of its body."""
    handler.wfile.write(
        b"HTTP/1.1 403 No\r\nX-Request-Id: r\r\nContent-Length: 100\r\n\r\n{"
    )
    handler.close_connection = True


def test_message_redacts_credentials(acme: ModuleType, serve: Serve) -> None:
    reply = json_reply({"error": {"message": "Wrong key: sk-test-secret."}}, 401)
    error = call_failing(acme, serve(reply))
    assert "Wrong key: [redacted]." in str(error)
    assert "sk-test-secret" not in str(error) + repr(error)


def test_message_redacts_headers_and_parameters_with_secret_names(
    acme: ModuleType, serve: Serve
) -> None:
    message = "no: h-key-test b-key-test q/key-test pw-test-1 v-key-test s-key-test"
    server = serve(json_reply({"error": {"message": message, "code": "c"}}, 400))
    client = acme.Acme(
        base_url=server.url.replace("//", "//user:pw-test-1@") + "?sig=s-key-test",
        default_headers={"X-Api-Key": "h-key-test", "X-Version": "v-key-test"},
        default_query={"access_token": "q/key-test"},
    )
    with pytest.raises(acme.errors.APIStatusError) as raised:
        client.chat.completions.retrieve(
            "x", extra_headers={"Authorization": "Token b-key-test"}
        )
    redacted = "no: [redacted] [redacted] [redacted] [redacted] v-key-test [redacted]"
    assert str(raised.value) == f"400 Bad Request: {redacted}"


def test_status_401_without_credentials_lists_the_arguments(
    acme: ModuleType, serve: Serve
) -> None:
    with pytest.raises(
        acme.errors.APIStatusError, match="without credentials.*api_key"
    ):
        acme.Acme(base_url=serve(Reply(401)).url).chat.completions.retrieve("x")


@pytest.mark.parametrize("status", [404, 429])
def test_pickled_errors_contain_no_secrets(
    acme: ModuleType, serve: Serve, status: int
) -> None:
    reply = json_reply(
        {"error": {"message": "m", "code": "c"}}, status, x_request_id="r"
    )
    error = call_failing(acme, serve(reply), max_retries=0)
    pickled = pickle.dumps(error)
    assert b"sk-test-secret" not in pickled
    copied = pickle.loads(pickled)
    assert type(copied) is type(error)
    assert (str(copied), copied.code, copied.status_code, copied.request_id) == (
        str(error),
        "c",
        status,
        "r",
    )
    assert copied.response.json() == error.response.json()
    assert copied.request.method == "GET"
    assert str(copy.copy(error)) == str(error)


def test_errors_without_response_can_be_pickled() -> None:
    request = httpx2.Request("GET", "https://api.test/x?key=sk-test-secret")
    for error in (
        errors.APIConnectionError(request=request),
        errors.APITimeoutError(request),
        errors.APIError("m", request, body={"code": "c"}),
    ):
        pickled = pickle.dumps(error)
        copied = pickle.loads(pickled)
        assert (type(copied), str(copied)) == (type(error), str(error))
        assert b"sk-test-secret" not in pickled


def test_errors_can_be_constructed() -> None:
    response = httpx2.Response(429, request=httpx2.Request("GET", "https://api.test"))
    error = errors.RateLimitError("slow down", response=response, body=None)
    assert (error.status_code, error.message) == (429, "slow down")


@pytest.mark.parametrize("status", [408, 409, 429, 500, 502, 503, 504])
def test_transient_failures_are_retried(
    acme: ModuleType, serve: Serve, no_waiting: list[float], status: int
) -> None:
    server = serve(Reply(status), Reply(status), GOOD)
    create_client(acme, server).chat.completions.retrieve("x")
    assert len(server.received) == 3
    assert 0.375 <= no_waiting[0] <= 0.5 and 0.75 <= no_waiting[1] <= 1


def test_max_retries(acme: ModuleType, serve: Serve, no_waiting: list[float]) -> None:
    server = serve(Reply(503))
    call_failing(acme, server)
    assert len(server.received) == 3
    call_failing(acme, server, max_retries=5)
    assert len(server.received) == 9
    client = create_client(acme, server)
    with pytest.raises(acme.errors.APIStatusError):
        client.chat.completions.retrieve("x", max_retries=0)
    assert len(server.received) == 10


@pytest.mark.parametrize(
    ("headers", "delay"),
    [
        ({"Retry-After": "7"}, 7.0),
        ({"retry-after-ms": "1500"}, 1.5),
        ({"Retry-After": formatdate(4_000_000_000, usegmt=True)}, ()),
        ({"Retry-After": "3600"}, ()),
        ({"Retry-After": "0"}, None),
        ({"X-Should-Retry": "false"}, ()),
    ],
)
def test_retry_headers(
    acme: ModuleType,
    serve: Serve,
    no_waiting: list[float],
    headers: dict[str, str],
    delay: Any,
) -> None:
    server = serve(Reply(429, b"", headers), GOOD)
    try:
        create_client(acme, server).chat.completions.retrieve("x")
    except acme.errors.RateLimitError:
        assert delay == () and len(server.received) == 1
    else:
        assert no_waiting == [delay] if delay else no_waiting[0] <= 0.5


def test_only_repeatable_bodies_are_retried(
    acme: ModuleType, serve: Serve, no_waiting: list[float]
) -> None:
    server = serve(Reply(503), json_reply({"id": "f"}))
    files = create_client(acme, server).files
    with pytest.raises(acme.errors.APIStatusError):
        files.create(file=iter([b"once"]), purpose="batch")
    assert len(server.received) == 1
    server.replies = [Reply(503), json_reply({"id": "f"})]
    files.create(file=[b"twice"][0], purpose="batch")
    assert server.received[1].body.replace(b"\r\n", b"").count(b"twice") == 1
    assert len(server.received) == 3


def close_connection(handler: Handler) -> None:
    handler.close_connection = True
    handler.connection.shutdown(socket.SHUT_RDWR)


def test_connection_reset_before_response_is_retried(
    acme: ModuleType, serve: Serve, no_waiting: list[float]
) -> None:
    server = serve(Reply(raw=close_connection), GOOD)
    create_client(acme, server).chat.completions.retrieve("x")
    assert len(server.received) == 2
    server.replies = [Reply(raw=close_connection)]
    error = call_failing(acme, server)
    assert type(error).__name__ == "APIConnectionError"
    assert isinstance(error.__cause__, httpx2.TransportError)


def test_connection_refused(acme: ModuleType, no_waiting: list[float]) -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{unused.getsockname()[1]}"
        with pytest.raises(acme.errors.APIConnectionError, match="Connection error"):
            acme.Acme(base_url=url).chat.completions.retrieve("x")
    assert len(no_waiting) == 2


def test_timeouts_are_retried(
    acme: ModuleType, serve: Serve, no_waiting: list[float]
) -> None:
    import threading

    release = threading.Event()
    server = serve(Reply(raw=lambda handler: holding(release)))
    timeout = httpx2.Timeout(60, read=0.05)
    error = call_failing(acme, server, timeout=timeout, max_retries=1)
    wait_until(lambda: len(server.received) == 2)
    release.set()
    assert isinstance(error, acme.errors.APITimeoutError)
    assert "read" in str(error)


def test_unsupported_protocol_is_not_retried(
    acme: ModuleType, no_waiting: list[float]
) -> None:
    with pytest.raises(acme.errors.APIConnectionError, match="protocol"):
        acme.Acme(base_url="ftp://api.test").chat.completions.retrieve("x")
    assert no_waiting == []


@pytest.mark.parametrize("url", ["http://", "nonsense", "/v1"])
def test_base_url_without_host(acme: ModuleType, url: str) -> None:
    with pytest.raises(ValueError, match="pass base_url or set ACME_BASE_URL"):
        acme.Acme(base_url=url).chat.completions.retrieve("x")
