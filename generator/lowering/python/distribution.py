"""Metadata of the distribution of a client: name, version and README content."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from .first_call import FirstCall
from ...model.api import Api
from ...python.distribution import Distribution, Variable
from ...python.package import ClientModule, Package

REFERENCE = "docs/README.md"

_RELEASE = re.compile(r"[0-9]+(?:[._-][0-9]+)*")
_PRE_RELEASE = re.compile(
    r"[._-]?(alpha|beta|preview|pre|dev|rc|a|b|c)[._-]?([0-9]*)(?![a-z0-9])",
    re.IGNORECASE,
)
_SPELLED = {"alpha": "a", "beta": "b", "c": "rc", "pre": "rc", "preview": "rc"}
_SPELLED["dev"] = ".dev"
_DIGITS = 18
"""Digits of a part of a version: dates with times have 14, and no tool takes thousands."""


def distribution_of(
    api: Api, package: Package, call: FirstCall, docs: bool
) -> Distribution:
    """Return the metadata that makes the client of an API installable.

    Args:
        api: The API.
        package: The client package.
        call: The call that the README shows.
        docs: Whether the reference is written next to the client.
    """
    client = package.client
    return Distribution(
        name=distribution_name(package.name),
        version=python_version(client.version),
        summary=_plain(api.summary or f"Client for {client.title}"),
        package=package.name,
        client=client.name,
        title=client.title,
        api_version=client.version,
        text=(api.summary or api.description).strip().partition("\n\n")[0],
        example=call.code,
        example_changes=call.changes,
        variables=tuple(_variables(client)),
        reference=REFERENCE if docs else "",
    )


def distribution_name(package: str) -> str:
    """The name of a package as indexes take it: `acme-client` for `acme_client`."""
    plain = unicodedata.normalize("NFKD", package).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-") or "api-client"


def python_version(said: str) -> str:
    """The version that PEP 440 has for what a document says.

    Documents say `1.0.0-beta`, `v2`, `2024-05-01` or `latest`: the first numbers count,
    and a mark of a pre-release behind them. Without numbers, the version is 0.
    """
    release = _RELEASE.search(said)
    if release is None:
        return "0"
    parts = re.split("[._-]", release.group())
    version = ".".join(part[:_DIGITS].lstrip("0") or "0" for part in parts[:8])
    mark = _PRE_RELEASE.match(said, release.end())
    if mark is not None:
        kind = mark[1].lower()
        version += _SPELLED.get(kind, kind) + (mark[2][:_DIGITS].lstrip("0") or "0")
    return version


def _plain(text: str) -> str:
    """One line of a field of metadata, in which nothing is hidden."""
    seen = "".join(char if char.isprintable() else " " for char in text)
    return " ".join(seen.split())[:500]


def _variables(client: ClientModule) -> Iterable[Variable]:
    for item in client.credentials:
        text = item.text.strip().partition("\n\n")[0]
        for name in item.environment:
            yield Variable(name, item.name, text)
    where = f"Default: `{client.servers[0].url}`" if client.servers else ""
    yield Variable(f"{client.environment}_BASE_URL", "base_url", where)
