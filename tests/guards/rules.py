"""All rules of the generator, with the files that define them."""

from __future__ import annotations

import importlib
from collections.abc import Iterator
from typing import NamedTuple

from generator.diagnostics import Rule
from tests.guards.sources import ROOT, Module, modules


class DefinedRule(NamedTuple):
    """A rule, and the path of the file that defines it."""

    rule: Rule
    file: str


def defined_rules() -> list[DefinedRule]:
    """Return the rules of all modules, sorted by code."""
    result = [
        DefinedRule(rule, module.file.relative_to(ROOT).as_posix())
        for module in modules().values()
        if module.top not in ("runtime", "__main__")
        for rule in _rules_of(module)
    ]
    return sorted(result, key=lambda item: item.rule.code)


def _rules_of(module: Module) -> Iterator[Rule]:
    """Yield the rules that a module defines, not those that it imports."""
    text = module.file.read_text(encoding="utf-8")
    if "Rule(" not in text:
        return
    distinct: dict[int, Rule] = {}
    for value in vars(importlib.import_module(module.name)).values():
        items = value.values() if isinstance(value, dict) else [value]
        distinct |= {id(item): item for item in items if isinstance(item, Rule)}
    yield from (rule for rule in distinct.values() if f'"{rule.code}"' in text)
