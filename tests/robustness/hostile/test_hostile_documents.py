"""Text of a document is never interpreted as code or markup in the output."""

from __future__ import annotations

import ast
import json
import re
import subprocess
import sys
import tomllib
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml
from packaging.version import Version

from generator.cli.inspect import STAGES, render_stage
from generator.config import Config
from generator.diagnostics import Diagnostics
from generator.emission import write_tree
from generator.pipeline import Generated, build
from tests.clients import is_formatted
from tests.robustness.hostile.documents import TEXTS, document
from tests.typing.cached_mypy import mypy_errors
from tests.unit.rendering.pages import active_markup, cell_counts, headings

pytestmark = pytest.mark.slow(seconds=40)

_RUNTIME = re.compile(r".*/_runtime/.*")
_PATH = re.compile(r"[\w.]+(/[\w.]+)*")
_TOKEN = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
each_text = pytest.mark.parametrize("name", TEXTS)


@dataclass(frozen=True)
class Output:
    """The output for a hostile document."""

    generated: Generated
    directory: Path
    diagnostics: Diagnostics

    @property
    def files(self) -> dict[str, str]:
        """The files that depend on the document, by path."""
        return {
            path: content.decode()
            for path, content in self.generated.files.items()
            if not _RUNTIME.fullmatch(path)
        }

    def ending(self, ending: str) -> dict[str, str]:
        """Return the files whose paths have an ending."""
        return {
            path: text for path, text in self.files.items() if path.endswith(ending)
        }


@pytest.fixture(scope="module")
def outputs(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Output]:
    """The output for each hostile text."""
    result = {}
    for name, text in TEXTS.items():
        directory = tmp_path_factory.mktemp(name)
        spec = directory / "spec.json"
        spec.write_text(json.dumps(document(text)), encoding="utf-8")
        diagnostics = Diagnostics()
        generated = build(
            Config(specs=("spec.json",), directory=directory), diagnostics
        )
        write_tree(
            generated.files, generated.manifest, directory / "a" / "b", force=False
        )
        result[name] = Output(generated, directory, diagnostics)
    return result


@each_text
def test_only_operations_that_cannot_be_sent_are_left_out(
    name: str, outputs: dict[str, Output]
) -> None:
    """A method must be a token of HTTP, and a path must not have `..` segments."""
    operations = list(_operations(document(TEXTS[name])))
    assert len(operations) == 13
    expected = sorted(
        (method, path)
        for method, path in operations
        if _TOKEN.fullmatch(method) and ".." not in path.split("/")
    )
    calls = outputs[name].generated.package.calls
    assert sorted((call.method, call.path) for call in calls) == expected
    codes = [item.rule.code for item in outputs[name].diagnostics]
    methods = [method for method, path in operations if ".." not in path.split("/")]
    assert codes.count("invalid-method") == sum(
        not _TOKEN.fullmatch(method) for method in methods
    )
    dotted = {path for _, path in operations if ".." in path.split("/")}
    assert codes.count("invalid-path") == len(dotted)


def _operations(description: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield the method and the path of each operation of a document as it is read."""
    for key, item in description["paths"].items():
        path = re.sub("[\ud800-\udfff]", "\ufffd", key)
        for method in ("get", "post", "put"):
            if method in item:
                yield method.upper(), path
        for method in item.get("additionalOperations", ()):
            yield method, path


@each_text
def test_modules_call_only_known_names(name: str, outputs: dict[str, Output]) -> None:
    for path, source in outputs[name].ending(".py").items():
        tree = ast.parse(source)
        existing = {
            alias.asname or alias.name
            for node in ast.walk(tree)
            if isinstance(node, ast.Import | ast.ImportFrom)
            for alias in node.names
        } | {node.name for node in ast.walk(tree) if isinstance(node, ast.ClassDef)}
        for node in ast.walk(tree):
            if isinstance(node, ast.Call):
                assert _is_known(node.func, existing), (path, ast.unparse(node))


def _is_known(called: ast.expr, existing: set[str]) -> bool:
    """Return whether a call is of an imported or local name, or of a method."""
    match called:
        case ast.Name(name):
            return name in existing or name == "super"
        case ast.Subscript(ast.Attribute(ast.Name("_runtime"), "CredentialOption")):
            return True
        case ast.Attribute(ast.Name("_runtime" | "_wrappers" | "self"), name):
            return not name.startswith("__")
        case ast.Attribute(ast.Name("_NAMES" | "names"), "values" | "split"):
            return True
        case ast.Attribute(ast.Call(ast.Name("super")), "__init__"):
            return True
        case ast.Attribute(ast.Call(ast.Name("Path")), "with_name"):
            return True
        case ast.Attribute(ast.Call(ast.Name("MockAPI")), "client" | "async_client"):
            return True
    return False


@each_text
def test_sources_contain_no_invisible_characters(
    name: str, outputs: dict[str, Output]
) -> None:
    for path, text in outputs[name].files.items():
        for char in set(text) - {"\n", "\t"}:
            assert unicodedata.category(char) not in ("Cc", "Cf", "Cs"), (path, char)
            assert char not in "\u2028\u2029", path


@each_text
def test_sources_are_formatted(name: str, outputs: dict[str, Output]) -> None:
    for path, source in outputs[name].ending(".py").items():
        assert is_formatted(source), path


@each_text
def test_pages_contain_no_markup_of_the_document(
    name: str, outputs: dict[str, Output]
) -> None:
    for path, page in outputs[name].ending(".md").items():
        assert active_markup(page) == [], path
        assert set(cell_counts(page)) <= {2, 3, 4, 5}, path
        assert len([line for line in headings(page) if line.startswith("# ")]) == 1


@pytest.mark.parametrize("name", ["newlines", "controls", "surrogates"])
@pytest.mark.parametrize("stage", STAGES)
def test_inspect_escapes_invisible_characters(
    name: str, stage: str, outputs: dict[str, Output]
) -> None:
    generated = outputs[name].generated
    text = render_stage(generated, stage, None, "text")
    unseen = {char for char in text if char != "\n" and _hides(char)}
    assert unseen == set()
    if stage in ("model", "python"):
        assert all(map(str.strip, text.replace("\n\n", "\n").splitlines()))
    elif stage == "settings":
        tomllib.loads(text)
    elif name != "surrogates":  # YAML cannot represent them
        printed = json.loads(render_stage(generated, stage, None, "json"))
        assert yaml.safe_load(text) == printed


def _hides(char: str) -> bool:
    return unicodedata.category(char) in {"Cc", "Cf", "Cs", "Zl", "Zp"}


@each_text
def test_package_metadata_is_valid(name: str, outputs: dict[str, Output]) -> None:
    generated = outputs[name].generated
    read = tomllib.loads(outputs[name].files["pyproject.toml"])
    assert read.keys() == {"build-system", "project", "tool"}
    project = read["project"]
    keys = {"name", "version", "description", "readme", "requires-python"}
    assert project.keys() == {*keys, "dependencies", "classifiers"}
    assert str(Version(project["version"])) == project["version"]
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", project["name"])
    assert project["description"].isprintable()
    assert read["tool"]["hatch"]["build"]["targets"]["wheel"] == {
        "packages": [generated.config.package]
    }


@each_text
def test_files_are_written_only_to_the_output(
    name: str, outputs: dict[str, Output]
) -> None:
    output = outputs[name]
    written = {
        path.relative_to(output.directory).as_posix()
        for path in output.directory.rglob("*")
        if path.is_file()
    }
    below = {f"a/b/{path}" for path in (*output.generated.files, ".oasmith.json")}
    assert written - {"spec.json"} <= below | {"a/b/.oasmith.lock"}
    for path in output.generated.files:
        assert _PATH.fullmatch(path) and ".." not in path, path


_PROGRAM = """
import importlib, pathlib, sys
for directory, package in zip(sys.argv[1::2], sys.argv[2::2]):
    sys.path.insert(0, directory)
    root = pathlib.Path(directory, package)
    for file in sorted(root.rglob("*.py")):
        if file.parent.name == "_runtime":
            continue
        parts = file.relative_to(directory).with_suffix("").parts
        name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
        for known in [m for m in sys.modules if m.split(".")[0] == package]:
            if not known.startswith(package + "._runtime"):
                del sys.modules[known]
        module = importlib.import_module(name)
        for public in getattr(module, "__all__", ()):
            getattr(module, public)
    sys.path.remove(directory)
    for known in [m for m in sys.modules if m.split(".")[0] == package]:
        del sys.modules[known]
"""
"""Program that imports each module of packages as the first one, after the runtime."""


def test_imports_execute_no_code_of_the_document(
    outputs: dict[str, Output], tmp_path: Path
) -> None:
    arguments = [
        argument
        for output in outputs.values()
        for argument in (str(output.directory / "a/b"), output.generated.config.package)
    ]
    run = subprocess.run(
        [sys.executable, "-c", _PROGRAM, *arguments],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    assert not list(tmp_path.iterdir())


def test_type_checkers_report_no_errors(
    outputs: dict[str, Output], tmp_path: Path
) -> None:
    packages = [
        output.directory / "a/b" / output.generated.config.package
        for output in outputs.values()
    ]
    assert mypy_errors(packages, tmp_path) == {}
