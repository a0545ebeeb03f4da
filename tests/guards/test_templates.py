"""Tests that templates only print: they consist of loops, conditions and filters.

Strings may be joined by `~`. Macros, assignments, arithmetic and calls are not allowed,
because they could contain logic.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from jinja2 import Environment, nodes

from generator.rendering.distribution import distribution_environment
from generator.rendering.html.environment import site_environment
from generator.rendering.markdown.environment import markdown_environment
from generator.rendering.python.environment import python_environment
from generator.templates import templates_directory

TEMPLATES = sorted(templates_directory().rglob("*.jinja"))
PARSER = Environment(trim_blocks=True, lstrip_blocks=True)
ENVIRONMENTS = {
    "client": python_environment,
    "distribution": distribution_environment,
    "docs": markdown_environment,
    "site": site_environment,
}
"""Environment of the templates in each directory."""

PLAIN = (
    *(nodes.Template, nodes.Output, nodes.TemplateData, nodes.If, nodes.For),
    *(nodes.Include, nodes.With, nodes.Name, nodes.NSRef, nodes.Const, nodes.Tuple),
    *(nodes.Getattr, nodes.Getitem, nodes.Filter, nodes.Test, nodes.CondExpr),
    *(nodes.Not, nodes.And, nodes.Or, nodes.Compare, nodes.Operand, nodes.Concat),
    nodes.Keyword,
)
"""Classes of nodes that are allowed in templates."""


def walk(node: nodes.Node) -> Iterator[nodes.Node]:
    """Yield a node and its descendants."""
    yield node
    for child in node.iter_child_nodes():
        yield from walk(child)


def logic(text: str) -> list[str]:
    """Return the nodes of a template that are not allowed, with their lines."""
    problems = []
    for node in walk(PARSER.parse(text)):
        name = type(node).__name__
        if not isinstance(node, PLAIN):
            problems.append(f"{name} in line {node.lineno}")
        elif isinstance(node, nodes.For) and node.recursive:
            problems.append(f"recursion in line {node.lineno}")
        elif isinstance(node, nodes.Getitem) and not isinstance(node.arg, nodes.Const):
            problems.append(f"look-up in line {node.lineno}")
    return problems


def own_filters(kind: str) -> set[str]:
    """Return the filters of an environment that are not part of Jinja."""
    return ENVIRONMENTS[kind]().filters.keys() - Environment().filters.keys()


@pytest.mark.parametrize(
    "text",
    [
        "{% macro a() %}{% endmacro %}",
        "{% set a = 1 %}",
        "{% set a %}b{% endset %}",
        "{{ a + 1 }}",
        "{{ a - 1 }}",
        "{{ a % 2 }}",
        "{{ a.b() }}",
        "{{ range(3) }}",
        "{{ a[b] }}",
        "{{ a[1:] }}",
        "{{ {'a': 1} }}",
        "{% import 'a' as b %}",
        "{% extends 'a' %}",
        "{% for a in b recursive %}{% endfor %}",
    ],
)
def test_logic_is_detected(text: str) -> None:
    assert logic(text)


@pytest.mark.parametrize("file", TEMPLATES, ids=lambda file: file.name)
def test_templates_only_print(file: Path) -> None:
    assert logic(file.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("file", TEMPLATES, ids=lambda file: file.name)
def test_templates_use_only_the_filters_of_the_generator(file: Path) -> None:
    """The filters of Jinja (`join`, `map`, `selectattr`) could contain logic."""
    used = {
        node.name
        for node in walk(PARSER.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, nodes.Filter)
    }
    assert used <= {*own_filters(file.parent.name), "capitalize"}


def test_every_template_and_filter_is_used() -> None:
    trees = [PARSER.parse(file.read_text(encoding="utf-8")) for file in TEMPLATES]
    filters = {node.name for tree in trees for node in tree.find_all(nodes.Filter)}
    assert {name for kind in ENVIRONMENTS for name in own_filters(kind)} == (
        filters - {"capitalize"}
    )
    named = {
        part.value
        for tree in trees
        for include in tree.find_all(nodes.Include)
        for part in include.find_all(nodes.Const)
    }
    rendering = "".join(
        file.read_text(encoding="utf-8")
        for file in (Path(__file__).parents[2] / "generator/rendering").rglob("*.py")
    )
    root = templates_directory()
    for file in TEMPLATES:
        name = file.relative_to(root).as_posix()
        stem = f'"{file.name.partition(".")[0]}"'
        assert name in named or name in rendering or stem in rendering, name


def test_templates_are_short() -> None:
    for file in TEMPLATES:
        assert len(file.read_text(encoding="utf-8").splitlines()) <= 100, file.name
