"""What happens when a call fails: errors, retries, logs."""

from __future__ import annotations

import copy
import pickle
import socket
from collections.abc import Callable
from email.utils import formatdate
from types import ModuleType
from typing import Any

import anyio
import httpx2
import pytest

from generator.runtime.responses import errors as tree
from tests.unit.runtime.conftest import Handler, Reply, Server, holding, json_reply

Serve = Callable[..., Server]
GOOD = json_reply({"id": "c", "choices": []})


def client_of(acme: ModuleType, server: Server, **settings: Any) -> Any:
    return acme.Acme(api_key="sk-test-secret", base_url=server.url, **settings)


def failing(acme: ModuleType, server: Server, **settings: Any) -> Any:
    """The error of a call."""
    with pytest.raises(acme.errors.APIError) as caught:
        client_of(acme, server, **settings).chat.completions.retrieve("x")
    return caught.value


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
def test_the_class_of_a_status(
    acme: ModuleType, serve: Serve, status: int, name: str
) -> None:
    error = failing(acme, serve(Reply(status)), max_retries=0)
    assert type(error).__name__ == name
    assert isinstance(error, acme.errors.APIStatusError)
    assert error.status_code == status
    assert error.response.status_code == status
    assert error.request.url.path == "/chat/completions/x"
    assert str(error).startswith(str(status))


def test_the_tree_is_the_one_that_its_docstring_draws() -> None:
    drawn = [
        word
        for line in (tree.__doc__ or "").splitlines()
        for word in line.split()
        if word in vars(tree)
    ]
    assert sorted(drawn) == sorted(tree.__all__)
    assert issubclass(tree.APITimeoutError, tree.APIConnectionError)


@pytest.mark.parametrize(
    ("body", "said", "members"),
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
        ({"errors": {"name": ["is too short", "is no name"], "age": ["is odd"]}}, "name: is too short", (None,) * 3),
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
def test_what_bodies_say(
    acme: ModuleType, serve: Serve, body: object, said: str, members: Any
) -> None:
    error = failing(acme, serve(json_reply(body, 400)))
    assert error.message == ("400 Bad Request" + (f": {said}" if said else ""))
    assert (error.code, error.type, error.param) == members


def test_problem_details_are_understood(acme: ModuleType, serve: Serve) -> None:
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
    error = failing(acme, serve(reply))
    assert error.type == "https://example.test/out-of-credit"
    assert "enough credit.: Your balance is 30." in error.message
    assert error.request_id == "r-7"


def test_error_bodies_have_the_type_of_the_document(
    acme: ModuleType, serve: Serve
) -> None:
    error = failing(
        acme, serve(json_reply({"error": {"message": "m", "code": "c"}}, 404))
    )
    assert isinstance(error.body, acme.types.ErrorResponse)
    assert (error.body.error.code, error.code) == ("c", "c")


@pytest.mark.parametrize(
    ("reply", "message"),
    [
        (Reply(502, b"<html><h1>Bad</h1>", {"Content-Type": "text/html"}), "502 Bad Gateway"),
        (Reply(502, b"upstream  died\n", {"Content-Type": "text/plain"}), "502 Bad Gateway: upstream died"),
        (Reply(502, b"\xff\xfe{", {"Content-Type": "application/json"}), "502 Bad Gateway"),
        (json_reply({"message": "x" * 5000}, 400), "400 Bad Request: " + "x" * 282 + "…"),
    ],
)  # fmt: skip
def test_messages_are_short(
    acme: ModuleType, serve: Serve, reply: Reply, message: str
) -> None:
    shown = failing(acme, serve(reply), max_retries=0).message
    assert shown[:300] == message[:300] and len(shown) <= 300


@pytest.mark.parametrize("kind", ["sync", "async"])
def test_a_status_is_told_even_if_its_body_is_broken(
    acme: ModuleType, serve: Serve, kind: str
) -> None:
    headers = {"Content-Encoding": "gzip", "X-Request-Id": "r"}
    for reply in (Reply(403, b"no gzip", headers), Reply(raw=cut_off)):
        url = serve(reply).url
        with pytest.raises(acme.errors.APIStatusError) as caught:
            if kind == "sync":
                acme.Acme(base_url=url).chat.completions.retrieve("x")
            else:
                anyio.run(acme.AsyncAcme(base_url=url).chat.completions.retrieve, "x")
        error = caught.value
        assert (error.status_code, error.request_id) == (403, "r")
        assert error.response.content == b"" and error.__cause__ is not None
        assert pickle.loads(pickle.dumps(error)).status_code == 403


def cut_off(handler: Handler) -> None:
    """A failure that ends in the middle of its body."""
    handler.wfile.write(
        b"HTTP/1.1 403 No\r\nX-Request-Id: r\r\nContent-Length: 100\r\n\r\n{"
    )
    handler.close_connection = True


def test_no_message_shows_a_credential(acme: ModuleType, serve: Serve) -> None:
    reply = json_reply({"error": {"message": "Wrong key: sk-test-secret."}}, 401)
    error = failing(acme, serve(reply))
    assert "Wrong key: [redacted]." in str(error)
    assert "sk-test-secret" not in str(error) + repr(error)


def test_no_message_shows_what_has_the_name_of_a_credential(
    acme: ModuleType, serve: Serve
) -> None:
    said = "no: h-key-test b-key-test q/key-test pw-test-1 v-key-test s-key-test"
    server = serve(json_reply({"error": {"message": said, "code": "c"}}, 400))
    client = acme.Acme(
        base_url=server.url.replace("//", "//user:pw-test-1@") + "?sig=s-key-test",
        default_headers={"X-Api-Key": "h-key-test", "X-Version": "v-key-test"},
        default_query={"access_token": "q/key-test"},
    )
    with pytest.raises(acme.errors.APIStatusError) as caught:
        client.chat.completions.retrieve(
            "x", extra_headers={"Authorization": "Token b-key-test"}
        )
    hidden = "no: [redacted] [redacted] [redacted] [redacted] v-key-test [redacted]"
    assert str(caught.value) == f"400 Bad Request: {hidden}"


def test_an_answer_401_without_a_key_says_which_there_are(
    acme: ModuleType, serve: Serve
) -> None:
    with pytest.raises(acme.errors.APIStatusError, match="no credential.*api_key"):
        acme.Acme(base_url=serve(Reply(401)).url).chat.completions.retrieve("x")


@pytest.mark.parametrize("status", [404, 429])
def test_errors_can_be_pickled_and_leave_secrets_behind(
    acme: ModuleType, serve: Serve, status: int
) -> None:
    reply = json_reply(
        {"error": {"message": "m", "code": "c"}}, status, x_request_id="r"
    )
    error = failing(acme, serve(reply), max_retries=0)
    pickled = pickle.dumps(error)
    assert b"sk-test-secret" not in pickled
    again = pickle.loads(pickled)
    assert type(again) is type(error)
    assert (str(again), again.code, again.status_code, again.request_id) == (
        str(error),
        "c",
        status,
        "r",
    )
    assert again.response.json() == error.response.json()
    assert again.request.method == "GET"
    assert str(copy.copy(error)) == str(error)


def test_errors_without_an_answer_can_be_pickled() -> None:
    request = httpx2.Request("GET", "https://api.test/x?key=sk-test-secret")
    for error in (
        tree.APIConnectionError(request=request),
        tree.APITimeoutError(request),
        tree.APIError("m", request, body={"code": "c"}),
    ):
        pickled = pickle.dumps(error)
        again = pickle.loads(pickled)
        assert (type(again), str(again)) == (type(error), str(error))
        assert b"sk-test-secret" not in pickled


def test_errors_can_be_made_by_callers() -> None:
    response = httpx2.Response(429, request=httpx2.Request("GET", "https://api.test"))
    error = tree.RateLimitError("slow down", response=response, body=None)
    assert (error.status_code, error.message) == (429, "slow down")


@pytest.mark.parametrize("status", [408, 409, 429, 500, 502, 503, 504])
def test_failures_that_pass_are_tried_again(
    acme: ModuleType, serve: Serve, no_waiting: list[float], status: int
) -> None:
    server = serve(Reply(status), Reply(status), GOOD)
    client_of(acme, server).chat.completions.retrieve("x")
    assert len(server.received) == 3
    assert 0.375 <= no_waiting[0] <= 0.5 and 0.75 <= no_waiting[1] <= 1


def test_not_for_ever(acme: ModuleType, serve: Serve, no_waiting: list[float]) -> None:
    server = serve(Reply(503))
    failing(acme, server)
    assert len(server.received) == 3
    failing(acme, server, max_retries=5)
    assert len(server.received) == 9
    client = client_of(acme, server)
    with pytest.raises(acme.errors.APIStatusError):
        client.chat.completions.retrieve("x", max_retries=0)
    assert len(server.received) == 10


@pytest.mark.parametrize(
    ("headers", "waited"),
    [
        ({"Retry-After": "7"}, 7.0),
        ({"retry-after-ms": "1500"}, 1.5),
        ({"Retry-After": formatdate(4_000_000_000, usegmt=True)}, None),
        ({"Retry-After": "3600"}, None),
        ({"X-Should-Retry": "false"}, ()),
    ],
)
def test_the_server_has_its_say(
    acme: ModuleType,
    serve: Serve,
    no_waiting: list[float],
    headers: dict[str, str],
    waited: Any,
) -> None:
    server = serve(Reply(429, b"", headers), GOOD)
    try:
        client_of(acme, server).chat.completions.retrieve("x")
    except acme.errors.RateLimitError:
        assert waited == () and len(server.received) == 1
    else:
        assert no_waiting == [waited] if waited else no_waiting[0] <= 0.5


def test_a_body_is_sent_again_only_if_it_can_be(
    acme: ModuleType, serve: Serve, no_waiting: list[float]
) -> None:
    server = serve(Reply(503), json_reply({"id": "f"}))
    files = client_of(acme, server).files
    with pytest.raises(acme.errors.APIStatusError):
        files.create(file=iter([b"once"]), purpose="batch")
    assert len(server.received) == 1
    server.replies = [Reply(503), json_reply({"id": "f"})]
    files.create(file=[b"twice"][0], purpose="batch")
    assert server.received[1].body.replace(b"\r\n", b"").count(b"twice") == 1
    assert len(server.received) == 3


def closing(handler: Handler) -> None:
    handler.close_connection = True
    handler.connection.shutdown(socket.SHUT_RDWR)


def half(handler: Handler) -> None:
    handler.send_response(200)
    handler.send_header("Content-Type", "application/json")
    handler.send_header("Content-Length", "100")
    handler.end_headers()
    handler.wfile.write(b'{"id": ')
    handler.wfile.flush()
    closing(handler)


def test_a_reset_before_the_answer_is_tried_again(
    acme: ModuleType, serve: Serve, no_waiting: list[float]
) -> None:
    server = serve(Reply(raw=closing), GOOD)
    client_of(acme, server).chat.completions.retrieve("x")
    assert len(server.received) == 2
    server.replies = [Reply(raw=closing)]
    error = failing(acme, server)
    assert type(error).__name__ == "APIConnectionError"
    assert isinstance(error.__cause__, httpx2.TransportError)


def test_an_answer_once_begun_is_not_asked_for_again(
    acme: ModuleType, serve: Serve, no_waiting: list[float]
) -> None:
    server = serve(Reply(raw=half))
    error = failing(acme, server)
    assert type(error).__name__ == "APIConnectionError"
    assert len(server.received) == 1


def test_nobody_there(acme: ModuleType, no_waiting: list[float]) -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{unused.getsockname()[1]}"
    with pytest.raises(acme.errors.APIConnectionError, match="Connection error"):
        acme.Acme(base_url=url).chat.completions.retrieve("x")
    assert len(no_waiting) == 2


def test_timeouts_are_tried_again_and_told(
    acme: ModuleType, serve: Serve, no_waiting: list[float]
) -> None:
    import threading

    held = threading.Event()
    server = serve(Reply(raw=lambda handler: holding(held)))
    error = failing(acme, server, timeout=0.05, max_retries=1)
    held.set()
    assert isinstance(error, acme.errors.APITimeoutError)
    assert "read" in str(error) and len(server.received) == 2


def test_what_cannot_work_is_not_tried_again(
    acme: ModuleType, no_waiting: list[float]
) -> None:
    with pytest.raises(acme.errors.APIConnectionError, match="protocol"):
        acme.Acme(base_url="ftp://api.test").chat.completions.retrieve("x")
    assert no_waiting == []


@pytest.mark.parametrize("url", ["http://", "nonsense", "/v1"])
def test_an_address_without_a_host_is_told(acme: ModuleType, url: str) -> None:
    with pytest.raises(ValueError, match="give base_url, or set ACME_BASE_URL"):
        acme.Acme(base_url=url).chat.completions.retrieve("x")


@pytest.mark.parametrize(
    ("reply", "said"),
    [
        (Reply(200, b'{"id": ', {"Content-Type": "application/json"}), "no valid JSON"),
        (Reply(200, b"<html>", {"Content-Type": "text/html; charset=x"}), "text/html, not JSON"),
        (Reply(200, b"\x1f\x8bgarbage", {"Content-Encoding": "gzip"}), "content encoding"),
    ],
)  # fmt: skip
def test_answers_that_cannot_be_decoded(
    acme: ModuleType, serve: Serve, reply: Reply, said: str
) -> None:
    server = serve(reply)
    error = failing(acme, server)
    assert isinstance(error, acme.errors.APIResponseValidationError)
    assert said in str(error) and len(server.received) == 1
    assert pickle.loads(pickle.dumps(error)).message == error.message


@pytest.mark.parametrize(
    "content_type", ["application/json", "text/plain", "", "x/y+json"]
)
def test_json_is_read_whatever_it_is_called(
    acme: ModuleType, serve: Serve, content_type: str
) -> None:
    server = serve(GOOD._replace(headers={"Content-Type": content_type}))
    answer = client_of(acme, server).chat.completions.retrieve("x")
    assert answer.id == "c"


def test_nothing_comes_back_as_none(acme: ModuleType, serve: Serve) -> None:
    server = serve(Reply(204))
    client = client_of(acme, server, admin_key="adm-test")
    assert client.chat.completions.delete("x") is None
    assert client.get("/x") is None
    server.replies = [json_reply({"deleted": True})]
    assert client.chat.completions.delete("x") is None
