"""The first call in a README: one that is safe to run."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from typing import NamedTuple

from ...model.operations import Operation, ParameterPlace
from ...words import split_words

_CHANGING = frozenset(
    {
        *("abort", "accept", "activate", "add", "approve", "authorize", "ban", "block"),
        *("callback", "cancel", "capture", "charge", "clear", "close", "confirm"),
        *("connect", "create", "deactivate", "delete", "deny", "deploy", "destroy"),
        *(
            "disable",
            "disconnect",
            "drop",
            "enable",
            "exec",
            "execute",
            "fire",
            "flush",
        ),
        *("import", "install", "invite", "invoke", "kick", "kill", "leave", "lock"),
        *("login", "logoff", "logout", "merge", "move", "oauth", "pay", "pause"),
        *("publish", "purge", "put", "reboot", "redeem", "refund", "register"),
        *("reject", "remove", "reset", "restart", "restore", "resume", "revoke"),
        *("rotate", "run", "save", "send", "set", "shutdown", "signout", "signup"),
        *("start", "stop", "submit", "subscribe", "sync", "token", "transfer"),
        *("trigger", "unblock", "unlock", "unsubscribe", "update", "upload", "void"),
        *("wipe", "write"),
    }
)
"""Words of names that indicate, or may indicate, that a call changes data."""

_READING = frozenset(
    {
        *("check", "count", "describe", "fetch", "find", "get", "list", "lookup"),
        *("query", "read", "retrieve", "search", "show", "validate", "verify"),
    }
)
"""Words of names that indicate that a call only reads data, whatever its HTTP method."""

_TECHNICAL = frozenset(
    {
        *("admin", "audit", "debug", "deprecated", "health", "healthcheck", "healthz"),
        *("heartbeat", "internal", "live", "liveness", "livez", "log", "logs"),
        *("metadata", "metrics", "openapi", "ping", "ready", "readiness", "readyz"),
        *("robots", "root", "stats", "statistics", "status", "swagger", "system"),
        *("version", "versions"),
    }
)
"""Words of calls that concern the server rather than the subject of the API."""

_IMPORTED = re.compile(r"\b(?:Path|datetime|date)[(.]")
_PLACEHOLDER = re.compile(r"…|\[\]|\{\}")


class FirstCall(NamedTuple):
    """The first call of a README.

    Args:
        code: Python source; `""` if no call is safe or can be written as source.
        changes: Whether the call may change data.
    """

    code: str = ""
    changes: bool = False


def first_call(
    operations: tuple[Operation, ...], example: Callable[[Operation], str]
) -> FirstCall:
    """Return the call that a reader can run first, with all required arguments.

    Operations that read data are preferred: GET requests, and operations whose names
    indicate it. If there are none, the result is a POST request and `changes` is set.
    Operations that delete or update data are never returned.

    Args:
        operations: All operations of the API.
        example: Function that returns the shortest call of an operation as source.
    """
    current = [
        item
        for item in operations
        if not item.alias_of
        and not item.deprecated
        and not _IMPORTED.search(example(item))
    ]
    reading = [item for item in current if _reads(item)]
    sending = [item for item in current if _is_post(item)]
    candidates = reading or sending
    if not candidates:
        return FirstCall()
    sizes = Counter(item.resource[:1] for item in current)
    best = min(candidates, key=lambda item: _rank(item, example(item), sizes))
    return FirstCall(example(best), not reading)


def _words(operation: Operation) -> set[str]:
    """Return the words of an operation's name and of the last segment of its path."""
    path = [part for part in operation.path.split("/") if part and "{" not in part]
    last = path[-1] if path else ""
    return {*operation.name, *split_words(operation.id), *split_words(last)}


def _reads(operation: Operation) -> bool:
    """Return whether a call only reads data, according to its method and names."""
    verbs = {*operation.name[:1], *split_words(operation.id)[:1], *_verb(operation)}
    if operation.method == "GET":
        return _CHANGING.isdisjoint(verbs)
    return (
        operation.method == "POST"
        and not _READING.isdisjoint(verbs)
        and _CHANGING.isdisjoint(_words(operation) - {"create"})
    )


def _verb(operation: Operation) -> tuple[str, ...]:
    """Return the first word of the last path segment, which may be a verb: `/getMe`."""
    last = operation.path.partition("?")[0].rpartition("/")[2]
    return split_words(last)[:1] if "{" not in last else ()


def _is_post(operation: Operation) -> bool:
    """Return whether a POST call only creates data, according to its names."""
    return operation.method == "POST" and _CHANGING.isdisjoint(
        _words(operation) - {"create"}
    )


def _rank(
    operation: Operation, code: str, sizes: Counter[tuple[str, ...]]
) -> tuple[int, ...]:
    """Return the sort key of a call: the lower, the better as a first call."""
    places = Counter(item.place for item in operation.parameters if item.required)
    words = _words(operation)
    returns = operation.result.contents
    is_list = operation.pagination is not None or operation.name[:1] == ("list",)
    return (
        int(operation.method != "GET"),
        int(operation.beta or operation.legacy),
        places[ParameterPlace.PATH],
        len(_PLACEHOLDER.findall(code)),
        places.total() + int(operation.body is not None and operation.body.required),
        int(not returns or operation.result.streaming is not None),
        int(not _TECHNICAL.isdisjoint({*words, *split_words(operation.path)})),
        int(not is_list),
        len(operation.resource),
        len(operation.resource[-1:] and split_words(operation.resource[-1])),
        -min(sizes[operation.resource[:1]], 3),
        len(operation.parameters),
    )
