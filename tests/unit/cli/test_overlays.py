"""The setting `overlays` in the commands."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import main
from tests.unit.cli.conftest import SMALL, Run
from tests.unit.cli.test_diff import git

pytestmark = pytest.mark.slow

OVERLAY = """\
overlay: 1.1.0
info: {title: Changes, version: '1'}
actions:
  - target: $.components.schemas.Thing.properties
    update:
      size: {type: integer}
"""
SETTINGS = '[tool.oasmith]\nspecs = ["small.yaml"]\noverlays = ["changes.yaml"]\n'
MODULE = "generated/small_client/types/things.py"


@pytest.fixture(autouse=True)
def files(here: Path) -> None:
    """Write an overlay that adds the field `size`, and settings with it."""
    (here / "pyproject.toml").write_text(SETTINGS)
    (here / "changes.yaml").write_text(OVERLAY)


def test_generate_and_check(run: Run, here: Path) -> None:
    run("generate")
    assert "size: int" in (here / MODULE).read_text()
    assert "Nothing to do" in run("generate").stdout
    assert "Current" in run("check").stdout
    (here / "changes.yaml").write_text(OVERLAY.replace("size", "weight"))
    assert "changes.yaml" in run("check", code=1).stdout
    run("generate")
    assert "weight: int" in (here / MODULE).read_text()


def test_validate_points_into_the_overlay(run: Run, here: Path) -> None:
    (here / "changes.yaml").write_text(OVERLAY.replace("integer", "integre"))
    output = run("validate").stdout
    assert "changes.yaml:6:14" in output and "'integre'" in output
    assert "small.yaml" not in output
    other = "paths:\n  /things:\n    get:\n      deprecated: 3\n"
    (here / "small.yaml").write_text(SMALL.replace(other[:26], other))
    assert "small.yaml:6:7" in run("validate").stdout


def test_validate_an_upgraded_document(run: Run, here: Path) -> None:
    (here / "small.yaml").write_text(
        "swagger: '2.0'\ninfo: {title: Small, version: '1'}\n"
        "paths: {/things: {get: {responses: {'200': {description: Fine}}}}}\n"
    )
    (here / "changes.yaml").write_text(
        OVERLAY.partition("  - target")[0]
        + "  - target: $.paths['/things'].get\n    update: {deprecated: 3}\n"
    )
    assert "changes.yaml:5:14" in run("validate").stdout


def test_inspect_shows_the_changed_document(run: Run) -> None:
    output = run("inspect", "--stage", "model", "--format", "json").stdout
    assert '"size"' in output
    assert json.loads(output)


def test_errors_end_the_run(run: Run, here: Path) -> None:
    (here / "changes.yaml").write_text(OVERLAY.replace("$.comp", "comp"))
    assert "error[invalid-overlay] changes.yaml:4" in run("generate", code=1).stderr
    (here / "changes.yaml").unlink()
    assert "the file cannot be read" in run("generate", code=1).stderr
    assert not (here / "generated").exists()


def test_overlays_outside_of_the_folders_are_refused(run: Run, here: Path) -> None:
    (here.parent / "other").mkdir()
    (here.parent / "other/changes.yaml").write_text(OVERLAY)
    settings = SETTINGS.replace("changes.yaml", "../other/changes.yaml")
    (here / "pyproject.toml").write_text(settings)
    assert "outside of the folder" in run("generate", code=1).stderr
    (here / "pyproject.toml").write_text(f'{settings}reference_folders = ["../other"]')
    run("generate")
    (here / "changes.yaml").unlink()
    (here / "changes.yaml").symlink_to("/etc/hostname")
    (here / "pyproject.toml").write_text(SETTINGS)
    assert "outside of the folder" in run("generate", code=1).stderr


def test_extends_selects_the_document(run: Run, here: Path) -> None:
    other = SMALL.replace("/things", "/others").replace("Thing", "Other")
    (here / "other.yaml").write_text(other)
    overlay = OVERLAY.replace("Thing", "*")
    (here / "changes.yaml").write_text(f"extends: other.yaml\n{overlay}")
    settings = SETTINGS.replace('"small.yaml"', '"small.yaml", "other.yaml"')
    (here / "pyproject.toml").write_text(settings)
    run("generate")
    assert "size" not in (here / MODULE).read_text()
    assert "size: int" in (here / MODULE.replace("things", "others")).read_text()


def test_extends_names_the_url_of_a_source(run: Run, here: Path) -> None:
    url = "https://vendor.test/openapi.yaml"
    (here / "changes.yaml").write_text(f"extends: {url}\n{OVERLAY}")
    assert "overlay-not-applied" in run("generate").stderr
    source = f'[[tool.oasmith.sources]]\nfile = "small.yaml"\nurl = "{url}"\n'
    (here / "pyproject.toml").write_text(f"{SETTINGS}{source}")
    assert "overlay-not-applied" not in run("generate").stderr
    assert "size: int" in (here / MODULE).read_text()


def test_overlays_change_files_that_documents_refer_to(run: Run, here: Path) -> None:
    head, _, schemas = SMALL.partition("components:\n")
    changed = head.replace("#/components/schemas/Thing", "types.yaml#/schemas/Thing")
    (here / "small.yaml").write_text(changed)
    (here / "types.yaml").write_text(schemas.replace("\n  ", "\n").lstrip())
    overlay = OVERLAY.replace("$.components", "$")
    (here / "changes.yaml").write_text(f"extends: types.yaml\n{overlay}")
    run("generate")
    modules = (here / "generated/small_client/types").glob("*.py")
    assert any("size: int" in module.read_text() for module in modules)


def test_diff_of_documents(run: Run, here: Path) -> None:
    (here / "changes.yaml").write_text(f"extends: small.yaml\n{OVERLAY}")
    (here / "new.yaml").write_text(SMALL)
    assert "nothing changes" in run("diff", "small.yaml", "new.yaml").stdout
    (here / "new.yaml").write_text(SMALL.replace("name: {", "size: {"))
    result = run("diff", "small.yaml", "new.yaml", code=1)
    assert "name" in result.stdout


def test_diff_of_revisions_reads_the_overlay_of_each(run: Run, here: Path) -> None:
    (here / "changes.yaml").unlink()
    git(here, "init", "--initial-branch=main")
    git(here, "add", ".")
    git(here, "commit", "-m", "Add the document")
    (here / "changes.yaml").write_text(OVERLAY)
    git(here, "add", ".")
    git(here, "commit", "-m", "Add an overlay")
    assert "size" in run("diff", "main~1..main").stdout
    changed = OVERLAY.replace("integer", "string")
    (here / "changes.yaml").write_text(changed)
    assert "size" in run("diff", "main..", code=1).stdout


def test_changes_survive_updates(run: Run, here: Path) -> None:
    run("generate")
    vendor = SMALL.replace("name: {", "title: {")
    (here / "small.yaml").write_text(vendor)
    run("generate")
    text = (here / MODULE).read_text()
    assert "title: str" in text and "size: int" in text


def test_an_overlay_is_not_a_document(here: Path) -> None:
    arguments = ["generate", "changes.yaml", "--output", "x"]
    result = CliRunner().invoke(main, arguments)
    assert "list it under `overlays` in the settings" in result.stderr
