"""Tags order and label the reference where no other groups do."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.guards.pages import broken_links
from tests.unit.lowering_reference.sites import DONE, document, operation, reference

ZOO = (
    operation("ants", tags="insects")
    + operation("bees", tags="insects")
    + operation("cats", tags="mammals")
    + operation("dogs", tags="mammals")
    + operation("prices", tags="shop")
)


def test_declared_tags_give_order_titles_and_descriptions(tmp_path: Path) -> None:
    found = reference(
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
    assert found.contents == [
        "- [shop](shop.md): What things cost. And where.",
        "- [Those with fur](mammals.md)",
        "- [Those with six legs](insects.md)",
    ]
    assert found.calls == {
        "shop.md": ["prices.retrieve"],
        "mammals.md": ["cats.retrieve", "dogs.retrieve"],
        "insects.md": ["ants.retrieve", "bees.retrieve"],
    }
    assert "\nWhat things cost. And where.\n" in found.text("shop.md")
    assert found.codes == ()


def test_undeclared_tags_come_behind_and_resources_last(tmp_path: Path) -> None:
    paths = operation("rest") + ZOO
    found = reference(tmp_path, document(paths, "tags: [{name: shop}]"))
    assert found.contents == [
        "- [shop](shop.md)",
        "- [Rest](rest.md)",
        "- [insects](insects.md)",
        "- [mammals](mammals.md)",
    ]


def test_tags_inside_tags(tmp_path: Path) -> None:
    tags = """
tags:
  - {name: insects, parent: animals, kind: nav}
  - {name: animals, summary: Animals, description: All that lives here., kind: nav}
  - {name: mammals, parent: animals}
  - {name: shop}
"""
    found = reference(tmp_path, document(ZOO, tags))
    assert found.contents == [
        "- [Animals](animals.md): All that lives here.",
        "  - [insects](insects.md)",
        "  - [mammals](mammals.md)",
        "- [shop](shop.md)",
    ]
    text = found.text("animals.md")
    assert "- [insects](insects.md)\n- [mammals](mammals.md)\n" in text
    assert "[Contents](README.md#contents) › Animals\n" in found.text("mammals.md")
    for name, content in found.made.files.items():
        if name.startswith("docs/"):
            page = tmp_path / name
            page.parent.mkdir(parents=True, exist_ok=True)
            page.write_bytes(content)
    assert broken_links(tmp_path / "docs") == []


def test_marks_are_no_chapters(tmp_path: Path) -> None:
    paths = operation("ants", tags="fresh, inside, insects") + operation("bees")
    tags = """
tags:
  - {name: fresh, kind: badge, summary: New}
  - {name: inside, kind: audience}
  - {name: insects}
"""
    found = reference(tmp_path, document(paths, tags))
    assert found.calls == {
        "insects.md": ["ants.retrieve"],
        "bees.md": ["bees.retrieve"],
    }
    assert found.page("insects.md").operations[0].notes == ("New",)
    assert "| *New.* " in found.text("README.md")


def test_parts_of_x_tag_groups(tmp_path: Path) -> None:
    more = """
tags: [{name: shop}, {name: about, description: Read this first.}, {name: mammals}]
x-tagGroups:
  - {name: Start, tags: [about]}
  - {name: Animals, tags: [mammals, insects]}
  - {name: Nothing, tags: []}
"""
    found = reference(tmp_path, document(ZOO, more))
    assert found.contents == [
        "- [shop](shop.md)",
        "- **Start**",
        "  - [about](about.md): Read this first.",
        "- **Animals**",
        "  - [mammals](mammals.md)",
        "  - [insects](insects.md)",
    ]


def test_a_part_may_be_called_like_its_tag(tmp_path: Path) -> None:
    more = "x-tagGroups: [{name: shop, tags: [shop]}]"
    found = reference(tmp_path, document(ZOO, more))
    assert found.contents[:2] == ["- **shop**", "  - [shop](shop.md)"]


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
def test_what_leads_nowhere_is_told_and_nothing_is_lost(
    tmp_path: Path, tags: str, code: str
) -> None:
    found = reference(tmp_path, document(ZOO, tags))
    assert found.codes == (code,)
    assert sum(map(len, found.calls.values())) == 5
    assert found.calls["shop.md"] == ["prices.retrieve"]


def test_a_tag_that_all_operations_have_tells_nothing_apart(tmp_path: Path) -> None:
    paths = operation("ants", tags="default") + operation("bees", tags="default")
    found = reference(tmp_path, document(paths))
    assert found.contents == ["- [Ants](ants.md)", "- [Bees](bees.md)"]
    said = "tags: [{name: default, description: The whole of it.}]"
    found = reference(tmp_path, document(paths, said))
    assert found.contents == [
        "- [default](default.md): The whole of it.",
        "  - [Ants](ants.md)",
        "  - [Bees](bees.md)",
    ]


def test_chapters_of_operations_that_are_not_wanted_are_left_out(
    tmp_path: Path,
) -> None:
    tags = "tags: [{name: shop, description: Prices.}, {name: mammals}]"
    found = reference(tmp_path, document(ZOO, tags), only=("*cats*", "*ants*"))
    assert found.contents == ["- [mammals](mammals.md)", "- [insects](insects.md)"]


def test_tags_of_several_documents_are_united(tmp_path: Path) -> None:
    first = document(operation("ants", tags="zoo"), "tags: [{name: zoo}]")
    second = document(
        operation("bees", tags="zoo") + operation("prices", tags="shop"),
        "tags: [{name: zoo, description: All that lives.}]",
    )
    found = reference(tmp_path, first, second)
    assert found.codes == ()
    assert found.contents == ["- [zoo](zoo.md): All that lives.", "- [shop](shop.md)"]
    assert found.calls["zoo.md"] == ["ants.retrieve", "bees.retrieve"]


@pytest.mark.parametrize(
    "name", ["README", "con", "a/b", "../x", "<b>&\\\"'", "ü", "日本", "x" * 300, "·"]
)
def test_names_of_pages_are_names_of_files(tmp_path: Path, name: str) -> None:
    quoted = "'" + name.replace("'", "''") + "'"
    paths = operation("ants", tags=quoted) + operation("bees", tags="shop")
    found = reference(tmp_path, document(paths))
    (file,) = [file for file in found.calls if file != "shop.md"]
    stem = file.removesuffix(".md")
    assert stem.isidentifier() and stem.lower() not in ("readme", "con")
    assert len(stem) < 100
    assert f"]({file}#ants-retrieve)" in found.text("README.md")
    assert "<b>" not in found.text(file)


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
    found = reference(tmp_path, path.read_text(encoding="utf-8"))
    assert found.contents[0].startswith(first)
    assert any(f"]({last}.md)" in line for line in found.contents)
    shown = sum(map(len, found.calls.values()))
    assert shown == len(found.made.package.calls)


def test_a_tag_with_very_many_operations_is_divided_by_resources(
    tmp_path: Path,
) -> None:
    paths = "".join(
        f"  /yard/{kind}/thing{n}: {{get: {{operationId: get_{kind}_{n}, tags: [yard], "
        f"{DONE}}}}}\n"
        for kind in ("ants", "bees")
        for n in range(34)
    )
    found = reference(tmp_path, document(paths + operation("yard", tags="yard")))
    assert found.contents == [
        "- [yard](yard.md)",
        "  - [Ants](yard_ants.md)",
        "  - [Bees](yard_bees.md)",
    ]
    assert len(found.calls["yard_ants.md"]) == 34
    assert found.calls["yard.md"] == ["yard.retrieve"]
