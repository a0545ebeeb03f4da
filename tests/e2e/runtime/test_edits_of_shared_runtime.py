"""Edits of the files of a shared runtime are kept as patches."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.e2e.runtime.test_shared_runtime import oasmith, project  # noqa: F401

LAZY = "runtime/both_runtime/lazy.py"
LAZY_PATCH = "oasmith-patches/both_runtime/both_runtime/lazy.py.patch"


def edit(file: Path, old: str, new: str) -> None:
    text = file.read_text()
    assert old in text
    file.write_text(text.replace(old, new))


@pytest.mark.parametrize("selected", ["paged", "called"])
def test_edits_of_the_runtime_can_be_adopted(project: Path, selected: str) -> None:
    oasmith("generate")
    edit(project / LAZY, '"""Module attributes', '"""Edited module attributes')
    assert f"keep an edit with `oasmith adopt-edit {LAZY}`" in oasmith("check").output
    result = oasmith("adopt-edit", "--select", selected, LAZY)
    assert f"{LAZY}: the edit is kept in {LAZY_PATCH}" in result.output
    assert not list((project / "oasmith-patches").glob("paged*"))
    result = oasmith("check")
    assert result.exit_code == 1 and "edited by hand" not in result.output
    assert oasmith("generate", "--select", selected).exit_code == 0
    assert oasmith("check").exit_code == 0
    (project / LAZY).unlink()
    assert oasmith("generate").exit_code == 0
    assert (project / LAZY).read_text().startswith('"""Edited module attributes')
    (project / LAZY_PATCH).unlink()
    assert f"{LAZY}: out of date" in oasmith("check").output
    assert oasmith("generate").exit_code == 0
    assert (project / LAZY).read_text().startswith('"""Module attributes')


def test_edits_of_a_client_and_of_the_runtime_are_adopted_together(
    project: Path,
) -> None:
    oasmith("generate")
    client = "clients/paged/paged/_client.py"
    for file in (LAZY, client):
        (project / file).write_text((project / file).read_text() + "# edited\n")
    result = oasmith("adopt-edit", LAZY, client)
    assert result.exit_code == 0, result.output
    assert oasmith("generate").exit_code == 0
    assert oasmith("check").exit_code == 0
    for file in (LAZY, client):
        assert (project / file).read_text().endswith("# edited\n")


def test_conflict_in_the_runtime_is_reported(project: Path) -> None:
    oasmith("generate")
    edit(project / LAZY, '"""Module attributes', '"""Edited module attributes')
    oasmith("adopt-edit", LAZY)
    edit(project / LAZY_PATCH, '-"""Module attributes', '-"""Other attributes')
    before = (project / LAZY).read_bytes()
    for command, state in (("check", "checked"), ("generate", "written")):
        result = oasmith(command)
        assert result.exit_code == 1
        assert f"error[patch-conflict] {LAZY_PATCH}:3:1" in result.output
        assert f"the shared runtime was not {state}" in result.output
    assert (project / LAZY).read_bytes() == before


def test_files_outside_of_the_runtime_cannot_be_adopted(project: Path) -> None:
    oasmith("generate")
    result = oasmith("adopt-edit", LAZY)
    assert result.exit_code == 2 and f"{LAZY} has no edits" in result.output
    result = oasmith("adopt-edit", "runtime/both_runtime/other.py")
    assert result.exit_code == 2 and "is not a generated file" in result.output
