"""Resources with more methods than a file of source should have."""

from __future__ import annotations

import asyncio
import json
import pickle
import subprocess
import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

import httpx2
import pytest

from tests.clients import generate, import_from

KIND = "A resource has nested resources with more than 10,000 lines of methods."
RESULT = (
    "Its module imports the classes of nested resources from several private modules when "
    "they are used; import paths and behavior are the same as in one module."
)
ClientOf = Callable[..., ModuleType]
NESTED = 26
ARGUMENTS = 60


def document() -> str:
    """Return a document with a large resource, one of whose operations is polled."""
    paths: dict[str, Any] = {"/zoo/open": {"get": _operation("openZoo", "Animal")}}
    for number in range(NESTED):
        name = f"{chr(97 + number)}nimals"
        paths[f"/zoo/{name}"] = {
            "get": _operation(f"list{name}", "Animal", ARGUMENTS),
            "post": _operation(f"create{name}", "Animal"),
        }
        paths[f"/zoo/{name}/{{id}}"] = {"get": _operation(f"get{name}", "Animal", 1)}
        paths[f"/zoo/{name}/{{id}}/cubs/{{cub}}"] = {
            "get": _operation(f"cub{name}", "Animal", 1)
        }
    schema = {
        "type": "object",
        "required": ["id"],
        "properties": {
            "id": {"type": "string"},
            "status": {"enum": ["queued", "completed", "failed"]},
        },
    }
    return json.dumps(
        {
            "openapi": "3.1.0",
            "info": {"title": "Acme", "version": "1"},
            "servers": [{"url": "https://acme.test"}],
            "paths": paths,
            "components": {"schemas": {"Animal": schema}},
        }
    )


def _operation(name: str, schema: str, arguments: int = 0) -> dict[str, Any]:
    content = {"schema": {"$ref": f"#/components/schemas/{schema}"}}
    return {
        "operationId": name,
        "tags": ["zoo"],
        "parameters": [
            {"name": f"filter_{number}", "in": "query", "schema": {"type": "string"}}
            for number in range(arguments)
        ],
        "responses": {
            "200": {"description": "ok", "content": {"application/json": content}}
        },
    }


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> ModuleType:
    folder = tmp_path_factory.mktemp("large")
    spec = folder / "openapi.yaml"
    spec.write_text(document(), encoding="utf-8")
    generate(spec, folder / "client", "large_resources_client")
    return import_from(folder / "client", "large_resources_client")


def test_files(package: ModuleType) -> None:
    folder = Path(str(package.__file__)).parent / "resources"
    files = [path for path in folder.iterdir() if path.name.startswith("_zoo_")]
    assert len(files) > 1
    for path in (*files, folder / "zoo.py"):
        assert len(path.read_text(encoding="utf-8").splitlines()) < 12_000


def test_public_names(package: ModuleType) -> None:
    zoo = import_module(f"{package.__name__}.resources.zoo")
    names = {f"{prefix}{letter}nimals" for prefix in ("", "Async") for letter in "AZ"}
    names |= {f"{name}{kind}" for name in names for kind in ("Raw", "Streaming")}
    assert {*names, "Zoo", "AsyncZooRaw"} <= {*zoo.__all__}
    for name in zoo.__all__:
        cls = getattr(zoo, name)
        assert (cls.__module__, cls.__qualname__) == (zoo.__name__, name)
        assert pickle.loads(pickle.dumps(cls)) is cls
    with pytest.raises(
        AttributeError, match=r"resources\.zoo' has no attribute 'None'"
    ):
        zoo.__getattr__("None")


def test_annotations(package: ModuleType) -> None:
    zoo = import_module(f"{package.__name__}.resources.zoo")
    client = package.Acme(base_url="https://acme.test")
    assert type(client.zoo.animals) is zoo.Animals
    assert type(client.zoo.animals.with_raw_response) is zoo.AnimalsRaw
    assert type(client.zoo.animals.with_streaming_response) is zoo.AnimalsStreaming
    client = package.AsyncAcme(base_url="https://acme.test")
    assert type(client.zoo.animals.with_raw_response) is zoo.AsyncAnimalsRaw


def test_imports_only_what_is_used(package: ModuleType) -> None:
    name = package.__name__
    code = (
        f"import sys\nfrom {name} import Acme\n"
        "def count() -> int:\n"
        f"    return sum(each.startswith('{name}.resources._') for each in sys.modules)\n"
        "client = Acme(base_url='https://acme.test')\n"
        "client.zoo\nfirst = count()\nclient.zoo.animals\nprint(first, count())"
    )
    folder = Path(str(package.__file__)).parents[1]
    command = [sys.executable, "-c", code]
    output = subprocess.run(command, cwd=folder, capture_output=True, check=True)
    assert output.stdout.split() == [b"0", b"1"]


def test_requests(package: ModuleType) -> None:
    paths: list[str] = []

    def respond(request: httpx2.Request) -> httpx2.Response:
        paths.append(f"{request.method} {request.url.raw_path.decode()}")
        return httpx2.Response(200, json={"id": "a"})

    transport = httpx2.MockTransport(respond)
    with package.Acme(http_client=httpx2.Client(transport=transport)) as client:
        assert client.zoo.animals.create().id == "a"
        assert client.zoo.znimals.create().id == "a"
        raw = client.zoo.with_raw_response.animals.create()
        assert raw.parse().id == "a"
        with client.zoo.with_streaming_response.znimals.create() as response:
            assert response.parse().id == "a"
    expected = [f"POST /zoo/{name}" for name in ("animals", "znimals") * 2]
    assert paths == expected

    async def call() -> None:
        http = httpx2.AsyncClient(transport=transport)
        async with package.AsyncAcme(http_client=http) as client:
            assert (await client.zoo.animals.create()).id == "a"
            assert (await client.zoo.znimals.create()).id == "a"
            raw = await client.zoo.with_raw_response.animals.create()
            assert raw.parse().id == "a"
            manager = client.zoo.with_streaming_response.znimals.create()
            async with manager as response:
                assert (await response.parse()).id == "a"

    asyncio.run(call())
    assert paths == expected * 2


CALLER = """\
from typing import assert_type

from acme_client import Acme, AsyncAcme
from acme_client.resources.zoo import Animals, AsyncAnimals, Zoo, ZnimalsRaw
from acme_client.types import Animal

def call(client: Acme) -> None:
    assert_type(client.zoo, Zoo)
    assert_type(client.zoo.animals, Animals)
    assert_type(client.zoo.animals.create(), Animal)
    assert_type(client.zoo.with_raw_response.znimals, ZnimalsRaw)
    assert_type(client.zoo.with_raw_response.znimals.create().parse(), Animal)
    client.zoo.animals.create(size=1)  # wrong

async def call_async(client: AsyncAcme) -> None:
    assert_type(client.zoo.animals, AsyncAnimals)
    assert_type(await client.zoo.animals.create(), Animal)
"""


@pytest.mark.slow
def test_types(
    client_of: ClientOf, wrong_lines: Callable[[ModuleType, str], set[int]]
) -> None:
    lines = CALLER.splitlines()
    marked = {number for number, line in enumerate(lines, 1) if "# wrong" in line}
    assert wrong_lines(client_of(document()), CALLER) == marked


def test_without_raw_responses(tmp_path: Path) -> None:
    spec = tmp_path / "openapi.yaml"
    spec.write_text(document(), encoding="utf-8")
    name = "large_resources_plain"
    files = generate(spec, tmp_path / "client", name, runtime="minimal").files
    package = import_from(tmp_path / "client", name)
    zoo = import_module(f"{name}.resources.zoo")
    assert {"Animals", "AsyncZnimals", "Zoo"} <= {*zoo.__all__}
    for each in zoo.__all__:
        assert getattr(zoo, each).__name__ == each
    client = package.Acme(base_url="https://acme.test")
    assert type(client.zoo.znimals) is zoo.Znimals
    # Imports for type checkers name no wrappers either.
    sources = [text.decode() for path, text in files.items() if "/resources/" in path]
    assert not any("nimalsRaw" in text or "nimalsStream" in text for text in sources)
