"""Trees become text: Jinja templates, and the lines that they are filled with."""

from __future__ import annotations

from generator.rendering.client import render_client
from generator.rendering.distribution import render_distribution
from generator.rendering.docs import render_docs

__all__ = ["render_client", "render_distribution", "render_docs"]
