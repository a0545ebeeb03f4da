"""Chapters from tags and `x-tagGroups`."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.guards.pages import broken
from tests.unit.lowering_reference.sites import DONE, document, operation, reference

ZOO = (
    operation("ants", tags="insects")
    + operation("bees", tags="insects")
    + operation("cats", tags="mammals")
    + operation("dogs", tags="mammals")
    + operation("prices", tags="shop")
)


def test_declared_tags_give_order_titles_and_descriptions(tmp_path: Path) -> None:
    result = reference(
        tmp_path,
        document(
            ZOO,
            """
tags:
  - {name: shop, description: What things cost. And where.}
  - {name: mammals, summary: Those with fur}
  - {name: insects, x-displayName: Those with six legs}
""",
        ),
    )
    assert result.contents == [
        "- [shop](shop.md): What things cost. And where.",
        "- [Those with fur](mammals.md)",
        "- [Those with six legs](insects.md)",
    ]
    assert result.calls == {
        "shop.md": ["prices.retrieve"],
        "mammals.md": ["cats.retrieve", "dogs.retrieve"],
        "insects.md": ["ants.retrieve", "bees.retrieve"],
    }
    assert "\nWhat things cost. And where.\n" in result.text("shop.md")
    assert result.codes == ()


def test_undeclared_tags_follow_declared_tags(tmp_path: Path) -> None:
    paths = operation("rest") + ZOO
    result = reference(tmp_path, document(paths, "tags: [{name: shop}]"))
    assert result.contents == [
        "- [shop](shop.md)",
        "- [Rest](rest.md)",
        "- [insects](insects.md)",
        "- [mammals](mammals.md)",
    ]


def test_tags_with_a_parent_are_nested(tmp_path: Path) -> None:
    tags = """
tags:
  - {name: insects, parent: animals, kind: nav}
  - {name: animals, summary: Animals, description: All that lives here., kind: nav}
  - {name: mammals, parent: animals}
  - {name: shop}
"""
    result = reference(tmp_path, document(ZOO, tags))
    assert result.contents == [
        "- [Animals](animals.md): All that lives here.",
        "  - [insects](insects.md)",
        "  - [mammals](mammals.md)",
        "- [shop](shop.md)",
    ]
    text = result.text("animals.md")
    assert "- [insects](insects.md)\n- [mammals](mammals.md)\n" in text
    assert "[Contents](README.md#contents) › Animals\n" in result.text("mammals.md")
    for name, content in result.made.files.items():
        if name.startswith("docs/"):
            page = tmp_path / name
            page.parent.mkdir(parents=True, exist_ok=True)
            page.write_bytes(content)
    assert broken(tmp_path / "docs") == []


def test_badges_are_not_chapters(tmp_path: Path) -> None:
    paths = operation("ants", tags="fresh, inside, insects") + operation("bees")
    tags = """
tags:
  - {name: fresh, kind: badge, summary: New}
  - {name: inside, kind: audience}
  - {name: insects}
"""
    result = reference(tmp_path, document(paths, tags))
    assert result.calls == {
        "insects.md": ["ants.retrieve"],
        "bees.md": ["bees.retrieve"],
    }
    assert result.page("insects.md").operations[0].notes == ("New",)
    assert "| *New.* " in result.text("README.md")


def test_tag_groups_are_parts(tmp_path: Path) -> None:
    more = """
tags: [{name: shop}, {name: about, description: Read this first.}, {name: mammals}]
x-tagGroups:
  - {name: Start, tags: [about]}
  - {name: Animals, tags: [mammals, insects]}
  - {name: Nothing, tags: []}
"""
    result = reference(tmp_path, document(ZOO, more))
    assert result.contents == [
        "- [shop](shop.md)",
        "- **Start**",
        "  - [about](about.md): Read this first.",
        "- **Animals**",
        "  - [mammals](mammals.md)",
        "  - [insects](insects.md)",
    ]


def test_a_part_may_have_the_name_of_its_tag(tmp_path: Path) -> None:
    more = "x-tagGroups: [{name: shop, tags: [shop]}]"
    result = reference(tmp_path, document(ZOO, more))
    assert result.contents[:2] == ["- **shop**", "  - [shop](shop.md)"]


@pytest.mark.parametrize(
    ("tags", "code"),
    [
        ("tags: [{name: a, parent: nobody}]", "unknown-tag"),
        ("x-tagGroups: [{name: A, tags: [nobody]}]", "unknown-tag"),
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
def test_invalid_tags_are_reported_and_all_operations_are_kept(
    tmp_path: Path, tags: str, code: str
) -> None:
    result = reference(tmp_path, document(ZOO, tags))
    assert result.codes == (code,)
    assert sum(map(len, result.calls.values())) == 5
    assert result.calls["shop.md"] == ["prices.retrieve"]


def test_a_tag_of_all_operations_is_not_a_chapter_unless_described(
    tmp_path: Path,
) -> None:
    paths = operation("ants", tags="default") + operation("bees", tags="default")
    result = reference(tmp_path, document(paths))
    assert result.contents == ["- [Ants](ants.md)", "- [Bees](bees.md)"]
    declared = "tags: [{name: default, description: The whole of it.}]"
    result = reference(tmp_path, document(paths, declared))
    assert result.contents == [
        "- [default](default.md): The whole of it.",
        "  - [Ants](ants.md)",
        "  - [Bees](bees.md)",
    ]


def test_chapters_without_selected_operations_are_omitted(
    tmp_path: Path,
) -> None:
    tags = "tags: [{name: shop, description: Prices.}, {name: mammals}]"
    result = reference(tmp_path, document(ZOO, tags), only=("*cats*", "*ants*"))
    assert result.contents == ["- [mammals](mammals.md)", "- [insects](insects.md)"]


def test_tags_of_several_documents_are_merged(tmp_path: Path) -> None:
    first = document(operation("ants", tags="zoo"), "tags: [{name: zoo}]")
    second = document(
        operation("bees", tags="zoo") + operation("prices", tags="shop"),
        "tags: [{name: zoo, description: All that lives.}]",
    )
    result = reference(tmp_path, first, second)
    assert result.codes == ()
    assert result.contents == ["- [zoo](zoo.md): All that lives.", "- [shop](shop.md)"]
    assert result.calls["zoo.md"] == ["ants.retrieve", "bees.retrieve"]


@pytest.mark.parametrize(
    "name", ["README", "con", "a/b", "../x", "<b>&\\\"'", "ü", "日本", "x" * 300, "·"]
)
def test_names_of_pages_are_valid_file_names(tmp_path: Path, name: str) -> None:
    quoted = "'" + name.replace("'", "''") + "'"
    paths = operation("ants", tags=quoted) + operation("bees", tags="shop")
    result = reference(tmp_path, document(paths))
    (file,) = [file for file in result.calls if file != "shop.md"]
    stem = file.removesuffix(".md")
    assert stem.isidentifier() and stem.lower() not in ("readme", "con")
    assert len(stem) < 100
    assert f"]({file}#ants-retrieve)" in result.text("README.md")
    assert "<b>" not in result.text(file)


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
    result = reference(tmp_path, path.read_text(encoding="utf-8"))
    assert result.contents[0].startswith(first)
    assert any(f"]({last}.md)" in line for line in result.contents)
    count = sum(map(len, result.calls.values()))
    assert count == len(result.made.package.calls)


def test_a_chapter_with_many_operations_is_divided_by_resource(
    tmp_path: Path,
) -> None:
    paths = "".join(
        f"  /yard/{kind}/thing{n}: {{get: {{operationId: get_{kind}_{n}, tags: [yard], "
        f"{DONE}}}}}\n"
        for kind in ("ants", "bees")
        for n in range(34)
    )
    result = reference(tmp_path, document(paths + operation("yard", tags="yard")))
    assert result.contents == [
        "- [yard](yard.md)",
        "  - [Ants](yard_ants.md)",
        "  - [Bees](yard_bees.md)",
    ]
    assert len(result.calls["yard_ants.md"]) == 34
    assert result.calls["yard.md"] == ["yard.retrieve"]
