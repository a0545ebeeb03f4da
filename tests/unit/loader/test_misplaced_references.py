"""References where the standard allows none: operations, maps, lists and strings."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.cli.inspect import python_tree
from generator.config import Config
from generator.diagnostics import Diagnostics
from generator.loader import load
from generator.loader.misplaced import is_misplaced
from generator.pipeline import build
from generator.source import Location, parse_pointer

ROOT = """\
openapi: 3.0.3
info:
  title: Acme
  version: '1'
  description: {$ref: about.md}
paths:
  /parcels:
    get: {$ref: operations/list.yaml}
    parameters: {$ref: 'shared.yaml#/paging'}
components:
  schemas:
    Parcel:
      type: object
      properties: {$ref: 'shared.yaml#/fields'}
      required: {$ref: 'shared.yaml#/needed'}
"""
LIST = """\
operationId: listParcels
description: {$ref: '../shared.yaml#/words/list'}
responses: {$ref: '../shared.yaml#/responses'}
"""
SHARED = """\
words: {list: Shows the parcels.}
paging: [{name: limit, in: query, schema: {type: integer}}]
fields: {id: {type: string}, size: {$ref: '#/size'}}
size: {type: integer}
needed: [id]
responses:
  '200':
    description: Parcels.
    content: {$ref: '#/content'}
content:
  application/json:
    schema: {$ref: 'root.yaml#/components/schemas/Parcel'}
"""


def write(directory: Path, files: dict[str, str]) -> Path:
    """Write files; return the path of the first."""
    for name, text in files.items():
        (directory / name).parent.mkdir(exist_ok=True)
        (directory / name).write_text(text, encoding="utf-8")
    return directory / next(iter(files))


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A document with references where the standard allows none."""
    return write(
        tmp_path,
        {
            "root.yaml": ROOT,
            "operations/list.yaml": LIST,
            "shared.yaml": SHARED,
            "about.md": "All about *parcels*.\n",
        },
    )


def test_misplaced_references_are_replaced_by_their_targets(project: Path) -> None:
    diagnostics = Diagnostics()
    config = Config(
        package="acme", client="Acme", specs=("root.yaml",), directory=project.parent
    )
    generated = build(config, diagnostics)
    (operation,) = python_tree(generated.package)["operations"]
    assert operation["id"] == "listParcels"
    files = {name: content.decode() for name, content in generated.files.items()}
    resource = files["acme/resources/parcels.py"]
    assert "limit: int" in resource and "-> Parcel" in resource
    assert "Shows the parcels." in resource
    types = "".join(
        text for name, text in files.items() if name.startswith("acme/types/")
    )
    assert "    id: str\n" in types and "size: Size | None = None" in types
    assert "All about *parcels*." in files["docs/README.md"]
    codes = {item.rule.code for item in diagnostics}
    assert codes == {"misplaced-reference"}


def test_each_misplaced_reference_is_a_note(project: Path) -> None:
    diagnostics = Diagnostics()
    load([project], relative_to=project.parent, diagnostics=diagnostics)
    places = []
    for item in diagnostics:
        assert isinstance(item.location, Location)
        places.append((item.location.file.name, item.location.place.line))
    assert sorted(places) == [
        ("operations/list.yaml", 2),
        ("operations/list.yaml", 3),
        ("root.yaml", 5),
        ("root.yaml", 8),
        ("root.yaml", 9),
        ("root.yaml", 14),
        ("root.yaml", 15),
        ("shared.yaml", 9),
    ]


def test_nodes_of_targets_have_the_location_of_their_file(project: Path) -> None:
    document = load([project], relative_to=project.parent, diagnostics=Diagnostics())
    ((_, item),) = document.roots[0].paths.items()
    ((_, operation),) = item.operations
    assert operation.file.name == "operations/list.yaml"
    assert operation.pointer == ()
    (parameter,) = item.parameters
    assert (parameter.file.name, parameter.pointer) == ("shared.yaml", ("paging", "0"))


@pytest.mark.parametrize(
    ("written", "message"),
    [
        ("get: {$ref: 'gone.yaml'}", "the file of 'gone.yaml' was not loaded"),
        (
            "get: {$ref: '#/nothing'}",
            "'#/nothing' does not exist: there is no 'nothing'",
        ),
        ("summary: {$ref: '#/info'}", "the target of '#/info' is not a valid summary"),
        ("get: {$ref: '#/paths/~1a/get'}", "'#/paths/~1a/get' refers to itself"),
        ("get: {$ref: '#'}", "'#' refers to a parent of the reference"),
        (
            "get: {tags: {$ref: '#/paths'}}",
            "'#/paths' refers to a parent of the reference",
        ),
    ],
)
def test_broken_misplaced_references_are_warnings(
    tmp_path: Path, written: str, message: str
) -> None:
    path = write(
        tmp_path,
        {
            "root.yaml": "openapi: 3.1.0\ninfo: {title: A, version: '1'}\n"
            f"paths:\n  /a:\n    {written}\n"
        },
    )
    diagnostics = Diagnostics()
    load([path], relative_to=tmp_path, diagnostics=diagnostics)
    result = [item for item in diagnostics if item.rule.code.startswith("broken")]
    assert [item.message for item in result] == [message]


def test_misplaced_references_in_swagger_2_are_replaced(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        {
            "root.yaml": "swagger: '2.0'\ninfo: {title: A, version: '1'}\n"
            "paths: {/a: {get: {$ref: list.yaml}}}\n",
            "list.yaml": "operationId: listThings\nresponses: {'200': {description: A,"
            " schema: {type: string}}}\n",
        },
    )
    document = load([path], relative_to=tmp_path, diagnostics=Diagnostics())
    ((_, item),) = document.roots[0].paths.items()
    ((method, operation),) = item.operations
    assert (method, operation.operation_id) == ("GET", "listThings")
    assert operation.responses["200"].content


@pytest.mark.parametrize(
    ("pointer", "misplaced"),
    [
        ("/paths/~1a/get", True),
        ("/paths/~1a/get/responses", True),
        ("/components/schemas/A/properties", True),
        ("/components/schemas/A/properties/title", False),
        ("/components/schemas/content", False),
        ("/components/responses/tags", False),
        ("/components/schemas/A/properties/a/description", True),
        ("/components/schemas/A/items", False),
        ("", False),
    ],
)
def test_names_are_distinguished_from_keywords(pointer: str, misplaced: bool) -> None:
    assert is_misplaced(parse_pointer(pointer)) is misplaced
