"""What `cast_to` makes of decoded JSON."""

from __future__ import annotations

from types import NoneType
from typing import TYPE_CHECKING, Any, Final, get_args, get_origin, is_typeddict

from ..models.conversion import converter
from ..models.records import Record, kind_of

if TYPE_CHECKING:
    from collections.abc import Callable

# What JSON is decoded to anyway.
_PLAIN: Final = frozenset((object, dict, list, str, int, float, bool, NoneType))


def caster(kind: Any) -> Callable[[Any], Any]:
    """What makes decoded JSON what a type says, as far as that is so.

    Args:
        kind: A view class, a model of pydantic, a TypedDict, what JSON is decoded to,
            or a list or dict of these.

    Raises:
        TypeError: It is something else.
    """
    if get_origin(kind) in (list, dict):
        return _container_caster(caster(get_args(kind)[-1]))
    if _is_view(kind):
        return converter(kind.__name__, kind.__module__)
    validate: Callable[[Any], Any] | None = getattr(kind, "model_validate", None)
    if validate is not None:
        return validate
    if kind in _PLAIN or is_typeddict(kind):
        return lambda value: value
    raise TypeError(f"cast_to cannot be {kind!r}")


def _is_view(kind: object) -> bool:
    return isinstance(kind, type) and issubclass(kind, Record)


def _container_caster(inner: Callable[[Any], Any]) -> Callable[[Any], Any]:
    def convert(value: Any) -> Any:
        kind = kind_of(value)
        if kind is list:
            return [inner(item) for item in value]
        if kind is dict:
            return {key: inner(item) for key, item in value.items()}
        return value

    return convert
