"""Links into the site: nested fields, earlier outputs and the forms of other viewers."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from generator.config import Config
from generator.diagnostics import Diagnostics
from generator.emission import write_tree
from generator.lowering.reference import types_pages
from generator.pipeline import build
from tests.e2e.site.conftest import Visit, new_context, wait_until_at
from tests.unit.rendering.html.many_types import write_pages
from tests.unit.rendering.html.site_pages import SHOP

pytestmark = pytest.mark.slow

if TYPE_CHECKING:
    from playwright.sync_api import Browser

CREATE = "chat.html#chat-completions-create"


def test_links_to_nested_fields_open_what_encloses_them(visit: Visit) -> None:
    page = visit.open("chat.html")
    name = page.evaluate(
        "document.querySelector('#chat-completions-create details details li[id]').id"
    )
    visit.open(f"chat.html#{name}")
    target = page.locator(f"[id='{name}']")
    target.wait_for(state="visible")
    wait_until_at(target, 0, 900)


@pytest.mark.parametrize(
    "fragment",
    [
        "tag/Chat/operation/createChatCompletion",
        "operation/createChatCompletion",
        "tag/chat/POST/chat/completions",
        "/operations/createChatCompletion",
        "tag/Chat/paths/~1chat~1completions/post",
        "paths/%7E1chat%7E1completions/post",
    ],
)
def test_links_of_other_viewers_open_the_operation(visit: Visit, fragment: str) -> None:
    page = visit.open(f"index.html#{fragment}")
    page.wait_for_url(f"**/{CREATE}")


@pytest.mark.parametrize(
    "fragment", ["tag/Fine-tuning", "tag/fine_tuning", "/tag/fine-tuning"]
)
def test_links_of_other_viewers_open_the_chapter(visit: Visit, fragment: str) -> None:
    page = visit.open(f"index.html#{fragment}")
    page.wait_for_url("**/fine_tuning.html")


@pytest.mark.parametrize(
    "fragment",
    [
        # Redoc, Scalar, Swagger UI, Stoplight Elements, and pointers.
        "schema/ChatCompletionList",
        "tag/Chat/schema/ChatCompletionList",
        "model/chatcompletionlist",
        "tag/Chat/model/ChatCompletionList",
        "model-ChatCompletionList",
        "/models/ChatCompletionList",
        "/schemas/ChatCompletionList",
        "/components/schemas/ChatCompletionList",
        "/definitions/ChatCompletionList",
    ],
)
def test_links_of_other_viewers_open_the_schema(visit: Visit, fragment: str) -> None:
    page = visit.open(f"index.html#{fragment}")
    page.wait_for_url("**/types/chat.html#chatcompletionlist")
    wait_until_at(page.locator("#chatcompletionlist"), 0, 300)


def test_a_link_to_an_unknown_schema_stays_on_the_page(visit: Visit) -> None:
    page = visit.open("index.html")
    with page.expect_request("**/anchors.js"):
        page.evaluate("location.hash = 'schema/constructor'")
    page.wait_for_function("window.schemaAddresses")
    page.wait_for_timeout(200)  # a navigation would begin at once
    assert page.url.endswith("index.html#schema/constructor")


def test_anchors_of_earlier_outputs_stay(browser: Browser, tmp_path: Path) -> None:
    """A renamed operation is at its new anchor, and links to the old one open it."""
    old = SHOP.replace("x-codeSamples", "x-other")
    new = old.replace("operationId: updateOrder", "operationId: changeOrder")
    (tmp_path / "api.yaml").write_text(old, encoding="utf-8")
    config = Config(specs=("api.yaml",), directory=tmp_path, docs=("site",))
    first = build(config, Diagnostics())
    write_tree(first.files, first.manifest, tmp_path / "generated", force=False)
    (tmp_path / "api.yaml").write_text(new, encoding="utf-8")
    second = build(
        replace(config, names={"changeOrder": "orders.replace"}), Diagnostics()
    )
    write_tree(second.files, second.manifest, tmp_path / "generated", force=False)

    context = new_context(browser, viewport={"width": 1440, "height": 900})
    site = (tmp_path / "generated/docs/site").as_uri()
    page = Visit(context, site).open("orders.html#orders-update")
    section = page.locator("section.operation")
    assert section.get_attribute("id") == "orders-replace"
    wait_until_at(section, -100, 200)
    context.close()


def test_links_to_types_of_a_divided_page_open_their_new_page(
    browser: Browser, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(types_pages, "_MAX_TYPES", 30)
    monkeypatch.setattr(types_pages, "_MAX_PART", 20)
    for name, text in write_pages(tmp_path).items():
        file = tmp_path / "docs" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    context = new_context(browser)
    visit = Visit(context, (tmp_path / "docs/site").as_uri())
    page = visit.open("types/orders.html#orderreda")
    page.wait_for_url("**/types/orders-order-red.html#orderreda")
    wait_until_at(page.locator("#orderreda"), 0, 300)
    assert visit.messages == []
    context.close()


def test_operation_ids_are_anchors(visit: Visit) -> None:
    page = visit.open("chat.html#createChatCompletion")
    heading = page.get_by_role("heading", name="Create chat completion", exact=True)
    wait_until_at(heading, 0, 300)
