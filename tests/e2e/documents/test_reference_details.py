"""Details of parameters, properties, responses and types in the reference."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.clients import generate

KIND = "Deprecated values, examples, patterns, formats, defaults of lists, response headers, errors and `externalDocs`."
RESULT = "The reference shows them, also if they are behind a `$ref`; docstrings mark what is deprecated."

DOCUMENT = Path(__file__).parent / "reference_details.yaml"


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the client."""
    output = tmp_path_factory.mktemp("reference_details")
    generate(DOCUMENT, output, "reference_details", "Shop")
    return output


@pytest.fixture(scope="module")
def orders(output: Path) -> list[str]:
    """Return the lines of the page about orders."""
    return (output / "docs/orders.md").read_text(encoding="utf-8").splitlines()


@pytest.fixture(scope="module")
def types(output: Path) -> list[str]:
    """Return the lines of the pages about types."""
    pages = sorted((output / "docs/types").glob("*.md"))
    return "".join(page.read_text(encoding="utf-8") for page in pages).splitlines()


def cells(lines: list[str], name: str) -> list[str]:
    """Return the cells after the name in the first row of a parameter or field."""
    row = next(line for line in lines if line.startswith(f"| **{name}** |"))
    return [cell.strip() for cell in row.strip("|").replace("\\|", "¦").split("|")[1:]]


def test_deprecated_parameter(orders: list[str]) -> None:
    assert cells(orders, "trace") == [
        "str",
        "Id of the trace.",
        "optional, in header, **deprecated**, format: `uuid`, "
        'pattern: `^[0-9a-f¦-]+$`, example: `"6f1c"`',
    ]


def test_deprecated_property(orders: list[str], types: list[str]) -> None:
    assert cells(orders, "old_name")[2] == "optional, in body, **deprecated**"
    assert cells(types, "old_name")[2] == "optional, **deprecated**"


def test_parameter_with_a_description_and_a_reference(orders: list[str]) -> None:
    """The description beside the `$ref` does not hide the target's other keywords."""
    assert cells(orders, "region")[1:] == [
        "Region of the order.",
        'optional, in query, **deprecated**, default: `"eu"`, more information: `/regions`',
    ]


def test_property_with_a_description_and_a_reference(types: list[str]) -> None:
    assert cells(types, "region")[2] == (
        'optional, **deprecated**, default: `"eu"`, more information: `/regions`'
    )


def test_default_and_examples_of_a_list(orders: list[str]) -> None:
    assert cells(orders, "sort")[2] == (
        'optional, in query, default: `["name", "price"]`, '
        'examples: `["name"]`, `["price"]`'
    )
    assert cells(orders, "labels")[2] == (
        "optional, in body, at most 1 item, without duplicates, default: `[]`"
    )
    assert cells(orders, r"options\_")[2].endswith('default: `{"a": 1}`')


def test_pattern_and_examples_of_a_property(types: list[str]) -> None:
    assert cells(types, "item")[2] == (
        'required, pattern: `^[a-z]+$`, examples: `"lamp"`, `"chair"`'
    )


def test_notes_of_a_type(types: list[str]) -> None:
    position = types.index("## Region")
    assert types[position + 2 : position + 8 : 2] == [
        "A region.",
        '**deprecated**, default: `"eu"`, more information: `/regions`',
        'One of: `"eu"`, `"us"`',
    ]


def test_success_status(orders: list[str]) -> None:
    assert "Status code: `201`" in orders


def test_several_success_statuses(orders: list[str]) -> None:
    assert "| 200 | The order. | [Order](types/orders.md#order) |" in orders
    assert "| 204 | Nothing changed. |  |" in orders
    assert "The order." not in orders  # the table has the description


def test_types_of_errors(orders: list[str]) -> None:
    position = orders.index("### Errors")
    problem = "[Problem](types/orders.md#problem)"
    assert orders[position + 4 : position + 7] == [
        f"| 422 | The order is invalid. | {problem} |",
        "| 429 | Too many calls. |  |",
        f"| default | Any other error. | {problem} |",
    ]


def test_response_headers(orders: list[str]) -> None:
    assert cells(orders, "X-Calls-Left") == [
        "integer",
        "Number of calls that are left.",
        "201, 429",
        "optional, **deprecated**, at least 0, example: `3`",
    ]
    assert cells(orders, "Location") == [
        "string",
        "",
        "201",
        "required, format: `uri`",
    ]


def test_external_docs(output: Path, orders: list[str]) -> None:
    index = (output / "docs/README.md").read_text(encoding="utf-8").splitlines()
    assert "See [The manual](https://docs.shop.example/)." in index
    assert "See [more information](https://docs.shop.example/orders)." in orders
    assert "See [Create orders](https://docs.shop.example/orders#create)." in orders


def test_relative_links(output: Path, types: list[str]) -> None:
    index = (output / "docs/README.md").read_text(encoding="utf-8")
    assert "Read the guide (`/guides/start`) first, or [the site](https://shop" in index
    assert cells(types, "id")[1] == "See ids (`#ids`)."


def test_deprecated_in_docstrings(output: Path) -> None:
    package = output / "reference_details"
    method = (package / "resources/orders.py").read_text(encoding="utf-8")
    assert "trace: Deprecated. Id of the trace." in method
    assert "old_name: Deprecated." in method
    fields = (package / "types/orders.py").read_text(encoding="utf-8")
    assert "Deprecated. Its region." in fields


def test_defaults_of_lists_in_docstrings(output: Path) -> None:
    method = (output / "reference_details/resources/orders.py").read_text("utf-8")
    assert 'sort: Default: `["name", "price"]`.' in method
    assert "labels: At most 1 item, without duplicates. Default: `[]`." in method
    assert 'options_: Default: `{"a": 1}`.' in method
