"""Callbacks: parsing of the payloads that an API sends after an operation."""

from __future__ import annotations

import json
from typing import Any, TypeVar

from .models.conversion import converter
from .responses.content import TYPES

T = TypeVar("T")


def parse_callback(
    annotation: str, payload: str | bytes
) -> T:  # type: ignore[type-var]  # pyright: ignore[reportInvalidTypeVarUse]
    """Return the payload of a callback.

    Args:
        annotation: Annotation of the payload in the client's `types`.
        payload: The body of the request as it was received.

    Raises:
        ValueError: The payload is not valid JSON.
    """
    value: T = converter(annotation, TYPES)(decode_payload(payload))
    return value


def decode_payload(payload: str | bytes) -> Any:
    """Decode the body of a request that an API has sent.

    Raises:
        ValueError: The body is not valid JSON, or is nested too deeply.
    """
    try:
        return json.loads(payload)
    except RecursionError as error:
        raise ValueError("the body is nested too deeply") from error
