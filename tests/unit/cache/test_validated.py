"""Results of earlier validations in the cache."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.cache import Cache
from generator.config import Config
from generator.diagnostics import Diagnostics
from generator.loader import load
from generator.loader.spec_validators import INVALID_DOCUMENT
from generator.openapi.document import Document
from generator.source import JsonPointer, Location, Place

TEXT = "openapi: 3.1.0\ninfo: {title: A, version: '1'}\npaths: {}\n"


def refuse(text: str) -> dict[JsonPointer, Place]:
    raise AssertionError("the text was parsed again")


def test_the_places_of_results_need_no_parsing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OASMITH_CACHE", "on")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    path = tmp_path / "openapi.yaml"
    path.write_text(TEXT, encoding="utf-8")

    def read() -> Document:
        return load([path], relative_to=tmp_path, diagnostics=Diagnostics())

    cache = Cache(Config(specs=("openapi.yaml",), directory=tmp_path))
    document, results = read(), Diagnostics()
    results.add(INVALID_DOCUMENT, "a", Location(document.roots[0].file, ("paths",)))
    cache.remember_validated(document, results)

    document = read()
    document.roots[0].file.locator = refuse
    restored = cache.validated(document)
    assert restored is not None
    (item,) = restored
    assert item.location is not None
    assert item.location.place == Place(3, 1, 5)
