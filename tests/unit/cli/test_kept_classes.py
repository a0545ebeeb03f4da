"""Page classes and classes of resources keep their names, or leave aliases."""

from __future__ import annotations

import copy
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.unit.cli.conftest import Run
from tests.unit.cli.test_extracted_schemas import run_python
from tests.unit.cli.test_kept_members import rename
from tests.unit.cli.test_kept_names import MANIFEST, names, operation

pytestmark = pytest.mark.slow


def document() -> dict[str, Any]:
    """Return a document with pages of orders."""
    order = {
        "type": "object",
        "properties": {"id": {"type": "string"}, "size": {"type": "integer"}},
    }
    orders = {
        "type": "object",
        "properties": {
            "data": {"type": "array", "items": {"$ref": "#/components/schemas/Order"}},
            "has_more": {"type": "boolean"},
        },
    }
    after = {"name": "after", "in": "query", "schema": {"type": "string"}}
    listed = operation("OrderList", operationId="listOrders", parameters=[after])
    return {
        "openapi": "3.1.0",
        "info": {"title": "Acme", "version": "1.2.0"},
        "paths": {
            "/orders": {"get": listed},
            "/shop/items": {"get": operation("Order", operationId="getItems")},
        },
        "components": {"schemas": {"Order": order, "OrderList": orders}},
    }


def recorded(run: Run, value: dict[str, Any]) -> dict[str, Any]:
    names(run, value)
    result: dict[str, Any] = json.loads(Path(MANIFEST).read_text())["names"]
    return result


def test_page_of_a_renamed_schema_leaves_aliases(here: Path, run: Run) -> None:
    before = recorded(run, document())["types"]
    assert before["OrderListPage"][:2] == ["page", "orders"]
    assert before["AsyncOrderListPage"][:2] == ["async-page", "orders"]
    renamed = rename(document(), "OrderList", "Purchases")
    for _ in range(2):
        after = recorded(run, renamed)["types"]
        assert after["OrderListPage"][:2] == ["page-alias", "orders"]
        assert after["OrderListPage"][5:] == ["PurchasesPage", "2.0.0"]
        assert after["AsyncOrderListPage"][5:] == ["AsyncPurchasesPage", "2.0.0"]
    stderr = run_python(
        "from acme_client.types.orders import OrderListPage, AsyncOrderListPage\n"
        "from acme_client import types\n"
        "assert types.PurchasesPage is OrderListPage\n"
        "assert types.AsyncPurchasesPage is AsyncOrderListPage\n"
    )
    assert "OrderListPage is an earlier name of PurchasesPage" in stderr
    Path("generated/caller.py").write_text(
        "from acme_client import Client\n"
        "from acme_client.types.orders import OrderListPage\n"
        "def read(client: Client) -> OrderListPage:\n"
        "    return client.orders.list()\n"
    )
    command = [sys.executable, "-m", "mypy", "--strict", "caller.py"]
    done = subprocess.run(
        command, cwd="generated", capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout
    renamed["info"]["version"] = "2.0.0"
    assert "OrderListPage" not in recorded(run, renamed)["types"]


def test_renamed_page_is_compared_as_an_alias(here: Path, run: Run) -> None:
    Path("old.json").write_text(json.dumps(document()))
    Path("new.json").write_text(
        json.dumps(rename(document(), "OrderList", "Purchases"))
    )
    stdout = run("diff", "old.json", "new.json").stdout
    assert "`types.orders.OrderListPage` is an alias of" in stdout
    assert "Breaking" not in stdout


def test_new_type_does_not_take_the_class_of_a_resource(here: Path, run: Run) -> None:
    before = recorded(run, document())["resources"]
    assert before["orders"] == "orders.Orders"
    changed = document()
    schemas = changed["components"]["schemas"]
    schemas["Orders"] = copy.deepcopy(schemas["Order"])
    schemas["OrderList"]["properties"]["best"] = {"$ref": "#/components/schemas/Orders"}
    after = recorded(run, changed)
    assert after["resources"] == before
    assert "Orders2" in after["types"]
    run_python("from acme_client.resources.orders import Orders, AsyncOrdersRaw")


def test_nested_resource_with_the_same_last_word_has_another_class(
    here: Path, run: Run
) -> None:
    before = recorded(run, document())["resources"]
    assert before["shop.items"] == "shop.Items"
    changed = document()
    changed["paths"]["/shop/carts/items"] = {"get": operation("Order")}
    after = recorded(run, changed)["resources"]
    assert after["shop.items"] == "shop.Items"
    assert after["shop.carts.items"] == "shop.CartsItems"
    assert "resources.shop.CartsItems" in run("names", "openapi.json").stdout


@pytest.mark.parametrize("row", ["Orders", "a.b.c", "a.1", 3])
def test_damaged_classes_are_an_error(here: Path, run: Run, row: object) -> None:
    record = recorded(run, document())
    content = json.loads(Path(MANIFEST).read_text())
    content["names"] = {**record, "resources": {"orders": row}}
    Path(MANIFEST).write_text(json.dumps(content))
    stderr = run("generate", "openapi.json", "--no-docs", code=1).stderr
    assert "names.resources.orders" in stderr


def test_record_without_pages_and_classes_is_read(here: Path, run: Run) -> None:
    record = recorded(run, document())
    content = json.loads(Path(MANIFEST).read_text())
    rows = {name: row for name, row in record["types"].items() if "page" not in row[0]}
    earlier = {key: rows if key == "types" else record[key] for key in record}
    del earlier["resources"]
    Path(MANIFEST).write_text(json.dumps({**content, "format": 3, "names": earlier}))
    stdout = run("generate", "openapi.json", "--no-validate").stdout
    assert "new:" not in stdout
    assert json.loads(Path(MANIFEST).read_text())["names"] == record
