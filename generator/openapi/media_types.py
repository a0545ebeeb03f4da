"""Media types of request and response bodies."""

from __future__ import annotations


def media_type_name(value: str) -> str:
    """Return a media type without its parameters, in lower case."""
    return value.partition(";")[0].strip().lower()


def media_type_parameters(value: str) -> str:
    """Return the parameters of a media type as written, `""` if there are none."""
    return value.partition(";")[2].strip(" ;")


def is_json(media_type: str) -> bool:
    """Return whether content of a media type is one JSON value (RFC 6839, section 3.1).

    Args:
        media_type: A media type in lower case, without parameters.
    """
    return media_type in ("application/json", "text/json", "*/*") or (
        media_type.endswith("+json")
    )
