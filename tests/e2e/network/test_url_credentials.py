"""User names and passwords in URLs."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable
from types import ModuleType

import pytest

from tests.e2e.faults.conftest import Caller
from tests.e2e.faults.wire import GOOD, Wire, http_response, sends

KIND = (
    "A URL contains a user name and password: `base_url`, its variable, or a redirect."
)
RESULT = (
    "In `base_url` they are sent as HTTP Basic credentials; if a key is set for the same "
    "header, the client raises `ValueError`. In other URLs they never replace a key."
)
Serve = Callable[..., Wire]
BASIC = b"Authorization: Basic " + b64encode(b"me:pw-test")


def with_user(url: str) -> str:
    return url.replace("://", "://me:pw-test@")


def test_a_key_and_a_password_conflict(
    acme: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    url = "https://me:pw@test@api.acme.test/v1"
    for cls in (acme.Acme, acme.AsyncAcme):
        with pytest.raises(ValueError, match="conflicts with api_key") as caught:
            cls(base_url=url, api_key="k")
        assert "pw" not in str(caught.value) and "test@" not in str(caught.value)
        with pytest.raises(ValueError, match="conflicts with default_headers"):
            cls(base_url=url, default_headers={"authorization": "Custom x"})
        with pytest.raises(ValueError, match="conflicts with api_key"):
            cls(base_url=url).with_options(api_key="k")
        with pytest.raises(ValueError, match="conflicts with api_key"):
            cls(api_key="k").with_options(base_url=url)
        assert "pw" not in repr(cls(base_url=url, admin_key="k"))
    monkeypatch.setenv("ACME_BASE_URL", url)
    with pytest.raises(ValueError, match="ACME_BASE_URL"):
        acme.Acme(api_key="k")


def test_an_at_sign_in_a_path_is_no_user(acme: ModuleType) -> None:
    url = "https://api.acme.test/@me?to=a@b"
    assert str(acme.Acme(base_url=url, api_key="k").base_url) == url


def test_a_password_without_a_key_is_sent(caller: Caller, wire: Serve) -> None:
    server = wire(GOOD)
    caller.run(with_user(server.url), Caller.json, api_key="", admin_key="a-1")
    assert BASIC in server.requests[0]
    assert b"X-Admin-Key" in server.requests[0] or b"x-admin" not in server.requests[0]


def test_a_header_of_the_call_takes_precedence(caller: Caller, wire: Serve) -> None:
    server = wire(GOOD)

    async def job(caller: Caller) -> None:
        await caller.json(extra_headers={"Authorization": "Custom x"})

    caller.run(with_user(server.url), job, api_key="")
    assert b"Authorization: Custom x" in server.requests[0]


def test_redirects_do_not_replace_the_key(caller: Caller, wire: Serve) -> None:
    server = wire()
    location = f"Location: {with_user(server.url)}/there\r\n"
    server.acts = [sends(http_response(b"", status=307, headers=location)), GOOD]
    caller.run(server.url, Caller.json)
    assert len(server.requests) == 2
    assert all(b"Bearer sk-test-secret" in request for request in server.requests)


def test_redirects_to_another_origin_send_no_password(
    caller: Caller, wire: Serve
) -> None:
    other = wire(GOOD)
    location = f"Location: {with_user(other.url)}/there\r\n"
    server = wire(sends(http_response(b"", status=307, headers=location)))
    caller.run(server.url, Caller.json)
    assert b"uthorization" not in other.requests[0]
