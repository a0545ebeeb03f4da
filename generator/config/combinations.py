"""Settings that need another setting of the same client."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from .origin import Origin

Table = Mapping[str, Any]
"""The settings of a client, as they are in the file."""


class _Condition(NamedTuple):
    """The condition with which a setting has an effect.

    Attributes:
        applies: Whether the setting of a client has an effect.
        advice: What to do if it has none.
    """

    applies: Callable[[Table], bool]
    advice: str


_SHARED = _Condition(  # An unknown value of `runtime` is reported itself.
    lambda table: table.get("runtime", "needed") not in ("minimal", "needed", "full"),
    'needs `runtime = "shared"`; add it, or remove this setting',
)
_CONDITIONS = {
    "runtime_package": _SHARED,
    "runtime_output": _SHARED,
    "alias_removal": _Condition(
        lambda table: table.get("keep_names", True),
        "has no effect with `keep_names = false`; remove one of both settings",
    ),
}


def check_combinations(
    origins: Sequence[Origin], tables: Sequence[Table]
) -> Iterator[str]:
    """Yield a message for each setting that is missing, or that has no effect.

    A setting of `[tool.oasmith]` may have an effect on some clients only.

    Args:
        origins: Origin of the settings of each client.
        tables: Settings of each client.
    """
    effects: dict[str, bool] = {}
    for origin, table in zip(origins, tables, strict=True):
        if table.get("runtime") == "shared" and "runtime_package" not in table:
            yield (
                f"{origin.prefix('runtime')}a shared runtime needs the setting "
                "`runtime_package`, the name of its package, such as 'acme_runtime'"
            )
        for key, condition in _CONDITIONS.items():
            if key in table:
                message = f"{origin.prefix(key)}`{key}` {condition.advice}"
                has_effect = effects.get(message, False) or condition.applies(table)
                effects[message] = has_effect
    yield from (message for message, has_effect in effects.items() if not has_effect)
