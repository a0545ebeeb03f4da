"""Hosts of servers: those that the client can send requests to."""

from __future__ import annotations

import httpx2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.normalizer.operations.wire_names import is_url

pytestmark = pytest.mark.slow

_LETTERS = st.characters(exclude_categories=("Cs", "Cn", "Co", "C"))
_HOSTS = st.text(
    st.one_of(_LETTERS, st.sampled_from("aZ1-.。")), min_size=1, max_size=6
)


@pytest.mark.parametrize(
    "host",
    [
        "api.test",
        "api.test.",
        "API_v1.test:8080",
        "127.0.0.1",
        "[::1]:80",
        "{tenant}.api.test",
        "{host}",
        "bücher.example",
        "日本。jp",
        "straße.de",
        "قطر.example",
        "xn--bcher-kva.example",
        "user:password@api.test",
        "paral·lel.cat",
        "α͵β.example",
        "צ׳ק.example",
        "ソ・ニー.jp",
        "نامه\u200cای.example",
        "क्\u200dष.example",
    ],
)
def test_valid_hosts(host: str) -> None:
    assert is_url(f"https://{host}/v1")


@pytest.mark.parametrize(
    "host",
    [
        "api.testª",
        "ａpi.test",
        "☃.net",
        "-é.test",
        "a..b",
        "..",
        f"{'a' * 64}.test",
        f"{'é' * 63}.test",
        "1.2.3.400",
        "[::g]",
        "api.test:x",
        "\u0301a.test",
        "a\u0627.test",
        "a·b.cat",
        "l·.cat",
        "a͵b.test",
        "׳ק.test",
        "a・b.test",
        "د\u200cا.test",
        "a\u200db.test",
    ],
)
def test_invalid_hosts(host: str) -> None:
    assert not is_url(f"https://{host}/v1")


@given(st.text(st.sampled_from("l·͵β׳ק・ーنابد\u200c\u200d्क"), min_size=1, max_size=5))
def test_characters_in_context_can_be_requested(label: str) -> None:
    url = f"https://{label}.test/"
    if is_url(url):
        assert httpx2.URL(url).raw_host


@given(_HOSTS)
def test_valid_urls_can_be_requested(host: str) -> None:
    url = f"https://{host}/"
    if is_url(url):
        assert httpx2.URL(url).raw_host
