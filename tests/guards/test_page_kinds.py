"""Tests that all lists of pagination kinds agree with `PageKind`."""

from __future__ import annotations

import ast
import re
from pathlib import Path

from generator.config.validation import _REQUIRED_PAGE_KEYS
from generator.model.operations import PageKind

ROOT = Path(__file__).parents[2]
KINDS = [kind.value for kind in PageKind]


def test_runtime_accepts_the_kinds_of_the_model() -> None:
    # The runtime is copied into clients, and cannot import the model.
    source = (ROOT / "generator/runtime/api/endpoint.py").read_text("utf-8")
    (annotation,) = (
        node.annotation
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.AnnAssign)
        and isinstance(node.target, ast.Name)
        and node.target.id == "kind"
    )
    assert re.findall(r"'(\w+)'", ast.unparse(annotation)) == KINDS


def test_settings_define_the_required_keys_of_each_kind() -> None:
    assert list(_REQUIRED_PAGE_KEYS) == KINDS
