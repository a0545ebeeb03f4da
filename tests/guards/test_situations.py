"""The pages about documents and networks agree with the tests that they link to."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.guards.pages import broken_links
from tests.guards.situations import (
    TABLES,
    MissingConstantError,
    Table,
    format_page,
    read_situations,
    situations_of,
)

each_table = pytest.mark.parametrize("table", TABLES, ids=lambda table: table.folder)


@each_table
def test_page_is_current(table: Table, update: bool) -> None:
    expected = format_page(table, situations_of(table))
    if update:
        table.file.write_text(expected, encoding="utf-8")
    assert (
        table.file.read_text(encoding="utf-8") == expected
    ), "run pytest tests/guards/test_situations.py --update"


@each_table
def test_links_of_the_page_resolve(table: Table) -> None:
    assert broken_links(table.file.parent, [table.file]) == []


@each_table
def test_kinds_are_distinct(table: Table) -> None:
    kinds = [item.kind for item in situations_of(table)]
    assert sorted(set(kinds)) == sorted(kinds)


def test_rows_of_the_page(tmp_path: Path) -> None:
    (tmp_path / "test_tags.py").write_text(
        'KIND = "A tag is `a|b`."\nRESULT = (\n    "The client "\n    "sends it."\n)\n'
    )
    page = format_page(Table("tags", "tags.md", "# Tags\n"), read_situations(tmp_path))
    assert page == (
        "# Tags\n| A tag is `a\\|b`. | The client sends it. "
        "| [tags](../../tests/e2e/tags/test_tags.py) |\n"
    )


def test_module_without_a_constant(tmp_path: Path) -> None:
    (tmp_path / "test_tags.py").write_text('KIND = "A tag."\nRESULT = "no sentence"\n')
    with pytest.raises(MissingConstantError, match=r"test_tags\.py: RESULT must be"):
        read_situations(tmp_path)
