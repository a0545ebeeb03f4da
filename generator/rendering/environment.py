"""Creation of Jinja environments.

Each output has an environment with the filters and tests of its templates. A filter
formats a node as one or more lines; a test checks the class of a node. Templates only
print: all decisions are made before.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeAlias

from jinja2 import (
    BaseLoader,
    ChoiceLoader,
    Environment,
    FileSystemLoader,
    PrefixLoader,
    StrictUndefined,
)

from ..templates import templates_directory
from .bytecode import TemplateBytecode

Filters: TypeAlias = Mapping[str, Callable[..., object]]
"""Filters of templates by name."""


def create_environment(
    filters: Filters,
    tests: Mapping[str, Callable[[object], bool]],
    *,
    escapes_html: bool = False,
    own: BaseLoader | None = None,
) -> Environment:
    """Create an environment that loads all templates of the generator.

    Args:
        filters: Filters by name.
        tests: Tests by name.
        escapes_html: Whether values are escaped for HTML. Python and Markdown are
            escaped by the filters: literals, docstrings, Markdown text.
        own: Loader of templates that replace those of the generator; `default/` before a
            name is then that of the generator.
    """
    loader: BaseLoader = FileSystemLoader(templates_directory())
    if own is not None:
        loader = ChoiceLoader([own, loader, PrefixLoader({"default": loader})])
    environment = Environment(
        loader=loader,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=escapes_html,  # noqa: S701  # Markdown and Python are not HTML
        # Bytecode must depend on the template alone, not on what the filters do.
        optimized=False,
        bytecode_cache=TemplateBytecode(),
        cache_size=-1,
        # The templates do not change during a run.
        auto_reload=False,
    )
    environment.filters.update(filters)
    environment.tests.update(tests)
    return environment
