"""Trees become text: Jinja templates, and the lines that they are filled with."""

from __future__ import annotations

from .python.client import render_client
from .distribution import render_distribution
from .markdown.docs import render_docs

__all__ = ["render_client", "render_distribution", "render_docs"]
