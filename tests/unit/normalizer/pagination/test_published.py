"""Pagination of published documents."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.config import Config
from generator.diagnostics import Diagnostics
from generator.loader import load
from generator.normalizer import normalize


@pytest.mark.slow
def test_all_lists_of_openai_are_paginated(shared: Path) -> None:
    file = shared / "specs" / "openai" / "2026-08.yaml"
    diagnostics = Diagnostics()
    document = load([file], relative_to=file.parent, diagnostics=diagnostics)
    api = normalize(document, Config(package="p", client="C"), diagnostics)
    kinds = [item.pagination.kind.value for item in api.operations if item.pagination]
    assert (kinds.count("id"), kinds.count("token")) == (42, 20)
    unpaginated = [
        item.id
        for item in api.operations
        if item.pagination is None
        and item.method == "GET"
        and any(parameter.name == "after" for parameter in item.parameters)
    ]
    assert unpaginated == []
