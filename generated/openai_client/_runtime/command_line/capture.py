"""The request of a method, without sending it."""

# pyright: reportPrivateUsage=false
# Modules of the runtime share members that are private to callers.

from __future__ import annotations

import warnings
from typing import TYPE_CHECKING, Any, NoReturn

from ..api.arguments import CallArguments

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..api.endpoint import Endpoint


class _CapturedError(Exception):
    def __init__(self, endpoint: Endpoint, arguments: CallArguments) -> None:
        self.endpoint = endpoint
        self.arguments = arguments


def capture(
    client: Any, call: str, values: Mapping[str, Any]
) -> tuple[Endpoint, CallArguments]:
    """Return what a method would send.

    Args:
        client: The client.
        call: Path of the method on the client: `chat.completions.create`.
        values: Arguments of the method by name.

    Returns:
        The operation, and its arguments by location.
    """
    *resources, method = call.split(".")
    owner = client
    for name in resources:
        owner = getattr(owner, name)
    owner = type(owner)(client)

    def stop(endpoint: Endpoint, **arguments: Any) -> NoReturn:
        raise _CapturedError(endpoint, CallArguments(**arguments))

    owner._call = owner._run = stop
    try:
        with warnings.catch_warnings():
            # The help of the command says whether it is deprecated.
            warnings.simplefilter("ignore", DeprecationWarning)
            getattr(owner, method)(**values)
    except _CapturedError as captured:
        return captured.endpoint, captured.arguments
    raise TypeError(f"{call} does not call an operation")
