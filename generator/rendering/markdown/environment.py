"""Jinja environment of the templates of Markdown pages."""

from __future__ import annotations

from functools import lru_cache

from jinja2 import Environment

from ...reference.site import OperationSection
from ..environment import Filters, create_environment
from .markdown import (
    cell,
    code,
    code_block,
    code_cell,
    external_link,
    header_description,
    header_notes,
    indentation,
    linked_definition,
    linked_type,
    markdown,
    plain,
    sample_block,
    table_row,
    text,
    type_description,
    value_notes,
)

TEXT_FILTERS: Filters = {
    "cell": cell,
    "code_cell": code_cell,
    "markdown": markdown,
    "plain": plain,
}
"""Filters of text from documents, which the README of a client uses, too."""


@lru_cache(maxsize=1)
def markdown_environment() -> Environment:
    """Return the environment of the templates of the reference."""
    return create_environment(
        {
            **TEXT_FILTERS,
            "code": code,
            "code_block": code_block,
            "linked_definition": linked_definition,
            "sample_block": sample_block,
            "linked_type": linked_type,
            "header_description": header_description,
            "header_notes": header_notes,
            "indentation": indentation,
            "table_row": table_row,
            "text": text,
            "type_description": type_description,
            "external_link": external_link,
            "value_notes": value_notes,
        },
        {"operation": lambda item: isinstance(item, OperationSection)},
    )
