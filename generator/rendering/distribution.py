"""Files that make a client installable."""

from __future__ import annotations

from ..python.distribution import Distribution
from .environment import environment

TEMPLATES = {
    "README.md": "distribution/README.md.jinja",
    "pyproject.toml": "distribution/pyproject.toml.jinja",
}
"""Template of each file, by its path in the output directory."""


def render_distribution(item: Distribution) -> dict[str, str]:
    """Return the content of each file, by its path in the output directory."""
    templates = environment()
    return {
        path: templates.get_template(name).render(item=item)
        for path, name in TEMPLATES.items()
    }
