"""`oasmith init` adds missing parts, keeps existing content, and reports changes."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
import yaml

from generator.config import read_settings
from tests.unit.cli.conftest import SMALL, snapshot
from tests.unit.cli.init.conftest import Init

WRITTEN = (
    "pyproject.toml",
    "Makefile",
    ".github/workflows/oasmith.yml",
    ".gitattributes",
)


def test_all_parts_are_added_to_an_empty_repository(
    init: Init, repository: Path
) -> None:
    stdout = init().stdout
    assert set(snapshot(repository)) == {"openapi.yaml", *WRITTEN}
    for name in WRITTEN:
        assert f"{name}: " in stdout
    assert "Next: run `make generate`" in stdout
    assert (repository / "pyproject.toml").read_text() == (
        '[tool.oasmith]\nspecs = ["openapi.yaml"]\n'
        'package = "small_client"\nclient = "Small"\n'
    )
    assert (repository / ".gitattributes").read_text() == (
        "generated/** text eol=lf linguist-generated\n"
    )


def test_a_second_run_adds_nothing(init: Init, repository: Path) -> None:
    init()
    before = snapshot(repository)
    stdout = init().stdout
    init("openapi.yaml")
    assert snapshot(repository) == before
    assert stdout.count("already present") == len(WRITTEN) and "added" not in stdout


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("end", ["", "\n"])
def test_existing_content_is_unchanged(
    init: Init, repository: Path, newline: str, end: str
) -> None:
    before = {
        "pyproject.toml": '# mine\n[project]\nname = "mine"  # é\nversion = "1"',
        "Makefile": "all: test\n\ntest:\n\techo \\\n\t  done",
        ".gitattributes": "* text=auto\n*.png binary",
        ".github/workflows/oasmith.yml": "name: mine  # runs oasmith",
    }
    for name, text in before.items():
        before[name] = text = (text + end).replace("\n", newline)
        (repository / name).parent.mkdir(parents=True, exist_ok=True)
        (repository / name).write_bytes(text.encode())
    init()
    after = snapshot(repository)
    for name, text in before.items():
        assert after[name].startswith(text.encode()), name
        added = after[name][len(text.encode()) :].decode()
        assert ("\r\n" in added) == (newline == "\r\n" and bool(added)), name
        assert "\n" not in added.replace("\r\n", "") or newline == "\n"
    assert (
        after[".github/workflows/oasmith.yml"]
        == before[".github/workflows/oasmith.yml"].encode()
    )
    assert tomllib.loads(after["pyproject.toml"].decode())["project"]["version"] == "1"
    assert read_settings(repository / "pyproject.toml")[0].client == "Small"
    lines = after[".gitattributes"].decode().splitlines()
    assert lines[:2] == ["* text=auto", "*.png binary"] and len(lines) == 3


@pytest.mark.parametrize(
    ("text", "generate", "check"),
    [
        ("build:\n\ttrue\ngenerated := 1\n", "generate", "check"),
        ("test check: build\n\ttrue\n", "generate-client", "check-client"),
        ("generate::\n\ttrue\n", "generate-client", "check-client"),
        (
            "generate:\n\ttrue\ncheck-client:\n\ttrue\n",
            "oasmith-generate",
            "oasmith-check",
        ),
    ],
)
def test_targets_get_unused_names(
    init: Init, repository: Path, text: str, generate: str, check: str
) -> None:
    (repository / "GNUmakefile").write_text(text)
    stdout = init().stdout
    assert f"GNUmakefile: `make {generate}` and `make {check}` added" in stdout
    assert f"Next: run `make {generate}`" in stdout
    assert not (repository / "Makefile").exists()
    assert f"\n{check}: ## " in (repository / "GNUmakefile").read_text()


@pytest.mark.parametrize(
    "names",
    [
        ["swagger.json"],
        ["openapi.yml", "other.yaml"],
        ["OpenAPI.yaml", "data.yaml"],
        ["acme.yaml"],
        ["api/acme.json"],
        ["specs/openapi.yaml", "specs/older.yaml"],
    ],
)
def test_document_is_detected(init: Init, repository: Path, names: list[str]) -> None:
    (repository / "openapi.yaml").unlink()
    (repository / "values.yaml").write_text("description: 'openapi: 3'\nopen: api\n")
    (repository / "package.json").write_text('{"name": "openapi"}')
    for name in names:
        (repository / name).parent.mkdir(exist_ok=True)
        json = '{"openapi": "3.1.0", "info": {"title": "Small"}, "paths": {}}'
        text = json if name.endswith(".json") else SMALL
        (repository / name).write_text(text)
    init()
    assert read_settings(repository / "pyproject.toml")[0].specs == (names[0],)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_files_with_a_byte_order_mark_are_supported(
    init: Init, repository: Path, encoding: str
) -> None:
    (repository / "openapi.yaml").write_text(SMALL, encoding=encoding)
    settings = b'\xef\xbb\xbf[project]\r\nname = "x"\r\n'
    (repository / "pyproject.toml").write_bytes(settings)
    init()
    assert (repository / "pyproject.toml").read_bytes().startswith(settings)
    assert read_settings(repository / "pyproject.toml")[0].specs == ("openapi.yaml",)


def test_document_argument_is_used(init: Init, repository: Path) -> None:
    (repository / "deep/er").mkdir(parents=True)
    (repository / "deep/er/one.yaml").write_text(SMALL)
    init(str(repository / "deep/er/one.yaml"))
    assert read_settings(repository / "pyproject.toml")[0].specs == (
        "deep/er/one.yaml",
    )


def test_errors_are_reported_before_files_are_written(
    init: Init, repository: Path
) -> None:
    def rejected(*arguments: str, code: int = 2) -> str:
        before = snapshot(repository)
        stdout = init(*arguments, code=code).stderr
        assert snapshot(repository) == before
        return stdout

    assert "spec-not-found" in rejected("nothing.yaml", code=1)
    (repository / "second.yaml").write_text(SMALL)
    (repository / "openapi.yaml").rename(repository / "first.yaml")
    assert "several OpenAPI documents: first.yaml, second.yaml" in rejected()
    (repository / "first.yaml").unlink()
    (repository / "second.yaml").unlink()
    assert "no OpenAPI document was found in this directory" in rejected()
    (repository / "openapi.yaml").write_text(SMALL)
    (repository / "pyproject.toml").write_text("tool = {}\n")
    assert "the table [tool.oasmith] cannot be appended" in rejected()
    (repository / "pyproject.toml").write_text("tool = [\n")
    assert "is not valid TOML" in rejected()
    (repository / "pyproject.toml").write_bytes(b"# \xe9\n")
    assert "it is not UTF-8" in rejected()


def test_settings_with_other_documents_are_not_changed(
    init: Init, repository: Path
) -> None:
    (repository / "pyproject.toml").write_text(
        '[tool.oasmith]\nspecs = ["openapi.yaml"]\noutput = "src/the client"\n'
    )
    assert "change its `specs`" in init("other.yaml", code=2).stderr
    init()
    assert (repository / ".gitattributes").read_text() == (
        '"src/the client/**" text eol=lf linguist-generated\n'
    )


def test_settings_in_a_subfolder_of_the_repository(
    init: Init, repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    below = repository / "services/my api"
    below.mkdir(parents=True)
    (repository / "openapi.yaml").rename(below / "openapi.yaml")
    monkeypatch.chdir(below)
    init()
    read = yaml.safe_load((repository / ".github/workflows/oasmith.yml").read_text())
    place = read["jobs"]["check"]["defaults"]["run"]["working-directory"]
    assert repository / place == below
    assert (below / ".gitattributes").is_file() and (below / "Makefile").is_file()


def test_hostile_names_are_escaped(init: Init, repository: Path) -> None:
    name = 'a"]\\\u202e [x].yaml'
    (repository / "openapi.yaml").rename(repository / name)
    init(name)
    read = tomllib.loads((repository / "pyproject.toml").read_text())
    assert read["tool"]["oasmith"]["specs"] == [name]
    assert read.keys() == {"tool"} and read["tool"].keys() == {"oasmith"}
