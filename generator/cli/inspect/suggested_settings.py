"""Settings that the documents suggest, as TOML that can be added to the settings."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from ...model.api import Api
from ...normalizer.pagination.polling_suggestions import (
    PollingSuggestion,
    suggest_pollings,
)
from ...rendering.toml import toml_string

_BARE_KEY = re.compile(r"[A-Za-z0-9_-]+")


def find_suggestions(api: Api) -> list[PollingSuggestion]:
    """Return the operations that can be polled, without those of the settings."""
    declarations = {item.header.key: item for item in api.declarations}
    return list(suggest_pollings(api.operations, declarations, api.pollings))


def settings_tree(api: Api) -> list[dict[str, Any]]:
    """Return the suggested entries of the setting `polling`, each with its operation."""
    return [
        {
            "id": item.polling.operation_id,
            "setting": "polling",
            "field": list(item.polling.field),
            "until": list(item.polling.terminal_values),
            "create": list(item.created_by),
            "unknown": list(item.unknown),
        }
        for item in find_suggestions(api)
    ]


def render_settings(api: Api, name: str | None = None) -> str:
    """Return the suggested settings as TOML.

    Args:
        api: The model of the API.
        name: Id of the only operation to print; `None` for all.
    """
    tables = (
        "".join(f"{line}\n" for line in _table(item))
        for item in find_suggestions(api)
        if name in (None, item.polling.operation_id)
    )
    return "\n".join(tables) or "# no settings are suggested\n"


def _table(item: PollingSuggestion) -> Iterator[str]:
    id_ = item.polling.operation_id
    key = id_ if _BARE_KEY.fullmatch(id_) else toml_string(id_)
    yield f"[tool.oasmith.polling.{key}]"
    field = item.polling.field
    if field != ("status",):
        path = _array(field) if len(field) > 1 else toml_string(*field)
        yield f"field = {path}"
    if item.unknown:
        yield f"# Add the terminal ones of {_array(item.unknown)}."
    yield f"until = {_array(item.polling.terminal_values)}"
    if item.created_by:
        yield f"create = {_array(item.created_by)}"


def _array(values: Iterable[str]) -> str:
    return f"[{', '.join(map(toml_string, values))}]"


def polled_lines(suggestions: Sequence[PollingSuggestion]) -> dict[str, str]:
    """Return a line of the outline for each operation that can be polled, by its id."""
    return {
        item.polling.operation_id: "can be polled until "
        + " | ".join(map(toml_string, item.polling.terminal_values))
        + " (see --stage settings)"
        for item in suggestions
    }
