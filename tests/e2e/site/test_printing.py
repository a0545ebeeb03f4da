"""Printed pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.e2e.site.conftest import Visit, new_context

pytestmark = pytest.mark.slow

if TYPE_CHECKING:
    from playwright.sync_api import Browser


def test_the_printed_page_has_the_text_and_no_controls(visit: Visit) -> None:
    page = visit.open("chat.html")
    page.emulate_media(media="print")
    for selector in (".side", ".bar", ".copy", ".tabs", ".foot"):
        assert not page.locator(selector).first.is_visible(), selector
    section = page.locator("#chat-completions-create")
    assert section.locator("pre").first.is_visible()
    assert section.evaluate("n => getComputedStyle(n).contentVisibility") == "visible"
    pre = section.locator(".panel pre").first
    # Long lines are broken, because paper does not scroll.
    assert pre.evaluate("node => getComputedStyle(node).whiteSpace") == "pre-wrap"
    assert pre.evaluate("node => node.scrollWidth <= node.clientWidth + 1")
    # The panel is as high as what it contains.
    space = section.locator(".panel").first.evaluate(
        """node => [...node.children].reduce(
            (rest, child) => rest - child.getBoundingClientRect().height, node.clientHeight
        )"""
    )
    assert abs(space) < 3
    assert page.evaluate("document.documentElement.scrollWidth") <= 1440


@pytest.mark.parametrize("scripts", [True, False])
def test_closed_fields_are_printed(
    browser: Browser, address: str, scripts: bool
) -> None:
    context = new_context(browser, java_script_enabled=scripts)
    page = context.new_page()
    page.goto(f"{address}/chat.html")
    nested = page.locator("#chat-completions-create details details li")
    hidden = """nodes => nodes.filter(node => !node.checkVisibility()
        || !node.getBoundingClientRect().height).length"""
    count = nested.count()
    assert count > 10 and nested.evaluate_all(hidden) == count
    page.emulate_media(media="print")
    everything = page.locator("main details :is(li, p, pre):not(.example:not(.on) *)")
    assert everything.count() > count
    assert everything.evaluate_all(hidden) == 0
    page.emulate_media(media="screen")
    assert nested.evaluate_all(hidden) == count
    context.close()


def test_older_browsers_open_closed_fields_to_print(visit: Visit) -> None:
    visit.context.add_init_script(
        "CSS.supports = text => !text.includes('details-content')"
    )
    page = visit.open("chat.html")
    page.locator("summary").first.click()
    closed = page.locator("details:not([open])")
    count = closed.count()
    assert count > 10
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert closed.count() == 0
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert closed.count() == count
