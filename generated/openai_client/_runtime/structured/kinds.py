"""The kinds of classes that a response can be parsed to.

pydantic and msgspec are not dependencies. A class of these libraries exists only if the
caller has imported them, so they are looked up among the imported modules.

Modules of resources import this module; the first call imports what it needs.
"""

from __future__ import annotations

import json
import re
import sys
from typing import Any


def build_schema(type_: Any) -> dict[str, Any]:
    """Return the strict JSON Schema of a class.

    Args:
        type_: A pydantic model or dataclass, a dataclass, a `TypedDict` or a msgspec
            `Struct`.

    Raises:
        TypeError: It is none of these, or a field has a type that a strict schema cannot
            describe.
    """
    from .strict import make_strict

    if _is_pydantic(type_):
        adapter = sys.modules["pydantic"].TypeAdapter(type_)
        return make_strict(adapter.json_schema())
    if _is_struct(type_):
        return make_strict(sys.modules["msgspec"].json.schema(type_))
    check_kind(type_)
    from .own_schema import schema_of

    return schema_of(type_)


def check_kind(type_: Any) -> None:
    """Check that a response can be parsed to a class.

    Raises:
        TypeError: It is neither a pydantic model or dataclass, a dataclass, a `TypedDict`
            nor a msgspec `Struct`.
    """
    if _is_pydantic(type_) or _is_struct(type_):
        return
    from .reading import is_own_kind

    if not is_own_kind(type_):
        raise TypeError(
            "expected a pydantic model, a dataclass, a TypedDict or a msgspec Struct, not"
            f" {type_!r}"
        )


def schema_name(type_: type) -> str:
    """Return the name of a schema: letters, digits, `_` and `-`, at most 64."""
    return re.sub(r"[^A-Za-z0-9_-]", "_", type_.__name__)[:64]


def parse_text(type_: Any, text: str) -> Any:
    """Return an instance of a class from JSON.

    Raises:
        ValueError: The text is not valid JSON or does not match the class.
    """
    if _is_pydantic(type_):
        return sys.modules["pydantic"].TypeAdapter(type_).validate_json(text)
    if _is_struct(type_):
        return sys.modules["msgspec"].json.decode(text, type=type_)
    from .decoding import MismatchError, decode_object

    try:
        value = json.loads(text)
    except RecursionError:
        raise MismatchError("the JSON is nested too deeply") from None
    return decode_object(type_, value)


def _is_pydantic(type_: Any) -> bool:
    is_model = hasattr(type_, "__pydantic_core_schema__") and "pydantic" in sys.modules
    return is_model and isinstance(type_, type)


def _is_struct(type_: Any) -> bool:
    return hasattr(type_, "__struct_fields__") and "msgspec" in sys.modules
