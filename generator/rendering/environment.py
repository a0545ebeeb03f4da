"""The Jinja environment of all templates.

Templates only print. Filters convert a node of a tree into one or more lines, and tests
distinguish the types of nodes.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from ..python.literals import literal_text
from ..python.types import (
    AliasDefinition,
    ModelClass,
    TypeNameAlias,
    PageClass,
    ParamClass,
)
from ..reference.site import OperationSection
from .python.api import api_literal
from .python.docstrings import attribute_docstring, docstring, module_docstring
from .python.layout import import_line
from .markdown.markdown import (
    cell,
    code,
    code_block,
    code_cell,
    definition_text,
    notes,
    plain,
    row_name,
    row_type,
    sample_block,
    text,
    type_text,
)
from .python.methods import (
    call,
    child_import,
    child_signature,
    endpoint,
    overloads,
    returned,
    signature,
    unwrapping,
    wait,
    wrapped,
)
from .toml import toml_string
from .python.types import (
    alias,
    class_head,
    field_line,
    functional,
    lazy_entry,
    page_head,
    param_head,
    param_line,
)
from ..templates import templates_directory

_TESTS: dict[str, Callable[[object], bool]] = {
    "alias": lambda item: isinstance(item, AliasDefinition),
    "operation": lambda item: isinstance(item, OperationSection),
    "other_name": lambda item: isinstance(item, TypeNameAlias),
    "page": lambda item: isinstance(item, PageClass),
    "param_class": lambda item: isinstance(item, ParamClass),
    "view": lambda item: isinstance(item, ModelClass),
}
"""Tests of templates that distinguish the types of nodes."""


@lru_cache(maxsize=1)
def environment() -> Environment:
    """Return the environment of all templates."""
    # No HTML escaping: the output is Python and Markdown, and each value is escaped by
    # the filter for its kind (literals, docstrings, Markdown text).
    made = Environment(
        loader=FileSystemLoader(templates_directory()),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=False,  # noqa: S701
        cache_size=-1,
    )
    made.filters.update(
        alias=alias,
        api_literal=api_literal,
        attribute_docstring=attribute_docstring,
        call=call,
        cell=cell,
        child_import=child_import,
        child_signature=child_signature,
        class_head=class_head,
        code=code,
        code_block=code_block,
        code_cell=code_cell,
        definition_text=definition_text,
        docstring=docstring,
        endpoint=endpoint,
        field_line=field_line,
        functional=functional,
        import_line=import_line,
        lazy_entry=lazy_entry,
        literal=literal_text,
        markdown=text,
        module_docstring=module_docstring,
        notes=notes,
        overloads=overloads,
        page_head=page_head,
        param_head=param_head,
        param_line=param_line,
        plain=plain,
        row_name=row_name,
        row_type=row_type,
        returned=returned,
        sample_block=sample_block,
        signature=signature,
        toml=toml_string,
        type_text=type_text,
        unwrapping=unwrapping,
        wait=wait,
        wrapped=wrapped,
    )
    made.tests.update(_TESTS)
    return made
