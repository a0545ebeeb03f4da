"""The files of the site, their links and what sections contain."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.unit.rendering.html.site_pages import SHOP, Parsed, broken_links, build_site


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    return build_site(tmp_path_factory.mktemp("shop"))


def test_each_page_exists_as_html_and_as_markdown(shop: dict[str, str]) -> None:
    pages = {name.removesuffix(".html") for name in shop if name.endswith(".html")}
    assert {"index", "orders"} <= pages
    for name in pages:
        assert f"{name.rpartition('/')[2]}.html" in shop[f"{name}.md"]
        assert "llms.txt" in shop[f"{name}.md"]


def test_every_link_has_a_target(shop: dict[str, str]) -> None:
    assert broken_links(shop) == []


def test_pages_are_well_formed_and_have_unique_anchors(shop: dict[str, str]) -> None:
    for name, text in shop.items():
        if name.endswith(".html"):
            page = Parsed(text)
            assert page.unbalanced == [], name
            anchors = page.values("id")
            assert sorted(set(anchors)) == sorted(anchors), name


def test_pages_load_nothing_from_other_hosts(shop: dict[str, str]) -> None:
    for name, text in shop.items():
        if name.endswith(".html"):
            page = Parsed(text)
            (policy,) = re.findall(r'Content-Security-Policy" content="([^"]*)"', text)
            assert "default-src 'none'; script-src 'self'; style-src 'self'" in policy
            assert "unsafe" not in policy
            assert not [value for value in page.values("src") if "://" in value]
            assert not [tag for tag, _ in page.elements if tag in ("style", "img")]
            assert not [attrs for _, attrs in page.elements if "style" in attrs]
    style = shop["assets/site.css"]
    assert "url(" not in style and "@import" not in style


def test_a_section_has_the_parts_of_an_operation(shop: dict[str, str]) -> None:
    text = shop["orders.html"]
    page = Parsed(text)
    assert {"orders-update", "updateOrder"} <= set(page.values("id"))
    assert "orders-update.status" in page.values("id")
    assert "orders-update.customer.name" in page.values("id")
    for part in (
        "Update an order",
        "Path parameters",
        "Query parameters",
        "Request body",
        "default False",
        "at most 40 characters",
        "Not yet sent.",
        "No such order.",
        "X-Request-Id",
        "Python signature",
        "New",
    ):
        assert part in page.text, part


def test_recursive_types_are_links(shop: dict[str, str]) -> None:
    assert "<small>recursive</small>" in shop["orders.html"]


def test_samples_are_in_several_languages(shop: dict[str, str]) -> None:
    languages = Parsed(shop["orders.html"]).values("data-language")
    assert list(dict.fromkeys(languages)) == [
        "Python",
        "Python (async)",
        "Shell",
        "PHP",
    ]
    text = Parsed(shop["orders.html"]).text
    assert "curl https://shop.example/v1/orders/order_id" in text
    assert 'X-Key: $SHOP_API_KEY"' in text
    assert "await client.orders.update(" in text
    assert "Response, from the schema" in text


def test_the_landing_page_describes_what_applies_to_all_calls(
    shop: dict[str, str],
) -> None:
    text = Parsed(shop["index.html"]).text
    for part in ("Authentication", "X-Key", "RateLimitError", "Retries", "Main server"):
        assert part in text, part


def test_operations_with_one_title_are_listed_with_their_calls(
    tmp_path: Path,
) -> None:
    create = """  /orders:
    post:
      operationId: createOrder
      tags: [Orders]
      summary: Update an order
      responses: {'204': {description: Created.}}
"""
    text = build_site(
        tmp_path, SHOP.replace("components:\n", f"{create}components:\n", 1)
    )
    navigation = text["orders.html"].partition("<nav")[2].partition("</nav>")[0]
    assert re.findall(r"<span>(Update.*?)</span>", navigation) == [
        "Update an order <code>orders.<wbr>update</code>",
        "Update an order <code>orders.<wbr>create</code>",
    ]


def test_titles_that_differ_stand_without_calls(shop: dict[str, str]) -> None:
    assert "<span>Update an order</span>" in shop["orders.html"]


def test_programs_find_the_operations(shop: dict[str, str]) -> None:
    index = json.loads(shop["index.json"])
    (operation,) = index["operations"]
    assert operation["id"] == "updateOrder"
    assert operation["call"] == "orders.update"
    assert operation["page"] == "orders.html#orders-update"
    lines = shop["llms.txt"].splitlines()
    assert lines[0] == "# Shop"
    assert lines[2].startswith("> Orders of a shop.")
    assert "- [Order book](orders.md): `orders.update`" in lines
    assert "## Update an order" in shop["llms-full.txt"]


def test_schemas_lead_to_their_types(shop: dict[str, str]) -> None:
    addresses = schema_addresses(shop)
    assert addresses["Order"] == "types/orders.html#order"
    assert addresses["Change"] == "types/orders_params.html#changeparam"
    # Models of responses come before those of requests.
    assert addresses["Customer"] == "types/orders.html#customer"
    pages = {name: Parsed(text) for name, text in shop.items() if ".html" in name}
    for address in addresses.values():
        name, _, anchor = address.partition("#")
        assert anchor in pages[name].values("id")


def test_schemas_of_swagger_documents_have_addresses(tmp_path: Path) -> None:
    files = build_site(
        tmp_path,
        """
swagger: '2.0'
info: {title: Shop, version: '1'}
paths:
  /orders:
    get:
      operationId: getOrders
      responses:
        '200': {description: ok, schema: {$ref: '#/definitions/Order.v2'}}
definitions:
  Order.v2: {type: object, properties: {id: {type: string}}}
""",
    )
    assert schema_addresses(files) == {"Order.v2": "types/orders.html#orderv2"}


def schema_addresses(files: dict[str, str]) -> dict[str, str]:
    """Return the addresses of schemas for links of other viewers, by name."""
    line = files["assets/anchors.js"].splitlines()[1]
    start = "window.schemaAddresses="
    addresses: dict[str, str] = json.loads(line.removeprefix(start).removesuffix(";"))
    return addresses


def test_search_covers_parameters_and_fields(shop: dict[str, str]) -> None:
    script = shop["assets/search-data.js"]
    entries = json.loads(script.removeprefix("window.searchEntries=").rstrip(";\n"))
    (call,) = (entry for entry in entries if entry[0] == "call")
    assert call[1] == "Update an order\norders.update"
    assert {"order_id", "dry_run", "status", "customer"} <= set(call[4].split())
    (customer,) = (entry for entry in entries if entry[1] == "Customer")
    assert customer[4].split() == ["name", "parent"]


def test_the_document_is_offered_unless_operations_are_left_out(
    shop: dict[str, str], tmp_path: Path
) -> None:
    assert shop["documents/api.yaml"] == SHOP
    selected = build_site(tmp_path, only=("updateOrder",))
    assert not [name for name in selected if name.startswith("documents/")]
    assert "documents/" not in selected["index.html"]


def test_own_scripts_are_small() -> None:
    folder = Path("templates/site/assets")
    own = sum((folder / name).stat().st_size for name in ("site.js", "theme.js"))
    assert own <= 20_000
