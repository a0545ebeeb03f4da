"""Fields, arguments, renamed types, pages and anchors keep their names, too."""

from __future__ import annotations

import copy
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.unit.cli.conftest import Run

pytestmark = pytest.mark.slow

MANIFEST = Path("generated/.oasmith.json")
STRING = {"type": "string"}


def reference(name: str) -> dict[str, Any]:
    return {"$ref": f"#/components/schemas/{name}"}


def content(schema: dict[str, Any]) -> dict[str, Any]:
    return {"content": {"application/json": {"schema": schema}}}


def document() -> dict[str, Any]:
    """Return a document with a call that sends and receives a type."""
    order = {
        "type": "object",
        "properties": {"id": STRING, "shipTo": STRING, "rows": {"type": "integer"}},
        "required": ["id"],
    }
    return {
        "openapi": "3.1.0",
        "info": {"title": "Acme", "version": "1.2.0"},
        "tags": [{"name": "Orders"}],
        "paths": {
            "/orders": {
                "post": {
                    "operationId": "createOrder",
                    "tags": ["Orders"],
                    "parameters": [
                        {"name": "sort-by", "in": "query", "schema": STRING}
                    ],
                    "requestBody": content(
                        {
                            "type": "object",
                            "properties": {"order": reference("Order")},
                        }
                    ),
                    "responses": {
                        "200": {"description": "ok", **content(reference("Order"))}
                    },
                }
            }
        },
        "components": {"schemas": {"Order": order}},
    }


def generate(run: Run, value: dict[str, Any], *options: str) -> dict[str, Any]:
    """Generate the client, check that it is current, and return the recorded names."""
    Path("openapi.json").write_text(json.dumps(value))
    run("generate", "openapi.json", "--no-validate", *options)
    run("check", "openapi.json")
    names: dict[str, Any] = json.loads(MANIFEST.read_text())["names"]
    return names


def python(code: str) -> str:
    """Run code with the generated package, and return its output."""
    result = subprocess.run(
        [sys.executable, "-W", "always", "-c", code],
        cwd="generated",
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 0, result.stderr
    return result.stdout + result.stderr


def test_a_field_keeps_its_name_when_another_has_it_by_its_spelling(
    here: Path, run: Run
) -> None:
    assert generate(run, document())["fields"]["Order"] == "id ship_to=shipTo rows"
    changed = document()
    changed["components"]["schemas"]["Order"]["properties"]["ship_to"] = STRING
    assert set(generate(run, changed)["fields"]["Order"].split()) == {
        *("id", "rows", "ship_to=shipTo", "ship_to2=ship_to")
    }
    assert "ship_to2=shipTo" in generate(run, changed, "--prune")["fields"]["Order"]


def test_an_argument_keeps_its_name_when_another_place_has_it(
    here: Path, run: Run
) -> None:
    arguments = generate(run, document())["arguments"]
    assert arguments["orders.create"] == "query: sort_by=sort-by body: order"
    changed = document()
    operation = changed["paths"]["/orders"]["post"]
    operation["parameters"].insert(
        0, {"name": "order", "in": "query", "schema": STRING}
    )
    operation["parameters"].append({"name": "sort_by", "in": "query", "schema": STRING})
    kept = generate(run, changed)["arguments"]["orders.create"]
    assert kept.endswith("body: order") and " sort_by=sort-by" in kept
    assert (
        " query_order=order" in kept.replace("query: ", " ") or "order2=order" in kept
    )
    fresh = generate(run, changed, "--prune")["arguments"]["orders.create"]
    assert "body_order=order" in fresh and "sort_by2=sort-by" in fresh


@pytest.mark.parametrize(
    "other",
    [
        {"text/plain": {"schema": STRING}},  # a body in another media type
        {},  # null in place of an object
    ],
)
def test_the_argument_for_a_whole_body_keeps_its_name(
    other: dict[str, Any], here: Path, run: Run
) -> None:
    value = document()
    body = value["paths"]["/orders"]["post"]["requestBody"]
    schema = body["content"]["application/json"]["schema"]
    schema["type"] = ["object", "null"]
    body["content"] |= other
    changed = copy.deepcopy(value)
    body = changed["paths"]["/orders"]["post"]["requestBody"]
    schema = body["content"]["application/json"]["schema"]
    schema["properties"] |= {"body": STRING, "whole_body": STRING}

    first = generate(run, value)["arguments"]["orders.create"]
    assert "body: order whole: body" in first
    kept = generate(run, changed)["arguments"]["orders.create"]
    assert "body: order body_body=body whole_body whole: body" in kept
    code = "import inspect, acme_client.resources.orders as orders"
    names = python(
        f"{code}; print(*inspect.signature(orders.Orders.create).parameters)"
    )
    assert {"order", "body_body", "whole_body", "body"} <= {*names.split()}
    fresh = generate(run, changed, "--prune")["arguments"]["orders.create"]
    assert "body: order body whole_body whole: " in fresh
    assert "body: order whole: " in generate(run, value)["arguments"]["orders.create"]


def test_an_earlier_version_recorded_the_whole_body(here: Path, run: Run) -> None:
    value = document()
    operation = value["paths"]["/orders"]["post"]
    operation["requestBody"] = content({"type": "array", "items": STRING})
    parameter = {"name": "body", "in": "path", "required": True, "schema": STRING}
    operation["parameters"].append(parameter)
    value["paths"]["/orders/{body}"] = value["paths"].pop("/orders")
    *_, (call, recorded) = generate(run, value)["arguments"].items()
    assert recorded.endswith(" whole: body_body=body")
    text = MANIFEST.read_text()
    assert text.count(recorded) == 1
    MANIFEST.write_text(text.replace(recorded, recorded.replace("whole:", "body:")))
    parameter["name"] = "id"
    value["paths"]["/orders/{id}"] = value["paths"].pop("/orders/{body}")
    assert "whole: body_body=body" in generate(run, value)["arguments"][call]


def test_a_renamed_call_keeps_its_arguments(here: Path, run: Run) -> None:
    generate(run, document())
    changed = document()
    operation = changed["paths"]["/orders"]["post"]
    operation["parameters"].append({"name": "sort_by", "in": "query", "schema": STRING})
    Path("pyproject.toml").write_text(
        '[tool.oasmith]\nspecs = ["openapi.json"]\n'
        '[tool.oasmith.names]\ncreateOrder = "orders.place"\n'
    )
    names = generate(run, changed)
    assert "sort_by=sort-by" in names["arguments"]["orders.place"]
    assert names["calls"]["orders.create"][-2:] == ["orders.place", "2.0.0"]
    page = Path("generated/docs/orders.md").read_text()
    assert '<a id="orders-place"></a>\n<a id="orders-create"></a>' in page
    assert generate(run, changed)["pages"] == names["pages"]


def rename(value: dict[str, Any], old: str, new: str) -> dict[str, Any]:
    text = json.dumps(value)
    text = text.replace(
        f'"#/components/schemas/{old}"', f'"#/components/schemas/{new}"'
    )
    changed: dict[str, Any] = json.loads(text)
    schemas = changed["components"]["schemas"]
    schemas[new] = schemas.pop(old)
    return changed


def test_a_renamed_schema_leaves_aliases_that_warn(here: Path, run: Run) -> None:
    generate(run, document())
    names = generate(run, rename(document(), "Order", "Purchase"))
    assert names["types"]["Order"][0] == "alias"
    assert names["types"]["Order"][-2:] == ["Purchase", "2.0.0"]
    assert names["types"]["OrderParam"][-2:] == ["PurchaseParam", "2.0.0"]
    output = python(
        "from acme_client import types\n"
        "from acme_client.types import Order, OrderParam\n"
        "from acme_client.types.orders import Order as Same\n"
        "assert Order is Same is types.Purchase and OrderParam is types.PurchaseParam\n"
        "assert 'Order' not in types.__all__\n"
        "import typing; typing.get_type_hints(types.Purchase)\n"
    )
    line = "<string>:2: DeprecationWarning: Order is an earlier name of Purchase. It is"
    assert f"{line} removed in version 2.0.0." in output
    assert f"{line.replace(':2', ':3')} removed in version 2.0.0." in output
    assert "lazy.py" not in output
    table = " ".join(run("names", "openapi.json").stdout.split())
    assert "types.Order alias, now types.Purchase until 2.0.0 since 1.2.0" in table


def test_type_checkers_know_earlier_names(here: Path, run: Run) -> None:
    generate(run, document())
    generate(run, rename(document(), "Order", "Purchase"))
    Path("generated/caller.py").write_text(
        "from acme_client.types import Order, OrderParam, Purchase\n"
        "from acme_client.types.orders import Order as Same\n"
        "def read(order: Order, same: Same) -> Purchase:\n"
        "    return order if order.id else same\n"
        'sent: OrderParam = {"id": "1"}\n'
        "wrong: int = sent\n"
    )
    for checker in (["-m", "mypy", "--strict"], ["-m", "pyright"]):
        result = subprocess.run(
            [sys.executable, *checker, "caller.py"],
            cwd="generated",
            capture_output=True,
            text=True,
            check=False,
        )
        assert "1 error" in result.stdout and "caller.py:6" in result.stdout


def test_a_renamed_schema_with_an_id_is_recognized_although_it_changed(
    here: Path, run: Run
) -> None:
    first = document()
    first["components"]["schemas"]["Order"]["$id"] = "https://acme.example/order"
    generate(run, first)
    second = rename(first, "Order", "Purchase")
    del second["components"]["schemas"]["Purchase"]["properties"]["rows"]
    assert generate(run, second)["types"]["Order"][-2] == "Purchase"


def test_schemas_that_only_look_like_a_renamed_one_are_no_aliases(
    here: Path, run: Run
) -> None:
    generate(run, document())
    second = rename(document(), "Order", "Purchase")
    schemas = second["components"]["schemas"]
    schemas["Copy"] = copy.deepcopy(schemas["Purchase"])
    body = second["paths"]["/orders"]["post"]["requestBody"]["content"]
    properties = body["application/json"]["schema"]["properties"]
    properties["copy"] = reference("Copy")
    assert "Order" not in generate(run, second)["types"]


def test_generate_lists_the_types_that_are_deprecated(here: Path, run: Run) -> None:
    generate(run, document())
    renamed = json.dumps(rename(document(), "Order", "Purchase"))
    Path("openapi.json").write_text(renamed)
    stdout = run("generate", "openapi.json", "--no-validate").stdout
    assert "deprecated: types.Order" in stdout


def test_an_alias_goes_with_its_version(here: Path, run: Run) -> None:
    generate(run, document())
    renamed = rename(document(), "Order", "Purchase")
    generate(run, renamed)
    renamed["info"]["version"] = "1.9.0"
    assert "Order" in generate(run, renamed)["types"]
    Path("pyproject.toml").write_text(
        '[tool.oasmith]\nspecs = ["openapi.json"]\nalias_removal = "never"\n'
    )
    renamed["info"]["version"] = "2.0.0"
    assert generate(run, renamed)["types"]["Order"][-1] == "never"
    Path("pyproject.toml").unlink()
    Path("openapi.json").write_text(json.dumps(renamed))
    assert "Order" in generate(run, renamed)["types"]  # begins again in 2.0.0
    renamed["info"]["version"] = "3.0.0-rc.1"
    Path("openapi.json").write_text(json.dumps(renamed))
    assert (
        "removed: types.Order, types.OrderParam"
        in run("generate", "openapi.json").stdout
    )


def test_inline_types_of_an_operation_with_another_path_stay(
    here: Path, run: Run
) -> None:
    first = document()
    status = {"type": "object", "properties": {"ok": {"type": "boolean"}}}
    operation = first["paths"]["/orders"]["post"]
    operation["responses"]["200"] = {"description": "ok", **content(status)}
    before = generate(run, first)
    second = copy.deepcopy(first)
    second["paths"]["/v2/purchases"] = second["paths"].pop("/orders")
    after = generate(run, second)
    assert before["types"].keys() == after["types"].keys()
    assert before["calls"].keys() == after["calls"].keys()


def test_a_chapter_with_another_id_keeps_its_page(here: Path, run: Run) -> None:
    assert "orders.md" in generate(run, document())["pages"]
    text = json.dumps(document()).replace('"Orders"', '"Purchases"')
    names = generate(run, json.loads(text))
    assert list(names["pages"]) == ["orders.md"]
    assert "orders-create=client.orders.create" in names["pages"]["orders.md"][1]
    assert "# Purchases" in Path("generated/docs/orders.md").read_text()
    assert list(generate(run, json.loads(text), "--prune")["pages"]) == ["purchases.md"]


@pytest.mark.parametrize(
    ("table", "rows"),
    [
        ("fields", {"Order": "a b=c def"}),
        ("fields", {"Order": "1a"}),
        ("arguments", {"orders.create": ["a"]}),
        ("pages", {"../evil.md": ["orders", ""]}),
        ("pages", {"orders.md": ["orders", '"><script>=client.a']}),
        ("more", {}),
    ],
)
def test_damaged_members_are_an_error(
    here: Path, run: Run, table: str, rows: dict[str, Any]
) -> None:
    names = generate(run, document())
    content = json.loads(MANIFEST.read_text())
    MANIFEST.write_text(json.dumps({**content, "names": {**names, table: rows}}))
    result = run("generate", "openapi.json", "--no-docs", code=1)
    assert "restore it from version control" in result.stderr


def test_a_record_of_the_earlier_format_is_read(here: Path, run: Run) -> None:
    names = generate(run, document())
    content = json.loads(MANIFEST.read_text())
    old = {key: names[key] for key in ("calls", "types")}
    old["types"] = {name: row[:4] for name, row in old["types"].items()}
    MANIFEST.write_text(json.dumps({**content, "format": 2, "names": old}))
    assert generate(run, document()) == names


def test_credentials_keep_their_argument(here: Path, run: Run) -> None:
    first = document()
    first["security"] = [{"Key": []}]
    key = {"type": "apiKey", "in": "header", "name": "X-Key"}
    first["components"]["securitySchemes"] = {"Key": key}
    assert generate(run, first)["arguments"][""] == "client: api_key=Key"
    second = copy.deepcopy(first)
    second["components"]["securitySchemes"]["Token"] = {**key, "name": "X-Token"}
    second["security"] = [{"Token": []}]
    second["paths"]["/old"] = copy.deepcopy(second["paths"]["/orders"])
    second["paths"]["/old"]["post"]["operationId"] = "old"
    second["paths"]["/old"]["post"]["security"] = [{"Key": []}]
    second["paths"]["/other"] = copy.deepcopy(second["paths"]["/orders"])
    second["paths"]["/other"]["post"]["operationId"] = "other"
    names = generate(run, second)["arguments"][""]
    assert names == "client: token=Token api_key=Key"
    assert "client(api_key)" in run("names", "openapi.json").stdout
    pruned = generate(run, second, "--prune")["arguments"][""]
    assert pruned == "client: api_key=Token key=Key"
