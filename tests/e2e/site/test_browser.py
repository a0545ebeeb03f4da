"""Navigation, search, samples and themes of the site in a browser."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.e2e.site.conftest import Visit, new_context, wait_until_at
from tests.patience import wait_until

pytestmark = pytest.mark.slow

if TYPE_CHECKING:
    from playwright.sync_api import Browser

CREATE = "chat.html#chat-completions-create"


def active(visit: Visit) -> str:
    """Return the text of the element that has the focus."""
    return str(visit.page.evaluate("document.activeElement.textContent")).strip()


def test_the_navigation_opens_chapters_and_operations(visit: Visit) -> None:
    page = visit.open("index.html")
    page.get_by_role("navigation").get_by_role("link", name="Chat", exact=True).click()
    page.wait_for_url("**/chat.html")
    page.get_by_role("navigation").get_by_role(
        "link", name="Create chat completion"
    ).click()
    heading = page.get_by_role("heading", name="Create chat completion", exact=True)
    wait_until_at(heading, 0, 200)


def test_the_search_is_used_by_keyboard(visit: Visit) -> None:
    page = visit.open("index.html")
    page.keyboard.press("/")
    page.keyboard.type("create chat comp")
    first = page.locator("[role=option]").first
    first.wait_for()
    assert first.get_attribute("aria-selected") == "true"
    assert "chat.completions.create" in first.inner_text()
    page.keyboard.press("ArrowDown")
    assert first.get_attribute("aria-selected") == "false"
    page.keyboard.press("ArrowUp")
    selected = page.locator("#search").get_attribute("aria-activedescendant")
    assert selected == first.get_attribute("id")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/{CREATE}")


@pytest.mark.parametrize(
    ("query", "part"),
    [
        ("temperature", ".temperature"),
        ("max_completion_tokens", ".max_completion_tokens"),
        ("speech", "audio"),
        # Types with this word in their names do not replace the operations.
        ("stream", "chat-completions-create.stream"),
        ("message", "chat-completions-create.messages"),
    ],
)
def test_the_search_covers_parameters_and_chapters(
    visit: Visit, query: str, part: str
) -> None:
    page = visit.open("index.html")
    page.locator("#search").fill(query)
    page.locator("[role=option]").first.wait_for()
    links = page.locator("[role=option]").evaluate_all(
        "nodes => nodes.map(n => n.href)"
    )
    assert [link for link in links if part in link]


def test_samples_stay_beside_the_text_while_it_is_read(visit: Visit) -> None:
    page = visit.open(CREATE)
    section = page.locator("#chat-completions-create")
    start = page.evaluate("scrollY")
    for scrolled in (0, 1200):
        page.mouse.wheel(0, scrolled)
        end = start + scrolled
        wait_until(lambda: page.evaluate("scrollY") >= end - 1)
        side = page.locator("#navigation").bounding_box()
        text = section.locator(".details").bounding_box()
        code = section.locator(".code-column").bounding_box()
        assert side and text and code
        # Three columns, of which the outer ones stay in the window.
        assert side["x"] + side["width"] <= text["x"]
        assert text["x"] + text["width"] <= code["x"]
        assert side["y"] == 0 and side["height"] == 900
        assert 0 <= code["y"] < 300
    # All of the column can be read while the text is scrolled.
    assert text["y"] < -600 and code["y"] + code["height"] <= 900


def test_search_results_cover_the_page(visit: Visit) -> None:
    page = visit.open("chat.html")
    page.locator("#search").fill("temperature")
    options = page.locator("[role=option]")
    options.first.wait_for()
    # The right end of each visible result, which is above the text of the page.
    covered = options.evaluate_all("""nodes => nodes.slice(0, 5).map(node => {
            const box = node.getBoundingClientRect();
            const top = document.elementFromPoint(box.right - 5, box.bottom - 5);
            return node.contains(top);
        })""")
    assert covered and all(covered)


def test_a_search_without_result_says_so(visit: Visit) -> None:
    page = visit.open("index.html")
    page.locator("#search").fill("qqqqqqqq")
    page.get_by_text("No results for").wait_for()
    page.keyboard.press("Escape")
    assert page.locator("#results").is_hidden()


def test_the_search_library_is_loaded_at_first_use(visit: Visit) -> None:
    page = visit.open("index.html")
    assert not [url for url in visit.requests if "search-data" in url]
    with page.expect_request("**/search-data.js"):
        page.locator("#search").focus()


def test_the_site_works_from_files(browser: Browser, files: Path) -> None:
    context = new_context(browser)
    visit = Visit(context, files.as_uri())
    page = visit.open("index.html")
    page.keyboard.press("/")
    page.keyboard.type("embeddings")
    page.locator("[role=option]").first.wait_for()
    page.keyboard.press("Enter")
    page.wait_for_url("**/embeddings.html*")
    assert visit.messages == []
    context.close()


def test_the_language_is_kept_on_other_pages(visit: Visit) -> None:
    page = visit.open(CREATE)
    section = page.locator("#chat-completions-create")
    section.get_by_role("button", name="Shell").first.click()
    assert section.locator(".source[data-language=Shell]").first.is_visible()
    assert not section.locator(".source[data-language=Python]").first.is_visible()
    page = visit.open("embeddings.html")
    assert page.locator(".source[data-language=Shell]").first.is_visible()
    button = page.get_by_role("button", name="Shell").first
    assert button.get_attribute("aria-pressed") == "true"


@pytest.mark.parametrize("width", [1440, 1024, 390])
def test_the_languages_are_on_one_line(visit: Visit, width: int) -> None:
    visit.page.set_viewport_size({"width": width, "height": 900})
    page = visit.open(CREATE)
    section = page.locator("#chat-completions-create")
    tabs = section.locator(".example.on .tabs")
    boxes = tabs.locator("button").evaluate_all(
        "nodes => nodes.map(node => node.getBoundingClientRect().toJSON())"
    )
    assert len(boxes) == 5
    assert len({box["top"] for box in boxes}) == 1
    # None is cut off, and the button to copy covers none of them.
    assert tabs.evaluate("node => node.scrollWidth <= node.clientWidth")
    copy = section.get_by_role("button", name="Copy the sample").first.bounding_box()
    assert copy is not None and copy["y"] >= boxes[0]["bottom"]


def test_the_chosen_example_is_kept_on_other_pages(visit: Visit) -> None:
    page = visit.open(CREATE)
    section = page.locator("#chat-completions-create")
    choice = section.get_by_role("combobox", name="Example")
    assert choice.input_value() == "Default"
    choice.select_option("Streaming")
    panel = section.locator(".example:visible")
    assert panel.evaluate_all("nodes => nodes.map(n => n.dataset.example)") == [
        "Streaming"
    ]
    assert "stream=True" in panel.locator(".source.on").inner_text()
    # The control that was used does not move.
    wait_until_at(choice, 0, 300)
    page = visit.open("completions.html")
    section = page.locator("#completions-create")
    choice = section.get_by_role("combobox", name="Example")
    assert choice.input_value() == "Streaming"
    assert section.locator(".example:visible").get_attribute("data-example") == (
        "Streaming"
    )
    # An operation without a sample of this title shows its first one.
    page = visit.open("embeddings.html")
    choice = page.get_by_role("combobox", name="Example").first
    assert choice.input_value() == "Single text"


def test_the_example_is_chosen_by_keyboard(visit: Visit) -> None:
    page = visit.open(CREATE)
    section = page.locator("#chat-completions-create")
    section.get_by_role("combobox", name="Example").focus()
    page.keyboard.press("ArrowDown")
    panel = section.locator(".example:visible")
    assert panel.get_attribute("data-example") == "Image input"


def test_the_theme_is_kept_and_applied_before_the_page_is_painted(visit: Visit) -> None:
    page = visit.open("index.html")
    background = "getComputedStyle(document.body).backgroundColor"
    light = page.evaluate(background)
    page.get_by_role("button", name="Dark theme").click()
    dark = page.evaluate(background)
    assert light != dark
    page = visit.open("chat.html")
    assert page.evaluate(background) == dark
    # The script of the theme is the first, and blocks the page.
    first = page.locator("script").first
    assert first.get_attribute("src") == "assets/theme.js"
    assert first.get_attribute("defer") is None


def test_the_theme_of_the_system_is_the_default(browser: Browser, address: str) -> None:
    colors = set()
    for scheme in ("light", "dark"):
        context = new_context(browser, color_scheme=scheme)
        page = context.new_page()
        page.goto(f"{address}/index.html")
        colors.add(page.evaluate("getComputedStyle(document.body).backgroundColor"))
        context.close()
    assert len(colors) == 2


def test_nothing_moves_if_the_reader_prefers_so(browser: Browser, address: str) -> None:
    durations = {}
    for preference in ("reduce", "no-preference"):
        context = new_context(browser, reduced_motion=preference)
        page = context.new_page()
        page.goto(f"{address}/chat.html")
        durations[preference] = page.evaluate(
            """Math.max(...[...document.querySelectorAll('*')].slice(0, 3000).map(node => {
                const style = getComputedStyle(node);
                return parseFloat(style.transitionDuration) + parseFloat(style.animationDuration);
            }))"""
        )
        smooth = "getComputedStyle(document.documentElement).scrollBehavior"
        assert page.evaluate(smooth) == "auto"
        context.close()
    assert durations["reduce"] == 0 < durations["no-preference"]


def test_the_stored_theme_is_there_at_the_first_paint(
    browser: Browser, address: str
) -> None:
    context = new_context(browser, color_scheme="light")
    # Records the background as soon as there is a body, before it is painted.
    context.add_init_script("""localStorage.setItem("reference-theme", "dark");
        window.backgrounds = [];
        new MutationObserver(() => {
          if (!document.body) return;
          window.backgrounds.push(getComputedStyle(document.body).backgroundColor);
        }).observe(document, {childList: true, subtree: true});""")
    page = context.new_page()
    page.goto(f"{address}/embeddings.html")
    backgrounds = page.evaluate("window.backgrounds")
    final = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert backgrounds and set(backgrounds) == {final}
    assert final == "rgb(15, 19, 25)"
    context.close()


def test_samples_calls_and_pages_are_copied(visit: Visit) -> None:
    # Labels return by a timer, which the test runs itself: a busy machine could miss them.
    visit.page.clock.install(time=0)
    page = visit.open(CREATE)
    page.clock.pause_at(3_600_000)
    section = page.locator("#chat-completions-create")
    read = "navigator.clipboard.readText()"
    section.get_by_role("button", name="Copy the sample").first.click()
    section.get_by_text("Copied").wait_for()
    assert "client.chat.completions.create(" in page.evaluate(read)
    section.get_by_role("button", name="Copy the call").click()
    section.get_by_text("Copied").nth(1).wait_for()
    assert page.evaluate(read) == "client.chat.completions.create"
    page.get_by_role("link", name="Copy page as Markdown").click()
    page.get_by_role("link", name="Copied").wait_for()
    assert page.evaluate(read).startswith("# Chat\n")
    page.clock.run_for(1_700)
    page.get_by_role("link", name="Copy page as Markdown").wait_for()
    assert page.get_by_text("Copied").count() == 0


def test_the_label_returns_after_two_clicks(visit: Visit) -> None:
    visit.page.clock.install(time=0)
    page = visit.open(CREATE)
    page.clock.pause_at(3_600_000)
    call = "client.chat.completions.create"
    button = page.locator(f"button[data-copy='{call}']")
    original = button.inner_text()
    read = "navigator.clipboard.readText()"
    for _ in range(2):
        page.evaluate("navigator.clipboard.writeText('')")
        button.click()
        wait_until(lambda: page.evaluate(read) == call)
        page.clock.run_for(1_000)
        assert button.inner_text().startswith("Copied")
    page.clock.run_for(1_000)
    assert button.inner_text() == original


def test_the_site_is_readable_without_scripts(browser: Browser, address: str) -> None:
    context = new_context(browser, java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/chat.html")
    section = page.locator("#chat-completions-create")
    for language in ("Python", "Python (async)", "Shell"):
        source = section.locator(f".source[data-language='{language}'] pre").first
        assert source.is_visible(), language
    assert not page.get_by_role("button").first.is_visible()
    # All titled samples follow each other.
    assert not section.locator(".choice").is_visible()
    titles = section.locator(".example-title:visible").all_inner_texts()
    assert titles[:3] == ["Default", "Image input", "Streaming"]
    assert section.locator(".samples:visible").count() == len(titles) > 3
    section.get_by_text("Python signature").click()
    assert section.locator(".signature pre").is_visible()
    page.get_by_role("navigation").get_by_role("link", name="Embeddings").click()
    page.wait_for_url("**/embeddings.html")
    context.close()


def test_small_screens_have_a_menu(browser: Browser, address: str) -> None:
    context = new_context(browser, viewport={"width": 390, "height": 844})
    page = context.new_page()
    page.goto(f"{address}/chat.html")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    menu = page.get_by_role("button", name="Menu")
    assert not page.locator("#search").is_visible()
    menu.click()
    assert menu.get_attribute("aria-expanded") == "true"
    page.keyboard.press("Escape")
    assert menu.get_attribute("aria-expanded") == "false"
    assert page.evaluate("document.activeElement.id") == "menu"
    page.keyboard.press("Enter")
    page.get_by_role("link", name="Embeddings").click()
    page.wait_for_url("**/embeddings.html")
    context.close()


def test_the_page_is_used_by_keyboard_only(visit: Visit) -> None:
    page = visit.open(CREATE)
    page.evaluate("document.activeElement.blur(); scrollTo(0, 0)")
    page = visit.open("chat.html")
    page.keyboard.press("Tab")
    assert active(visit) == "Skip to the content"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "content"
    summary = page.locator("#chat-completions-create summary").first
    summary.focus()
    page.keyboard.press("Enter")
    assert summary.locator("..").get_attribute("open") is not None
    outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert outline == "solid"
