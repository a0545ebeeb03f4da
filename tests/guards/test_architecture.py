"""The architecture page names every package, and only paths that exist."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.guards.documentation import ARCHITECTURE, PAGES
from tests.guards.sources import PACKAGE, ROOT

TEXT = ARCHITECTURE.read_text(encoding="utf-8")
_, _, QUESTIONS = TEXT.partition("## Where to change what\n")
ROWS = re.findall(r"^\| ([^|]+) \| `([^`]+)` \|$", QUESTIONS, re.MULTILINE)
TOPICS = (
    *("kind of pagination", "flag", "HTTP library", "text of a diagnostic"),
    *("layout of docstrings", "authentication scheme", "list of HTTP methods"),
    *("User-Agent", "discriminators", "docstring of a resource", "retries", "HTML"),
    *("vendor extension", "types are named", "interval of polling", "style"),
    *("another language", "settings", "mock", "command line of clients", "exit codes"),
)
PLACEHOLDERS = {
    "generator/rendering/html/",
    "templates/html/",
    "tests/unit/diagnostics/cases/CODE.txt",
}
"""Paths of files that a contributor would add."""


def test_every_package_is_described() -> None:
    packages = {path.parent.name for path in PACKAGE.glob("*/*.py")}
    assert len(packages) > 8
    table = TEXT.partition("## Packages\n")[2].partition("\n## ")[0]
    assert [
        name for name in sorted(packages) if f"generator/{name}/`" not in table
    ] == []


def test_every_top_level_module_is_described() -> None:
    names = {path.name for path in PACKAGE.glob("*.py")} - {
        "__init__.py",
        "__main__.py",
    }
    assert [name for name in sorted(names) if f"{name}`" not in TEXT] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_paths_exist(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    paths = set(re.findall(r"`((?:generator|templates|tests)/[\w./-]*)`", text))
    assert [path for path in paths - PLACEHOLDERS if not (ROOT / path).exists()] == []


def test_the_questions_of_newcomers_have_one_path_each() -> None:
    assert len(ROWS) == len(TOPICS) == 21
    for (question, _), topic in zip(ROWS, TOPICS, strict=True):
        assert topic in question


@pytest.mark.parametrize(("question", "path"), ROWS, ids=[row[1] for row in ROWS])
def test_the_path_of_a_question_is_a_file(question: str, path: str) -> None:
    assert (ROOT / path).is_file(), question
