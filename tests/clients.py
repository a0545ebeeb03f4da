"""Clients for tests: generated from a document, and imported under their own names."""

from __future__ import annotations

import importlib
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

from generator.config import Config
from generator.diagnostics import Diagnostics
from generator.emission import write_tree
from generator.pipeline import Generated, build


def generate(
    spec: Path, output: Path, package: str, client: str = "Acme", **settings: Any
) -> Generated:
    """Writes the client of a document below `output`."""
    config = Config(
        package=package,
        client=client,
        specs=(spec.name,),
        directory=spec.parent,
        output=str(output),
        **settings,
    )
    made = build(config, Diagnostics())
    write_tree(made.files, made.manifest, output, force=False)
    return made


def import_from(directory: Path, package: str) -> ModuleType:
    """Imports a package that lies in `directory`; its name must be used once only."""
    sys.path.insert(0, str(directory))
    try:
        importlib.invalidate_caches()
        return importlib.import_module(package)
    finally:
        sys.path.remove(str(directory))
