"""Attributes of a package that belong to its default client."""

from __future__ import annotations

from ...diagnostics import Diagnostics, Rule, Severity
from ...model.api import Api
from ...python.package import ClientModule, DefaultClient
from ...source import Location

PACKAGE_CLASH = Rule(
    "package-attribute-clash",
    Severity.NOTE,
    "A resource or an argument of the client has the name of another attribute of the"
    " package, such as `types` or `errors`, or an argument has the name of a resource or a"
    " method. The package does not offer it for calls without a client; it is available on"
    " every client that is created.",
)

PACKAGE_NAMES = frozenset(
    {
        "errors",
        "ext",
        "file_from_path",
        "lazy_names",
        "omit",
        "pydantic_function_tool",
        "resources",
        "testing",
        "types",
    }
)
"""Attributes of every package, including its modules, that are not classes."""

WRAPPERS = ("with_raw_response", "with_streaming_response")
"""Attributes of clients whose resources return responses."""


def build_default_client(
    api: Api, client: ClientModule, diagnostics: Diagnostics
) -> DefaultClient:
    """Return the attributes of the package that belong to the default client.

    Args:
        api: API of the client.
        client: Module of the clients.
        diagnostics: Receives a note for each name that the package uses otherwise.
    """
    classes = {client.name, f"Async{client.name}", f"{client.name}Error"}
    # The annotations of the attributes use `httpx2`.
    taken = PACKAGE_NAMES | classes | {"httpx2"}
    if any(item.login is not None for item in client.credentials):
        taken |= {"login"}  # a module of the package
    resources = tuple(
        child.name for child in client.children if child.name not in taken
    )
    if not resources:
        return DefaultClient((), ())
    methods = {item.name for item in client.credentials if not item.attribute}
    unavailable = {*taken, *methods, *(child.name for child in client.children)}
    if client.wrapped:
        resources += WRAPPERS
    arguments = _arguments(client)
    origins = _origins(api, client)
    for child in client.children:
        if child.name in taken:
            _report(client, child.name, "resource", origins[child.name], diagnostics)
    for name, _ in arguments:
        if name in unavailable:
            _report(client, name, "argument", None, diagnostics)
    return DefaultClient(
        tuple(item for item in arguments if item[0] not in unavailable), resources
    )


def _arguments(client: ClientModule) -> tuple[tuple[str, str], ...]:
    """Return the arguments of the sync client, and the source of their types."""
    credentials = (
        (item.name, f"_runtime.Secret{'Pair' if item.pair else ''} | None")
        for item in client.credentials
    )
    return (
        *credentials,
        *((("webhook_secret", "str | None"),) if client.webhooks else ()),
        ("base_url", "str | httpx2.URL | None"),
        ("timeout", "_runtime.Timeout | None"),
        ("max_retries", "int"),
        ("default_headers", "_runtime.Headers | None"),
        ("default_query", "_runtime.Query | None"),
        ("http_client", "httpx2.Client | None"),
        ("total_timeout", "float | None"),
        ("response_limits", "_runtime.ResponseLimits | None"),
        *((("server", "str | int"),) if client.chooses_server else ()),
        *(
            (("server_variables", "dict[str, str] | None"),)
            if client.has_variables
            else ()
        ),
    )


def _origins(api: Api, client: ClientModule) -> dict[str, Location | None]:
    """Return the location of the first operation of each resource of a client."""
    return {
        child.name: next(
            (item.origin for inner in resource.walk() for item in inner.operations),
            None,
        )
        for child, resource in zip(client.children, api.root.children, strict=True)
    }


def _report(
    client: ClientModule,
    name: str,
    kind: str,
    origin: Location | None,
    diagnostics: Diagnostics,
) -> None:
    diagnostics.add(
        PACKAGE_CLASH,
        f"the {kind} {name!r} of the client is not an attribute of the package"
        f" {client.package}",
        origin,
        hint=f"create a client to use it, or rename the {kind}",
    )
