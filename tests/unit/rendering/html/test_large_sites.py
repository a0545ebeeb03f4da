"""Sites of more pages than each page can link."""

from __future__ import annotations

import json
import re
from pathlib import Path
from posixpath import dirname, join, normpath
from urllib.parse import unquote, urlsplit

import pytest

from generator.reference import site as reference
from generator.rendering.html import navigation
from tests.bench.scale import document
from tests.unit.rendering.html.site_pages import Parsed, broken_links, build_site

pytestmark = pytest.mark.slow

SIBLINGS = 10
FIRST = "domain_zone_0.html"
"""The first chapter of the first part, which has 25 chapters."""


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The files of a site with three parts, 60 chapters and 120 pages of types."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(reference, "MAX_LINKED_PAGES", 50)
        patch.setattr(navigation, "_MAX_SIBLINGS", SIBLINGS)
        return build_site(
            tmp_path_factory.mktemp("large"), json.dumps(document(60)), testing=False
        )


def navigation_of(page: str) -> Parsed:
    return Parsed(page.partition("<nav")[2].partition("</nav>")[0])


def targets(name: str, page: Parsed) -> set[str]:
    """Return the other pages that a page links."""
    paths = (urlsplit(link).path for link in page.values("href"))
    return {normpath(join(dirname(name), unquote(path))) for path in paths if path}


def pages(files: dict[str, str]) -> dict[str, str]:
    return {name: text for name, text in files.items() if name.endswith(".html")}


def test_no_link_is_broken(files: dict[str, str]) -> None:
    assert broken_links(files) == []


def test_each_page_can_be_reached_from_the_first(files: dict[str, str]) -> None:
    reached, new = set[str](), {"index.html"}
    while new:
        reached |= new
        linked = (targets(name, Parsed(files[name])) for name in new)
        new = {name for names in linked for name in names if name.endswith(".html")}
        new -= reached
    assert reached == set(pages(files)) and len(reached) > 170


def test_the_navigation_does_not_grow_with_the_number_of_pages(
    files: dict[str, str],
) -> None:
    for name, text in pages(files).items():
        # The parts, the chapters of one part, the first page, and the list of types.
        assert len(targets(name, navigation_of(text))) <= 3 + SIBLINGS + 2, name


def test_a_chapter_is_among_its_neighbours(files: dict[str, str]) -> None:
    for name in targets("index.html", Parsed(files["index.html"])):
        if name.endswith(".html"):
            current = re.findall(r'href="(\S+)" aria-current="page"', files[name])
            assert current == [name]
    assert len(targets(FIRST, navigation_of(files[FIRST]))) == SIBLINGS + 4


def test_other_parts_are_links_to_their_first_chapter(files: dict[str, str]) -> None:
    parts = re.findall(r'<li class="part">(.*?)</li>', files[FIRST])
    assert parts[0] == "area 0"
    for part in parts[1:]:
        target = re.search(r'href="([^"]+)"', part)
        assert target is not None
        title = part.partition(">")[2].partition("<")[0]
        opened = re.findall(r'<li class="part">(.*?)</li>', files[target[1]])
        assert title in opened


def test_the_first_page_links_all_chapters_and_the_list_of_types(
    files: dict[str, str],
) -> None:
    first = Parsed(files["index.html"])
    chapters = {name for name in pages(files) if "/" not in name}
    assert chapters <= targets("index.html", first)
    types = targets("types-index.html", Parsed(files["types-index.html"]))
    assert {name for name in pages(files) if "/" in name} <= types


def test_the_markdown_pages_link_all_others(files: dict[str, str]) -> None:
    linked = set[str]()
    for name in ("index.md", "types-index.md"):
        linked |= set(re.findall(r"\]\(([\w/.-]+\.md)", files[name]))
    assert {name for name in files if name.endswith(".md")} <= linked
    assert "**GET**" not in files["index.md"]


def test_chapters_with_the_name_of_the_first_page(tmp_path: Path) -> None:
    operations = "\n".join(
        f"  /{tag}: {{get: {{operationId: list{tag}, tags: [{tag}], responses: {{}}}}}}"
        for tag in ("Index", "README", "Changelog")
    )
    text = "openapi: 3.1.0\ninfo: {title: T, version: '1'}\npaths:\n" + operations
    files = build_site(tmp_path, text, testing=False)
    assert "Overview" in files["index.html"]
    assert {"index2.html", "readme2.html", "changelog.html"} <= set(files)
    assert broken_links(files) == []
