"""Each rule has its own code, and an explanation."""

from __future__ import annotations

import re

from tests.guards.rules import defined_rules


def test_codes_are_unique_and_explained() -> None:
    rules = [item.rule for item in defined_rules()]
    codes = [rule.code for rule in rules]
    assert len(codes) > 60
    assert sorted(set(codes)) == codes
    for rule in rules:
        assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", rule.code)
        assert len(rule.explanation) > 40 and rule.explanation.endswith("."), rule.code
        assert "  " not in rule.explanation, rule.code
