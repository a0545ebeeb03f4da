"""Credentials that documents describe as required headers, without a security scheme."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import TypeAlias

from ...diagnostics import Rule, Severity
from ...model.api import Credential, CredentialKind
from ...model.operations import ParameterPlace
from ...openapi.document import BrokenReference
from ...openapi.parameter import Parameter
from ...words import split_words
from ..context import Context
from .drafts import Draft
from .parameters import IGNORED_HEADER
from .wire_names import is_token

Alternatives: TypeAlias = tuple[tuple[str, ...], ...]
"""Alternative sets of credentials by name."""

HEADER_CREDENTIAL = Rule(
    "header-credential",
    Severity.NOTE,
    "Operations declare a header for authentication, such as `Authorization` or "
    "`X-API-Key`, but no security scheme. The header is an argument of the client "
    "instead of an argument of each method. Keys other than `Authorization` are converted "
    "if at least half of the operations require them, or if nine of ten declare them.",
)

_KEY_HEADERS = frozenset(
    {
        *("api key", "apikey", "api token", "auth token", "access token", "auth key"),
        *("auth", "token", "key", "access key", "app key", "subscription key"),
        *("authorization", "authentication", "ocp apim subscription key"),
    }
)
"""Names of headers for authentication, without a leading `x`."""
SHARE = 0.9
"""Share of the operations that declare an optional key which belongs to the client."""
_BEARER = re.compile(r"\bbearer\b", re.IGNORECASE)
_BASIC = re.compile(r"\bbasic\b", re.IGNORECASE)
_AUTHORIZATION = "authorization"


def take_header_credentials(
    context: Context, drafts: Iterable[Draft], credentials: tuple[Credential, ...]
) -> tuple[tuple[Credential, ...], Mapping[str, Alternatives]]:
    """Convert headers for authentication of operations without security to credentials.

    The headers are removed from the parameters of the operations.

    Args:
        context: The document and its diagnostics.
        drafts: The operations.
        credentials: The declared security schemes that the client supports.

    Returns:
        The credentials, and the alternatives of those that each operation requires, by its
        id.
    """
    drafts = list(drafts)
    headers = {draft.id: dict(_key_headers(context, draft)) for draft in drafts}
    declared = Counter(name for nodes in headers.values() for name in nodes)
    counts = Counter(
        name
        for nodes in headers.values()
        for name, node in nodes.items()
        if node.required
    )
    converted = {
        name
        for name, count in declared.items()
        if (name == _AUTHORIZATION and counts[name])
        or (counts[name] and 2 * counts[name] >= len(drafts))
        or (name != _AUTHORIZATION and count > 1 and count >= SHARE * len(drafts))
    }
    _remove_notes(context, headers.values())
    by_header: dict[str, Credential] = {}
    names: dict[str, tuple[str, ...]] = {}
    required: dict[str, tuple[str, ...]] = {}
    for draft in drafts:
        for header, node in headers[draft.id].items():
            if header not in converted:
                continue
            if header not in by_header:
                by_header[header] = _find_declared(credentials, header) or _build(node)
                _report(context, node)
            name = by_header[header].name
            names[draft.id] = (*names.get(draft.id, ()), name)
            if node.required:
                required[draft.id] = (*required.get(draft.id, ()), name)
        draft.parameters = tuple(
            item
            for item in draft.parameters
            if item.place is not ParameterPlace.HEADER
            or item.name.lower() not in converted
            or item.name.lower() not in headers[draft.id]
        )
    alternatives = {
        id_: tuple(dict.fromkeys((each, required.get(id_, ()))))
        for id_, each in names.items()
    }
    return tuple(dict.fromkeys((*credentials, *by_header.values()))), alternatives


def _remove_notes(context: Context, headers: Iterable[Mapping[str, Parameter]]) -> None:
    """Remove the notes that headers are ignored which are credentials instead."""
    places = {
        nodes[_AUTHORIZATION].location for nodes in headers if _AUTHORIZATION in nodes
    }
    context.diagnostics.remove(
        lambda item: item.rule == IGNORED_HEADER and item.location in places
    )


def _key_headers(context: Context, draft: Draft) -> Iterator[tuple[str, Parameter]]:
    """Yield the headers for authentication of an operation without security."""
    nodes = draft.node.security
    if any(
        node.value for node in (draft.root.security if nodes is None else nodes) or ()
    ):
        return
    for node in (*draft.item.parameters, *draft.node.parameters):
        target = context.document.resolve(node)
        if isinstance(target, BrokenReference) or target.place != "header":
            continue
        words = split_words(target.name)
        name = " ".join(words[1:] if words[:1] == ("x",) else words)
        # An optional `Authorization` is ignored, as the standard demands.
        is_key = name in _KEY_HEADERS and (target.required or name != _AUTHORIZATION)
        if is_key and is_token(target.name):
            yield target.name.lower(), target


def _find_declared(credentials: Iterable[Credential], header: str) -> Credential | None:
    """Return the security scheme that sends a header."""
    for item in credentials:
        is_key = item.kind is CredentialKind.API_KEY
        name = item.wire_name.lower() if is_key else _AUTHORIZATION
        if item.place == "header" and name == header:
            return item
    return None


def _build(node: Parameter) -> Credential:
    """Return the credential of a header; its description shows the scheme."""
    kind = CredentialKind.API_KEY
    if node.name.lower() == _AUTHORIZATION:
        schema = node.raw("schema")
        values = schema.values() if isinstance(schema, dict) else ()
        text = " ".join(
            map(str, (node.raw("description"), node.raw("example"), *values))
        )
        if _BEARER.search(text):
            kind = CredentialKind.BEARER
        elif _BASIC.search(text):
            kind = CredentialKind.BASIC
    return Credential(
        name=node.name,
        kind=kind,
        place="header",
        wire_name=node.name,
        token_url="",
        description=node.prose("description"),
        origin=node.location,
    )


def _report(context: Context, node: Parameter) -> None:
    context.diagnostics.add(
        HEADER_CREDENTIAL,
        f"the header {node.name!r} is {'required' if node.required else 'declared'}, but"
        " no security scheme describes it",
        node.location,
        hint="declare it under components.securitySchemes",
    )
