"""Tests of the examples in the docstrings of methods."""

from __future__ import annotations

import ast
import json
import textwrap
from pathlib import Path

import pytest

from generator.config import Config
from generator.diagnostics import Diagnostics
from generator.pipeline import build

START = "from acme import Acme\n\nshop = Acme()\n"
"""First lines of each sample."""


def method_docstrings(directory: Path, *samples: str) -> tuple[str, str]:
    """Return the docstrings of the sync and async methods of an operation."""
    sources = ", ".join(
        f"{{lang: python, source: {json.dumps(START + text)}}}" for text in samples
    )
    (directory / "api.yaml").write_text(
        "openapi: 3.1.0\ninfo: {title: Acme, version: '1'}\n"
        "paths:\n  /orders/{id}:\n    post:\n      operationId: changeOrder\n"
        f"      summary: Change an order.\n      x-codeSamples: [{sources}]\n"
        "      parameters: [{name: id, in: path, required: true, schema: {type: string}}]\n"
        "      requestBody: {content: {application/json: {schema: {type: object,\n"
        "        properties: {items: {type: array, items: {}}, note: {type: string}}}}}}\n"
        "      responses: {'200': {description: An order., content: {application/json:\n"
        "        {schema: {type: object, properties: {id: {type: string}}}}}}}\n",
        encoding="utf-8",
    )
    config = Config(
        package="acme_client", client="Acme", specs=("api.yaml",), directory=directory
    )
    files = build(config, Diagnostics()).files
    tree = ast.parse(files["acme_client/resources/orders.py"])
    docstrings = {
        type(node): ast.get_docstring(node) or ""
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and node.name == "update"
    }
    return docstrings[ast.FunctionDef], docstrings[ast.AsyncFunctionDef]


def example(docstring: str) -> str:
    """Return the example in a docstring, or `""` if there is none."""
    _, heading, rest = docstring.partition("Example:")
    if not heading:
        return ""
    if rest.startswith(" `"):
        return rest.strip()[1:-1]
    return textwrap.dedent(rest.strip("\n"))


def test_example_is_the_call_of_the_sample(tmp_path: Path) -> None:
    sync, asynchronous = method_docstrings(
        tmp_path, "order = shop.orders.update('order-1', note='Soon')\nprint(order.id)"
    )
    assert example(sync) == 'client.orders.update("order-1", note="Soon")'
    assert example(asynchronous) == (
        'await client.orders.update("order-1", note="Soon")'
    )


def test_long_calls_are_formatted(tmp_path: Path) -> None:
    sync, _ = method_docstrings(
        tmp_path,
        "shop.orders.update('order-1',note='Please send this very soon, if you can',"
        "items=[{'name':'A bell','count':2},{'name':'A saddle of leather','count':1}])",
    )
    assert example(sync) == (
        "client.orders.update(\n"
        '    "order-1",\n'
        '    note="Please send this very soon, if you can",\n'
        "    items=[\n"
        '        {"name": "A bell", "count": 2},\n'
        '        {"name": "A saddle of leather", "count": 1},\n'
        "    ],\n"
        ")"
    )


@pytest.mark.parametrize(
    "call",
    [
        "shop.orders.update('order-1', note=text)",
        "shop.orders.update(**values)",
        "shop.orders.update('order-1', note=f'{1}')",
        "shop.orders.update('order-1', items=[1 for _ in range(9)])",
        f"shop.orders.update('order-1', items={[[str(n) * 20] for n in range(9)]})",
        f"shop.orders.update('order-1', note='{'long ' * 20}')",
        "shop.orders.update('order-1', items=[{**values}])",
    ],
)
def test_calls_with_variables_and_long_calls_are_not_used(
    tmp_path: Path, call: str
) -> None:
    assert "Example" not in method_docstrings(tmp_path, call)[0]
    short = "shop.orders.update('order-2')"
    sync, _ = method_docstrings(tmp_path, call, short)
    assert example(sync) == 'client.orders.update("order-2")'


@pytest.mark.parametrize(
    "value", ['"""', "\\", "a`b", "'", "\u202e", "\x00", "\n", "#", "é", "{{ 1 }}"]
)
def test_special_characters_keep_their_value(tmp_path: Path, value: str) -> None:
    for docstring in method_docstrings(tmp_path, f"shop.orders.update({value!a})"):
        (call,) = [
            node
            for node in ast.walk(ast.parse(f"async def f():\n {example(docstring)}"))
            if isinstance(node, ast.Call)
        ]
        assert ast.literal_eval(call.args[0]) == value


GENERATED = Path(__file__).parents[4] / "generated/openai_client/resources"


def test_examples_of_the_generated_client_are_valid_python() -> None:
    counts = {"sync": 0, "async": 0}
    for path in sorted(GENERATED.glob("*.py")):
        for owner in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(owner, ast.ClassDef):
                continue
            kind = "async" if owner.name.startswith("Async") else "sync"
            for node in owner.body:
                if not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                    continue
                code = example(ast.get_docstring(node) or "")
                if code:
                    counts[kind] += 1
                    indented = textwrap.indent(code, "    ")
                    tree = ast.parse(f"async def f():\n{indented}")
                    has_await = any(
                        isinstance(item, ast.Await) for item in ast.walk(tree)
                    )
                    assert has_await is (kind == "async"), code
    assert counts["sync"] == counts["async"] > 40
