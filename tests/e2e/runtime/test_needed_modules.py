"""Clients with the parts of the runtime that their operations can reach."""

from __future__ import annotations

import importlib
import json
import pkgutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from click.testing import CliRunner

from generator.cli.commands import main
from generator.pipeline import Generated
from generator.python.features import Feature
from generator.rendering.runtime_modules import missing_names
from tests.clients import generate, import_from
from tests.e2e.openai.line_counts import count_lines
from tests.e2e.runtime.features import (
    CASES,
    DONE,
    STRING,
    Case,
    content,
    features_of,
    operation,
    reference,
    sending,
)
from tests.typing.cached_mypy import mypy_errors
from tests.typing.distinct_modules import distinct_modules
from tests.unit.runtime.conftest import Server, json_reply, serve  # noqa: F401

pytestmark = pytest.mark.slow(seconds=60)

Serve = Callable[..., Server]
KINDS = list(CASES)
FORM = "application/x-www-form-urlencoded"
NAMES = [f"needs_{kind.name.lower() if kind else 'nothing'}" for kind in KINDS]


def write(directory: Path, kind: Feature | None, **settings: Any) -> Generated:
    """Write the client of the document for a feature into a directory."""
    case = CASES[kind]
    name = NAMES[KINDS.index(kind)]
    spec = directory / f"{name}.json"
    spec.write_text(case.document(), encoding="utf-8")
    return generate(
        spec,
        directory / name,
        name,
        **{"docs": False, "testing": False, **case.settings, **settings},
    )


@pytest.fixture(scope="module")
def clients(tmp_path_factory: pytest.TempPathFactory) -> dict[str, ModuleType]:
    """Return the client of each document, by its name."""
    root = tmp_path_factory.mktemp("needed")
    for kind in KINDS:
        write(root, kind)
    return {name: import_from(root / name, name) for name in NAMES}


def test_each_feature_has_a_document() -> None:
    # Typed events need streaming; tests/e2e/documents/test_event_streams.py tests them.
    # Rules need it, too; tests/e2e/documents/test_stated_accumulation.py tests them.
    # test_shared_runtime.py tests shared runtimes.
    # test_native_types.py tests native types, which a setting selects.
    others = {Feature.ACCUMULATION_RULES, Feature.EVENT_STREAMS, Feature.SHARED}
    assert {*CASES} | others | {Feature.NATIVE_TYPES} == {None, *Feature}


@pytest.mark.parametrize("kind", KINDS)
def test_features_are_those_of_the_document(
    kind: Feature | None, tmp_path: Path
) -> None:
    features = write(tmp_path, kind).package.features
    assert features == features_of(kind)


@pytest.mark.parametrize("name", NAMES)
def test_all_modules_and_names_import(
    clients: dict[str, ModuleType], name: str
) -> None:
    package = clients[name]
    for module in pkgutil.walk_packages(package.__path__, f"{name}."):
        importlib.import_module(module.name)
    for owner in (package, package._runtime):
        for attribute in owner.__all__:
            getattr(owner, attribute)


@pytest.mark.parametrize(("kind", "name"), [*zip(KINDS, NAMES, strict=True)])
def test_missing_names_say_why(
    clients: dict[str, ModuleType], kind: Feature | None, name: str
) -> None:
    package = clients[name]
    for attribute, feature in missing_names(features_of(kind)).items():
        message = f"^{attribute} is not part of this client: {feature.value}$"
        for module in (package, package._runtime):
            with pytest.raises(AttributeError, match=message):
                getattr(module, attribute)
            with pytest.raises(ImportError, match=message):
                exec(f"from {module.__name__} import {attribute}")
            assert not hasattr(module, attribute)
            assert attribute not in dir(module) and attribute not in module.__all__
    with pytest.raises(ImportError, match="cannot import name 'nothing'"):
        exec(f"from {name} import nothing")
    with pytest.raises(AttributeError, match=r"types' has no attribute 'SyncPage'"):
        _ = package.types.SyncPage


def test_calls_need_no_feature(clients: dict[str, ModuleType], serve: Serve) -> None:
    server = serve(json_reply([{"id": "a"}]), json_reply({"id": "b"}))
    with clients["needs_nothing"].Acme(base_url=server.url) as client:
        assert client.pets.list()[0].id == "a"
        assert client.pets.create(id="b").id == "b"
        raw = client.pets.with_raw_response.retrieve("c")
        assert raw.parse().id == "b" and raw.status_code == 200
        with client.pets.with_streaming_response.retrieve("c") as response:
            assert b"".join(response.iter_bytes()) == b'{"id": "b"}'
        assert client.get("/pets/c") == {"id": "b"}
    with clients["needs_tokens"].Acme(base_url=server.url) as client:
        assert client.pets.retrieve("c").id == "b"


def test_undocumented_calls_say_what_is_missing(
    clients: dict[str, ModuleType], serve: Serve
) -> None:
    server = serve(json_reply({}))
    multipart = {"extra_headers": {"Content-Type": "multipart/form-data"}}
    with clients["needs_nothing"].Acme(base_url=server.url) as client:
        with pytest.raises(
            ImportError,
            match=r"_runtime\.requests\.multipart is not part of this client: no operation"
            " of the API sends a multipart body",
        ):
            client.post("/uploads", body={"file": b"x"}, **multipart)
    assert not server.received
    with clients["needs_multipart"].Acme(base_url=server.url) as client:
        client.post("/uploads", body={"file": b"x"}, **multipart)
    assert b'name="file"' in server.received[0].body


@pytest.mark.parametrize(
    ("kind", "body", "headers"),
    [
        (Feature.UPLOADS, Path(__file__), {}),
        (Feature.FORMS, {"name": "a"}, {"Content-Type": FORM}),
    ],
)
def test_undocumented_bodies_need_their_feature(
    clients: dict[str, ModuleType],
    serve: Serve,
    kind: Feature,
    body: object,
    headers: dict[str, str],
) -> None:
    server = serve(json_reply({}))
    with clients["needs_nothing"].Acme(base_url=server.url) as client:
        with pytest.raises(ImportError, match=f"this client: {kind.value}$"):
            client.post("/other", body=body, extra_headers=headers)
        assert not server.received
        for sent in ("text", b"bytes", [1]):
            client.post("/other", body=sent)
    with clients[f"needs_{kind.name.lower()}"].Acme(base_url=server.url) as client:
        client.post("/other", body=body, extra_headers=headers)
    own = Path(__file__).read_bytes()
    assert server.received[-1].body in (own, b"name=a")


@pytest.mark.parametrize(
    ("kind", "type_", "value", "result"),
    [
        (Feature.UNIONS, "Pet | dict[str, str]", {"id": "a"}, "Pet"),
        (Feature.TUPLES, "tuple[Pet, str]", [{"id": "a"}, "b"], "tuple"),
    ],
)
def test_own_models_need_the_feature_of_their_types(
    clients: dict[str, ModuleType],
    kind: Feature,
    type_: str,
    value: object,
    result: str,
) -> None:
    def convert(package: ModuleType) -> str:
        types = package.types
        namespace = {"__module__": types.Pet.__module__, "__annotations__": {}}
        namespace["__annotations__"] = {"thing": type_}
        own = type("Own", (package.BaseModel,), namespace)
        return type(own.from_dict({"thing": value}).thing).__name__

    assert convert(clients[f"needs_{kind.name.lower()}"]) == result
    with pytest.raises(ImportError, match=f"this client: {kind.value}$"):
        convert(clients["needs_nothing"])


def test_types_that_are_no_unions_need_no_feature(tmp_path: Path) -> None:
    # An optional model, a model or an array, a model or a string, aliases of scalars.
    fields = {
        "optional": {"anyOf": [reference("Pet"), {"type": "null"}]},
        "some": {"anyOf": [reference("Pet"), {"type": "array", "items": STRING}]},
        "named": {"anyOf": [reference("Pet"), STRING]},
        "words": {"anyOf": [reference("Size"), reference("Word")]},
    }
    thing = {"type": "object", "properties": fields}
    schemas = {"Thing": thing, "Size": {"enum": ["s", "m"]}, "Word": STRING}
    case = Case(operation("get", DONE | content(reference("Thing"))), schemas)
    spec = tmp_path / "fields.json"
    spec.write_text(case.document())
    generated = generate(spec, tmp_path, "fields", testing=False, docs=False)
    assert generated.package.features == ()
    value = {
        "optional": {"id": "a"},
        "some": [{"id": "b"}],
        "named": {"id": "c"},
        "words": "s",
    }
    package = import_from(tmp_path, "fields")
    thing = package.types.Thing.from_dict(value)
    assert (thing.optional.id, thing.some, thing.named.id, thing.words) == (
        *("a", [{"id": "b"}], "c", "s"),
    )


def test_aliases_are_resolved_also_in_a_cycle(tmp_path: Path) -> None:
    schemas = {
        "One": {"anyOf": [reference("Two"), reference("Pet")]},
        "Two": {"anyOf": [reference("One"), {"$ref": "#/components/schemas/Toy"}]},
        "Toy": {"type": "object", "properties": {"price": {"type": "number"}}},
        "List": {"type": "array", "items": reference("Two")},
    }
    case = Case(operation("get", DONE | content(reference("List"))), schemas)
    spec = tmp_path / "cycle.json"
    spec.write_text(case.document())
    generated = generate(spec, tmp_path, "cycle", testing=False, docs=False)
    assert generated.package.features == (Feature.UNIONS,)


def test_callers_select_any_media_type_of_a_range(tmp_path: Path) -> None:
    spec = tmp_path / "ranges.json"
    spec.write_text(Case(sending({"type": "object"}, "*/*")).document())
    features = generate(spec, tmp_path / "out", "ranges").package.features
    assert features == (
        Feature.UPLOADS,
        Feature.FORMS,
        Feature.MULTIPART,
        Feature.JSON_LINES,
        Feature.TESTING,
    )


def test_full_runtime_has_everything_but_the_mock(tmp_path: Path) -> None:
    generated = write(tmp_path, None, runtime="full")
    assert set(generated.package.features) == set(Feature) - {
        Feature.SHARED,
        Feature.TESTING,
        Feature.COMMAND_LINE,
        Feature.NATIVE_TYPES,
    }
    settings = {"testing": True, "command_line": True}
    generated = write(tmp_path, None, runtime="full", **settings)
    selected = set(Feature) - {Feature.SHARED, Feature.NATIVE_TYPES}
    assert set(generated.package.features) == selected


def test_modules_vanish_with_their_feature(tmp_path: Path) -> None:
    package = tmp_path / "needs_nothing/needs_nothing"
    write(tmp_path, None, runtime="full", testing=True)
    assert (package / "_runtime/streaming/sse.py").exists()
    assert (package / "testing.py").exists()
    write(tmp_path, None)
    for path in (
        "_runtime/streaming/sse.py",
        "_runtime/testing",
        "_runtime/structured",
    ):
        assert not (package / path).exists()
    assert not (package / "testing.py").exists()
    assert not (package / "_samples.json").exists()


def test_readme_has_the_mock_only_if_there_is_one(tmp_path: Path) -> None:
    for testing in (True, False):
        files = write(tmp_path, None, testing=testing).files
        assert ("## Testing" in files["README.md"].decode()) is testing
        assert ("mock" in files["README.md"].decode()) is testing


def test_three_operations_are_small(tmp_path: Path) -> None:
    files = write(tmp_path, None).files
    modules = [name for name in files if name.endswith(".py") and "/types/" not in name]
    lines = count_lines(files[name].decode() for name in modules)
    assert lines.code < 7500
    assert len(modules) < 59


def test_hints_for_own_code_say_why_a_name_is_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, None)
    own = tmp_path / "needs_nothing/needs_nothing/ext"
    own.mkdir()
    (own / "__init__.py").touch()
    (own / "events.py").write_text(
        "from .. import Stream\n"
        "from .._runtime import SyncPage\n"
        "from .._runtime.structured.parsing import Parsed\n"
        "from ..testing import MockAPI\n"
    )
    (tmp_path / "pyproject.toml").write_text(
        "[tool.oasmith]\npackage = 'needs_nothing'\nclient = 'Acme'\ntesting = false\n"
        "docs = false\noutput = 'needs_nothing'\nspecs = ['needs_nothing.json']\n"
    )
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(main, ["generate"])
    assert result.exit_code == 1, result.output
    hints = [line.strip() for line in result.output.splitlines() if "hint: " in line]
    added = '; `runtime = "full"` in the settings adds it nevertheless'
    assert hints == [
        f"hint: no operation of the API streams{added}",
        f"hint: no operation of the API returns pages{added}",
        f"hint: no operation of the API has structured output{added}",
        "hint: the setting `testing` is false; remove it from the settings",
    ]


def run(directory: Path, *command: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", *command],
        cwd=directory,
        capture_output=True,
        text=True,
        check=False,
    )
    return done.stdout


def test_types_of_all_clients_are_complete(tmp_path: Path) -> None:
    for kind in KINDS:
        write(tmp_path, kind)
    packages = [tmp_path / name / name for name in NAMES]
    (tmp_path / "checked").mkdir()
    assert mypy_errors(packages, tmp_path / "checked") == {}
    modules = map(str, distinct_modules(packages))
    command = ("pyright", "--pythonpath", sys.executable, "--outputjson", *modules)
    assert json.loads(run(tmp_path, *command))["generalDiagnostics"] == []


def test_type_checkers_miss_what_the_client_lacks(tmp_path: Path) -> None:
    write(tmp_path, None)
    root = tmp_path / "needs_nothing"
    (root / "caller.py").write_text(
        "from needs_nothing import Stream\nimport needs_nothing.testing\n"
        "needs_nothing._runtime.SyncPage\n"
    )
    output = run(root, "mypy", "--strict", "caller.py")
    assert 'Module "needs_nothing" has no attribute "Stream"' in output
    assert "needs_nothing.testing" in output
    output = run(root, "pyright", "--pythonpath", sys.executable, "caller.py")
    assert '"Stream" is unknown import symbol' in output
    assert 'Import "needs_nothing.testing" could not be resolved' in output
