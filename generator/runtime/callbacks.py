"""Callbacks: parsing of the payloads that an API sends after an operation."""

from __future__ import annotations

import json
from typing import TypeVar

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
    value: T = converter(annotation, TYPES)(json.loads(payload))
    return value
