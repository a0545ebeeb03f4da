"""Order of import statements."""

from __future__ import annotations

from ..python.expressions import Import
from .bindings import Path


def import_order(item: Import) -> tuple[int, bool, int, Path]:
    """Return the sort key of isort: `import x` first, parent packages before siblings."""
    name = item.module.lstrip(".")
    dots = len(item.module) - len(name)
    return item.group, bool(item.names), -dots, (name, *item.names)
