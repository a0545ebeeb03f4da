"""The generated reference: links resolve, and samples compile."""

from __future__ import annotations

import os
import subprocess
import sys
from collections import Counter
from pathlib import Path

from tests.guards.pages import anchors, blocks, broken_links, links


def test_broken_links_are_detected(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(
        "# One & Two\n[good](#one--two) [bad](#three) [page](b.md#x) [bad](b.md#y)\n"
        "[missing](c.md) [other host](https://shop.example/#x) `[code](d.md)`\n"
        "```\n[code](e.md)\n```\n"
    )
    (tmp_path / "b.md").write_text('<a id="x"></a>\n')
    assert broken_links(tmp_path) == ["a.md: #three", "a.md: b.md#y", "a.md: c.md"]
    assert anchors(tmp_path / "a.md") == ["one--two"]


def test_every_link_and_anchor_resolves(docs: Path) -> None:
    assert broken_links(docs) == []


def test_every_page_is_linked(docs: Path) -> None:
    reached = {
        (page.parent / target.partition("#")[0]).resolve()
        for page in docs.rglob("*.md")
        for target in links(page)
        if not target.startswith("#")
    }
    pages = {page.resolve() for page in docs.rglob("*.md")}
    assert pages - reached - {(docs / "README.md").resolve()} == set()


def test_anchors_are_unique(docs: Path) -> None:
    for page in docs.rglob("*.md"):
        named = anchors(page)
        own = [
            line.split('"')[1]
            for line in page.read_text(encoding="utf-8").splitlines()
            if line.startswith('<a id="')
        ]
        assert [name for name, n in Counter(own).items() if n > 1] == [], page
        assert set(own) <= set(named)


def test_python_blocks_compile(docs: Path) -> None:
    count = 0
    for page in docs.rglob("*.md"):
        for number, code in enumerate(blocks(page, "python")):
            compile(code, f"{page.name}, block {number}", "exec")
            count += 1
    assert count > 5


def test_the_overview_has_every_operation(petshop: Path) -> None:
    text = (petshop / "docs/README.md").read_text(encoding="utf-8")
    for call, request in [
        ("pets.list", "**GET** `/pets`"),
        ("pets.create", "**POST** `/pets`"),
        ("pets.retrieve", "**GET** `/pets/{pet_id}`"),
        ("pets.delete", "**DELETE** `/pets/{pet_id}`"),
    ]:
        (line,) = [line for line in text.splitlines() if f"[`{call}`]" in line]
        assert request in line


def test_the_readme_of_a_client(petshop: Path) -> None:
    assert broken_links(petshop) == []
    readme = petshop / "README.md"
    (code,) = blocks(readme, "python")
    done = subprocess.run(
        [sys.executable, "-c", f"import httpx2; httpx2.Client.send = None; {code}"],
        cwd=petshop,
        env={**os.environ, "PETSHOP_API_KEY": "sk-test"},
        capture_output=True,
        text=True,
        check=False,
    )
    # The code is correct; it only fails because the transport is disabled.
    assert "'NoneType' object is not callable" in done.stderr, done.stderr
    text = readme.read_text(encoding="utf-8")
    assert "| `PETSHOP_API_KEY` | `api_key` |" in text
    assert (
        "| `PETSHOP_BASE_URL` | `base_url` | Default: `https://shop.example/v1`. |"
        in (text)
    )
    assert "oasmith" not in text.lower()
