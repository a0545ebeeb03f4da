"""Size of the client of a small API."""

from __future__ import annotations

import tempfile
from pathlib import Path

from tests.clients import generate
from tests.e2e.openai.line_counts import count_lines
from tests.e2e.runtime.features import CASES

Figure = tuple[str, float, float]


def figures() -> list[Figure]:
    """Return the name, the measured value and the goal of each figure."""
    with tempfile.TemporaryDirectory() as scratch:
        spec = Path(scratch) / "three.json"
        spec.write_text(CASES[None].document(), encoding="utf-8")
        lines, files = _measure(spec, testing=False)
        minimal_lines, minimal_files = _measure(spec, testing=False, runtime="minimal")
        with_mock, _ = _measure(spec, testing=True)
    return [
        ("lines of code beside types, thousands", lines / 1000, 4.0),
        ("modules", float(files), 30.0),
        ("the same, runtime = minimal, thousands", minimal_lines / 1000, 4.0),
        ("modules, runtime = minimal", float(minimal_files), 30.0),
        ("lines of code with the mock, thousands", with_mock / 1000, float("inf")),
    ]


def _measure(spec: Path, testing: bool, runtime: str = "needed") -> tuple[int, int]:
    """Return the lines of code and the modules of a client, without those of types."""
    output = spec.with_name("out")
    files = generate(
        spec, output, "acme", docs=False, testing=testing, runtime=runtime
    ).files
    sources = [
        text.decode()
        for name, text in files.items()
        if name.endswith(".py") and "/types/" not in name
    ]
    return count_lines(sources).code, len(sources)
