"""`oasmith adopt`: a client with the names of an SDK."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.adoption import render_tables
from tests.unit.adoption.sdks import FERN, STAINLESS, write_sdk
from tests.unit.cli.conftest import Run

DOCUMENT = """\
openapi: 3.1.0
info: {title: Shop, version: '1'}
paths:
  /v1/orders:
    get:
      operationId: listOrders
      responses: {'200': {description: Orders., content: {application/json: {schema:
        {type: object, properties: {data: {type: array, items: &order {
          $ref: '#/components/schemas/OrderResource'}}}}}}}}
    post:
      operationId: createOrder
      responses: {'200': &one {description: Order., content: {application/json: {schema:
        *order}}}}
  /v1/orders/{id}:
    parameters: &id [{name: id, in: path, required: true, schema: {type: string}}]
    get: {operationId: getOrder, responses: {'200': *one}}
    delete: {operationId: deleteOrder, responses: {'204': {description: Done.}}}
  /v1/orders/{id}/lines:
    parameters: *id
    get: {operationId: listLines, responses: {'204': {description: None.}}}
components:
  schemas:
    OrderResource: {type: object, properties: {id: {type: string}}}
"""
SETTINGS = """\
[tool.oasmith.names]
createOrder = "shop.place"
getOrder = "shop.find"
listLines = "shop.lines.list"
listOrders = "shop.all"

[tool.oasmith.aliases]
"shop.show" = "shop.find"

[tool.oasmith.types]
OrderResource = "Purchase"

[tool.oasmith.coming_from]
package = "acme"
"""


@pytest.fixture
def folder(here: Path) -> Path:
    """Current directory with a document and settings."""
    (here / "openapi.yaml").write_text(DOCUMENT, encoding="utf-8")
    (here / "pyproject.toml").write_text(
        '[tool.oasmith]\nspecs = ["openapi.yaml"]\n\n', encoding="utf-8"
    )
    return here


def test_the_settings_give_the_client_the_names_of_the_sdk(
    folder: Path, run: Run
) -> None:
    package = write_sdk(folder / "sdk", STAINLESS)
    result = run("adopt", str(package))
    assert result.stdout == SETTINGS
    with (folder / "pyproject.toml").open("a", encoding="utf-8") as file:
        file.write(result.stdout)
    tree = json.loads(run("inspect", "--stage", "python", "--format", "json").stdout)
    assert {
        f"{item['resource']}.{item['name']}": item["path"] for item in tree["calls"]
    } == {
        "shop.all": "/v1/orders",
        "shop.place": "/v1/orders",
        "shop.find": "/v1/orders/{id}",
        "shop.lines.list": "/v1/orders/{id}/lines",
        "orders.delete": "/v1/orders/{id}",
    }
    assert "Purchase" in tree["models"].values()
    assert "shop.show" in run("inspect").stdout


def test_a_second_run_keeps_the_settings(folder: Path, run: Run) -> None:
    package = write_sdk(folder / "sdk", STAINLESS)
    own = 'deleteOrder = "shop.cancel"\n'
    first = run("adopt", str(package)).stdout
    with (folder / "pyproject.toml").open("a", encoding="utf-8") as file:
        file.write(
            first.replace("[tool.oasmith.names]\n", f"[tool.oasmith.names]\n{own}")
        )
    second = tomllib.loads(run("adopt", str(package)).stdout)
    expected = tomllib.loads(first)
    expected["tool"]["oasmith"]["names"]["deleteOrder"] = "shop.cancel"
    del expected["tool"]["oasmith"]["coming_from"]  # a table of the settings already
    assert second == expected


def test_the_report_lists_what_differs(folder: Path, run: Run) -> None:
    files = {**FERN, "root.py": ""}
    files["base_client.py"] += """
    def ping(self):
        return self._client_wrapper.httpx_client.request("ping", method="GET")
"""
    error = run("adopt", str(write_sdk(folder / "sdk", files))).stderr
    assert "acme: client with resources, 5 calls; it calls 4 of 5 operations" in error
    assert "ping: GET /ping (acme/base_client.py:" in error
    assert "DELETE /v1/orders/{id}" in error


def test_a_common_prefix_is_a_pattern(folder: Path, run: Run) -> None:
    resource = """
class {name}:
    def list(self): return self._get("/admin/{path}")
    def create(self): return self._post("/admin/{path}")
"""
    client = "class Acme:\n    staff: Staff\n\nclass Staff:\n    admin: Admin\n"
    client += "\nclass Admin:\n    users: Users\n    keys: Keys\n"
    client += resource.format(name="Users", path="users")
    client += resource.format(name="Keys", path="keys")
    paths = "".join(
        f"  /admin/{name}:\n"
        f"    get: {{operationId: list-{name}, responses: {{'204': {{description: .}}}}}}\n"
        f"    post: {{operationId: create-{name}, responses: {{'204': {{description: .}}}}}}\n"
        for name in ("users", "keys")
    )
    head = "openapi: 3.1.0\ninfo: {title: A, version: '1'}\npaths:\n"
    (folder / "openapi.yaml").write_text(head + paths, encoding="utf-8")
    package = write_sdk(folder / "sdk", {"__init__.py": client})
    assert run("adopt", str(package)).stdout == (
        '[tool.oasmith.names]\n"* /admin/*" = "staff.*"\n\n'
        '[tool.oasmith.coming_from]\npackage = "acme"\n'
    )


def test_the_reference_has_a_page_for_users_of_the_sdk(folder: Path, run: Run) -> None:
    package = write_sdk(folder / "sdk", STAINLESS)
    with (folder / "pyproject.toml").open("a", encoding="utf-8") as file:
        file.write(run("adopt", str(package)).stdout)
    assert run("generate").exit_code == 0
    (page,) = folder.rglob("coming-from-*.md")
    assert page.name == "coming-from-acme.md"
    assert "client.shop." in page.read_text(encoding="utf-8")


def test_helpers_that_call_deprecated_methods_do_not_name_operations(
    folder: Path, run: Run
) -> None:
    shop = STAINLESS["resources/shop/shop.py"]
    marked = shop.replace("    def place(", '    @deprecated("no")\n    def place(')
    assert marked != shop
    files = {**STAINLESS, "resources/shop/shop.py": marked}
    package = write_sdk(folder / "sdk", files)
    names = tomllib.loads(run("adopt", str(package)).stdout)["tool"]["oasmith"]["names"]
    assert names["createOrder"] == "shop.place"


@pytest.mark.parametrize("package", ["no.such.package", "no_such_package", "."])
def test_unusable_packages_are_errors(package: str, folder: Path, run: Run) -> None:
    assert "Invalid value for PACKAGE" in run("adopt", package, code=2).stderr


def test_the_sdk_of_another_api_is_an_error(folder: Path, run: Run) -> None:
    text = "class Acme:\n    def ping(self): return self._get('/ping')\n"
    text += "class Client:\n    acme: Acme\n"
    package = write_sdk(folder / "sdk", {"__init__.py": text})
    result = run("adopt", str(package), code=2)
    assert "none of the 1 call" in result.stderr and result.stdout == ""


@settings(max_examples=100, derandomize=True, deadline=None)
@given(
    st.dictionaries(st.text(min_size=1, max_size=9), st.text(max_size=9), max_size=5)
)
def test_tables_are_toml(entries: dict[str, str]) -> None:
    entries = {
        key.encode("utf-8", "ignore").decode(): value.encode("utf-8", "ignore").decode()
        for key, value in entries.items()
    }
    parsed = tomllib.loads(render_tables({"names": entries}))
    assert parsed == ({"tool": {"oasmith": {"names": entries}}} if entries else {})
