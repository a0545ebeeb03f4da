"""Clients of one settings file that share a runtime."""

from __future__ import annotations

import asyncio
import importlib
import json
import pickle
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from generator.cli.commands import main
from generator.emission import Manifest
from generator.python.features import Feature
from tests.clients import RUNTIME, import_from
from tests.e2e.runtime.features import CASES, STRING
from tests.typing.distinct_modules import distinct_modules
from tests.unit.runtime.conftest import Server, json_reply, serve  # noqa: F401

pytestmark = pytest.mark.slow

Serve = Callable[..., Server]

SETTINGS = """\
[tool.oasmith]
runtime = "shared"
runtime_package = "{runtime}"
docs = false
validate = false
"""
CLIENT = """
[[tool.oasmith.clients]]
specs = ["{name}.json"]
package = "{name}"
client = "Acme"
output = "clients/{name}"
"""


def write_settings(root: Path, runtime: str, *names: str) -> None:
    clients = (CLIENT.format(name=name) for name in names)
    text = SETTINGS.format(runtime=runtime) + "".join(clients)
    (root / "pyproject.toml").write_text(text)


def write_document(root: Path, name: str, kind: Feature | None, key: str) -> None:
    """Write the document for a feature, with a key in `Pet` that others lack."""
    document = json.loads(CASES[kind].document())
    document["components"]["schemas"]["Pet"]["properties"][key] = STRING
    document["components"]["schemas"]["Pet"]["properties"]["owner"] = {
        "type": "object",
        "properties": {key: STRING},
    }
    (root / f"{name}.json").write_text(json.dumps(document))


def oasmith(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments)


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a directory with settings of two clients that are not generated yet."""
    monkeypatch.chdir(tmp_path)
    write_settings(tmp_path, "both_runtime", "paged", "called")
    write_document(tmp_path, "paged", Feature.PAGINATION, "page_note")
    write_document(tmp_path, "called", Feature.CALLBACKS, "call_note")
    return tmp_path


@pytest.fixture(scope="module")
def clients(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Any, Any]]:
    """Return two imported clients that share a runtime."""
    root = tmp_path_factory.mktemp("shared")
    write_settings(root, "used_runtime", "pages", "callbacks")
    write_document(root, "pages", Feature.PAGINATION, "page_note")
    write_document(root, "callbacks", Feature.CALLBACKS, "call_note")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(root)
        assert oasmith("generate").exit_code == 0
    sys.path.insert(0, str(root / "runtime"))
    yield tuple(  # type: ignore[misc]
        import_from(root / "clients" / name, name) for name in ("pages", "callbacks")
    )
    sys.path.remove(str(root / "runtime"))


def test_runtime_has_what_any_client_needs(project: Path) -> None:
    result = oasmith("generate")
    assert result.exit_code == 0, result.output
    assert "both_runtime: runtime of 2 clients" in result.output
    runtime = project / "runtime/both_runtime"
    assert (runtime / "pagination/pages.py").exists()
    assert (runtime / "callbacks.py").exists()
    assert not (runtime / "streaming/sse.py").exists()
    assert not list(project.glob("clients/*/*/_runtime/"))
    assert oasmith("check").exit_code == 0
    again = oasmith("generate").output
    assert again.count("Nothing to do") == 3, again


def test_selected_client_keeps_the_parts_of_the_others(project: Path) -> None:
    oasmith("generate")
    write_document(project, "called", None, "call_note")
    assert oasmith("generate", "--select", "paged").exit_code == 0
    runtime = project / "runtime/both_runtime"
    assert (runtime / "callbacks.py").exists()
    assert oasmith("generate", "--select", "called").exit_code == 0
    assert not (runtime / "callbacks.py").exists()
    assert (runtime / "pagination/pages.py").exists()


def test_removed_client_leaves_no_parts(project: Path) -> None:
    oasmith("generate")
    write_settings(project, "both_runtime", "called")
    result = oasmith("check")
    assert result.exit_code == 1
    assert "pagination/pages.py: no longer generated" in result.output
    assert oasmith("generate").exit_code == 0
    assert not (project / "runtime/both_runtime/pagination/pages.py").exists()


def test_renamed_runtime_replaces_the_old_one(project: Path) -> None:
    oasmith("generate")
    write_settings(project, "new_runtime", "paged", "called")
    result = oasmith("check")
    assert "the setting `runtime_package` changed" in result.output
    result = oasmith("generate")
    assert result.exit_code == 0, result.output
    assert [path.name for path in (project / "runtime").glob("*_runtime")] == [
        "new_runtime"
    ]
    errors = (project / "clients/paged/paged/errors.py").read_text()
    assert "from new_runtime.responses.errors import" in errors


def test_edits_of_the_runtime_are_kept(project: Path) -> None:
    oasmith("generate")
    edited = project / "runtime/both_runtime/lazy.py"
    edited.write_text(edited.read_text() + "# edited\n")
    result = oasmith("check")
    assert result.exit_code == 1
    assert "runtime/both_runtime/lazy.py: edited by hand" in result.output
    result = oasmith("generate")
    assert result.exit_code == 1 and "lazy.py" in result.output
    assert edited.read_text().endswith("# edited\n")
    assert oasmith("generate", "--force").exit_code == 0
    assert oasmith("check").exit_code == 0


def test_client_can_return_to_a_runtime_of_its_own(project: Path) -> None:
    oasmith("generate")
    file = project / "pyproject.toml"
    file.write_text(file.read_text().replace('"shared"', '"needed"'))
    result = oasmith("generate")
    assert result.exit_code == 2 and "runtime_package" in result.output
    package_line = re.compile("^runtime_package.*\n", re.MULTILINE)
    file.write_text(package_line.sub("", file.read_text()))
    assert oasmith("generate").exit_code == 0
    package = project / "clients/paged/paged"
    assert (package / "_runtime/lazy.py").exists()
    assert not (package / "_runtime.py").exists()
    assert not Manifest.read(project / "clients/paged").runtime_parts


def test_calls_return_the_types_of_their_client(
    clients: tuple[Any, Any], serve: Serve
) -> None:
    pages, callbacks = clients
    pet = {"id": "a", "owner": {"page_note": "p", "call_note": "c"}}
    server = serve(
        json_reply(pet), json_reply(pet), json_reply({"data": [pet], "has_more": False})
    )
    with pages.Acme(base_url=server.url) as client:
        first = client.pets.retrieve("a")
    with callbacks.Acme(base_url=server.url) as client:
        second = client.pets.retrieve("a")
        payload = json.dumps(pet).encode()
        headers = {"Content-Type": "application/json"}
        received = client.callbacks.parse_born(payload, headers)
    assert type(first) is pages.types.Pet and first.owner.page_note == "p"
    assert type(second) is callbacks.types.Pet and second.owner.call_note == "c"
    assert type(received) is callbacks.types.Pet
    with pages.Acme(base_url=server.url) as client:
        (item,) = client.things.list()
    assert type(item) is pages.types.Pet
    assert pickle.loads(pickle.dumps(first)) == first


def test_asynchronous_calls_return_the_types_of_their_client(
    clients: tuple[Any, Any], serve: Serve
) -> None:
    server = serve(json_reply({"id": "a"}))

    async def retrieve(package: Any) -> Any:
        async with package.AsyncAcme(base_url=server.url) as client:
            return await client.pets.retrieve("a")

    for package in clients:
        assert type(asyncio.run(retrieve(package))) is package.types.Pet


def test_clients_have_the_same_runtime_classes(
    clients: tuple[Any, Any], serve: Serve
) -> None:
    pages, callbacks = clients
    assert pages.APIError is callbacks.APIError and pages.omit is callbacks.omit
    server = serve(json_reply({"message": "gone"}, 404))
    with pages.Acme(base_url=server.url, max_retries=0) as client:
        with pytest.raises(callbacks.NotFoundError):
            client.pets.retrieve("a")
    mock = importlib.import_module("pages.testing").MockAPI()
    assert pages.Acme(http_client=mock.client()).pets.retrieve("a").id


def test_missing_names_say_why(clients: tuple[Any, Any]) -> None:
    pages, callbacks = clients
    streams = "Stream is not part of this client: no operation of the API streams"
    returns = (
        "SyncPage is not part of this client: no operation of the API returns pages"
    )
    for package, name, message in (
        (pages, "Stream", streams),
        (callbacks, "Stream", streams),
        (callbacks, "SyncPage", returns),
    ):
        with pytest.raises(AttributeError, match=message):
            getattr(package, name)
        with pytest.raises(ImportError, match=message):
            exec(f"from {package.__name__} import {name}")


def run_python(project: Path, code: str) -> str:
    paths = [project / "runtime", *project.glob("clients/*")]
    program = f"import sys; sys.path[:0] = {[*map(str, paths)]}\n{code}"
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=False
    )
    return done.stdout + done.stderr


def test_other_version_of_the_runtime_is_an_error_at_import(project: Path) -> None:
    oasmith("generate")
    version = project / "runtime/both_runtime/version.py"
    text = version.read_text()
    version.write_text(
        text.replace('VERSION: Final[str] = "', 'VERSION: Final[str] = "0.0.1-')
    )
    output = run_python(project, "import paged")
    assert "ImportError: paged needs version 0." in output
    assert "of both_runtime, and 0.0.1-0." in output
    assert "is installed; generate and install them together" in output


def test_runtime_without_a_needed_part_is_an_error_at_import(project: Path) -> None:
    oasmith("generate")
    shutil.copytree(project / "clients/paged", project / "kept")
    write_settings(project, "both_runtime", "called")
    oasmith("generate")
    shutil.rmtree(project / "clients/paged")
    shutil.move(project / "kept", project / "clients/paged")
    output = run_python(project, "import called; import paged")
    assert (
        "ImportError: paged needs both_runtime.pagination.pages, which was generated "
        "without it (no operation of the API returns pages); generate and install them "
        "together"
    ) in output


def test_settings_of_a_shared_runtime_are_checked(project: Path) -> None:
    file = project / "pyproject.toml"
    text = file.read_text()
    for old, new, message in (
        (
            'runtime_package = "both_runtime"\n',
            "",
            "a shared runtime needs the setting `runtime_package`",
        ),
        (
            '"both_runtime"',
            '"json"',
            "'json' cannot be the name of a package because a module of that name exists",
        ),
        ('"both_runtime"', '"paged"', "'paged' is also the package of a client"),
        (
            "docs = false",
            'runtime_output = "clients/called"',
            "'clients/called' is also the output of a client",
        ),
        (
            'client = "Acme"\n',
            'client = "Acme"\nruntime_output = "other"\n',
            "'runtime_output' must be in [tool.oasmith], for all clients",
        ),
    ):
        file.write_text(text.replace(old, new, 1))
        result = oasmith("generate")
        assert result.exit_code == 2 and message in result.output, result.output
        assert not (project / "clients").exists()


def test_own_code_can_use_the_shared_runtime(project: Path) -> None:
    oasmith("generate")
    own = project / "clients/paged/paged/ext"
    own.mkdir()
    (own / "__init__.py").touch()
    (own / "tools.py").write_text("from .._runtime import BaseModel, SyncPage\n")
    result = oasmith("generate")
    assert result.exit_code == 0, result.output
    code = "import paged.ext.tools; print(paged.ext.tools.SyncPage.__module__)"
    assert run_python(project, code) == "both_runtime.pagination.pages\n"
    (own / "tools.py").write_text("from .._runtime import Stream\n")
    result = oasmith("generate")
    assert result.exit_code == 1
    assert "no operation of the API streams" in result.output


def test_types_of_clients_and_runtime_are_complete(project: Path) -> None:
    oasmith("generate")
    (project / "caller.py").write_text(
        "import called\nimport paged\n\n"
        "def run(first: paged.Acme, second: called.Acme) -> None:\n"
        "    for pet in first.things.list(timeout=30):\n"
        "        reveal_type(pet.page_note)\n"
        "    reveal_type(second.pets.retrieve('a').call_note)\n"
        "    reveal_type(second.callbacks.parse_born(b'', {}))\n"
        "    try:\n        second.pets.list()\n"
        "    except paged.NotFoundError as error:\n"
        "        reveal_type(error.status_code)\n"
    )
    for source in (
        "runtime/both_runtime",
        "clients/paged/paged",
        "clients/called/called",
    ):
        shutil.copytree(project / source, project / Path(source).name)
    paths = ["both_runtime", "paged", "called", "caller.py"]
    done = subprocess.run(
        [sys.executable, "-m", "mypy", "--strict", *paths],
        cwd=project,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout
    for revealed in ("str | None", "called.types.pets.Pet", "int"):
        assert f'Revealed type is "{revealed}"' in done.stdout.replace(
            "builtins.", ""
        ), done.stdout
    # `make check` runs pyright on the modules that repeat those of the generator.
    original = project / "original_runtime"
    shutil.copytree(RUNTIME, original)
    packages = [original, *(project / path for path in paths[:3])]
    modules = [
        str(module)
        for module in distinct_modules(packages)
        if not module.is_relative_to(original)
    ]
    assert modules
    command = ["-m", "pyright", "--pythonpath", sys.executable, "--outputjson"]
    command += [*modules, "caller.py"]
    done = subprocess.run(
        [sys.executable, *command],
        cwd=project,
        capture_output=True,
        text=True,
        check=False,
    )
    severe = [
        item
        for item in json.loads(done.stdout)["generalDiagnostics"]
        if item["severity"] != "information"
    ]
    assert severe == []
