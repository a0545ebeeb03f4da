"""Emitted types work where annotations are evaluated: `typing`, pydantic, FastAPI."""

from __future__ import annotations

import subprocess
import sys
import typing
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Annotated, Any

import fastapi
import pydantic
import pytest

from tests.clients import generate, import_from

SPECS = Path(__file__).parents[3] / "specs"


@pytest.fixture(scope="module")
def specs_output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    output = tmp_path_factory.mktemp("specs")
    generate(
        SPECS / "*.yaml", output, "evaluated_client", "Evaluated", main="chat.yaml"
    )
    return output


@pytest.fixture(scope="module")
def specs_client(specs_output: Path) -> ModuleType:
    return import_from(specs_output, "evaluated_client")


@pytest.fixture(scope="module")
def openai_client(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> ModuleType:
    output = tmp_path_factory.mktemp("openai")
    document = shared / "specs" / "openai" / "2026-08.yaml"
    generate(document, output, "evaluated_openai", "OpenAI")
    return import_from(output, "evaluated_openai")


def types_of(client: ModuleType) -> Iterator[tuple[str, Any]]:
    for name in client.types.__all__:
        yield name, getattr(client.types, name)


def data_types_of(client: ModuleType) -> Iterator[tuple[str, Any]]:
    """Yield the types whose values are data, not streams that are read from a server."""
    runtime: Any = import_module(f"{client.__name__}._runtime")
    streams = (runtime.EventStream, runtime.AsyncEventStream)
    for name, type_ in types_of(client):
        if not (isinstance(type_, type) and issubclass(type_, streams)):
            yield name, type_


def check_hints(client: ModuleType) -> None:
    """Evaluate the annotations of every class, and each type as an annotation."""
    count = 0
    for name, type_ in types_of(client):
        holder = type("Holder", (), {"__annotations__": {"value": f"{name} | None"}})
        hints = typing.get_type_hints(holder, vars(client.types), {name: type_})
        assert type(None) in typing.get_args(hints["value"]) or hints["value"] in (
            type(None),
            Any,
        )
        if isinstance(type_, type):
            hints = typing.get_type_hints(type_)
            assert not any(isinstance(hint, str) for hint in hints.values())
            count += len(hints)
    assert count > 100


def check_adapters(client: ModuleType) -> None:
    """Build a validator of every type, and a model with a field of it."""
    for name, type_ in data_types_of(client):
        pydantic.TypeAdapter(type_)
        model = pydantic.create_model(f"{name}Holder", value=(type_ | None, None))
        assert model().model_dump() == {"value": None}


def check_bodies(client: ModuleType) -> None:
    """Take every type as the body of a route, and describe all routes."""
    app = fastapi.FastAPI()
    names = []
    for name, type_ in data_types_of(client):

        def route(body: Any) -> None: ...

        route.__annotations__["body"] = Annotated[type_, fastapi.Body()]
        app.post(f"/{name}", operation_id=name)(route)
        names.append(name)
    paths = app.openapi()["paths"]
    assert all("requestBody" in paths[f"/{name}"]["post"] for name in names)


CHECKS = [check_hints, check_adapters, check_bodies]


@pytest.mark.slow(seconds=40)
@pytest.mark.parametrize("check", CHECKS)
def test_types_of_specs(specs_client: ModuleType, check: Any) -> None:
    check(specs_client)


@pytest.mark.slow
@pytest.mark.parametrize("check", CHECKS)
def test_types_of_openai(openai_client: ModuleType, check: Any) -> None:
    check(openai_client)


def test_values_are_validated_through_aliases(specs_client: ModuleType) -> None:
    types = specs_client.types
    adapter = pydantic.TypeAdapter(types.ChatCompletionRequestMessageParam)
    message = {"role": "user", "content": "Hello"}
    assert adapter.validate_python(message) == message
    with pytest.raises(pydantic.ValidationError):
        adapter.validate_python({"role": "unknown", "content": "Hello"})


def test_types_are_loaded_only_when_annotations_are_evaluated(
    specs_output: Path,
) -> None:
    script = (
        "import sys, typing\n"
        "from evaluated_client.types.chat import ChatCompletionList\n"
        "def count():\n"
        "    start = 'evaluated_client.types.'\n"
        "    return sum(name.startswith(start) for name in sys.modules)\n"
        "before = count()\n"
        "ChatCompletionList.from_dict({'object': 'list', 'data': []})\n"
        "assert count() == before, 'a value loaded a module'\n"
        "typing.get_type_hints(ChatCompletionList)\n"
        "print(before, count())\n"
    )
    result = subprocess.run(
        [sys.executable, "-c", script],
        cwd=specs_output,
        capture_output=True,
        text=True,
        check=True,
    )
    before, after = map(int, result.stdout.split())
    assert before <= 2 < after
