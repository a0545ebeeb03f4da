"""Clients without raw responses, undocumented calls, the default client and pydantic."""

from __future__ import annotations

import copy
import importlib
import json
import pickle
import pkgutil
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pydantic
import pytest

from generator.pipeline import Generated
from generator.python.features import Convenience, Feature
from tests.clients import generate, import_from
from tests.e2e.openai.line_counts import count_lines
from tests.e2e.runtime.features import (
    CASES,
    DONE,
    STRING,
    Case,
    content,
    operation,
    reference,
)
from tests.e2e.runtime.test_needed_modules import run
from tests.typing.cached_mypy import mypy_errors
from tests.typing.distinct_modules import distinct_modules
from tests.unit.runtime.conftest import Server, json_reply, serve  # noqa: F401

pytestmark = pytest.mark.slow(seconds=60)

Serve = Callable[..., Server]
KINDS = list(CASES)
NAMES = [f"minimal_{kind.name.lower() if kind else 'nothing'}" for kind in KINDS]
LEFT_OUT = r"the setting `runtime = \"minimal\"` leaves out"


def write(directory: Path, case: Case, name: str, **settings: Any) -> Generated:
    """Write a client with the minimal runtime into a directory."""
    spec = directory / f"{name}.json"
    spec.write_text(case.document(), encoding="utf-8")
    options = {"docs": False, "testing": False, "runtime": "minimal"}
    return generate(
        spec, directory / name, name, **{**options, **case.settings, **settings}
    )


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a directory with the client of each document."""
    directory = tmp_path_factory.mktemp("minimal")
    for kind, name in zip(KINDS, NAMES, strict=True):
        write(directory, CASES[kind], name)
    return directory


@pytest.fixture
def acme(root: Path) -> ModuleType:
    """Return the client of three operations that need no feature."""
    return import_from(root / "minimal_nothing", "minimal_nothing")


def test_calls_need_none_of_these_parts(acme: ModuleType, serve: Serve) -> None:
    server = serve(json_reply([{"id": "a"}]), json_reply({"id": "b"}))
    with acme.Acme(base_url=server.url, max_retries=0) as client:
        assert client.pets.list()[0].id == "a"
        assert client.pets.create(id="b").model_dump() == {"id": "b", "state": None}
        assert client.copy(timeout=30).pets.retrieve("c").id == "b"
        copied = copy.deepcopy(pickle.loads(pickle.dumps(client)))
        assert copied.base_url == server.url


def test_errors_say_why_an_attribute_is_missing(acme: ModuleType) -> None:
    for client in (acme.Acme(), acme.AsyncAcme()):
        for owner in (client, client.pets):
            for name in ("with_raw_response", "with_streaming_response"):
                message = f"has no attribute '{name}': {LEFT_OUT} raw responses"
                with pytest.raises(AttributeError, match=message):
                    getattr(owner, name)
                assert not hasattr(owner, name) and name not in dir(owner)
        for name in ("get", "post", "put", "patch", "delete"):
            message = f"'{name}': {LEFT_OUT} calls of undocumented paths"
            with pytest.raises(AttributeError, match=message):
                getattr(client, name)
        with pytest.raises(AttributeError, match="has no attribute 'nothing'$"):
            _ = client.nothing


def test_an_error_of_a_property_is_kept(acme: ModuleType) -> None:
    class Own(acme.Acme):  # type: ignore[misc, name-defined]
        @property
        def region(self) -> str:
            return self._settings.region  # type: ignore[no-any-return]

    with pytest.raises(AttributeError, match="'_settings'"):
        _ = Own().region


def test_errors_say_why_a_name_is_missing(acme: ModuleType) -> None:
    for name in ("pets", "base_url", "max_retries", "with_raw_response"):
        message = f"^{name} is not part of this client: {LEFT_OUT} the default client$"
        with pytest.raises(AttributeError, match=message):
            getattr(acme, name)
        with pytest.raises(ImportError, match=message):
            exec(f"from {acme.__name__} import {name}")
    with pytest.raises(AttributeError, match=f"{LEFT_OUT} raw responses$"):
        _ = acme._runtime.APIResponse


def test_a_field_of_pydantic_says_why_it_is_not_possible(acme: ModuleType) -> None:
    with pytest.raises(ImportError, match=f"{LEFT_OUT} support of pydantic$"):
        pydantic.TypeAdapter(acme.types.Pet)


@pytest.mark.parametrize("name", NAMES)
def test_all_modules_and_names_import(root: Path, name: str) -> None:
    package = import_from(root / name, name)
    for module in pkgutil.walk_packages(package.__path__, f"{name}."):
        importlib.import_module(module.name)
    for owner in (package, package._runtime):
        for attribute in owner.__all__:
            getattr(owner, attribute)


def test_types_of_all_clients_are_complete(root: Path, tmp_path: Path) -> None:
    packages = [root / name / name for name in NAMES]
    assert mypy_errors(packages, tmp_path) == {}
    modules = map(str, distinct_modules(packages))
    command = ("pyright", "--pythonpath", sys.executable, "--outputjson", *modules)
    assert json.loads(run(root, *command))["generalDiagnostics"] == []


def test_type_checkers_report_what_is_missing(root: Path) -> None:
    directory = root / "minimal_nothing"
    (directory / "caller.py").write_text(
        "import minimal_nothing\n"
        "client = minimal_nothing.Acme()\n"
        "client.get('/pets')\n"
        "client.with_raw_response\n"
        "client.pets.with_streaming_response\n"
        "minimal_nothing.pets\n"
    )
    output = run(directory, "mypy", "--strict", "caller.py")
    for owner, name in (
        ('"Acme"', "get"),
        ('"Acme"', "with_raw_response"),
        ('"Pets"', "with_streaming_response"),
        ("Module", "pets"),
    ):
        assert f'{owner} has no attribute "{name}"' in output
    output = run(directory, "pyright", "--pythonpath", sys.executable, "caller.py")
    assert output.count("reportAttributeAccessIssue") == 4


def test_three_operations_are_small(tmp_path: Path) -> None:
    files = write(tmp_path, CASES[None], "small").files
    modules = [name for name in files if name.endswith(".py") and "/types/" not in name]
    assert count_lines(files[name].decode() for name in modules).code < 6050
    assert len(modules) < 49
    assert not any("_wrappers" in name or "raw_" in name for name in files)


def test_raw_responses_remain_for_links(tmp_path: Path, serve: Serve) -> None:
    link = {"operationId": "getPet", "parameters": {"id": "$response.header.x-id"}}
    done = DONE | {"links": {"pet": link}, "headers": {"x-id": {"schema": STRING}}}
    case = Case({"get": {"operationId": "find", "responses": {"200": done}}})
    generated = write(tmp_path, case, "linked", docs=True)
    assert Convenience.RAW_RESPONSES not in generated.package.omitted
    pages = "".join(
        text.decode() for name, text in generated.files.items() if name.endswith(".md")
    )
    assert ".with_raw_response." in pages
    server = serve(json_reply({}, x_id="a"))
    client = import_from(tmp_path / "linked", "linked").Acme(base_url=server.url)
    assert client.things.with_raw_response.retrieve().headers["x-id"] == "a"
    assert not hasattr(client, "get")


def test_pages_do_not_mention_what_is_missing(tmp_path: Path) -> None:
    case = Case(operation("get", DONE | content(reference("Pet"))))

    def pages(**settings: Any) -> str:
        options = {"docs": True, "coming_from": "other", **settings}
        files = write(tmp_path, case, "pages", **options).files
        names = [name for name in files if name.endswith(".md")]
        return "".join(files[name].decode() for name in names)

    mentioned = (
        "with_raw_response",
        "client.get(",
        "default client",
        "pydantic model.",
    )
    text, minimal = pages(runtime="needed"), pages()
    assert [item for item in mentioned if item in text] == [*mentioned]
    assert not [item for item in mentioned if item in minimal]


def test_samples_do_not_use_what_is_missing(tmp_path: Path) -> None:
    source = (
        "from other import Other\nclient = Other()\n"
        "client.things.with_raw_response.find()\n"
    )
    sample = {"lang": "python", "source": source}
    keys = {"operationId": "findThing", "x-codeSamples": [sample]}
    case = Case(operation("get", DONE | content(reference("Pet")), **keys))
    uses: list[set[str]] = []
    for runtime in ("needed", "minimal"):
        options = {"docs": ["markdown", "site"], "runtime": runtime}
        files = write(tmp_path, case, f"samples_{runtime}", **options).files
        pages = {
            name: text
            for name, text in files.items()
            if name.endswith((".md", ".html"))
        }
        uses.append({name for name in pages if b"with_raw_response" in pages[name]})
    pages_with_samples = {f"docs/{name}" for name in ("things.md", "site/things.html")}
    assert uses[0] >= pages_with_samples and not uses[1]


def test_streams_keep_the_bodies_that_they_read(root: Path, serve: Serve) -> None:
    assert Feature.STREAMING in CASES
    folder = root / "minimal_streaming/minimal_streaming/_runtime"
    assert (folder / "transport/bodies.py").exists()
    assert not (
        root / "minimal_nothing/minimal_nothing/_runtime/transport/bodies.py"
    ).exists()
