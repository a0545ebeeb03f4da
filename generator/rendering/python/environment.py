"""Jinja environment of the templates of Python modules."""

from __future__ import annotations

from collections.abc import Callable
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
from .annotations import format_type
from .callbacks import (
    format_callback_call,
    format_callback_signature,
    format_unwrap_call,
    format_unwrap_return,
)
from .calls import format_call
from .docstrings import (
    format_attribute_docstring,
    format_docstring,
    format_module_docstring,
)
from .event_streams import (
    format_event_alias,
    format_event_stream_head,
    format_final,
    format_stream_method,
    list_attributes,
    list_method_types,
)
from .layout import format_import, format_import_as
from .methods import (
    format_child_class,
    format_child_import,
    format_child_signature,
    format_endpoint,
    format_package_attribute,
    format_polling,
    format_property,
    format_resource_head,
    format_signature,
    format_structured,
    format_wrapper_attributes,
    format_wrapper_head,
)
from .overloads import format_overloads
from .parsed import format_parsed_field, format_parsed_head
from .resource_files import (
    format_lazy_exports,
    format_public_module,
    format_reexport,
    format_sibling_import,
    wrapped_classes,
)
from .types import (
    format_alias,
    format_class_head,
    format_decoder_call,
    format_decoder_signature,
    format_earlier_name,
    format_extra_accessors,
    format_extra_constructor,
    format_field,
    format_functional_class,
    format_joined_field,
    format_lazy_entry,
    format_page_head,
    format_param_field,
    format_param_head,
)

_FILTERS: dict[str, Callable[..., object]] = {
    "alias": format_alias,
    "attribute_docstring": format_attribute_docstring,
    "call": format_call,
    "callback_call": format_callback_call,
    "callback_signature": format_callback_signature,
    "child_class": format_child_class,
    "child_import": format_child_import,
    "child_signature": format_child_signature,
    "resource_head": format_resource_head,
    "lazy_exports": format_lazy_exports,
    "public_module": format_public_module,
    "reexport": format_reexport,
    "wrapped_classes": wrapped_classes,
    "sibling_import": format_sibling_import,
    "class_head": format_class_head,
    "docstring": format_docstring,
    "endpoint": format_endpoint,
    "extra_accessors": format_extra_accessors,
    "extra_constructor": format_extra_constructor,
    "field": format_field,
    "functional_class": format_functional_class,
    "import_as": format_import_as,
    "import_statement": format_import,
    "lazy_entry": format_lazy_entry,
    "literal": literal_text,
    "module_docstring": format_module_docstring,
    "overloads": format_overloads,
    "earlier_name": format_earlier_name,
    "event_alias": format_event_alias,
    "event_final": format_final,
    "event_stream_head": format_event_stream_head,
    "event_attributes": list_attributes,
    "method_types": list_method_types,
    "stream_method": format_stream_method,
    "type": format_type,
    "joined_field": format_joined_field,
    "decoder_call": format_decoder_call,
    "decoder_signature": format_decoder_signature,
    "page_head": format_page_head,
    "param_head": format_param_head,
    "param_field": format_param_field,
    "unwrap_return": format_unwrap_return,
    "signature": format_signature,
    "unwrap_call": format_unwrap_call,
    "polling": format_polling,
    "property": format_property,
    "structured": format_structured,
    "parsed_head": format_parsed_head,
    "package_attribute": format_package_attribute,
    "parsed_field": format_parsed_field,
    "wrapper_attributes": format_wrapper_attributes,
    "wrapper_head": format_wrapper_head,
}
_TESTS: dict[str, Callable[[object], bool]] = {
    "alias": lambda item: isinstance(item, AliasDefinition),
    "type_name_alias": lambda item: isinstance(item, TypeNameAlias),
    "page": lambda item: isinstance(item, PageClass),
    "param_class": lambda item: isinstance(item, ParamClass),
    "model": lambda item: isinstance(item, ModelClass),
}


@lru_cache(maxsize=1)
def python_environment() -> Environment:
    """Return the environment of the templates of the client package."""
    return create_environment(_FILTERS, _TESTS)
