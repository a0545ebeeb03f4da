"""Conversion of decoded JSON to the type of `cast_to`."""

from __future__ import annotations

from types import NoneType
from typing import TYPE_CHECKING, Any, Final, get_args, get_origin, is_typeddict

from ..models.conversion import converter
from ..models.records import JSONObject, type_of

if TYPE_CHECKING:
    from collections.abc import Callable

# Types that JSON is decoded to without a conversion.
_JSON_TYPES: Final = frozenset((object, dict, list, str, int, float, bool, NoneType))


def build_caster(kind: Any) -> Callable[[Any], Any]:
    """Return a function that converts decoded JSON to a type.

    Args:
        kind: A model, a pydantic model, a `TypedDict`, a type that JSON is decoded to, or
            a list or dict of these.

    Raises:
        TypeError: The type is not supported.
    """
    if get_origin(kind) in (list, dict):
        return _container_caster(build_caster(get_args(kind)[-1]))
    if _is_model(kind):
        return converter(kind.__name__, kind.__module__)
    validate: Callable[[Any], Any] | None = getattr(kind, "model_validate", None)
    if validate is not None:
        return validate
    if kind in _JSON_TYPES or is_typeddict(kind):
        return lambda value: value
    raise TypeError(f"unsupported cast_to type: {kind!r}")


def _is_model(kind: object) -> bool:
    return isinstance(kind, type) and issubclass(kind, JSONObject)


def _container_caster(cast_item: Callable[[Any], Any]) -> Callable[[Any], Any]:
    def convert(value: Any) -> Any:
        kind = type_of(value)
        if kind is list:
            return [cast_item(item) for item in value]
        if kind is dict:
            return {key: cast_item(item) for key, item in value.items()}
        return value

    return convert
