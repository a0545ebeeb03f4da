"""Tests of chapters from tags."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.guards.pages import broken_links
from tests.unit.lowering.reference.sites import (
    DONE,
    build_reference,
    document,
    operation,
)

pytestmark = pytest.mark.slow

ZOO = (
    operation("ants", tags="insects")
    + operation("bees", tags="insects")
    + operation("cats", tags="mammals")
    + operation("dogs", tags="mammals")
    + operation("prices", tags="shop")
)


def test_declared_tags_define_order_titles_and_descriptions(tmp_path: Path) -> None:
    site = build_reference(
        tmp_path,
        document(
            ZOO,
            """
tags:
  - {name: shop, description: Prices. By shop.}
  - {name: mammals, summary: Furry animals}
  - {name: insects, x-displayName: Six-legged animals}
""",
        ),
    )
    assert site.contents == [
        "- [shop](shop.md): Prices. By shop.",
        "- [Furry animals](mammals.md)",
        "- [Six-legged animals](insects.md)",
    ]
    assert site.calls == {
        "shop.md": ["prices.retrieve"],
        "mammals.md": ["cats.retrieve", "dogs.retrieve"],
        "insects.md": ["ants.retrieve", "bees.retrieve"],
    }
    assert "\nPrices. By shop.\n" in site.text("shop.md")
    assert site.codes == ()


def test_undeclared_tags_follow_resources(tmp_path: Path) -> None:
    paths = operation("rest") + ZOO
    site = build_reference(tmp_path, document(paths, "tags: [{name: shop}]"))
    assert site.contents == [
        "- [shop](shop.md)",
        "- [Rest](rest.md)",
        "- [insects](insects.md)",
        "- [mammals](mammals.md)",
    ]


def test_nested_tags(tmp_path: Path) -> None:
    tags = """
tags:
  - {name: insects, parent: animals, kind: nav}
  - {name: animals, summary: Animals, description: All animals., kind: nav}
  - {name: mammals, parent: animals}
  - {name: shop}
"""
    site = build_reference(tmp_path, document(ZOO, tags))
    assert site.contents == [
        "- [Animals](animals.md): All animals.",
        "  - [insects](insects.md)",
        "  - [mammals](mammals.md)",
        "- [shop](shop.md)",
    ]
    text = site.text("animals.md")
    assert "- [insects](insects.md)\n- [mammals](mammals.md)\n" in text
    assert "[Contents](README.md#contents) › Animals\n" in site.text("mammals.md")
    for name, content in site.generated.files.items():
        if name.startswith("docs/"):
            page = tmp_path / name
            page.parent.mkdir(parents=True, exist_ok=True)
            page.write_bytes(content)
    assert broken_links(tmp_path / "docs") == []


def test_badge_and_audience_tags_are_not_chapters(tmp_path: Path) -> None:
    paths = operation("ants", tags="fresh, inside, insects") + operation("bees")
    tags = """
tags:
  - {name: fresh, kind: badge, summary: New}
  - {name: inside, kind: audience}
  - {name: insects}
"""
    site = build_reference(tmp_path, document(paths, tags))
    assert site.calls == {
        "insects.md": ["ants.retrieve"],
        "bees.md": ["bees.retrieve"],
    }
    assert site.page("insects.md").operations[0].badges == ("New",)
    assert "| *New.* " in site.text("README.md")


def test_x_tag_groups_are_parts(tmp_path: Path) -> None:
    more = """
tags: [{name: shop}, {name: about, description: Read this first.}, {name: mammals}]
x-tagGroups:
  - {name: Start, tags: [about]}
  - {name: Animals, tags: [mammals, insects]}
  - {name: Nothing, tags: []}
"""
    site = build_reference(tmp_path, document(ZOO, more))
    assert site.contents == [
        "- [shop](shop.md)",
        "- **Start**",
        "  - [about](about.md): Read this first.",
        "- **Animals**",
        "  - [mammals](mammals.md)",
        "  - [insects](insects.md)",
    ]


def test_part_can_have_the_name_of_its_tag(tmp_path: Path) -> None:
    more = "x-tagGroups: [{name: shop, tags: [shop]}]"
    site = build_reference(tmp_path, document(ZOO, more))
    assert site.contents[:2] == ["- **shop**", "  - [shop](shop.md)"]


@pytest.mark.parametrize(
    ("tags", "code"),
    [
        ("tags: [{name: a, parent: missing}]", "unknown-tag"),
        ("x-tagGroups: [{name: A, tags: [missing]}]", "unknown-tag"),
        ("tags: [{name: a}, {name: a, description: Again.}]", "double-tag"),
        (
            "x-tagGroups: [{name: A, tags: [shop]}, {name: B, tags: [shop]}]",
            "double-tag",
        ),
        ("tags: [{name: shop, parent: shop}]", "tag-cycle"),
        (
            "tags: [{name: shop, parent: a}, {name: a, parent: b}, "
            "{name: b, parent: shop}]",
            "tag-cycle",
        ),
    ],
)
def test_invalid_tag_references_are_reported_and_keep_all_operations(
    tmp_path: Path, tags: str, code: str
) -> None:
    site = build_reference(tmp_path, document(ZOO, tags))
    assert site.codes == (code,)
    assert sum(map(len, site.calls.values())) == 5
    assert site.calls["shop.md"] == ["prices.retrieve"]


def test_tag_of_all_operations_is_divided_by_resources(tmp_path: Path) -> None:
    paths = operation("ants", tags="default") + operation("bees", tags="default")
    site = build_reference(tmp_path, document(paths))
    assert site.contents == ["- [Ants](ants.md)", "- [Bees](bees.md)"]
    tags = "tags: [{name: default, description: All operations.}]"
    site = build_reference(tmp_path, document(paths, tags))
    assert site.contents == [
        "- [default](default.md): All operations.",
        "  - [Ants](ants.md)",
        "  - [Bees](bees.md)",
    ]


def test_chapters_without_selected_operations_are_omitted(
    tmp_path: Path,
) -> None:
    tags = "tags: [{name: shop, description: Prices.}, {name: mammals}]"
    site = build_reference(tmp_path, document(ZOO, tags), only=("*cats*", "*ants*"))
    assert site.contents == ["- [mammals](mammals.md)", "- [insects](insects.md)"]


def test_tags_of_several_documents_are_merged(tmp_path: Path) -> None:
    first = document(operation("ants", tags="zoo"), "tags: [{name: zoo}]")
    second = document(
        operation("bees", tags="zoo") + operation("prices", tags="shop"),
        "tags: [{name: zoo, description: All animals.}]",
    )
    site = build_reference(tmp_path, first, second)
    assert site.codes == ()
    assert site.contents == ["- [zoo](zoo.md): All animals.", "- [shop](shop.md)"]
    assert site.calls["zoo.md"] == ["ants.retrieve", "bees.retrieve"]


@pytest.mark.parametrize(
    "name", ["README", "con", "a/b", "../x", "<b>&\\\"'", "ü", "日本", "x" * 300, "·"]
)
def test_page_names_are_valid_file_names(tmp_path: Path, name: str) -> None:
    quoted = "'" + name.replace("'", "''") + "'"
    paths = operation("ants", tags=quoted) + operation("bees", tags="shop")
    site = build_reference(tmp_path, document(paths))
    (file,) = [file for file in site.calls if file != "shop.md"]
    stem = file.removesuffix(".md")
    assert stem.isidentifier() and stem.lower() not in ("readme", "con")
    assert len(stem) < 100
    assert f"]({file}#ants-retrieve)" in site.text("README.md")
    assert "<b>" not in site.text(file)


@pytest.mark.parametrize(
    ("document", "first", "last"),
    [
        ("corpus/netlify.yaml", "- **OAuth**", "x_internal"),
        ("corpus/svix.json", "- **General**", "authentication"),
        ("corpus/redoc-museum-3.1.yaml", "- **General**", "store_model"),
        ("corpus/docker-engine.yaml", "- [Containers]", "session"),
    ],
)
def test_published_documents(
    tmp_path: Path, shared: Path, document: str, first: str, last: str
) -> None:
    path = shared / "specs" / document
    site = build_reference(tmp_path, path.read_text(encoding="utf-8"))
    assert site.contents[0].startswith(first)
    assert any(f"]({last}.md)" in line for line in site.contents)
    count = sum(map(len, site.calls.values()))
    assert count == len(site.generated.package.calls)


def test_large_tag_is_divided_by_resources(
    tmp_path: Path,
) -> None:
    paths = "".join(
        f"  /yard/{kind}/thing{n}: {{get: {{operationId: get_{kind}_{n}, tags: [yard], "
        f"{DONE}}}}}\n"
        for kind in ("ants", "bees")
        for n in range(34)
    )
    site = build_reference(tmp_path, document(paths + operation("yard", tags="yard")))
    assert site.contents == [
        "- [yard](yard.md)",
        "  - [Ants](yard_ants.md)",
        "  - [Bees](yard_bees.md)",
    ]
    assert len(site.calls["yard_ants.md"]) == 34
    assert site.calls["yard.md"] == ["yard.retrieve"]
