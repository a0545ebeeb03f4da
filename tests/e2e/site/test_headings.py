"""Headings of all pages of a site: one of the first level, and no level is skipped."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import pairwise
from pathlib import Path

import pytest

from tests.unit.rendering.html.site_pages import build_site

pytestmark = pytest.mark.slow

STUDIO = Path(__file__).parents[2] / "unit/rendering/html/studio.yaml"


def heading_problems(files: Mapping[str, str]) -> list[str]:
    """Return the pages whose headings are out of order."""
    problems = []
    for name, text in files.items():
        if not name.endswith(".html"):
            continue
        levels = [int(level) for level in re.findall(r"<h([1-6])[\s>]", text)]
        if levels.count(1) != 1 or levels[0] != 1:
            problems.append(f"{name}: {levels.count(1)} headings of level 1")
        for before, level in pairwise(levels):
            if level > before + 1:
                problems.append(f"{name}: level {level} after {before}")
    return problems


def test_wrong_headings_are_recognized() -> None:
    pages = {
        "two.html": "<h1>a</h1><h2>b</h2><h1>c</h1>",
        "skipped.html": "<h1>a</h1><h3 class='x'>b</h3>",
        "late.html": "<h2>a</h2><h1>b</h1>",
        "right.html": "<h1>a</h1><h2>b</h2><h3>c</h3><h2>d</h2>",
    }
    assert heading_problems(pages) == [
        "two.html: 2 headings of level 1",
        "skipped.html: level 3 after 1",
        "late.html: 1 headings of level 1",
    ]


def test_headings_of_a_small_document(tmp_path: Path) -> None:
    files = build_site(tmp_path, STUDIO.read_text(encoding="utf-8"))
    assert len([name for name in files if name.endswith(".html")]) > 3
    assert heading_problems(files) == []


def test_headings_of_the_document_of_openai(tmp_path: Path, shared: Path) -> None:
    document = shared / "specs" / "openai" / "2026-08.yaml"
    files = build_site(tmp_path, document.read_text(encoding="utf-8"))
    assert len([name for name in files if name.endswith(".html")]) > 60
    assert heading_problems(files) == []
