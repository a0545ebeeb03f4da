"""Rendering of the files that make a client installable."""

from __future__ import annotations

from functools import lru_cache

from jinja2 import Environment

from ..python.distribution import Distribution
from .environment import create_environment
from .markdown.environment import TEXT_FILTERS
from .toml import toml_string

TEMPLATES = {
    "README.md": "distribution/README.md.jinja",
    "pyproject.toml": "distribution/pyproject.toml.jinja",
}
"""Template of each file, by path relative to the output directory."""

RUNTIME_TEMPLATES = {
    "README.md": "distribution/runtime_README.md.jinja",
    "pyproject.toml": "distribution/runtime_pyproject.toml.jinja",
}
"""The same for a runtime that several clients share."""


@lru_cache(maxsize=1)
def distribution_environment() -> Environment:
    """Return the environment of the templates of these files."""
    return create_environment({**TEXT_FILTERS, "toml": toml_string}, {})


def render_runtime_distribution(
    package: str, name: str, version: str
) -> dict[str, str]:
    """Render the README and the project file of a runtime that several clients share.

    Args:
        package: Name of the package.
        name: Name of the distribution.
        version: Version of the distribution (PEP 440).

    Returns:
        Content of each file, by path relative to the output directory.
    """
    templates = distribution_environment()
    return {
        path: templates.get_template(template).render(
            package=package, name=name, version=version
        )
        for path, template in RUNTIME_TEMPLATES.items()
    }


def render_distribution(item: Distribution) -> dict[str, str]:
    """Render the README and the project file of a client.

    Returns:
        Content of each file, by path relative to the output directory.
    """
    templates = distribution_environment()
    return {
        path: templates.get_template(name).render(item=item)
        for path, name in TEMPLATES.items()
    }
