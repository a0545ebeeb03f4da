"""The README of a client: how to create the client, and its environment variables."""

from __future__ import annotations

import html
import re
from pathlib import Path

import pytest

from tests.clients import generate

DOCUMENT = """
openapi: 3.1.0
info: {title: Shop, version: '1'}
%s
security: [{shopAuth: []}, {login: []}, {tenant: []}, {token: []}]
paths:
  /items: {get: {%s operationId: listItems, responses: {'204': {description: Done.}}}}
components:
  securitySchemes:
    shopAuth:
      type: oauth2
      flows: {clientCredentials: {tokenUrl: 'https://shop.test/token', scopes: {}}}
    login: {type: http, scheme: basic, description: Name of the seller.}
    tenant: {type: apiKey, in: query, name: key}
    token: {type: http, scheme: bearer}
"""
EXAMPLE = "https://example.com"


def readme(folder: Path, servers: str, operation: str = "") -> str:
    (folder / "shop.yaml").write_text(DOCUMENT % (servers, operation))
    files = generate(folder / "shop.yaml", folder / "out", "shop", "Shop").files
    return files["README.md"].decode()


@pytest.mark.parametrize(
    ("servers", "operation", "arguments"),
    [
        ("servers: [{url: 'https://shop.test'}]", "", ""),
        ("servers: [{url: '{host}', variables: {host: {default: 'a'}}}]", "", ""),
        ("", "servers: [{url: 'https://shop.test'}],", ""),
        ("", "", f'base_url="{EXAMPLE}"'),
        ("", "servers: [{url: /v2}],", f'base_url="{EXAMPLE}/v2"'),
        ("servers: [{url: /v1/}]", "", f'base_url="{EXAMPLE}/v1"'),
        ("servers: [{url: ./}]", "", f'base_url="{EXAMPLE}"'),
    ],
)
def test_example_has_a_base_url_if_the_document_has_none(
    tmp_path: Path, servers: str, operation: str, arguments: str
) -> None:
    text = readme(tmp_path, servers, operation)
    assert f"client = Shop({arguments})\n" in text
    required = "Required, because the document has no absolute URL."
    assert (required in text) is bool(arguments)


def test_variables_are_described(tmp_path: Path) -> None:
    text = readme(tmp_path, "")
    assert "| `SHOP_CLIENT_SECRET` | `shop` | Client ID and client secret. |" in text
    assert "| `SHOP_USERNAME` | `login` | Name of the seller. |" in text
    assert "| `SHOP_API_KEY` | `api_key` | Sent as the query parameter `key`. |" in text
    assert "| `SHOP_TOKEN` | `token` | Bearer token. |" in text


def test_samples_of_the_reference_have_the_base_url(tmp_path: Path) -> None:
    (tmp_path / "shop.yaml").write_text(DOCUMENT % ("", ""))
    output = tmp_path / "out"
    files = generate(
        tmp_path / "shop.yaml", output, "shop", "Shop", docs=("markdown", "site")
    ).files
    assert f'client = Shop(base_url="{EXAMPLE}")\n' in files["docs/README.md"].decode()
    page = re.sub("<[^>]*>", "", files["docs/site/items.html"].decode())
    assert f'client = Shop(base_url="{EXAMPLE}")\n' in html.unescape(page)
    assert f'AsyncShop(base_url="{EXAMPLE}") as client:\n' in html.unescape(page)
