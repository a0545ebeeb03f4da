"""Methods that stream typed events, as the setting `stream_methods` describes them."""

from __future__ import annotations

from collections.abc import Sequence

from ...config import Config
from ...diagnostics import Diagnostics, Rule, Severity
from ...model.operations import Operation
from ...model.stream_methods import StreamMethodNames
from ...suggestions import did_you_mean

UNKNOWN_STREAM_METHOD = Rule(
    "unknown-stream-method",
    Severity.ERROR,
    "An entry of the setting `stream_methods` names an operation that does not exist, or"
    " whose streamed response the client cannot combine from its events. Keys are operation"
    " ids or `METHOD /path`.",
    about_settings=True,
)


def find_stream_methods(
    known: Sequence[Operation], config: Config, diagnostics: Diagnostics
) -> tuple[StreamMethodNames, ...]:
    """Return the settings of the stream methods of operations.

    Args:
        known: All operations of the documents.
        config: Settings.
        diagnostics: Collects entries that do not fit the documents.
    """
    by_key = {f"{item.method} {item.path}": item for item in known}
    by_key |= {item.id: item for item in known}
    names: list[StreamMethodNames] = []
    for key, value in config.stream_methods.items():
        operation = by_key.get(key)
        if operation is None:
            message = "it matches no operation"
            hint = did_you_mean(key, by_key) or "use an operation id or `METHOD /path`"
        elif (streaming := operation.result.streaming) is None or (
            streaming.aggregated_type is None
        ):
            message = "the response is not a stream that forms another response"
            hint = "remove the entry"
        else:
            table = value or {}
            names.append(
                StreamMethodNames(
                    operation.id,
                    value is not False,
                    table.get("name", ""),
                    table.get("final", ""),
                )
            )
            continue
        diagnostics.add(
            UNKNOWN_STREAM_METHOD,
            f"`stream_methods`: {key!r}: {message}",
            config.origin.span("stream_methods", key),
            hint=hint,
        )
    return tuple(names)
