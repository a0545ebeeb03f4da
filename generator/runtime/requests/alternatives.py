"""Arguments that can be passed in place of others."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import cast

from ..sentinels import omit


def either(**values: object) -> object:
    """Return the value of an argument that has two names.

    Args:
        **values: The value by each name; `omit` if it is not passed.

    Raises:
        TypeError: No name is passed, or both.
    """
    passed = [name for name, value in values.items() if value is not omit]
    if len(passed) == 1:
        return values[passed[0]]
    names = [f"'{name}'" for name in values]
    if passed:
        raise TypeError(f"{' and '.join(names)} cannot be combined")
    raise TypeError(f"missing required argument: {' or '.join(names)}")


def whole_or_members(
    members: Mapping[str, object], required: Sequence[str], **whole: object
) -> object:
    """Return a body that is passed as one argument, or its properties.

    Args:
        members: The properties by name; `omit` for those that are not passed.
        required: Names of the required properties.
        **whole: The argument for the whole body; `omit` if it is not passed.

    Raises:
        TypeError: The body and a property are passed, or a required property is missing.
    """
    ((name, body),) = whole.items()
    passed = [key for key, value in members.items() if value is not omit]
    if body is not omit:
        if passed:
            raise TypeError(f"'{name}' and '{passed[0]}' cannot be combined")
        return body
    missing = [f"'{key}'" for key in required if key not in passed]
    if missing:
        raise TypeError(f"missing required argument: {', '.join(missing)}, or '{name}'")
    return members


def select_body(default: object, other: object, content_type: object) -> object:
    """Return the body of a method that accepts its properties or a whole body.

    Args:
        default: The properties by name, or the body, in the default media type.
        other: The same in other media types.
        content_type: The media type that the caller selected, or `omit`.

    Raises:
        TypeError: Both are passed, or `other` without `content_type`, unless it is null.
    """
    if not _is_passed(other):
        return default
    if _is_passed(default):
        raise TypeError("the whole body cannot be combined with its properties")
    if content_type is omit and other is not None:
        raise TypeError("content_type is required for a body in this form")
    return other


def _is_passed(body: object) -> bool:
    """Return whether a body, or one of its properties, is not omitted."""
    if isinstance(body, dict):
        values = cast("dict[str, object]", body).values()
        return any(value is not omit for value in values) or not values
    return body is not omit
