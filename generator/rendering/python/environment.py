"""Jinja environment of the templates of Python modules."""

from __future__ import annotations

from functools import lru_cache

from jinja2 import Environment

from ...python.literals import literal_text
from ...python.types import (
    AliasDefinition,
    ModelClass,
    PageClass,
    ParamClass,
    TypeNameAlias,
)
from ..environment import create_environment
from .api import api_literal
from .docstrings import attribute_docstring, docstring, module_docstring
from .layout import import_line
from .methods import (
    call,
    child_import,
    child_signature,
    endpoint,
    polling,
    returned,
    signature,
    unwrapping,
    wrapped,
)
from .overloads import overloads
from .types import (
    alias,
    class_head,
    field_line,
    functional,
    lazy_entry,
    page_head,
    param_head,
    param_line,
)


@lru_cache(maxsize=1)
def python_environment() -> Environment:
    """Return the environment of the templates of the client package."""
    return create_environment(
        {
            "alias": alias,
            "api_literal": api_literal,
            "attribute_docstring": attribute_docstring,
            "call": call,
            "child_import": child_import,
            "child_signature": child_signature,
            "class_head": class_head,
            "docstring": docstring,
            "endpoint": endpoint,
            "field_line": field_line,
            "functional": functional,
            "import_line": import_line,
            "lazy_entry": lazy_entry,
            "literal": literal_text,
            "module_docstring": module_docstring,
            "overloads": overloads,
            "page_head": page_head,
            "param_head": param_head,
            "param_line": param_line,
            "returned": returned,
            "signature": signature,
            "unwrapping": unwrapping,
            "polling": polling,
            "wrapped": wrapped,
        },
        {
            "alias": lambda item: isinstance(item, AliasDefinition),
            "other_name": lambda item: isinstance(item, TypeNameAlias),
            "page": lambda item: isinstance(item, PageClass),
            "param_class": lambda item: isinstance(item, ParamClass),
            "view": lambda item: isinstance(item, ModelClass),
        },
    )
