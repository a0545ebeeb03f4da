"""The command `overlay`."""

from __future__ import annotations

from pathlib import Path

from tests.unit.cli.conftest import SMALL, Run

EDITED = SMALL.replace("name: {type: string}", "name: {type: integer}").replace(
    "listThings", "list_things"
)


def test_an_edited_document_becomes_the_original_and_an_overlay(
    run: Run, here: Path
) -> None:
    (here / "edited.yaml").write_text(EDITED)
    run("generate", "edited.yaml", "--output", "expected")
    result = run("overlay", "small.yaml", "edited.yaml")
    (here / "changes.yaml").write_text(result.stdout)
    (here / "pyproject.toml").write_text(
        '[tool.oasmith]\nspecs = ["small.yaml"]\noverlays = ["changes.yaml"]\n'
        'output = "result"\n'
    )
    run("generate")
    for file in (here / "expected").rglob("*.py"):
        name = file.relative_to(here / "expected")
        assert (here / "result" / name).read_bytes() == file.read_bytes()
    assert "2 actions; save the overlay" in result.stderr


def test_equal_documents(run: Run, here: Path) -> None:
    (here / "same.yaml").write_text(f"# a comment\n{SMALL}")
    result = run("overlay", "small.yaml", "same.yaml")
    assert result.stdout == "" and "the documents are equal" in result.stderr


def test_files_that_are_no_documents(run: Run, here: Path) -> None:
    (here / "list.yaml").write_text("- 1\n")
    assert "list.yaml" in run("overlay", "small.yaml", "list.yaml", code=2).stderr
    (here / "broken.yaml").write_text("a: [\n")
    assert "broken.yaml:" in run("overlay", "small.yaml", "broken.yaml", code=1).stderr
    assert "missing.yaml" in run("overlay", "missing.yaml", "small.yaml", code=2).stderr
