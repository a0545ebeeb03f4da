"""Constant headers of requests, which documents show only in samples.

The samples of `POST /threads` send `OpenAI-Beta: assistants=v2`, and the server rejects
requests without it, but no parameter declares it. A header is constant if each `curl` or
`wget` command in the samples of an operation sends it with the same value.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from ...config import Config
from ...diagnostics import Diagnostics, Rule, Severity
from ...model.api import Credential, CredentialKind
from ...model.operations import Operation, ParameterPlace
from ...words import split_words
from .wire_names import is_token

CONTRADICTING_HEADERS = Rule(
    "contradicting-headers",
    Severity.NOTE,
    "All samples of an operation send a header that is not declared as a parameter, but "
    "not with the same value. The client does not send it; pass it in `extra_headers`.",
)

_COMMAND = re.compile(
    r"(?:^|[\n;|&(`])[ \t]*(?:[$%>#][ \t]+)?(?:curl|wget)(?:\.exe)?\s+(?!=)"
)
_HEADER = re.compile(
    r"(?<!\S)(?:-H|--header)\s*=?\s*"
    # Closing quotes are not required: some samples lack them.
    r"(?:\"(?P<double>[^\"\n]*)|'(?P<single>[^'\n]*)|(?P<bare>[^\s'\"]+))"
)
_VALUE = re.compile(r"[A-Za-z0-9](?:[\w .,;:=/+@()~!-]*[\w)])?", re.ASCII)
"""A value without variables, placeholders such as `<version>`, and quotes."""
_EXAMPLE = re.compile(
    r"(?i:\b(?:your|my|example|placeholder|replace|insert|some|xxx+)(?:\b|_))|\.\.\.|"
    # An uppercase name of a placeholder, an identifier, or a long random string.
    r"^[A-Z]+(?:_[A-Z0-9]+)+$|(?i:[0-9a-f]{8}-[0-9a-f]{4}-)|"
    r"\b(?=\w*\d)(?=\w*[a-zA-Z])\w{20,}|\d{9,}"
)
_STANDARD_NAMES = re.compile(
    r"(?:accept|access-control|content|if|sec|proxy|x-forwarded|x-amz)(?:-.*)?"
    r"|authorization|cache-control|connection|cookie\d?|date|dnt|expect|forwarded|from"
    r"|host|keep-alive|max-forwards|origin|pragma|prefer|priority|range|referer|te"
    r"|trace(?:parent|state)|trailer|transfer-encoding|upgrade(?:-.*)?|user-agent|via"
)
"""Headers that the client sets itself, or that depend on the caller of each request."""
_CALLER_WORDS = frozenset(
    {
        *("auth", "authentication", "authorization", "credential", "credentials"),
        *("key", "apikey", "token", "secret", "password", "signature", "session"),
        *("cookie", "csrf", "xsrf", "nonce", "timestamp", "idempotency", "trace"),
        *(
            "id",
            "ids",
            "uid",
            "uuid",
            "guid",
            "correlation",
            "request",
            "user",
            "email",
        ),
        *("username", "organization", "organisation", "org", "project", "tenant"),
        *("account", "workspace", "team", "customer", "client", "company", "merchant"),
        *("shop", "store", "subscription", "ip", "hostname", "domain"),
    }
)
"""Words of names whose value belongs to the caller, so that a sample has an example."""
_PROTOCOL_WORDS = frozenset(
    {"version", "beta", "alpha", "preview", "feature", "features"}
)
"""Last words of names such as `Shop-Version`, whose value does not depend on the caller."""


def add_sample_headers(
    operations: Iterable[Operation],
    credentials: Iterable[Credential],
    config: Config,
    diagnostics: Diagnostics,
) -> list[Operation]:
    """Return the operations with the constant headers that their samples send.

    Headers of declared parameters, of credentials and of the setting `headers` are set by
    arguments instead.

    Args:
        operations: The operations, with their parameters.
        credentials: The credentials of the client.
        config: The settings, including `headers`.
        diagnostics: Collects headers whose values differ between samples.
    """
    own = {name.lower() for name in config.headers.values()}
    own |= {_credential_header(item) for item in credentials}
    result: list[Operation] = []
    for operation in operations:
        declared = {
            item.name.lower()
            for item in operation.parameters
            if item.place is ParameterPlace.HEADER
        }
        headers = _constant_headers(operation, own | declared, diagnostics)
        result.append(replace(operation, headers=headers) if headers else operation)
    return result


def _credential_header(credential: Credential) -> str:
    is_key = credential.kind is CredentialKind.API_KEY
    return credential.wire_name.lower() if is_key else "authorization"


def _constant_headers(
    operation: Operation, excluded: set[str], diagnostics: Diagnostics
) -> tuple[tuple[str, str], ...]:
    """Return the headers that all commands send, and report those that differ."""
    commands = [
        headers
        for sample in operation.samples
        for _, code in sample.sources
        for headers in find_commands(code)
    ]
    constant: list[tuple[str, str]] = []
    for key, pairs in commands[0].items() if commands else ():
        if key in excluded or not all(key in headers for headers in commands):
            continue
        values = {value for headers in commands for _, value in headers[key]}
        name = pairs[0][0]
        if not _is_protocol_header(name) or not all(map(_is_constant, values)):
            continue
        if len(values) == 1:
            constant.append((name, values.pop()))
        else:
            texts = ", ".join(repr(value) for value in sorted(values))
            diagnostics.add(
                CONTRADICTING_HEADERS,
                f"samples send the header {name!r} with different values: {texts}",
                operation.origin,
                hint="declare it as a header parameter",
            )
    return tuple(constant)


def _is_protocol_header(name: str) -> bool:
    """Return whether a header can have the same value for all callers."""
    if not is_token(name) or _STANDARD_NAMES.fullmatch(name.lower()):
        return False
    words = split_words(name)
    return not _PROTOCOL_WORDS.isdisjoint(words[-1:]) or _CALLER_WORDS.isdisjoint(words)


def _is_constant(value: str) -> bool:
    """Return whether a value is a constant instead of a placeholder or an example."""
    return _VALUE.fullmatch(value) is not None and _EXAMPLE.search(value) is None


def find_commands(
    code: str,
) -> Iterator[Mapping[str, Sequence[tuple[str, str]]]]:
    """Yield the headers of each `curl` and `wget` command in a sample.

    Each mapping contains the name and value of the headers by their name in lower case.
    """
    if "curl" not in code and "wget" not in code:  # most samples
        return
    lines = re.sub(r"[\\^`]\r?\n", "\n", code)
    for command in _COMMAND.split(lines)[1:]:
        headers: dict[str, list[tuple[str, str]]] = {}
        for match in _HEADER.finditer(command):
            text = match["double"] or match["single"] or match["bare"] or ""
            name, colon, value = text.partition(":")
            if colon:
                pair = name.strip(), value.strip()
                headers.setdefault(pair[0].lower(), []).append(pair)
        yield headers
