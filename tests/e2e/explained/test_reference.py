"""Explanations about the reference: chapters, tags, sections."""

from __future__ import annotations

from tests.e2e.explained.example import Example


def contents(example: Example) -> list[str]:
    """Return the lines of the table of contents, without the targets of links."""
    assert example.package.__all__
    text = example.page("README.md").partition("## Contents")[2].partition("\n## ")[0]
    return [line.partition("](")[0] for line in text.splitlines() if line]


def test_double_group(example: Example) -> None:
    assert contents(example) == ["- [Items"]
    assert "More items" not in example.page("README.md")


def test_double_tag(example: Example) -> None:
    assert contents(example) == ["- [orders"]
    assert "Orders of customers." in example.page("orders.md")


def test_tag_cycle(example: Example) -> None:
    # `orders` is declared first, so its parent is known before the cycle closes.
    assert contents(example) == ["- **sales**", "  - [orders"]


def test_unknown_navigation_group(example: Example) -> None:
    assert contents(example) == ["- [Items"]


def test_unknown_section(example: Example) -> None:
    assert contents(example) == []


def test_unknown_tag(example: Example) -> None:
    assert contents(example) == ["- **Sales**", "  - [orders"]
    assert "invoices" not in example.page("README.md")


def test_omitted_logo(example: Example) -> None:
    assert example.package.__all__
    text = example.page("site/index.html")
    assert "<h1>Shop" in text
    assert "<img" not in text and "shop.example/logo" not in text
