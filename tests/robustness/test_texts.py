"""Long texts of one repeated token, at all locations for text."""

from __future__ import annotations

import ast
import time

import pytest

from generator.openapi.markup import commonmark
from tests.robustness.measuring import files_of
from tests.robustness.text_families import ATOMS, with_data, with_text

pytestmark = pytest.mark.slow

_OFTEN = ("a", " ", "`", "[", "{", "<", '"', "<pre>", '<a href="b">', "1+")
_SECONDS = 4.0
"""Seconds of processor time for a document with 5,000 characters at twenty locations."""


@pytest.mark.parametrize("build", [with_text, with_data])
@pytest.mark.parametrize(
    "atom",
    [
        pytest.param(atom, marks=[] if atom in _OFTEN else [pytest.mark.slow])
        for atom in dict.fromkeys(ATOMS)
    ],
    ids=ascii,
)
def test_long_texts_are_processed_in_linear_time(atom: str, build: object) -> None:
    assert callable(build)
    begin = time.process_time()
    files, _ = files_of(build("b" + atom * (5000 // len(atom))))
    assert time.process_time() - begin < _SECONDS
    for path, content in files.items():
        if path.endswith(".py"):
            ast.parse(content)


@pytest.mark.parametrize("count", range(3, 12))
def test_quotes_are_escaped_in_docstrings(count: int) -> None:
    quotes = 'b"' + '"' * count
    files, _ = files_of(with_text(quotes + " c" * 60))
    nodes = [
        node
        for path, content in files.items()
        if path.endswith(".py")
        for node in ast.walk(ast.parse(content))
    ]
    kinds = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    texts = [ast.get_docstring(node) or "" for node in nodes if isinstance(node, kinds)]
    assert any(f"{quotes} c" in text for text in texts)


@pytest.mark.parametrize(
    "atom", ["<pre>", "<b>", "<code> ", "<i>", "<h1>", "<a href=b>"]
)
def test_unclosed_elements_are_parsed_in_linear_time(atom: str) -> None:
    begin = time.process_time()
    text = "<p>" + atom * (100_000 // len(atom)) + "</u>"
    assert "<p>" not in commonmark(text)
    assert time.process_time() - begin < 1.0
