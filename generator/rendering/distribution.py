"""The files that make a client installable."""

from __future__ import annotations

from ..python.distribution import Distribution
from .environment import environment

TEMPLATES = {
    "README.md": "distribution/README.md.jinja",
    "pyproject.toml": "distribution/pyproject.toml.jinja",
}
"""The template of each of them, by its path below the output directory."""


def render_distribution(item: Distribution) -> dict[str, str]:
    """The text of each of these files, by its path below the output directory."""
    templates = environment()
    return {
        path: templates.get_template(name).render(item=item)
        for path, name in TEMPLATES.items()
    }
