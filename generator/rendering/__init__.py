"""Render the trees with Jinja templates."""

from __future__ import annotations

from ..python.package import Package
from ..reference.site import Site
from .distribution import render_distribution
from .environment import environment
from .markdown.docs import render_site
from .python.client import render_package

__all__ = ["render_client", "render_distribution", "render_docs"]


def render_client(package: Package) -> dict[str, str]:
    """Return the content of each file of a client, by its path in the output directory.

    The runtime is not among them; it is copied.
    """
    return render_package(package, environment())


def render_docs(site: Site) -> dict[str, str]:
    """Return the content of each page of a reference, by its path in the output directory."""
    return render_site(site, environment())
