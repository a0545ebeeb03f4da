"""Arguments that samples pass in place of others are accepted, also by type checkers."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import httpx2
import pytest

from tests.clients import generate, import_from, unformatted_files
from tests.typing.typed_callers import checked_paths

DOCUMENT = """
openapi: 3.1.0
info: {title: Shop, version: '1'}
servers: [{url: https://shop.test}]
paths:
  /shops/{shop_id}/batches/{batch_id}/cancel:
    post:
      operationId: cancelBatch
      parameters:
        - {name: shop_id, in: path, required: true, schema: {type: string}}
        - {name: batch_id, in: path, required: true, schema: {type: string}}
      responses: {'204': {description: Done.}}
      x-codeSamples:
        - lang: Python
          source: client.shops.batches.cancel(shop_id="s", order_batch_id="b")
  /orders/{order_id}:
    parameters:
      - {name: order_id, in: path, required: true, schema: {type: string}}
    post:
      operationId: updateOrder
      requestBody:
        required: true
        content:
          application/json:
            schema:
              type: object
              required: [note]
              properties:
                note: {type: string}
                color: {type: string}
      responses:
        '200':
          description: Done.
          content: {application/json: {schema: {type: object}}}
      x-codeSamples:
        - lang: Python
          source: 'client.orders.update(order_id="o", request_body={"note": "n"})'
    delete:
      operationId: deleteOrder
      responses: {'204': {description: Done.}}
      x-codeSamples:
        - {lang: Python, source: 'client.orders.delete(force={"note": "n"}, other="o")'}
"""

CALLERS = """
from batch_client import AsyncAcme, Acme


def call(client: Acme) -> None:
    client.shops.batches.cancel("b", shop_id="s")
    client.shops.batches.cancel(batch_id="b", shop_id="s")
    client.shops.batches.cancel(order_batch_id="b", shop_id="s")
    client.orders.update("o", note="n", color="c")
    client.orders.update("o", request_body={"note": "n", "color": "c"})
    client.orders.update(order_id="o", request_body={"note": "n"})
    client.shops.batches.with_raw_response.cancel(order_batch_id="b", shop_id="s")
    client.shops.batches.cancel("b", order_batch_id="b", shop_id="s")  # wrong
    client.shops.batches.cancel(shop_id="s")  # wrong
    client.shops.batches.cancel(order_batch_id=1, shop_id="s")  # wrong
    client.orders.update("o")  # wrong
    client.orders.update("o", request_body={"color": "c"})  # wrong
    client.orders.update("o", note="n", request_body={"note": "n"})  # wrong


async def acall(client: AsyncAcme) -> None:
    await client.shops.batches.cancel(order_batch_id="b", shop_id="s")
    await client.orders.update("o", request_body={"note": "n"})
"""


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    output = tmp_path_factory.mktemp("batches")
    spec = output / "openapi.yaml"
    spec.write_text(DOCUMENT)
    generate(spec, output, "batch_client")
    return output


@pytest.fixture(scope="module")
def package(output: Path) -> ModuleType:
    return import_from(output, "batch_client")


@pytest.fixture
def requests() -> list[httpx2.Request]:
    return []


@pytest.fixture
def client(package: ModuleType, requests: list[httpx2.Request]) -> Any:
    def respond(request: httpx2.Request) -> httpx2.Response:
        requests.append(request)
        if request.url.path.startswith("/shops"):
            return httpx2.Response(204)
        return httpx2.Response(200, json={})

    transport = httpx2.MockTransport(respond)
    return package.Acme(http_client=httpx2.Client(transport=transport), max_retries=0)


def test_names_of_path_parameters_send_the_same(
    client: Any, requests: list[httpx2.Request]
) -> None:
    client.shops.batches.cancel("b", shop_id="s")
    client.shops.batches.cancel(batch_id="b", shop_id="s")
    client.shops.batches.cancel(order_batch_id="b", shop_id="s")
    client.shops.batches.with_raw_response.cancel(order_batch_id="b", shop_id="s")
    assert {item.url.path for item in requests} == {"/shops/s/batches/b/cancel"}
    assert len(requests) == 4


def test_whole_body_sends_the_same_as_its_properties(
    client: Any, requests: list[httpx2.Request]
) -> None:
    client.orders.update("o", note="n", color="c")
    client.orders.update("o", request_body={"note": "n", "color": "c"})
    assert requests[0].content == requests[1].content == b'{"note":"n","color":"c"}'


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({}, "missing required argument: 'batch_id' or 'order_batch_id'"),
        (
            {"batch_id": "b", "order_batch_id": "b"},
            "'batch_id' and 'order_batch_id' cannot be combined",
        ),
    ],
)
def test_one_name_of_a_path_parameter_is_required(
    client: Any, arguments: dict[str, str], message: str
) -> None:
    with pytest.raises(TypeError, match=message):
        client.shops.batches.cancel(shop_id="s", **arguments)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({}, "missing required argument: 'note', or 'request_body'"),
        ({"color": "c"}, "missing required argument: 'note', or 'request_body'"),
        (
            {"color": "c", "request_body": {"note": "n"}},
            "'request_body' and 'color' cannot be combined",
        ),
    ],
)
def test_a_body_or_its_required_properties_are_required(
    client: Any, arguments: dict[str, object], message: str
) -> None:
    with pytest.raises(TypeError, match=message):
        client.orders.update("o", **arguments)


def test_keywords_that_are_neither_are_not_accepted(client: Any) -> None:
    for name in ("force", "other"):
        with pytest.raises(TypeError, match=name):
            client.orders.delete("o", **{name: "x"})


def test_names_are_in_the_reference(output: Path) -> None:
    pages = "".join(page.read_text() for page in (output / "docs").rglob("*.md"))
    assert "Another name of `batch_id`." in pages
    assert "The whole body in place of `note`, `color`." in pages


def test_names_of_arguments_are_recorded_without_the_others(output: Path) -> None:
    text = (output / ".oasmith.json").read_text()
    assert "batch_id" in text
    assert "order_batch_id" not in text


def test_output_is_formatted(output: Path) -> None:
    assert unformatted_files(output / "batch_client" / "resources") == []


@pytest.mark.slow
@pytest.mark.parametrize(
    "checker", [("mypy", "--strict"), ("pyright", "--pythonpath", sys.executable)]
)
def test_type_checkers_accept_what_works_at_run_time(
    output: Path, checker: tuple[str, ...]
) -> None:
    callers = output / "callers.py"
    callers.write_text(CALLERS)
    (output / "pyrightconfig.json").write_text('{"typeCheckingMode": "strict"}')
    process = subprocess.run(
        [sys.executable, "-m", *checker, *checked_paths(checker[0], output)],
        cwd=output,
        capture_output=True,
        text=True,
    )
    lines = CALLERS.splitlines()
    wrong = {i for i, line in enumerate(lines, 1) if line.endswith("# wrong")}
    reported = {
        int(line.split("callers.py:")[1].split(":")[0])
        for line in process.stdout.splitlines()
        if "callers.py:" in line and "error" in line
    }
    assert reported == wrong, process.stdout
    others = [
        line
        for line in process.stdout.splitlines()
        if "error:" in line and "callers.py" not in line
    ]
    assert not others, process.stdout


def test_positional_arguments_of_samples_leave_no_other_name(tmp_path: Path) -> None:
    spec = tmp_path / "openapi.yaml"
    sample = 'shop_id="s", order_batch_id="b"'
    spec.write_text(DOCUMENT.replace(sample, '"b", shop_id="s", order_batch_id="c"'))
    generate(spec, tmp_path / "out", "positional_client")
    resources = tmp_path / "out" / "positional_client" / "resources"
    source = (resources / "shops.py").read_text()
    assert "order_batch_id" not in source
    assert "def cancel" in source
