"""Media types of request and response bodies."""

from __future__ import annotations

import re

_PARAMETER = re.compile(r""";\s*([^=;\s]+)\s*=\s*("[^"]*"|[^;]*)""")
"""A parameter (RFC 9110, section 5.6.6)."""


def media_type_name(value: str) -> str:
    """Return a media type without its parameters, in lower case."""
    return value.partition(";")[0].strip().lower()


def media_type_parameters(value: str) -> dict[str, str]:
    """Return the parameters of a media type by their names in lower case."""
    parameters: dict[str, str] = {}
    for part in _PARAMETER.finditer(value):
        parameters[part[1].lower()] = part[2].strip().strip('"')
    return parameters


def has_version(value: str) -> bool:
    """Return whether a media type has a parameter such as a version or a profile."""
    return not {"charset", "q", "stream"}.issuperset(media_type_parameters(value))


def is_json(media_type: str) -> bool:
    """Return whether content of a media type is one JSON value (RFC 6839, section 3.1).

    Args:
        media_type: A media type in lower case, without parameters.
    """
    return media_type in ("application/json", "text/json", "*/*") or (
        media_type.endswith("+json")
    )
