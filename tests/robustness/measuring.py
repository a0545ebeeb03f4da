"""Run all stages on a document in this process, and measure processor time."""

from __future__ import annotations

import json
import statistics
import tempfile
import time
from pathlib import Path
from typing import Any

from generator.config import Config
from generator.diagnostics import Diagnostics, GenerationError
from generator.pipeline import build


def files_of(document: dict[str, Any]) -> tuple[dict[str, bytes], Diagnostics]:
    """Return the generated files; none if the document has errors."""
    diagnostics = Diagnostics()
    with tempfile.TemporaryDirectory() as directory:
        spec = Path(directory) / "openapi.json"
        spec.write_text(json.dumps(document), encoding="utf-8")
        config = Config(
            package="acme",
            client="Acme",
            specs=(str(spec),),
            output=str(Path(directory) / "out"),
            directory=Path(directory),
        )
        try:
            return dict(build(config, diagnostics).files), diagnostics
        except GenerationError:
            return {}, diagnostics


def seconds(document: dict[str, Any], rounds: int = 1) -> float:
    """Return the median processor time of all stages."""
    result = []
    for _ in range(rounds):
        begin = time.process_time()
        files_of(document)
        result.append(time.process_time() - begin)
    return statistics.median(result)
