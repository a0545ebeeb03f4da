"""Logins of users: authorization code with PKCE, device codes, and renewed tokens."""

from __future__ import annotations

import asyncio
import importlib
import json
import os
import stat
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any
from urllib.error import HTTPError
from urllib.parse import parse_qsl, urlsplit

import pytest

from tests.e2e.documents.conftest import (
    client_of,
    marked_lines,
    typed_callers,
    wrong_lines,
)
from tests.e2e.network.authorization_server import (
    CLIENT_ID,
    DEVICE_GRANT,
    AuthorizationServer,
    authorization_server,
)

pytestmark = pytest.mark.slow

__all__ = ["client_of", "typed_callers", "wrong_lines"]

KIND = "A security scheme has an OAuth2 flow with the consent of a user."
RESULT = (
    "`login.Login` requests tokens by an authorization code with PKCE and a redirect to "
    "127.0.0.1, or by a device code, and renews them. A redirect without the state of the "
    "login is refused. `login` of the command line stores the tokens in the profile."
)
DOCUMENT = """
openapi: 3.2.0
info: {title: Acme, version: '1'}
security: [{oauth: []}]
paths:
  /me:
    get:
      operationId: getMe
      tags: [me]
      responses:
        '200': {description: Done., content: {application/json: {schema: {type: object, properties: {name: {type: string}}}}}}
components:
  securitySchemes:
    oauth:
      type: oauth2
      flows:
        authorizationCode:
          authorizationUrl: SERVER/authorize
          tokenUrl: SERVER/token
          scopes: {read: Read., write: Write.}
        deviceAuthorization:
          deviceAuthorizationUrl: SERVER/device
          tokenUrl: SERVER/token
          scopes: {read: Read.}
"""
Build = Callable[..., ModuleType]


@pytest.fixture
def server() -> Iterator[AuthorizationServer]:
    with authorization_server() as running:
        yield running


@pytest.fixture
def client(client_of: Build, server: AuthorizationServer) -> ModuleType:
    return client_of(DOCUMENT.replace("SERVER", server.url), command_line=True)


@pytest.fixture
def module(client: ModuleType) -> Any:
    return importlib.import_module(f"{client.__name__}.login")


def login(module: Any, **arguments: Any) -> Any:
    return module.Login(module.FLOWS["api_key"], CLIENT_ID, **arguments)


def visit(url: str) -> str:
    """Open a page as a browser does, and return its text."""
    with urllib.request.urlopen(url) as response:
        return str(response.read(), "utf-8")


def test_browser(module: Any, server: AuthorizationServer) -> None:
    texts: list[str] = []
    tokens = login(module).in_browser(show=lambda url: texts.append(visit(url)))
    assert texts == ["The login is complete. You can close this window.\n"]
    assert tokens.access_token == "access-1"
    assert tokens.refresh_token == "refresh-1"
    assert abs(tokens.expires_at - time.time() - 3600) < 60
    assert server.pages[0]["scope"] == "read write"
    assert "code_verifier" not in server.pages[0]
    assert "access-1" not in repr(tokens) and server.authorizations == [None]
    other = login(module, scopes=["read"]).in_browser(show=visit)
    first, second = server.pages
    assert other.access_token == "access-2" and second["scope"] == "read"
    assert first["state"] != second["state"]
    assert first["code_challenge"] != second["code_challenge"]


def test_redirects_without_the_state_are_refused(
    module: Any, server: AuthorizationServer
) -> None:
    statuses: list[int] = []

    def show(url: str) -> None:
        page = dict(parse_qsl(urlsplit(url).query))
        target = page["redirect_uri"]
        for query in (
            "",
            "?code=code-1",
            "?code=code-1&state=x",
            "?error=access_denied",
        ):
            with pytest.raises(HTTPError) as raised:
                visit(target + query)
            statuses.append(raised.value.code)
        with pytest.raises(HTTPError):
            visit(f"{target}/other?code=x&state={page['state']}")
        visit(url)

    assert login(module).in_browser(show=show).access_token == "access-1"
    assert statuses == [404] * 4


def test_failed_logins(module: Any, server: AuthorizationServer) -> None:
    server.denies = True
    with pytest.raises(module.LoginError, match="access_denied") as raised:
        login(module).in_browser(show=visit)
    assert raised.value.code == "access_denied" and server.forms == []
    server.denies = False

    def replace_code(url: str) -> None:
        page = dict(parse_qsl(urlsplit(url).query))
        server.pages.append(page)
        visit(f"{page['redirect_uri']}?code=stolen&state={page['state']}")

    with pytest.raises(module.LoginError, match="invalid_grant: not .31m valid"):
        login(module).in_browser(show=replace_code)
    with pytest.raises(module.LoginError, match="no consent in time"):
        login(module).in_browser(show=str, timeout=0.1)
    with pytest.raises(module.LoginError, match="invalid_client"):
        module.Login(module.FLOWS["api_key"], "other").in_browser(show=visit)
    for reply, message in (
        ({}, "no usable access_token"),
        ({"access_token": "a\nb"}, "no usable access_token"),
        ({"access_token": "a", "token_type": "mac"}, "token_type is not 'Bearer'"),
    ):
        server.reply = reply
        with pytest.raises(module.LoginError, match=message):
            login(module).in_browser(show=visit)


def test_urls_must_be_secure(module: Any) -> None:
    flow = module.LoginFlow(
        authorization_url="http://acme.example/authorize",
        token_url="http://acme.example/token",
        device_url="http://acme.example/device",
    )
    unsafe = module.Login(flow, CLIENT_ID)
    with pytest.raises(module.LoginError, match="not a URL of HTTPS"):
        unsafe.in_browser(show=visit)
    with pytest.raises(module.LoginError, match="not a URL of HTTPS"):
        unsafe.with_device()
    with pytest.raises(module.LoginError, match=r"use with_device\(\)"):
        module.Login(module.LoginFlow(), CLIENT_ID).in_browser()


def test_device(
    module: Any, server: AuthorizationServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    waits: list[float] = []
    monkeypatch.setattr(time, "sleep", waits.append)
    codes: list[Any] = []
    server.polls = ["authorization_pending", "slow_down", "authorization_pending"]
    tokens = login(module, client_secret="test-secret").with_device(show=codes.append)
    assert tokens.access_token == "access-1"
    assert codes == [module.DeviceCode("ABCD-EFGH", f"{server.url}/activate")]
    assert waits == [2, 2, 7, 7]
    assert [form.get("grant_type") for form in server.forms] == [None] + [
        DEVICE_GRANT
    ] * 4
    assert all(str(each).startswith("Basic ") for each in server.authorizations)
    for code in ("access_denied", "expired_token"):
        server.polls = [code]
        with pytest.raises(module.LoginError) as raised:
            login(module).with_device(show=codes.append)
        assert raised.value.code == code
    server.polls = ["slow_down"] * 30
    now = time.monotonic()
    monkeypatch.setattr(time, "monotonic", lambda: now + sum(waits))
    with pytest.raises(module.LoginError, match="expired"):
        login(module).with_device(show=codes.append)


def test_tokens_are_renewed(
    client: ModuleType, module: Any, server: AuthorizationServer
) -> None:
    server.lifetime = "1"
    tokens = login(module).in_browser(show=visit)
    server.lifetime = 3600
    saved: list[Any] = []
    credential = login(module).credential(tokens, saved.append)
    acme = client.Acme(api_key=credential, base_url=server.url)
    assert acme.me.retrieve().name == "Kim"
    acme.get("/me")
    assert set(server.calls) == {"Bearer access-2"}
    assert [each.refresh_token for each in saved] == ["refresh-2"]

    async def call() -> None:
        async with client.AsyncAcme(api_key=credential, base_url=server.url) as other:
            await other.get("/me")

    asyncio.run(call())
    assert server.calls[-1] == "Bearer access-2"
    with pytest.raises(module.LoginError, match="invalid_grant"):
        login(module).refresh(tokens)
    with pytest.raises(module.LoginError, match="log in again"):
        login(module).refresh(module.Tokens("access-1"))
    server.reply = {"access_token": "access-9"}
    assert login(module).refresh(saved[0]).refresh_token == "refresh-2"


def test_command_line(
    client: ModuleType, server: AuthorizationServer, tmp_path: Path
) -> None:
    browser = tmp_path / "browser"
    browser.write_text(
        f"#!{sys.executable}\nimport sys, urllib.request\n"
        "urllib.request.urlopen(sys.argv[1]).read()\n"
    )
    browser.chmod(0o755)

    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", client.__name__, *arguments],
            cwd=Path(str(client.__file__)).parent.parent,
            env={
                **{name: os.environ[name] for name in ("PATH",)},
                "HOME": str(tmp_path),
                "XDG_CONFIG_HOME": str(tmp_path),
                "BROWSER": f"{browser} %s",
            },
            capture_output=True,
            text=True,
            timeout=300,
        )

    server.lifetime = 1
    done = run("login", "--client-id", CLIENT_ID, "--base-url", server.url)
    assert done.returncode == 0, done.stderr
    assert "Log in at: " in done.stderr
    (file,) = tmp_path.rglob("profiles.json")
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    stored = json.loads(file.read_text())["default"]["credentials"]["api_key"]
    assert stored["tokens"][:2] == ["access-1", "refresh-1"]
    server.lifetime = 3600
    for _ in range(2):
        done = run("me", "retrieve")
        assert done.returncode == 0, done.stderr
    assert server.calls == ["Bearer access-2"] * 2
    stored = json.loads(file.read_text())["default"]["credentials"]["api_key"]
    assert stored["tokens"][:2] == ["access-2", "refresh-2"]
    assert stat.S_IMODE(file.stat().st_mode) == 0o600

    done = run("login", "--client-id", CLIENT_ID, "--device", "--base-url", server.url)
    assert done.returncode == 0, done.stderr
    assert "Enter the code ABCD-EFGH" in done.stderr
    server.denies = True
    done = run("login", "--client-id", CLIENT_ID)
    assert done.returncode != 0 and "access_denied" in done.stderr
    assert "Traceback" not in done.stderr
    done = run("login", "--device")
    assert done.returncode != 0 and "--client-id" in done.stderr


def test_only_clients_with_such_a_flow_have_the_module(client_of: Build) -> None:
    other = client_of(DOCUMENT.replace("oauth2", "openIdConnect"))
    folder = Path(str(other.__file__)).parent
    assert not (folder / "login.py").exists()
    assert not (folder / "_runtime/login").exists()


CALLER = """
from collections.abc import Callable
from typing import assert_type
from acme_client import Acme, AsyncAcme
from acme_client.login import FLOWS, DeviceCode, Login, Tokens

def show(code: DeviceCode) -> None:
    print(code.user_code, code.url)

login = Login(FLOWS["api_key"], client_id="program", scopes=["read"])
assert_type(login.in_browser(), Tokens)
tokens = login.with_device(show=show)
assert_type(login.credential(tokens), Callable[[], str])
Acme(api_key=login.credential(tokens, save=print))
AsyncAcme(api_key=login.credential(tokens))
Login(FLOWS["api_key"])  # wrong
Login(FLOWS["api_key"], client_id="program").with_device(show=3)  # wrong
"""


def test_types(client: ModuleType, wrong_lines: Callable[..., set[int]]) -> None:
    assert wrong_lines(client, CALLER) == marked_lines(CALLER)
