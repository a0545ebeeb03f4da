"""Logging of requests and responses, and redaction."""

from __future__ import annotations

import logging
import socket
from collections.abc import Callable
from types import ModuleType
from typing import Any

import httpx2
import pytest

from tests.unit.runtime.conftest import Handler, Reply, Server, json_reply

Serve = Callable[..., Server]

GOOD = json_reply({"id": "c", "choices": []})


def client_of(acme: ModuleType, server: Server, **settings: Any) -> Any:
    return acme.Acme(api_key="sk-test-secret", base_url=server.url, **settings)


def closing(handler: Handler) -> None:
    handler.close_connection = True
    handler.connection.shutdown(socket.SHUT_RDWR)


@pytest.fixture
def logged(acme: ModuleType, monkeypatch: pytest.MonkeyPatch) -> Any:
    logger = logging.getLogger("acme_client")
    yield logger
    logger.setLevel(logging.NOTSET)
    logger.handlers.clear()


def test_silent_by_default(
    acme: ModuleType, serve: Serve, logged: Any, capfd: pytest.CaptureFixture[str]
) -> None:
    client_of(acme, serve(GOOD)).chat.completions.retrieve("x")
    assert capfd.readouterr() == ("", "")
    assert logged.handlers == []


@pytest.mark.parametrize("level", ["info", "DEBUG"])
def test_each_request_is_logged(
    acme: ModuleType,
    serve: Serve,
    logged: Any,
    no_waiting: list[float],
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
    level: str,
) -> None:
    monkeypatch.setenv("ACME_LOG", level)
    server = serve(Reply(503), Reply(raw=closing), GOOD)
    client = client_of(acme, server, admin_key="adm-test-secret")
    client.chat.completions.retrieve(
        "x",
        extra_query={"api_key": "q-secret", "page": 2},
        extra_headers={"X-Api-Key": "h-secret"},
    )
    written = capfd.readouterr().err
    path = "/chat/completions/x?api_key=[redacted]&page=2"
    lines = [line for line in written.splitlines() if " ms" in line]
    assert len(lines) == 3
    assert f"GET {server.url}{path} 503 in " in lines[0]
    assert " after " in lines[1] and lines[1].endswith("retry 1")
    assert " 200 in " in lines[2] and lines[2].endswith("retry 2")
    assert ("'authorization': '[redacted]'" in written) is (level == "DEBUG")
    assert "secret" not in written


@pytest.mark.parametrize(
    "name",
    [
        "Authorization", "Proxy-Authorization", "Cookie", "Set-Cookie", "X-Api-Key",
        "api-key", "api_key", "apikey", "key", "x-goog-api-key", "access_token", "token",
        "X-Auth-Token", "client_secret", "clientSecret", "password", "X-Amz-Signature",
        "X-Amz-Security-Token", "X-Amz-Credential", "sig", "jwt", "X-CSRF-Token",
        "Ocp-Apim-Subscription-Key", "X-Secret", "refreshToken", "AccessKey", "session_id",
        "sessionId", "X-Session", "sid", "client_assertion", "X-OTP", "pin",
        "X-XSRF", "X-Hmac", "hmac-sha256",
    ],
)  # fmt: skip
def test_secret_names_are_redacted(name: str) -> None:
    from generator.runtime.api.redaction import is_secret_name, safe_headers, safe_url

    assert is_secret_name(name) and is_secret_name(name.lower())
    url = httpx2.URL("https://u:pw@api.test/x", params={name: "v-secret", "a": "b"})
    assert "v-secret" not in safe_url(url) and "a=b" in safe_url(url)
    assert "u:pw" not in safe_url(url)
    assert "v-secret" not in str(safe_headers(httpx2.Headers({name: "v-secret"})))


def test_passwords_codes_and_fragments_are_redacted() -> None:
    from generator.runtime.api.redaction import redact_urls

    text = "at https://u:p@w@api.test/?code=c-1&Sig=s-1&error_code=7#access_token=t-1"
    assert redact_urls(text) == (
        "at https://api.test/?code=[redacted]&Sig=[redacted]&error_code=7"
        "#access_token=[redacted]"
    )


@pytest.mark.parametrize("setting", ["", "off"])
def test_the_lines_of_httpx2(
    acme: ModuleType,
    serve: Serve,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    setting: str,
) -> None:
    monkeypatch.setenv("ACME_LOG_HTTPX2", setting)
    monkeypatch.setattr(logging.getLogger("httpx2"), "filters", [])
    with caplog.at_level(logging.INFO, "httpx2"):
        client_of(acme, serve(GOOD)).chat.completions.retrieve(
            "x", extra_query={"code": "c-secret", "page": 2}
        )
    lines = [
        record.getMessage() for record in caplog.records if record.name == "httpx2"
    ]
    assert len(lines) == (0 if setting else 1)
    assert setting or "code=[redacted]&page=2" in lines[0]


def test_the_lines_of_httpcore2(
    acme: ModuleType, serve: Serve, caplog: pytest.LogCaptureFixture
) -> None:
    secrets = {
        "Set-Cookie": "sid='c-secret'; Path=/",
        "X-Auth-Token": "t-secret",
        "Link": "<https://u:p-secret@h/?code=l-secret&page=2>; rel=next",
    }
    caplog.set_level(logging.DEBUG)
    client = client_of(acme, serve(json_reply({"id": "c", "choices": []}, **secrets)))
    client.chat.completions.retrieve("x")
    text = "\n".join(each for each in caplog.messages if "_headers.complete" in each)
    assert "Set-Cookie" in text and "&page=2" in text
    assert "secret" not in text


def test_the_credentials_of_a_socks_proxy(
    acme: ModuleType, caplog: pytest.LogCaptureFixture
) -> None:
    acme.Acme(api_key="k")
    caplog.set_level(logging.DEBUG)
    line = f"setup.started host=b'h' auth={(b'me', b'pw-secret')!r}"
    logging.getLogger("httpcore2.socks").debug(line)
    assert caplog.messages[-1] == "setup.started host=b'h' auth=[redacted]"


def test_secrets_in_urls_of_headers_are_redacted() -> None:
    from generator.runtime.api.redaction import safe_headers

    redacted = safe_headers(
        httpx2.Headers(
            {
                "Location": "https://u:pw-test@files.test/a?X-Amz-Signature=s-test&page=2",
                "Link": '<https://api.test/?page=3&token=s-test>; rel="next"',
                "Refresh": "0; url=/there?Sig=s-test#end",
            }
        )
    )
    assert redacted == {
        "location": "https://files.test/a?X-Amz-Signature=[redacted]&page=2",
        "link": '<https://api.test/?page=3&token=[redacted]>; rel="next"',
        "refresh": "0; url=/there?Sig=[redacted]#end",
    }


@pytest.mark.parametrize(
    "name",
    ["page", "spin", "side", "monkey", "Accept", "max_tokens", "Content-Type", "x-ratelimit-remaining-tokens", "X-Request-Id", "Idempotency-Key", "design", "author"],
)  # fmt: skip
def test_other_names_are_not_redacted(name: str) -> None:
    from generator.runtime.api.redaction import is_secret_name

    assert not is_secret_name(name)
