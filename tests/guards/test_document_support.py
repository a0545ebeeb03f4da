"""The page about the support of documents agrees with the tests that it links to."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.e2e.documents.page import (
    PAGE,
    MissingConstantError,
    format_page,
    read_support,
)
from tests.guards.pages import broken_links


def test_page_is_current(update: bool) -> None:
    expected = format_page(read_support())
    if update:
        PAGE.write_text(expected, encoding="utf-8")
    assert (
        PAGE.read_text(encoding="utf-8") == expected
    ), "run pytest tests/guards/test_document_support.py --update"


def test_links_of_the_page_resolve() -> None:
    assert broken_links(PAGE.parent, [PAGE]) == []


def test_kinds_are_distinct() -> None:
    kinds = [item.kind for item in read_support()]
    assert sorted(set(kinds)) == sorted(kinds)


def test_rows_of_the_page(tmp_path: Path) -> None:
    (tmp_path / "test_tags.py").write_text(
        'KIND = "A tag is `a|b`."\nRESULT = (\n    "The client "\n    "sends it."\n)\n'
    )
    page = format_page(read_support(tmp_path))
    assert page.splitlines()[-1] == (
        "| A tag is `a\\|b`. | The client sends it. "
        "| [tags](../../tests/e2e/documents/test_tags.py) |"
    )


def test_module_without_a_constant(tmp_path: Path) -> None:
    (tmp_path / "test_tags.py").write_text('KIND = "A tag."\nRESULT = "no sentence"\n')
    with pytest.raises(MissingConstantError, match=r"test_tags\.py: RESULT must be"):
        read_support(tmp_path)
