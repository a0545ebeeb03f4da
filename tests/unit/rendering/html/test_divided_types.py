"""Pages of very many types are divided, and links to their earlier page stay valid."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.lowering.reference import types_pages
from generator.lowering.reference.types_pages import divide_types
from tests.unit.rendering.html.many_types import NAMES, write_pages
from tests.unit.rendering.html.site_pages import Parsed, broken_links


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Lower limits, so that the documents are small."""
    monkeypatch.setattr(types_pages, "_MAX_TYPES", 30)
    monkeypatch.setattr(types_pages, "_MAX_PART", 20)


def test_few_types_stay_on_one_page() -> None:
    names = [f"Order{number}" for number in range(600)]
    assert set(divide_types(names).values()) == {()}


def test_parts_have_the_types_with_the_same_first_words(small: None) -> None:
    parts = divide_types(NAMES)
    assert list(parts) == NAMES
    assert parts["Alone"] == parts["PairA"] == ()
    assert {parts[f"OrderRed{letter}"] for letter in "ABCDEFGHIJKL"} == {
        ("order", "red")
    }
    # The parts do not depend on the order of the types.
    assert divide_types(reversed(NAMES)) == parts


def test_names_that_cannot_be_divided_stay_together(small: None) -> None:
    names = [f"Order{number}" for number in range(25)]
    assert len(set(divide_types([*names, *(f"A{x}" for x in range(9))]).values())) <= 2


def test_pages(small: None, tmp_path: Path) -> None:
    files = write_pages(tmp_path)
    pages = sorted(
        name for name in files if re.fullmatch("types/orders[^/_]*.md", name)
    )
    assert pages == [
        "types/orders-order-blue.md",
        "types/orders-order-green.md",
        "types/orders-order-red.md",
        "types/orders.md",
    ]
    red = files["types/orders-order-red.md"]
    assert red.startswith("# Types of orders: order red")
    assert red.count("\n## OrderRed") == 12
    assert "\n## PairA" in files["types/orders.md"]
    assert "\n## OrderRedA" not in files["types/orders.md"]
    site = {
        name.removeprefix("site/"): text
        for name, text in files.items()
        if name.startswith("site/")
    }
    assert broken_links(site) == []
    page = Parsed(site["types/orders.html"])
    assert not page.unbalanced and len(set(page.values("id"))) == len(page.values("id"))


def test_links_to_the_earlier_page_stay_valid(small: None, tmp_path: Path) -> None:
    files = write_pages(tmp_path)
    assert (
        '<a id="orderreda"></a>[OrderRedA](../types/orders-order-red.md#orderreda)'
        in files["types/orders.md"]
    )
    page = Parsed(files["site/types/orders.html"])
    assert {name.lower() for name in NAMES} <= set(page.values("id"))
    assert "../types/orders-order-red.html#orderreda" in page.values("href")
