"""Selection of clients, and protection of the output of other clients."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import main
from tests.unit.cli.conftest import SMALL, Run, snapshot

pytestmark = pytest.mark.slow

OTHER = """\
openapi: 3.1.0
info: {title: Other, version: '1'}
paths:
  /orders:
    get: {operationId: listOrders, responses: {'204': {description: Done.}}}
"""

ONE = """\
[tool.oasmith]
specs = ["small.yaml"]
package = "shop_client"
client = "Shop"
only = ["listThings"]
[tool.oasmith.names]
listThings = "goods.list"
"""

SEVERAL = """\
[[tool.oasmith.clients]]
specs = ["small.yaml"]
package = "one_client"
output = "one"
only = ["listThings"]
[[tool.oasmith.clients]]
specs = ["other.yaml"]
package = "two_client"
output = "two"
"""


@pytest.fixture
def project(here: Path) -> Path:
    """Project with one client in the settings, and another document."""
    (here / "pyproject.toml").write_text(ONE, encoding="utf-8")
    (here / "other.yaml").write_text(OTHER, encoding="utf-8")
    return here


@pytest.mark.parametrize("command", ["generate", "check"])
@pytest.mark.parametrize("specs", [("other.yaml",), ("small.yaml", "other.yaml")])
def test_another_document_needs_an_output(
    run: Run, project: Path, command: str, specs: tuple[str, ...]
) -> None:
    run("generate")
    before = snapshot(project)
    message = run(command, *specs, code=2).stderr
    assert f"oasmith {command} {' '.join(specs)} --output DIR" in message
    assert "shop_client: small.yaml" in message
    assert snapshot(project) == before


def test_another_document_is_generated_without_the_settings(
    run: Run, project: Path
) -> None:
    run("generate")
    before = snapshot(project / "generated")
    result = run("generate", "other.yaml", "--output", "out")
    assert "settings in pyproject.toml are for other documents" in result.stderr
    assert (project / "out/other_client").is_dir()
    assert snapshot(project / "generated") == before
    run("check", "other.yaml", "--output", "out")
    message = run("generate", "other.yaml", "--output", "generated", code=2).stderr
    assert "two clients have the output" in message
    assert snapshot(project / "generated") == before


def test_documents_of_the_settings_use_the_settings(run: Run, project: Path) -> None:
    run("generate", "small.yaml")
    assert "Nothing to do" in run("generate").stdout
    run("check", str(project / "small.yaml"))
    assert (project / "generated/shop_client/resources/goods.py").is_file()


def test_commands_without_output_accept_any_document(run: Run, project: Path) -> None:
    tree = run("inspect", "other.yaml", "--stage", "python", "--format", "json")
    assert [item["id"] for item in json.loads(tree.stdout)["operations"]] == [
        "listOrders"
    ]
    run("validate", "other.yaml")
    assert "goods" in run("inspect", "small.yaml").stdout


def test_config_option_applies_settings_to_any_document(
    run: Run, project: Path
) -> None:
    flags = ("other.yaml", "--config", "pyproject.toml", "--output", "out")
    message = run("generate", *flags, code=2).stderr
    assert "error[matches-nothing] pyproject.toml:5:9" in message
    assert "error[unknown-name] pyproject.toml:7:1" in message
    assert not (project / "out").exists()
    run("generate", "other.yaml", "--config", "pyproject.toml", code=2)


def test_settings_without_specs_apply_to_document_arguments(
    run: Run, project: Path
) -> None:
    text = ONE.replace('specs = ["small.yaml"]\n', "")
    (project / "pyproject.toml").write_text(text, encoding="utf-8")
    run("generate", "small.yaml")
    assert (project / "generated/shop_client/resources/goods.py").is_file()
    run("generate", code=2)


def test_standard_input_is_another_document(run: Run, project: Path) -> None:
    assert "generate - --output DIR" in run("generate", "-", code=2).stderr


def test_documents_and_select_option_select_a_client(run: Run, project: Path) -> None:
    (project / "pyproject.toml").write_text(SEVERAL, encoding="utf-8")
    run("generate", "other.yaml")
    assert (project / "two").is_dir() and not (project / "one").exists()
    run("generate", "--select", "one_client")
    assert (project / "one").is_dir()
    run("check", "--select", "two_client", "--select", "one")
    (project / "one/one_client/py.typed").unlink()
    run("check", code=1)
    run("check", "--select", "two")
    tree = run("inspect", "--select", "two_client", "--stage", "model").stdout
    assert "orders" in tree and "things" not in tree
    message = run("generate", "--select", "on_client", code=2).stderr
    assert "no client 'on_client'; did you mean 'one_client'?" in message
    message = run("generate", "other.yaml", "small.yaml", code=2).stderr
    assert "one_client: small.yaml" in message and "two_client: other.yaml" in message


@pytest.mark.parametrize(
    "flag", [("--output", "x"), ("--package", "x"), ("--client", "X"), ("--only", "*")]
)
def test_flags_for_one_client_are_rejected_for_several(
    run: Run, project: Path, flag: tuple[str, str]
) -> None:
    (project / "pyproject.toml").write_text(SEVERAL, encoding="utf-8")
    message = run("generate", *flag, code=2).stderr
    assert "choose one with --select: one_client, two_client" in message
    run("generate", "--select", "two", *flag)


def test_output_of_another_client_is_rejected(run: Run, project: Path) -> None:
    (project / "pyproject.toml").write_text(SEVERAL, encoding="utf-8")
    run("generate")
    message = run("generate", "--select", "two", "--output", "one", code=2).stderr
    assert "set a different `output` for each" in message


def test_client_of_another_api_is_not_replaced(run: Run, here: Path) -> None:
    (here / "other.yaml").write_text(OTHER, encoding="utf-8")
    run("generate", "small.yaml")
    before = snapshot(here)
    for command in ("generate", "check"):
        message = run(command, "other.yaml", code=1).stderr
        assert "contains the client 'small_client' of another API" in message
        assert "generated from small.yaml" in message and "--output DIR" in message
    # Documents outside of the project may have the same base name.
    (here / "small.yaml").write_text(OTHER, encoding="utf-8")
    run("generate", "small.yaml", "--output", "generated", code=1)
    (here / "small.yaml").write_text(SMALL, encoding="utf-8")
    assert snapshot(here) == before
    run("generate", "other.yaml", "--force")
    assert not (here / "generated/small_client").exists()


def test_moved_or_renamed_client_is_replaced(run: Run, here: Path) -> None:
    run("generate", "small.yaml")
    run("generate", "small.yaml", "--client", "Renamed")
    text = SMALL.replace("title: Small", "title: Another title")
    (here / "small.yaml").write_text(text, encoding="utf-8")
    (here / "api").mkdir()
    (here / "small.yaml").rename(here / "api/openapi.yaml")
    run("generate", "api/openapi.yaml")
    assert [item.name for item in sorted((here / "generated").iterdir())] == [
        ".oasmith.json",
        "README.md",
        "docs",
        "pyproject.toml",
        "renamed_client",
    ]


@pytest.mark.parametrize("command", ["generate", "check", "validate", "inspect"])
def test_all_invalid_settings_are_reported_and_nothing_is_written(
    run: Run, project: Path, command: str
) -> None:
    text = ONE.replace("listThings", "listTings").replace(
        "[tool.oasmith.names]", "aliases.'a.b' = 'goods.get'\n[tool.oasmith.names]"
    )
    (project / "pyproject.toml").write_text(text, encoding="utf-8")
    message = run(command, code=2).output
    for problem in (
        "error[matches-nothing] pyproject.toml:5:9\n  `only`: 'listTings'",
        "error[unknown-name] pyproject.toml:8:1\n  `names`: 'listTings'",
        "error[unknown-alias] pyproject.toml:6:9\n  `aliases`: 'a.b'",
        "did you mean 'listThings'?",
    ):
        assert problem in message
    assert not (project / "generated").exists()


def test_flag_without_matches_is_reported(run: Run, here: Path) -> None:
    run("generate", "small.yaml")
    before = snapshot(here)
    message = run("generate", "small.yaml", "--only", "listTings", code=2).stderr
    assert (
        "error[matches-nothing]\n  --only: 'listTings' matches no operation" in message
    )
    assert "did you mean 'listThings'?" in message
    assert snapshot(here) == before


def test_only_option_accepts_settings_of_other_operations(run: Run, here: Path) -> None:
    text = SMALL.replace(
        "components:",
        "  /orders:\n    get: {operationId: listOrders, responses: {'204': "
        "{description: Done.}}}\ncomponents:",
    )
    (here / "small.yaml").write_text(text, encoding="utf-8")
    settings = (
        '[tool.oasmith]\nspecs = "small.yaml"\n[tool.oasmith.names]\n'
        'listOrders = "o.list"\n[tool.oasmith.aliases]\n"a.b" = "listOrders"\n'
        "[tool.oasmith.pagination]\nlistOrders = false\n"
    )
    (here / "pyproject.toml").write_text(settings, encoding="utf-8")
    run("generate", "--only", "listThings", "--output", "out")


def test_json_contains_the_location_of_a_setting(project: Path) -> None:
    text = ONE.replace("listThings", "listTings")
    (project / "pyproject.toml").write_text(text, encoding="utf-8")
    result = CliRunner().invoke(main, ["validate", "--format", "json"])
    assert result.exit_code == 2
    (item,) = (
        item for item in json.loads(result.stdout) if item["code"] == "matches-nothing"
    )
    assert (item["file"], item["line"], item["column"]) == ("pyproject.toml", 5, 9)
