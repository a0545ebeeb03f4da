"""Wrong environment variables of proxies and certificates."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.e2e.faults.conftest import Caller
from tests.e2e.faults.wire import GOOD, Wire

KIND = "An environment variable for a proxy or for certificates has an unusable value."
RESULT = "The first call raises `ValueError` with the name of the variable."
Serve = Callable[..., Wire]
NAMES = ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY", "SSL_CERT_FILE", "SSL_CERT_DIR")  # fmt: skip


@pytest.fixture(autouse=True)
def no_proxies(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in NAMES:
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.lower(), raising=False)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("ALL_PROXY", "socks://me:pw-test@proxy.test:1080"),
        ("all_proxy", "ftp://me:pw-test@proxy.test"),
        ("HTTP_PROXY", "http://me:pw-test@[::1"),
        ("HTTPS_PROXY", "http://me:pw-test@proxy.test:port"),
        ("https_proxy", "me:pw-test@proxy.test:99999999"),
        ("HTTP_PROXY", "http://"),
        ("SSL_CERT_FILE", "/missing/pw-none.pem"),
        ("SSL_CERT_DIR", "/missing/certificates"),
    ],
)
def test_the_error_names_the_variable(
    caller: Caller,
    wire: Serve,
    monkeypatch: pytest.MonkeyPatch,
    name: str,
    value: str,
) -> None:
    monkeypatch.setenv(name, value)
    server = wire(GOOD)
    with pytest.raises(ValueError, match=f"environment variable {name}") as caught:
        caller.run(server.url, Caller.json)
    assert "pw-test" not in str(caught.value)
    assert not server.requests


def test_a_file_without_certificates(
    caller: Caller, wire: Serve, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    path = tmp_path / "empty.pem"
    path.write_text("no certificate", encoding="utf-8")
    monkeypatch.setenv("SSL_CERT_FILE", str(path))
    with pytest.raises(ValueError, match="SSL_CERT_FILE has no usable certificates"):
        caller.run(wire(GOOD).url, Caller.json)


def test_usable_variables(
    caller: Caller, wire: Serve, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    server = wire(GOOD)
    monkeypatch.setenv("HTTP_PROXY", server.url.replace("http://", "me:pw@"))
    monkeypatch.setenv("SSL_CERT_DIR", str(tmp_path))
    caller.run("http://api.acme.test", Caller.json)
    assert b"Proxy-Authorization: Basic" in server.requests[0]
