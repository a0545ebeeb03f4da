"""Small sites, and what their pages contain."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path
from posixpath import dirname, join, normpath
from urllib.parse import unquote, urlsplit

from generator.config import Config
from generator.diagnostics import Diagnostics
from generator.pipeline import build

SHOP = """
openapi: 3.1.0
info:
  title: Shop
  version: '2'
  description: Orders of a shop.
servers: [{url: https://shop.example/v1, description: Main server}]
tags: [{name: Orders, description: All about orders., x-displayName: Order book}]
security: [{key: []}]
paths:
  /orders/{order_id}:
    post:
      operationId: updateOrder
      tags: [Orders]
      summary: Update an order
      x-badges: [{name: New}]
      parameters:
        - {name: order_id, in: path, required: true, schema: {type: string}}
        - {name: dry_run, in: query, schema: {type: boolean, default: false}}
      requestBody:
        content:
          application/json:
            schema: {$ref: '#/components/schemas/Change'}
      responses:
        '200':
          description: The order.
          headers:
            X-Request-Id: {required: true, schema: {type: string}}
          content:
            application/json:
              schema: {$ref: '#/components/schemas/Order'}
        '404': {description: No such order.}
      x-codeSamples:
        - {lang: PHP, source: "echo $shop->update('1');"}
components:
  securitySchemes:
    key: {type: apiKey, in: header, name: X-Key}
  schemas:
    Change:
      type: object
      required: [status]
      properties:
        status:
          type: string
          enum: [open, closed]
          x-enumDescriptions: {open: Not yet sent., closed: Sent.}
        customer: {$ref: '#/components/schemas/Customer'}
    Customer:
      type: object
      properties:
        name: {type: string, maxLength: 40}
        parent: {$ref: '#/components/schemas/Customer'}
    Order:
      type: object
      required: [id]
      properties:
        id: {type: string}
        customer: {$ref: '#/components/schemas/Customer'}
"""

VOID = frozenset({"meta", "link", "input", "br", "hr", "wbr", "img"})


def build_site(
    directory: Path, document: str = SHOP, **settings: object
) -> dict[str, str]:
    """Return the files of the site of a document, by path in the site."""
    (directory / "api.yaml").write_text(document, encoding="utf-8")
    config = Config(
        package="shop_client",
        client="Shop",
        specs=("api.yaml",),
        directory=directory,
        docs=("site",),
        **settings,  # type: ignore[arg-type]
    )
    generated = build(config, Diagnostics())
    return {
        path.removeprefix("docs/site/"): content.decode()
        for path, content in generated.files.items()
        if path.startswith("docs/site/")
    }


class Parsed(HTMLParser):
    """The elements of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.text = ""
        self.unbalanced: list[str] = []
        self._open: list[str] = []
        self.feed(text)
        self.close()
        self.unbalanced += self._open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Record the start of an element."""
        self.elements.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in VOID:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Record the end of an element."""
        if self._open and self._open[-1] == tag:
            self._open.pop()
        elif tag not in VOID:
            self.unbalanced.append(f"/{tag}")

    def handle_data(self, data: str) -> None:
        """Record text."""
        self.text += data

    def values(self, attribute: str) -> list[str]:
        """Return the values of an attribute."""
        return [attrs[attribute] for _, attrs in self.elements if attribute in attrs]


def broken_links(files: dict[str, str]) -> list[str]:
    """Return the links of all pages that have no target in the site."""
    pages = {
        name: Parsed(text) for name, text in files.items() if name.endswith(".html")
    }
    anchors = {name: set(page.values("id")) for name, page in pages.items()}
    problems = []
    for name, page in pages.items():
        for link in (*page.values("href"), *page.values("src")):
            parts = urlsplit(link)
            if parts.scheme:  # another site, or the empty icon
                continue
            target = name
            if parts.path:
                target = normpath(join(dirname(name), unquote(parts.path)))
            anchor = unquote(parts.fragment)
            if target not in files or (anchor and anchor not in anchors[target]):
                problems.append(f"{name}: {link}")
    return problems
