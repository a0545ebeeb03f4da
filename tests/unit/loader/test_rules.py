"""Codes and explanations of the rules of the loader."""

from __future__ import annotations

import importlib
import pkgutil
import re

import generator.loader
from generator.diagnostics import Rule


def rules() -> dict[int, Rule]:
    """Return the rules of all modules of the loader by identity."""
    result: dict[int, Rule] = {}
    for module in pkgutil.walk_packages(generator.loader.__path__, "generator.loader."):
        for value in vars(importlib.import_module(module.name)).values():
            if isinstance(value, Rule):
                result[id(value)] = value
    return result


def test_codes_are_unique_words_joined_by_hyphens() -> None:
    codes = [rule.code for rule in rules().values()]
    assert len(codes) > 25
    assert len(set(codes)) == len(codes)
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", code) for code in codes)


def test_explanations_are_sentences() -> None:
    for rule in rules().values():
        assert rule.explanation.endswith(".")
        words = rule.explanation.removeprefix("openapi-spec-validator")
        assert words[0].isupper() or words != rule.explanation
        assert len(rule.explanation) > 50, rule.code
        assert "  " not in rule.explanation, rule.code
