"""Wrong environment variables of proxies and certificates."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import httpx2
import pytest

from tests.e2e.faults.conftest import Caller
from tests.e2e.faults.wire import GOOD, Wire

KIND = "An environment variable for a proxy or for certificates has an unusable value."
RESULT = (
    "The first call raises `ValueError` with the name of the variable. This applies also to"
    " entries of `NO_PROXY` that would match no host, or every host, if a proxy is set."
)
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
        ("HTTP_PROXY", "  "),
        ("http_proxy", "http://me:pw-test@proxy.test:3128 "),
        ("ALL_PROXY", "http://proxy test:3128"),
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


INVALID = [
    *("internal.test:port", "internal.test:99999", "internal.test/", "internal.test/x"),
    *("localhost 127.0.0.1", "a;b", "me:pw-test@internal.test", "#x", "?q", "<local>"),
    *("10.0.0.0/99", "10.0.0.0/255.0.0.0", "10.0.0.0/", "[::1", "::1/129", "[::1]x"),
    *("ftp://internal.test", "://", "http://", "https://me:pw-test@x.test", "http:/x"),
    *(
        "b\xfccher.test",
        "\u2603.test",
        "xn--bcher-kva.test",
        ".xn--bcher-kva.test",
        "%41",
    ),
]


@pytest.mark.parametrize("variable", ["NO_PROXY", "no_proxy"])
@pytest.mark.parametrize("entry", INVALID, ids=ascii)
def test_an_invalid_entry(
    acme: ModuleType, monkeypatch: pytest.MonkeyPatch, variable: str, entry: str
) -> None:
    monkeypatch.setenv("HTTPS_PROXY", "http://proxy.test:3128")
    monkeypatch.setenv(variable, f"localhost, {entry} ,other.test")
    for cls in (
        acme._runtime.DefaultHttpx2Client,
        acme._runtime.DefaultAsyncHttpx2Client,
    ):
        with pytest.raises(ValueError, match=f"variable {variable} has an") as caught:
            cls()
        assert "pw-test" not in str(caught.value)


VALID = {
    "internal.test": "http://internal.test",
    "other.test,, .internal.test": "http://a.internal.test",
    "*.internal.test": "http://a.internal.test",
    "internal.test:8080": "http://internal.test:8080",
    "http://internal.test/": "http://internal.test",
    "http://b\xfccher.test": "http://b\xfccher.test",
    "10.0.0.0/8": "http://10.1.2.3",
    "::1, [::2]": "http://[::1]",
    "[::1]:80,[::1]/64": "http://[::1]:80",
    "LOCALHOST": "http://localhost:8000",
    "a_b.test,-x.test": "http://a_b.test",
    "invalid/, *": "",
    "*, invalid/": "http://any.test",
}


@pytest.mark.parametrize(("value", "url"), VALID.items(), ids=ascii)
def test_valid_entries(
    acme: ModuleType, monkeypatch: pytest.MonkeyPatch, value: str, url: str
) -> None:
    """The entry applies: without it, the proxy would be used."""
    monkeypatch.setenv("HTTP_PROXY", "http://proxy.test:3128")
    monkeypatch.setenv("NO_PROXY", value)
    if not url:
        with pytest.raises(ValueError, match="'invalid/'"):
            acme._runtime.DefaultHttpx2Client()
        return
    with acme._runtime.DefaultHttpx2Client() as http:
        proxied = http._transport_for_url(httpx2.URL("http://else.test"))
        direct = http._transport_for_url(httpx2.URL(url))
    assert direct is http._transport
    assert (proxied is direct) is value.startswith("*,")


def test_entries_without_a_proxy(
    caller: Caller, wire: Serve, monkeypatch: pytest.MonkeyPatch
) -> None:
    """They have no effect, except one that httpx2 fails for."""
    monkeypatch.setenv("NO_PROXY", "localhost 127.0.0.1,<local>,internal.test/")
    caller.run(wire(GOOD).url, Caller.json)
    monkeypatch.setenv("NO_PROXY", "xn--bcher-kva.test")
    with pytest.raises(ValueError, match="variable NO_PROXY"):
        caller.run(wire(GOOD).url, Caller.json)


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
