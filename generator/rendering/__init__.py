"""Trees become text: Jinja templates, and the lines that they are filled with."""

from __future__ import annotations

from .distribution import render_distribution, render_runtime_distribution
from .markdown.docs import render_docs, render_type_docs
from .python.client import render_client, render_resources
from .python.type_files import render_types

__all__ = [
    "render_client",
    "render_distribution",
    "render_docs",
    "render_resources",
    "render_runtime_distribution",
    "render_type_docs",
    "render_types",
]
