"""The commands with their flags and output."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml

from tests.unit.cli.conftest import PETSHOP, SMALL, Run, snapshot


def test_document_without_settings(run: Run, here: Path) -> None:
    result = run("generate", "small.yaml")
    assert "small_client: 1 operation, 1 type, 0 warnings, 0 notes" in result.stdout
    assert " written, 0 unchanged, 0 removed in generated" in result.stdout
    assert result.stderr == ""
    written = snapshot(here / "generated")
    assert {"small_client/py.typed", "docs/README.md", ".oasmith.json"} <= set(written)
    assert b"class Small" in written["small_client/_client.py"]


def test_second_run_writes_nothing(run: Run, here: Path) -> None:
    run("generate", "small.yaml")
    before = {file: file.stat().st_mtime_ns for file in here.rglob("*")}
    result = run("generate", "small.yaml")
    assert result.stdout.startswith("Nothing to do: small_client: 1 operation")
    assert run("check", "small.yaml").stdout.startswith("Current: small_client")
    assert {file: file.stat().st_mtime_ns for file in here.rglob("*")} == before


def test_second_run_without_cache_writes_nothing(
    run: Run, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OASMITH_CACHE", "off")
    run("generate", "small.yaml")
    before = {file: file.stat().st_mtime_ns for file in here.rglob("*")}
    assert "Nothing to do: " in run("generate", "small.yaml").stdout
    assert run("check", "small.yaml").stdout.startswith("Current: small_client")
    assert {file: file.stat().st_mtime_ns for file in here.rglob("*")} == before


def test_flags_select_names_and_operations(run: Run, here: Path) -> None:
    run(
        *("generate", str(PETSHOP), "--output", "out", "--package", "shop"),
        *("--client", "Shop", "--no-docs", "--only", "listPets", "--only", "/orders/*"),
    )
    written = snapshot(here / "out")
    assert b"class AsyncShop" in written["shop/_client.py"]
    assert not any(name.startswith("docs/") for name in written)
    settings = json.loads(written[".oasmith.json"])["settings"]
    assert settings["only"] == ["listPets", "/orders/*"] and settings["docs"] is False
    assert b"def list" in written["shop/resources/pets.py"]
    assert b"def create" not in written["shop/resources/pets.py"]
    assert "shop/resources/orders.py" in written
    # `check` needs the same flags.
    flags = ("--package", "shop", "--client", "Shop", "--no-docs")
    chosen = ("--only", "listPets", "--only", "/orders/*", "--output", "out")
    run("check", str(PETSHOP), *flags, *chosen)
    run("check", str(PETSHOP), *flags, "--output", "out", code=1)


SETTINGS = """
[tool.oasmith]
output = "out"
package = "pack"
client = "Pack"
exclude = ["addNote"]

[tool.oasmith.credentials]
Token = "PETSHOP_TOKEN"
"""


def test_documents_and_flags_override_single_settings(
    run: Run, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (here / "pyproject.toml").write_text(SETTINGS, encoding="utf-8")
    below = here / "below"
    below.mkdir()
    monkeypatch.chdir(below)
    run("generate", str(PETSHOP))
    written = snapshot(here / "out")
    assert b"class Pack" in written["pack/_client.py"]
    assert b"PETSHOP_TOKEN" in b"".join(written.values())
    assert "pack/resources/orders.py" not in written
    run("generate", str(PETSHOP), "--client", "Other", "--output", "mine")
    written = snapshot(below / "mine")
    assert b"class Other" in written["pack/_client.py"]
    assert b"PETSHOP_TOKEN" in b"".join(written.values())
    run("generate", code=2)  # without documents


def test_config_option(run: Run, here: Path) -> None:
    other = here / "other"
    other.mkdir()
    (other / "small.yaml").write_text(SMALL, encoding="utf-8")
    (other / "my.toml").write_text('[tool.oasmith]\nspecs = "small.yaml"\n')
    for command in ("generate", "check", "validate", "inspect"):
        run(command, "--config", "other/my.toml")
    assert (other / "generated/small_client").is_dir()
    assert not (here / "generated").exists()


CLIENTS = """
[tool.oasmith]
docs = false
[[tool.oasmith.clients]]
specs = "small.yaml"
output = "one"
[[tool.oasmith.clients]]
specs = "other.yaml"
output = "two"
"""


def test_several_clients(run: Run, here: Path) -> None:
    (here / "pyproject.toml").write_text(CLIENTS, encoding="utf-8")
    other = SMALL.replace("Small", "Other").replace("schemas/Thing'", "schemas/No'")
    (here / "other.yaml").write_text(other, encoding="utf-8")
    run("generate")
    assert (here / "one/small_client").is_dir() and (here / "two/other_client").is_dir()
    run("check")
    items = json.loads(run("validate", "--format", "json").stdout)
    assert {item["file"] for item in items} == {"other.yaml"}
    (here / "two/other_client/py.typed").unlink()
    assert "two/other_client/py.typed: deleted" in run("check", code=1).stdout


def test_check_lists_files_and_writes_nothing(run: Run, here: Path) -> None:
    result = run("check", "small.yaml", code=1)
    assert "generated/small_client/_client.py: not written yet" in result.stdout
    assert "not current; run `oasmith generate`" in result.stdout
    assert not (here / "generated").exists()
    run("generate", "small.yaml")
    before = snapshot(here / "generated")
    text = SMALL.replace("name: {type", "other: {type").replace("Things.", "All.")
    (here / "small.yaml").write_text(text, encoding="utf-8")
    result = run("check", "small.yaml", code=1)
    assert "small_client/types/__init__.py" not in result.stdout
    assert ".oasmith.json: out of date" in result.stdout
    assert snapshot(here / "generated") == before


def test_validate_as_text_and_json(run: Run, here: Path) -> None:
    assert run("validate", "small.yaml").stdout == "no diagnostics\n"
    assert run("validate", "small.yaml", "--format", "json").stdout == "[]\n"
    text = SMALL.replace("schemas/Thing'", "schemas/Thin'")
    (here / "small.yaml").write_text(text, encoding="utf-8")
    assert "small.yaml:12:" in run("validate", "small.yaml").stdout
    items = json.loads(run("validate", "small.yaml", "--format", "json").stdout)
    (item,) = [item for item in items if item["code"] == "unresolved-reference"]
    assert (item["file"], item["line"]) == ("small.yaml", 12) and item["hint"]
    (here / "small.yaml").write_text("openapi: [", encoding="utf-8")
    result = run("validate", "small.yaml", "--format", "json", code=1)
    assert json.loads(result.stdout)[0]["severity"] == "error"
    assert not (here / "generated").exists()


def test_validate_has_the_same_result_from_the_cache(run: Run, here: Path) -> None:
    text = SMALL.replace("description: Things.", "descriptions: Things.")
    (here / "small.yaml").write_text(text, encoding="utf-8")
    first = run("validate", "small.yaml", "--format", "json").stdout
    assert len(json.loads(first)) > 0
    assert run("validate", "small.yaml", "--format", "json").stdout == first


def test_inspect_lists_operations(run: Run, here: Path) -> None:
    printed = run("inspect", str(PETSHOP), "--stage", "python", "--format", "json")
    operations = json.loads(printed.stdout)["operations"]
    assert len(operations) == 6
    keys = {"id", "method", "path", "call", "resource"}
    assert all(set(item) == keys for item in operations)
    assert operations[0] == {
        "id": "listPets",
        "method": "GET",
        "path": "/pets",
        "call": "pets.list",
        "resource": "pets",
    }
    assert not (here / "generated").exists()


@pytest.mark.parametrize("stage", ["document", "model", "python", "reference"])
def test_inspect_prints_each_stage(run: Run, stage: str) -> None:
    flags = ("inspect", str(PETSHOP), "--stage", stage)
    printed = run(*flags, "--format", "json").stdout
    tree = json.loads(printed)
    assert run(*flags, "--format", "json").stdout == printed
    text = run(*flags).stdout
    if stage == "model":
        assert "pets\n  create: POST /pets (createPet)\n" in text
    elif stage == "python":
        assert "\npets\n  create(" in text
    else:
        assert yaml.safe_load(text) == tree


def test_inspect_prints_an_upgraded_document_as_text(run: Run, here: Path) -> None:
    parameter = {"name": "limit", "in": "query", "type": "integer", "default": 5}
    operation = {"parameters": [parameter], "responses": {"200": {"description": "ok"}}}
    document = {
        "swagger": "2.0",
        "info": {"title": "Old", "version": "1"},
        "paths": {"/things": {"get": operation}},
    }
    (here / "old.json").write_text(json.dumps(document), encoding="utf-8")
    flags = ("inspect", "old.json", "--stage", "document")
    tree = json.loads(run(*flags, "--format", "json").stdout)
    assert yaml.safe_load(run(*flags).stdout) == tree


def test_inspect_selects_nodes_by_name(run: Run) -> None:
    flags = ("inspect", str(PETSHOP), "--format", "json", "--name")
    (call,) = json.loads(run(*flags, "pets.list", "--stage", "python").stdout)[:1]
    assert call["id"] == "listPets"
    assert json.loads(run(*flags, "nothing").stdout) == []


@pytest.mark.parametrize("command", [(), ("generate",), ("inspect",)])
@pytest.mark.parametrize("flag", ["--help", "-h"])
def test_help(run: Run, command: tuple[str, ...], flag: str) -> None:
    assert run(*command, flag).stdout.startswith("Usage: oasmith")


def test_descriptions_in_the_list_of_commands_are_complete(run: Run) -> None:
    commands = run("--help").output.partition("Commands:")[2]
    assert "  generate  " in commands
    assert "..." not in commands


def test_version(run: Run) -> None:
    from generator import __version__

    assert run("--version").stdout == f"oasmith, version {__version__}\n"
