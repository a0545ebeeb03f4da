"""Names and descriptions of enumerated values in docstrings and in the reference."""

from __future__ import annotations

import ast
import typing
from pathlib import Path

import pytest

from tests.clients import generate, import_from

KIND = (
    "The values of an enumeration have names and descriptions: `oneOf` of `const` with `title`, `x-enum-varnames`, "
    "`x-enum-descriptions`, `x-enumDescriptions` or `x-ms-enum`."
)
RESULT = "The type is a `Literal` of the values; docstrings and the reference list the names and descriptions."

DOCUMENT = Path(__file__).parent / "enum_words.yaml"
STATES = [
    "- `0` (Created): The parcel exists.",
    "- `1`: Sent",
    "- `2` (Delivered): The customer has it.",
]
SIZES = ['- `"s"`: Up to 2 kg.', '- `"l"`: Up to 9 kg.']
PRIORITIES = ["- `1` (High): Sent on the same day.", "- `5`: Low"]


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the client."""
    output = tmp_path_factory.mktemp("enum_words")
    generate(DOCUMENT, output, "enum_words", "Shop")
    return output


def row(page: str, name: str) -> str:
    """Return the description in the row of a parameter or field."""
    line = next(line for line in page.splitlines() if line.startswith(f"| **{name}**"))
    return line.split(" | ")[2].strip()


def test_parameters_in_the_reference(output: Path) -> None:
    page = (output / "docs/parcels.md").read_text(encoding="utf-8")
    assert row(page, "state") == "<br>".join(["One of:", "", *STATES])
    assert row(page, "sizes") == "<br>".join(["Sizes to include.", "", *SIZES])
    # The names only repeat the values.
    assert row(page, "carrier") == ""


def test_response_headers_in_the_reference(output: Path) -> None:
    page = (output / "docs/parcels.md").read_text(encoding="utf-8")
    assert row(page, "X-State") == "One of:<br><br>- `0`: Created<br>- `1`: Sent"
    assert row(page, "X-Size") == "<br>".join(["Size of it.", "", *SIZES])


def test_types_of_response_headers(output: Path) -> None:
    page = (output / "docs/parcels.md").read_text(encoding="utf-8")
    rows = {
        cells[0].strip("*| "): cells[1].strip()
        for cells in (line.split(" | ") for line in page.splitlines())
        if cells[0].startswith("| **X-")
    }
    # `X-State` has no `type`, only values.
    assert rows == {"X-State": "integer", "X-Size": "string"}


def test_fields_in_the_reference(output: Path) -> None:
    page = (output / "docs/types/parcels.md").read_text(encoding="utf-8")
    assert row(page, "colour").endswith('- `"r"`: Red.<br>- `"g"`: Green.')
    assert row(page, "region").endswith(
        '- `"eu"` (Europe): Europe and Africa.<br>- `"us"`: America.'
    )
    # The type has the list.
    assert row(page, "priority") == "How fast it is sent."


def test_types_in_the_reference(output: Path) -> None:
    page = (output / "docs/types/parcels.md").read_text(encoding="utf-8")
    section = page.partition("## Priority\n")[2].partition("\n## ")[0]
    assert section.strip().splitlines() == [
        "How fast it is sent.",
        "",
        *PRIORITIES,
        "",
        "One of: `1`, `5`",
    ]


def test_members_behind_references(output: Path) -> None:
    lines = [
        '- `"asc"` (Ascending): Low to high.',
        '- `"desc"` (Descending): High to low.',
    ]
    page = (output / "docs/types/parcels.md").read_text(encoding="utf-8")
    section = page.partition("## Sort\n")[2].partition("\n## ")[0]
    assert all(line in section for line in lines)
    types = (output / "enum_words/types/parcels.py").read_text(encoding="utf-8")
    assert all(line in types for line in lines)


def test_docstrings(output: Path) -> None:
    source = (output / "enum_words/resources/parcels.py").read_text(encoding="utf-8")
    functions = [
        node for node in ast.walk(ast.parse(source)) if hasattr(node, "decorator_list")
    ]
    sync, asynchronous = (
        ast.get_docstring(node) for node in functions if node.name == "list"
    )
    assert sync == asynchronous
    lines = [line.strip() for line in (sync or "").splitlines()]
    assert [line for line in lines if line.startswith("- ")] == [*STATES, *SIZES]
    types = (output / "enum_words/types/parcels.py").read_text(encoding="utf-8")
    for line in ('- `"r"`: Red.', '- `"us"`: America.', *PRIORITIES):
        assert line in types


def test_values_are_literals(output: Path) -> None:
    types = import_from(output, "enum_words").types
    assert typing.get_args(types.Priority) == (1, 5)
    assert types.Parcel.from_dict({"priority": 9}).priority == 9
