"""Checks of the classes that extend generated classes."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from ..diagnostics import Diagnostics, Related, Rule, Severity
from ..python.package import Package
from ..rendering.python.client import public_names
from .classes import ExtendedClass, OwnDefinition

CLASH = Rule(
    "extension-clash",
    Severity.ERROR,
    "A name in the folder `ext` of the package is also a generated name: a method that"
    " the generated class has, a name that the package exports, or a second class for"
    " the same generated class. A method with `@override` (PEP 698) replaces the"
    " generated one.",
)


def check_classes(
    package: Package, extended: tuple[ExtendedClass, ...], diagnostics: Diagnostics
) -> None:
    """Report classes of own code that clash with each other or with generated names."""
    first: dict[str, ExtendedClass] = {}
    for item in extended:
        _check_members(item, diagnostics)
        if item.target.is_client:
            _check_client(package, item, diagnostics)
        if item.target.is_model:
            _check_model(item, diagnostics)
        key = item.target.key or item.node.name
        other = first.setdefault(key, item)
        if other is not item:
            diagnostics.add(
                CLASH,
                f"{item.node.name} is a second class for {item.target.label}",
                item.module.span(item.node),
                related=(Related("the other class", other.module.span(other.node)),),
                hint="combine the classes, or start the name of a base class with an "
                "underscore",
            )


def _check_members(item: ExtendedClass, diagnostics: Diagnostics) -> None:
    for definition in item.definitions:
        for name, node in _members(definition):
            if name in item.target.members:
                diagnostics.add(
                    CLASH,
                    f"{item.target.label} has the generated attribute {name!r}, too",
                    definition.module.span(node),
                    hint="rename it, or mark the method with @override to replace the "
                    "generated one",
                )


def _check_client(
    package: Package, item: ExtendedClass, diagnostics: Diagnostics
) -> None:
    name = item.node.name
    if name in public_names(package) and name != item.target.name:
        diagnostics.add(
            CLASH,
            f"the package exports another {name}",
            item.module.span(item.node),
            hint="rename the class",
        )
    elif name == item.target.name and len(item.path) == 1:
        diagnostics.add(
            CLASH,
            f"{name} replaces the class that it is imported from",
            item.module.span(item.node),
            hint=f"import the generated class: from .._client import {item.path[0]}",
        )


def _check_model(item: ExtendedClass, diagnostics: Diagnostics) -> None:
    target = item.target
    _, module, _ = target.label.split(".")
    if target.has_pages:
        diagnostics.add(
            CLASH,
            f"{target.label} is the base class of pages, which would not get the"
            f" methods of {item.node.name}",
            item.module.span(item.node),
            hint="extend the classes of the pages, which are in the same module",
        )
    elif len(item.path) == 2:  # from ..types import Pet
        diagnostics.add(
            CLASH,
            f"{item.node.name} replaces the class that it is imported from",
            item.module.span(item.node),
            hint=f"import the generated class: from ..types import {module}; or start the"
            " name of the class with an underscore if it should replace nothing",
        )


def _members(item: OwnDefinition) -> Iterator[tuple[str, ast.stmt]]:
    """Yield the attributes that a class defines, without those that override."""
    for node in item.node.body:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            is_special = node.name.startswith("__") and node.name.endswith("__")
            if not is_special and not any(map(_is_override, node.decorator_list)):
                yield node.name, node
        elif isinstance(node, ast.Assign):
            for target in node.targets:
                if isinstance(target, ast.Name):
                    yield target.id, node
        elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            yield node.target.id, node


def _is_override(node: ast.expr) -> bool:
    name = node.attr if isinstance(node, ast.Attribute) else getattr(node, "id", "")
    return name == "override"
