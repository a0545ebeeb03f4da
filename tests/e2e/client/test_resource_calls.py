"""Operations whose path is an action of the whole API are called by their resource."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import httpx2
import pytest

from generator.comparison.sides import Side
from tests.clients import generate, import_from, unformatted_files
from tests.typing.typed_callers import checked_paths

BODY = """
      requestBody:
        required: true
        content:
          application/json:
            schema:
              type: object
              required: [text]
              properties: {text: {type: string}}
"""
RESPONSE = """
      responses:
        '200':
          description: Done.
          content:
            application/json: {schema: {$ref: '#/components/schemas/Vector'}}
"""
DOCUMENT = f"""
openapi: 3.1.0
info: {{title: Shop, version: '1'}}
servers: [{{url: https://shop.test}}]
paths:
  /v1/embed:
    post:
      operationId: embed{BODY}{RESPONSE}
  /v1/embed/jobs:
    get:
      operationId: listEmbedJobs{RESPONSE}
  /v1/close:
    post:
      operationId: close{RESPONSE}
  /v1/check-key:
    post:
      operationId: checkAPIKey{RESPONSE}
  /v1/orders:
    post:
      operationId: orders{RESPONSE}
  /v1/shop/embed:
    post:
      operationId: createEmbedding{BODY}{RESPONSE}
components:
  schemas:
    Vector: {{type: object, required: [id], properties: {{id: {{type: string}}}}}}
"""
CALLERS = """
import calling_client
from calling_client import AsyncShop, Shop
from calling_client._runtime import APIResponse
from calling_client.types import Vector


def call(client: Shop) -> None:
    vector: Vector = client.embed(text="a")
    also: Vector = client.embed.create(text="a")
    raw: Vector = client.embed.with_raw_response(text="a").parse()
    with client.embed.with_streaming_response(text="a") as response:
        streamed: Vector = response.parse()
    checked: Vector = client.check_api_key()
    client.embed()  # wrong
    client.embed(text=1)  # wrong
    client.orders()  # wrong
    print(vector, also, raw, streamed, checked)


def call_wrapped(client: Shop) -> None:
    raw: APIResponse[Vector] = client.with_raw_response.embed(text="a")
    jobs: APIResponse[Vector] = client.with_raw_response.embed.jobs.list()
    with client.with_streaming_response.embed(text="a") as response:
        streamed: Vector = response.parse()
    module: Vector = calling_client.with_raw_response.embed(text="a").parse()
    with calling_client.with_streaming_response.embed(text="a") as response:
        module_streamed: Vector = response.parse()
    client.with_raw_response.embed(text=1)  # wrong
    client.with_raw_response.embd(text="a")  # wrong
    print(raw, jobs, streamed, module, module_streamed)


async def acall(client: AsyncShop) -> None:
    vector: Vector = await client.embed(text="a")
    raw: APIResponse[Vector] = await client.with_raw_response.embed(text="a")
    async with client.with_streaming_response.embed(text="a") as response:
        streamed: Vector = await response.parse()
    print(vector, raw, streamed)
"""
SETTINGS = {"names": {"checkAPIKey": "check_api_key"}}


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    output = tmp_path_factory.mktemp("calls")
    spec = output / "openapi.yaml"
    spec.write_text(DOCUMENT)
    generate(spec, output, "calling_client", "Shop", **SETTINGS)
    return output


@pytest.fixture(scope="module")
def package(output: Path) -> ModuleType:
    return import_from(output, "calling_client")


def respond(request: httpx2.Request) -> httpx2.Response:
    return httpx2.Response(200, json={"id": f"{request.method} {request.url.path}"})


@pytest.fixture
def client(package: ModuleType) -> Any:
    transport = httpx2.MockTransport(respond)
    return package.Shop(http_client=httpx2.Client(transport=transport))


def test_resource_is_called(client: Any) -> None:
    assert client.embed(text="a").id == "POST /v1/embed"
    assert client.embed.create(text="a").id == "POST /v1/embed"
    assert client.embed.jobs.list().id == "GET /v1/embed/jobs"
    assert client.check_api_key().id == "POST /v1/check-key"


def test_raw_and_streaming_views_are_called(client: Any) -> None:
    assert client.embed.with_raw_response(text="a").parse().id == "POST /v1/embed"
    with client.embed.with_streaming_response(text="a") as response:
        assert response.status_code == 200


def test_wrappers_of_the_client_are_called(client: Any) -> None:
    raw = client.with_raw_response.embed(text="a")
    assert (raw.status_code, raw.parse().id) == (200, "POST /v1/embed")
    jobs = client.with_raw_response.embed.jobs.list()
    assert (jobs.status_code, jobs.parse().id) == (200, "GET /v1/embed/jobs")
    with client.with_streaming_response.embed(text="a") as response:
        assert response.status_code == 200
        assert response.parse().id == "POST /v1/embed"
    assert response.is_closed


def test_wrappers_of_a_copied_client_send_with_its_options(client: Any) -> None:
    assert client.with_raw_response.embed(text="a").status_code == 200
    copied = client.with_options(default_headers={"X-Copy": "1"})
    raw = copied.with_raw_response.embed(text="a")
    assert raw.http_request.headers["X-Copy"] == "1"
    first = client.with_raw_response.embed(text="a")
    assert "X-Copy" not in first.http_request.headers


def test_async_wrappers_of_the_client_are_called(package: ModuleType) -> None:
    async def run() -> tuple[str, str]:
        transport = httpx2.MockTransport(respond)
        http_client = httpx2.AsyncClient(transport=transport)
        async with package.AsyncShop(http_client=http_client) as client:
            raw = await client.with_raw_response.embed(text="a")
            async with client.with_streaming_response.embed(text="a") as response:
                return raw.parse().id, (await response.parse()).id

    assert asyncio.run(run()) == ("POST /v1/embed", "POST /v1/embed")


def test_wrappers_of_the_package_are_called(package: Any) -> None:
    package.http_client = httpx2.Client(transport=httpx2.MockTransport(respond))
    assert package.with_raw_response.embed(text="a").parse().id == "POST /v1/embed"
    with package.with_streaming_response.embed(text="a") as response:
        assert response.parse().id == "POST /v1/embed"


def test_async_resource_is_called(package: ModuleType) -> None:
    async def run() -> str:
        transport = httpx2.MockTransport(respond)
        http_client = httpx2.AsyncClient(transport=transport)
        async with package.AsyncShop(http_client=http_client) as client:
            raw = await client.embed.with_raw_response(text="a")
            assert raw.status_code == 200
            return str((await client.embed(text="a")).id)

    assert asyncio.run(run()) == "POST /v1/embed"


def test_resource_of_the_package_is_called(package: Any) -> None:
    package.http_client = httpx2.Client(transport=httpx2.MockTransport(respond))
    assert package.embed(text="a").id == "POST /v1/embed"


def test_attributes_of_clients_have_precedence(client: Any) -> None:
    assert client.close_().id == "POST /v1/close"
    client.close()


def test_plural_and_other_resources_are_not_called(client: Any) -> None:
    for resource in (client.orders, client.shop, client.embed.jobs):
        with pytest.raises(TypeError, match="not callable"):
            resource()


def test_call_is_recorded_and_documented(output: Path) -> None:
    assert '"embed": ["POST", "/v1/embed", "embed"' in " ".join(
        (output / ".oasmith.json").read_text().split()
    )
    source = (output / "calling_client" / "resources" / "embed.py").read_text()
    sentence = "The resource itself can be called, too: `client.embed(…)`."
    assert sentence in source
    pages = (output / "docs").rglob("*.md")
    assert sum(page.read_text().count(sentence) for page in pages) == 1


def test_call_stays_when_the_id_changes(tmp_path: Path) -> None:
    spec = tmp_path / "openapi.yaml"
    spec.write_text(DOCUMENT)
    generate(spec, tmp_path / "out", "staying_client", "Shop")
    spec.write_text(DOCUMENT.replace("operationId: embed", "operationId: vectorize"))
    generate(spec, tmp_path / "out", "staying_client", "Shop")
    source = (
        tmp_path / "out" / "staying_client" / "resources" / "embed.py"
    ).read_text()
    assert source.count("__call__ = create") == 6


def test_lost_call_is_a_change(tmp_path: Path) -> None:
    spec = tmp_path / "openapi.yaml"
    sides = []
    for number, id_ in enumerate(("embed", "vectorize")):
        spec.write_text(DOCUMENT.replace("operationId: embed", f"operationId: {id_}"))
        built = generate(spec, tmp_path / f"out{number}", f"side_{number}", "Shop")
        sides.append(Side(built.api, built.package))
    assert "embed" in sides[0].methods
    assert "embed" not in sides[1].methods
    assert "embed.create" in sides[1].methods


def test_output_is_formatted(output: Path) -> None:
    assert unformatted_files(output / "calling_client" / "resources") == []


@pytest.mark.slow
@pytest.mark.parametrize(
    "checker", [("mypy", "--strict"), ("pyright", "--pythonpath", sys.executable)]
)
def test_type_checkers_know_the_call(output: Path, checker: tuple[str, ...]) -> None:
    (output / "callers.py").write_text(CALLERS)
    (output / "pyrightconfig.json").write_text('{"typeCheckingMode": "strict"}')
    process = subprocess.run(
        [sys.executable, "-m", *checker, *checked_paths(checker[0], output)],
        cwd=output,
        capture_output=True,
        text=True,
    )
    lines = CALLERS.splitlines()
    wrong = {i for i, line in enumerate(lines, 1) if line.endswith("# wrong")}
    errors = [
        line
        for line in process.stdout.splitlines()
        if " error: " in line or "- error" in line
    ]
    reported = {
        int(line.split("callers.py:")[1].split(":")[0])
        for line in errors
        if "callers.py:" in line
    }
    assert reported == wrong, process.stdout
    assert all("callers.py:" in line for line in errors), process.stdout
