"""Rules of axe-core (WCAG 2.2, levels A and AA) on the pages of the site."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.e2e.site.conftest import new_context

if TYPE_CHECKING:
    from playwright.sync_api import Browser

PAGES = ("index", "embeddings", "files", "models", "moderations", "audio")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
COLOR_RULES = ["color-contrast", "link-in-text-block"]
"""The rules of these tags that depend on colors, which are what differs between themes."""
_OPEN = (
    "[...document.querySelectorAll('details')].slice(0, 12).forEach(n => n.open = true)"
)
"""Script that shows some of the nested fields; all of them would take minutes."""


@pytest.mark.slow(seconds=40)
@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("width", [1440, 1024, 390])
def test_pages_break_no_rule(
    browser: Browser, address: str, name: str, theme: str, width: int
) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    # The policy of the page would refuse the script of axe.
    context = new_context(
        browser,
        bypass_csp=True,
        color_scheme=theme,
        viewport={"width": width, "height": 900},
    )
    page = context.new_page()
    page.goto(f"{address}/{name}.html")
    # No page scrolls to the side.
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.evaluate(_OPEN)
    # axe reads colours at places where parts that are laid out later overlap.
    page.add_style_tag(content="* { content-visibility: visible !important; }")
    rules = (
        {"type": "tag", "values": TAGS}
        if theme == "light" or name == "index"
        else {"type": "rule", "values": COLOR_RULES}
    )
    options = {"runOnly": rules, "resultTypes": ["violations"]}
    results = axe.run(page, options=options)
    context.close()
    assert results.response["passes"]
    problems = [
        (item["id"], node["target"], node["failureSummary"])
        for item in results.response["violations"]
        for node in item["nodes"]
    ]
    assert problems == []
