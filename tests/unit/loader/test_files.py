"""Documents of several files: references between them, names, and directories."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.diagnostics import Diagnostics, Severity
from generator.loader import load
from generator.openapi.document import BrokenReference
from tests.unit.loader.conftest import Load, Value

HEAD = "openapi: 3.1.0\ninfo: {title: A, version: '1'}\n"


def schemas(*lines: str, head: str = HEAD) -> str:
    """Return a document with schemas, one per line."""
    return (
        head
        + "paths: {}\ncomponents:\n  schemas:\n"
        + "".join(f"    {line}\n" for line in lines)
    )


def test_indirectly_referenced_files_are_read(load_files: Load) -> None:
    loaded = load_files(
        {
            "api/a.yaml": schemas("A: {$ref: ./b.yaml#/B}", "C: {$ref: ../up.json}"),
            "api/b.yaml": "B: {$ref: 'sub/c.yml#/x/y~1z/0'}",
            "api/sub/c.yml": "x: {y/z: [{type: string, title: deep}]}",
            "up.json": '{"type": "integer"}',
        }
    )
    assert loaded.codes == []
    assert loaded.follow("#/components/schemas/A") == {
        "type": "string",
        "title": "deep",
    }
    assert loaded.follow("#/components/schemas/C") == {"type": "integer"}
    assert loaded.document is not None
    names = [item.source.name for item in loaded.document.files.values()]
    assert names == ["api/a.yaml", "api/b.yaml", "up.json", "api/sub/c.yml"]


def test_file_may_refer_to_itself_by_name(load_files: Load) -> None:
    loaded = load_files(
        {
            "a.yaml": schemas(
                "A: {$ref: 'a.yaml#/components/schemas/B'}", "B: {title: b}"
            )
        }
    )
    assert loaded.follow("#/components/schemas/A") == {"title": "b"}
    assert loaded.document is not None
    assert len(loaded.document.files) == 1


def test_file_names_may_be_percent_encoded(load_files: Load) -> None:
    loaded = load_files(
        {
            "a.yaml": schemas(
                "A: {$ref: 'my%20file.yaml#/x'}",
                "B: {$ref: 'my file.yaml#/x'}",
                "C: {$ref: './é.yaml#/%C3%A9~1%7Bid%7D'}",
                "D: {$ref: '%C3%A9.yaml#%2Fy'}",
            ),
            "my file.yaml": "x: {title: x}",
            "é.yaml": "é/{id}: {title: e}\ny: {title: y}",
        }
    )
    assert loaded.codes == []
    titles = [loaded.follow(f"#/components/schemas/{name}")["title"] for name in "ABCD"]
    assert titles == ["x", "x", "e", "y"]
    assert loaded.document is not None
    assert len(loaded.document.files) == 3


def test_file_with_two_names_is_read_once(tmp_path: Path, load_files: Load) -> None:
    (tmp_path / "link.yaml").symlink_to(tmp_path / "b.yaml")
    loaded = load_files(
        {
            "a.yaml": schemas("A: {$ref: 'b.yaml#/x'}", "B: {$ref: 'link.yaml#/x'}"),
            "b.yaml": "x: {title: x}",
        }
    )
    assert loaded.codes == []
    assert loaded.document is not None
    assert len(loaded.document.files) == 2
    assert loaded.follow("#/components/schemas/B") == {"title": "x"}


def test_missing_file_is_a_warning_at_the_first_reference(load_files: Load) -> None:
    loaded = load_files(
        {
            "a.yaml": schemas(
                "A: {$ref: none.yaml#/x}",
                "B: {$ref: none.yaml#/y}",
                "C: {$ref: empty.yaml}",
                "D: {$ref: folder}",
                "E: {$ref: intro.md}",
                "F: {$ref: 'a%00b.yaml'}",
            ),
            "empty.yaml": "",
            "folder/x.yaml": "",
            "intro.md": "# Words",
        }
    )
    assert loaded.codes == ["missing-file"] * 5
    places = [item.location.place.line for item in loaded.diagnostics if item.location]
    assert places == [6, 8, 9, 10, 11]
    assert all(item.severity is Severity.WARNING for item in loaded.diagnostics)
    result = loaded.follow("#/components/schemas/A")
    assert isinstance(result, BrokenReference)


def test_files_on_other_hosts_are_not_downloaded(load_files: Load) -> None:
    loaded = load_files(
        {
            "a.yaml": schemas(
                "A: {$ref: 'https://example.com/a.yaml#/x'}",
                "B: {$ref: 'https://example.com/a.yaml#/y'}",
                "C: {$ref: '//example.com/b.yaml'}",
                "D: {$ref: 'urn:example:c'}",
                "E: {$ref: 'http://[broken'}",
            )
        }
    )
    assert loaded.codes == ["remote-reference"] * 3
    assert isinstance(loaded.follow("https://example.com/a.yaml#/x"), BrokenReference)
    assert isinstance(loaded.follow("http://[broken"), BrokenReference)


def test_error_in_a_referenced_file_stops_the_run(load_files: Load) -> None:
    loaded = load_files({"a.yaml": schemas("A: {$ref: b.yaml}"), "b.yaml": "a: [1"})
    assert loaded.document is None
    assert loaded.place("yaml-syntax") == ("b.yaml", 1, 4)


def test_references_in_data_are_ignored(load_files: Load) -> None:
    loaded = load_files(
        {
            "a.yaml": schemas(
                "A: {example: {$ref: none.yaml}, default: {$ref: none.yaml}}",
                "B: {enum: [{$ref: none.yaml}], const: {$ref: none.yaml}}",
                "C: {examples: [{$ref: none.yaml}]}",
                "D: {properties: {example: {$ref: b.yaml}, enum: {$ref: b.yaml}}}",
                "default: {properties: {$ref: {type: string}, x: {$ref: c.yaml}}}",
            ),
            "b.yaml": "{}",
            "c.yaml": "{}",
        }
    )
    assert loaded.codes == []
    assert loaded.document is not None
    assert len(loaded.document.files) == 3


def test_references_to_examples_and_default_responses_are_followed(
    load_files: Load,
) -> None:
    text = HEAD + (
        "paths:\n  /a:\n    get:\n      responses:\n"
        "        default: {$ref: r.yaml}\n"
        "components: {examples: {one: {$ref: e.yaml}, two: {value: {$ref: no.yaml}}}}\n"
    )
    loaded = load_files({"a.yaml": text, "r.yaml": "{}", "e.yaml": "{}"})
    assert loaded.codes == []
    assert loaded.document is not None
    assert len(loaded.document.files) == 3


def test_discriminators_may_refer_to_files(load_files: Load) -> None:
    line = "A: {discriminator: {propertyName: t, mapping: {a: b.yaml, b: ./c.yaml#/x, c: D}}}"
    loaded = load_files({"a.yaml": schemas(line), "b.yaml": "{}", "c.yaml": "x: {}"})
    assert loaded.codes == []
    assert loaded.document is not None
    assert len(loaded.document.files) == 3


def test_map_may_be_a_reference(load_files: Load) -> None:
    text = HEAD + "paths: {}\ncomponents: {schemas: {$ref: all.yaml}}"
    loaded = load_files({"a.yaml": text, "all.yaml": "A: {title: a}"})
    assert loaded.follow("#/components/schemas/A") == {"title": "a"}


def test_self_is_the_base_uri(load_files: Load) -> None:
    head = "openapi: 3.2.0\n$self: https://example.com/api/{name}\ninfo: {title: A}\n"
    loaded = load_files(
        {
            "a.yaml": schemas(
                "A: {$ref: 'b#/components/schemas/B'}",
                "B: {$ref: 'https://example.com/api/a#/components/schemas/C'}",
                "C: {title: c}",
                "D: {$ref: 'parts/x.yaml#/x'}",
                head=head.replace("{name}", "a"),
            ),
            "other/b.yaml": schemas(
                "B: {$ref: './a#/components/schemas/C'}",
                head=head.replace("{name}", "b"),
            ),
            "parts/x.yaml": "x: {title: x}",
        },
        "a.yaml",
        "other/b.yaml",
    )
    assert loaded.codes == []
    for name, title in (("A", "c"), ("B", "c"), ("D", "x")):
        assert loaded.follow(f"#/components/schemas/{name}") == {"title": title}


def test_anchors_and_ids_are_resolved(load_files: Load) -> None:
    loaded = load_files(
        {
            "a.yaml": schemas(
                "A: {$anchor: here, title: a}",
                "B: {$id: 'https://example.com/b', title: b, $defs: {c: {$anchor: d, title: d}}}",
                "C: {$ref: '#here'}",
                "D: {$ref: 'https://example.com/b'}",
                "E: {$ref: 'https://example.com/b#d'}",
                "F: {$ref: 'https://example.com/b#/$defs/c'}",
                "G: {$ref: 'c.yaml#there'}",
                "H: {$dynamicAnchor: h, title: h}",
                "I: {$id: tree, $defs: {x: {title: x}}, items: {$ref: '#/$defs/x'}}",
                "J: {$id: odd, items: {$ref: '#/components/schemas/A'}}",
            ),
            "c.yaml": "x: {$anchor: there, title: t}",
        }
    )
    assert loaded.codes == []
    for reference, title in {
        "#/components/schemas/C": "a",
        "#/components/schemas/D": "b",
        "#/components/schemas/E": "d",
        "#/components/schemas/F": "d",
        "#/components/schemas/G": "t",
        "#h": "h",
    }.items():
        assert loaded.follow(reference)["title"] == title
    assert loaded.document is not None
    root = loaded.document.roots[0]
    for name, title in (("I", "x"), ("J", "a")):
        pointer = ("components", "schemas", name, "items")
        inner = Value(
            root.value["components"]["schemas"][name]["items"], root.file, pointer
        )
        resolved = loaded.document.resolve(inner)
        assert isinstance(resolved, Value)
        assert resolved.value["title"] == title


def test_schema_may_contain_its_own_definitions(load_files: Load) -> None:
    line = "A: {$defs: {B: {title: b}}, properties: {c: {items: {$ref: '#/$defs/B'}}}}"
    loaded = load_files({"a.yaml": schemas(line)})
    assert loaded.document is not None
    root = loaded.document.roots[0]
    pointer = ("components", "schemas", "A", "properties", "c", "items")
    result = loaded.document.resolve(Value({"$ref": "#/$defs/B"}, root.file, pointer))
    assert isinstance(result, Value)
    assert result.pointer == ("components", "schemas", "A", "$defs", "B")
    assert isinstance(loaded.follow("#/$defs/B"), BrokenReference)


@pytest.mark.parametrize(
    "lines",
    [
        ["A: {$ref: '#/components/schemas/A'}"],
        ["A: {$ref: '#/components/schemas/B'}", "B: {$ref: '#/components/schemas/A'}"],
        ["A: {$ref: '#/components/schemas/A/x'}"],
        [
            "A: {$ref: '#/components/schemas/B/x/x'}",
            "B: {$ref: '#/components/schemas/A/x/x'}",
        ],
        ["A: {$ref: '#/components/schemas/²'}"],
        ["A: {$ref: '#/components/schemas/B/-1'}", "B: [1]"],
        ["A: {$ref: '#/components/schemas/B/" + "9" * 5000 + "'}", "B: [1]"],
    ],
)
def test_broken_and_circular_references_are_reported(
    load_files: Load, lines: list[str]
) -> None:
    loaded = load_files({"a.yaml": schemas(*lines)})
    assert isinstance(loaded.follow("#/components/schemas/A"), BrokenReference)


def test_reference_may_pass_a_node_twice(load_files: Load) -> None:
    loaded = load_files(
        {
            "a.yaml": schemas(
                "A: {$ref: '#/components/schemas/X/p'}",
                "X: {$ref: '#/components/schemas/Y'}",
                "Y: {p: {$ref: '#/components/schemas/X/q'}, q: {title: q}}",
            )
        }
    )
    assert loaded.follow("#/components/schemas/A") == {"title": "q"}


def test_documents_of_a_directory_are_loaded(load_files: Load) -> None:
    loaded = load_files(
        {
            "specs/b.yaml": HEAD + "paths: {}",
            "specs/a/one.json": '{"openapi": "3.1.0", "info": {}, "paths": {}}',
            "specs/part.yaml": "x: {$ref: none.yaml}",
            "specs/notes.yaml": "text: it mentions openapi: but is none\nbroken: [",
            "specs/.hidden/c.yaml": HEAD,
            "specs/README.md": "openapi: 3.1.0",
        },
        "specs",
    )
    assert loaded.document is None
    loaded = load_files({"specs/notes.yaml": "text: no description"}, "specs")
    assert loaded.codes == []
    assert loaded.document is not None
    names = [root.file.name for root in loaded.document.roots]
    assert names == ["specs/b.yaml", "specs/a/one.json"]


def test_directory_without_documents_is_an_error(load_files: Load) -> None:
    loaded = load_files({"specs/part.yaml": "x: 1"}, "specs")
    assert loaded.document is None
    assert loaded.codes == ["no-documents"]
    assert "'specs'" in loaded.only("no-documents").message


def test_fragments_among_several_files_are_not_documents(load_files: Load) -> None:
    loaded = load_files(
        {
            "a.yaml": schemas("A: {$ref: b.yaml}"),
            "b.yaml": "title: reached",
            "c.yaml": "type: object\nproperties: {}",
        },
        "c.yaml",
        "b.yaml",
        "a.yaml",
        "./a.yaml",
    )
    assert loaded.document is not None
    assert [root.file.name for root in loaded.document.roots] == ["a.yaml"]
    assert loaded.codes == ["passed-over"]
    assert loaded.place("passed-over") == ("c.yaml", 1, 1)


def test_the_main_document_comes_first(load_files: Load) -> None:
    files = {f"{name}.yaml": HEAD + "paths: {}" for name in "abc"}
    loaded = load_files(files, "a.yaml", "b.yaml", "c.yaml", main="b.yaml")
    assert loaded.document is not None
    names = [root.file.name for root in loaded.document.roots]
    assert names == ["b.yaml", "a.yaml", "c.yaml"]


def test_outside_files_are_named_by_base_name(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(HEAD + "paths: {}")
    (tmp_path / "in").mkdir()
    document = load(
        [tmp_path / "a.yaml"], relative_to=tmp_path / "in", diagnostics=Diagnostics()
    )
    assert document.roots[0].file.name == "a.yaml"
