"""Lowering of a client to a distribution with the metadata that pip requires."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable

from ... import __version__
from ...model.api import Api
from ...model.operations import Operation
from ...python.distribution import Distribution, Variable
from ...python.features import Feature
from ...python.package import ClientModule, Package
from ...versions import python_version
from .credential_texts import describe_credential
from .first_call import first_call


def build_distribution(
    api: Api, package: Package, reference: str, example: Callable[[Operation], str]
) -> Distribution:
    """Build the distribution of a client.

    Args:
        api: API of the client.
        package: Client package.
        reference: Path of the first page of the reference; `""` for none.
        example: Function that returns the shortest call of an operation.
    """
    client = package.client
    call = first_call(api.operations, example)
    return Distribution(
        name=distribution_name(package.name),
        version=python_version(client.release),
        summary=_plain(api.summary or f"A client of {client.title}"),
        package=package.name,
        client=client.name,
        construction=client.construction,
        title=client.title,
        api_version=client.version,
        text=(api.summary or api.description).strip().partition("\n\n")[0],
        example=call.code,
        example_changes=call.changes,
        variables=tuple(_variables(client)),
        testing=Feature.TESTING in package.features,
        reference=reference,
        script=package.commands.program if package.commands is not None else "",
        runtime_package=package.runtime_package,
        runtime_requirement=(
            f"{distribution_name(package.runtime_package)}=={__version__}"
            if package.runtime_package
            else ""
        ),
    )


def distribution_name(package: str) -> str:
    """Return the distribution name of a package: `acme-client` for `acme_client`."""
    plain = unicodedata.normalize("NFKD", package).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-") or "api-client"


def _plain(text: str) -> str:
    """Return a text as one line of printable characters, for a metadata field."""
    printable = "".join(char if char.isprintable() else " " for char in text)
    return " ".join(printable.split())[:500]


def _variables(client: ClientModule) -> Iterable[Variable]:
    """Yield the environment variables that a client reads."""
    for item in client.credentials:
        text = describe_credential(item)
        for name in item.environment:
            yield Variable(name, item.name, text)
    url = client.servers[0].url if client.servers else ""
    default = f"Default: `{url}`." if "://" in url else ""
    if client.example_url:
        default = "Required, because the document has no absolute URL."
    yield Variable(f"{client.environment}_BASE_URL", "base_url", default)
