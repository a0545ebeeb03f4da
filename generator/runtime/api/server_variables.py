"""Variables in the URLs of servers (OpenAPI, Server Variable Object)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote

if TYPE_CHECKING:
    from collections.abc import Mapping

# Control characters, spaces, and the characters that end a part of a URL.
_UNSAFE: Final = re.compile(r"[\x00-\x20\x7f/?#@\\]")
_VARIABLE: Final = re.compile(r"\{([^{}]+)\}")


def expand(
    url: str,
    variables: Mapping[str, str | tuple[str | None, ...] | None],
    values: Mapping[str, str],
) -> str:
    """Return a URL with its variables replaced; see `Server.format`."""
    return _VARIABLE.sub(
        lambda match: (
            _select(match[1], variables[match[1]], values)
            if match[1] in variables
            else match[0]
        ),
        url,
    )


def _select(
    name: str,
    definition: str | tuple[str | None, ...] | None,
    values: Mapping[str, str],
) -> str:
    """Return the value of a variable: that of the caller, or the default."""
    choices = definition if isinstance(definition, tuple) else (definition,)
    value = values.get(name, choices[0])
    if value is None:
        raise ValueError(
            f"server variable {name!r} has no default; set it in server_variables, or set"
            " base_url"
        )
    # Callers without a type checker can give other values.
    if not isinstance(value, str):  # pyright: ignore[reportUnnecessaryIsInstance]
        raise TypeError(
            f"server variable {name!r} must be str, not {type(value).__name__}"
        )
    allowed = [choice for choice in choices if choice is not None]
    if value in allowed:
        return value
    if isinstance(definition, tuple):
        raise ValueError(
            f"server variable {name!r} must be one of {', '.join(allowed)}, not {value!r}"
        )
    _check_value(name, value, definition or "")
    return value


def _check_value(name: str, value: str, default: str) -> None:
    """Check that a value cannot select another host, path or query.

    Slashes are permitted if the default contains one, as in `/api/v1`.

    Raises:
        ValueError: The value is empty or contains such characters.
    """
    text = value.replace("/", "") if "/" in default else value
    if not value or _UNSAFE.search(text):
        raise ValueError(
            f"server variable {name!r} must not be empty or contain spaces or any of"
            f" / ? # @ \\, not {value!r}; use base_url for another URL"
        )
    if not {".", ".."}.isdisjoint(unquote(value).split("/")):
        raise ValueError(
            f"server variable {name!r} must not contain the path segments . or .., not"
            f" {value!r}"
        )
