"""Settings of methods that stream the response of an operation as typed events."""

from __future__ import annotations

from ..frozen_dataclass import dataclass


@dataclass(frozen=True, slots=True)
class StreamMethodNames:
    """The names that the settings give to the stream method of an operation.

    Args:
        operation_id: ID of the operation.
        enabled: Whether there is such a method.
        name: Name of the method; `""` for the default.
        final: Name of the method of the stream that returns the complete response; `""`
            for the default.
    """

    operation_id: str
    enabled: bool
    name: str = ""
    final: str = ""
