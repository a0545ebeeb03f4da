"""The suites of the Overlay Specification: structures and applied overlays."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from generator.diagnostics import Diagnostics, GenerationError
from generator.loader.overlays import Overlay, apply_overlay, check_overlay
from generator.loader.overlays.actions import compile_actions
from generator.loader.reading import make_source, parse


def read(path: Path, diagnostics: Diagnostics) -> Any:
    source = make_source(path.name, path.as_uri(), path.read_text(encoding="utf-8"))
    return source, parse(source, diagnostics)


def read_overlay(path: Path, diagnostics: Diagnostics) -> Overlay:
    overlay = check_overlay(*read(path, diagnostics), diagnostics)
    compile_actions(overlay, diagnostics)
    return overlay


@pytest.mark.parametrize(
    ("version", "passing", "failing"), [("v1.0", 12, 20), ("v1.1", 13, 22)]
)
def test_structures(shared: Path, version: str, passing: int, failing: int) -> None:
    results = {"pass": 0, "fail": 0}
    for path in sorted((shared / "suites/overlay/tests" / version).glob("*/*.yaml")):
        diagnostics = Diagnostics()
        if path.parent.name == "pass":
            read_overlay(path, diagnostics)
            assert not len(diagnostics), path
        else:
            with pytest.raises(GenerationError):
                read_overlay(path, diagnostics)
            for item in diagnostics:
                assert item.location is not None and item.hint, path
        results[path.parent.name] += 1
    print(f"Overlay {version}: {results['pass']} accepted, {results['fail']} refused")
    assert results == {"pass": passing, "fail": failing}


def test_applied_overlays(shared: Path) -> None:
    names = []
    for folder in sorted((shared / "suites/overlay/compliant-sets").glob("*/")):
        diagnostics = Diagnostics()
        overlay = read_overlay(folder / "overlay.yaml", diagnostics)
        _, document = read(folder / "openapi.yaml", diagnostics)
        _, expected = read(folder / "output.yaml", diagnostics)
        result, _ = apply_overlay(overlay, document, diagnostics)
        assert result == expected, folder.name
        names.append(folder.name)
    print(f"Overlay compliant sets: {len(names)} of {len(names)}")
    assert len(names) == 8
