"""The clients: what callers show, where the API is, and the way to its resources."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from ...config import CLIENT_ARGUMENTS, Config
from ...model.api import Api, Credential, CredentialKind, Server
from ...python.expressions import ArgumentDoc, Docstring, Import, TypeExpr
from ...python.package import ClientModule, CredentialArgument, ServerLiteral
from ...python.resources import Child
from ...words import split_words
from .identifiers import attribute_name, distinct

_KINDS = {
    CredentialKind.BEARER: "Bearer",
    CredentialKind.BASIC: "Basic",
    CredentialKind.API_KEY: "ApiKey",
    CredentialKind.CLIENT_CREDENTIALS: "OAuth2ClientCredentials",
}
_NOISE = frozenset({"auth", "authentication", "scheme", "security", "authorization"})
_ALONE = {
    CredentialKind.BEARER: "bearer_token",
    CredentialKind.BASIC: "basic_auth",
    CredentialKind.API_KEY: "api_key",
    CredentialKind.CLIENT_CREDENTIALS: "client_credentials",
}
_KEYS = (CredentialKind.BEARER, CredentialKind.API_KEY)


def credential_names(api: Api, others: Iterable[str]) -> dict[str, str]:
    """The argument for each security scheme, by the scheme's name.

    The key that most calls need is called `api_key`, whatever the document calls it;
    others are called as there, without words that say nothing.

    Args:
        api: has the schemes.
        others: further arguments of the client, whose names are taken.
    """
    usual = [name for names in api.security for name in names]
    ordered = sorted(
        api.credentials,
        key=lambda item: usual.index(item.name) if item.name in usual else len(usual),
    )
    main = next((item.name for item in ordered if item.kind in _KEYS), None)
    wanted: dict[str, str] = {}
    for item in api.credentials:
        if item.name == main:
            continue
        wanted[item.name] = _own_name(item)
    # `super` is called where these arguments are known.
    taken = {*CLIENT_ARGUMENTS, "super"} - (set() if main else {"api_key"})
    names = distinct(wanted, {*taken, *others})
    return {
        item.name: "api_key" if item.name == main else names[item.name]
        for item in api.credentials
    }


def _own_name(item: Credential) -> str:
    words = [word for word in split_words(item.name) if word not in _NOISE]
    if not words or words in (["bearer"], ["basic"], ["oauth2"], ["o", "auth2"]):
        return _ALONE[item.kind]
    return attribute_name("_".join(words))


def client_module(
    api: Api,
    config: Config,
    names: dict[str, str],
    children: tuple[Child, ...],
    errors: tuple[tuple[str, TypeExpr], ...],
) -> ClientModule:
    """The module of the two clients."""
    prefix = "".join(filter(str.isalnum, config.client)).upper()
    credentials = tuple(
        _argument(item, names[item.name], prefix, config) for item in api.credentials
    )
    headers = tuple(
        _header(name, header, prefix, config) for name, header in config.headers.items()
    )
    credentials += headers
    servers = (
        *map(_server, api.servers),
        *(ServerLiteral(url, name, ()) for name, url in config.servers.items()),
    )
    running, checking = _imports(children)
    return ClientModule(
        name=config.client,
        package=config.package,
        title=" ".join(api.title.split()) or config.client,
        version=_version(api.version),
        docstring=_docstring(api, config, prefix, credentials, servers),
        imports=running,
        checking=checking,
        environment=prefix,
        servers=servers,
        credentials=credentials,
        always=tuple(item.name for item in headers),
        security=tuple(_alternatives(api.security, names)),
        errors=errors,
        children=children,
        webhooks=api.event is not None,
    )


def _alternatives(
    security: Iterable[tuple[str, ...]], names: dict[str, str]
) -> Iterable[tuple[str, ...]]:
    return (tuple(names[name] for name in alternative) for alternative in security)


def _version(text: str) -> str:
    """The version as headers can carry it: on one line, in ASCII, and not empty."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    words = "".join(char if char.isprintable() else " " for char in plain).split()
    return " ".join(words) or "0"


def _server(item: Server) -> ServerLiteral:
    return ServerLiteral(
        item.url,
        item.name,
        tuple(
            (
                variable.name,
                tuple(dict.fromkeys((variable.default, *variable.values))),
            )
            for variable in item.variables
        ),
    )


def _argument(
    item: Credential, name: str, prefix: str, config: Config
) -> CredentialArgument:
    pair = item.kind in (CredentialKind.BASIC, CredentialKind.CLIENT_CREDENTIALS)
    own = f"{prefix}_{name.upper()}"
    if item.kind is CredentialKind.BASIC:
        environment: tuple[str, ...] = (f"{prefix}_USERNAME", f"{prefix}_PASSWORD")
    elif pair:
        environment = (f"{prefix}_CLIENT_ID", f"{prefix}_CLIENT_SECRET")
    else:
        environment = (config.credentials.get(item.name, own),)
    positional = ""
    if item.kind is CredentialKind.API_KEY:
        positional = item.wire_name
    elif item.kind is CredentialKind.CLIENT_CREDENTIALS:
        positional = item.token_url
    is_key = item.kind is CredentialKind.API_KEY and item.place != "header"
    return CredentialArgument(
        name=name,
        kind=_KINDS[item.kind],
        positional=positional,
        place=item.place if is_key else "",
        environment=environment,
        pair=pair,
        text=item.description,
    )


def _header(name: str, header: str, prefix: str, config: Config) -> CredentialArgument:
    """A header that the settings make an argument of the client."""
    variable = config.credentials.get(name, f"{prefix}_{name.upper()}")
    return CredentialArgument(
        name=name,
        kind=_KINDS[CredentialKind.API_KEY],
        positional=header,
        place="",
        environment=(variable,),
        pair=False,
        text=f"Sent as `{header}` with every request.",
    )


def _docstring(
    api: Api,
    config: Config,
    prefix: str,
    credentials: tuple[CredentialArgument, ...],
    servers: tuple[ServerLiteral, ...],
) -> Docstring:
    docs = [
        ArgumentDoc(
            item.name,
            " ".join(
                filter(
                    None,
                    (
                        _sentence(item.text),
                        "A pair of strings." if item.pair else "",
                        f"Default: `{'` and `'.join(item.environment)}` from the"
                        " environment.",
                    ),
                )
            ),
        )
        for item in credentials
    ]
    docs += [ArgumentDoc(name, text) for name, text in _ARGUMENTS]
    if api.event is not None:
        secret = f"Default: `{prefix}_WEBHOOK_SECRET` from the environment."
        text = f"Signing secret of webhooks. {secret}"
        docs.insert(len(credentials), ArgumentDoc("webhook_secret", text))
    where = f"Default: `{prefix}_BASE_URL` from the environment"
    where += f", else `{servers[0].url}`." if servers else "."
    if len(servers) > 1:
        docs.append(ArgumentDoc("server", _choice(servers)))
    variables = [name for server in servers for name, _ in server.variables]
    if variables:
        named = "`, `".join(dict.fromkeys(variables))
        text = f"Values of the variables in the server URL: `{named}`."
        docs.append(ArgumentDoc("server_variables", text))
    first = len(credentials) + (api.event is not None)
    docs.insert(first, ArgumentDoc("base_url", f"Base URL of the API. {where}"))
    title = " ".join(api.title.split()) or config.client
    return Docstring(f"Client for {title}.", tuple(docs))


_ARGUMENTS = (
    (
        "timeout",
        "Timeout in seconds, or an `httpx2.Timeout`; `None` for no timeout. Default: 600, "
        "and 5 to connect.",
    ),
    ("max_retries", "Maximum number of retries of a failed request."),
    ("default_headers", "Headers to send with every request."),
    ("default_query", "Query parameters to send with every request."),
    (
        "http_client",
        "httpx2 client to use, for example with proxies, hooks or a transport. Default: a "
        "client that is created at the first call.",
    ),
)


def _choice(servers: tuple[ServerLiteral, ...]) -> str:
    """What the argument that chooses a server takes."""
    found = [
        f"`{item.name or place}` for `{item.url}`" for place, item in enumerate(servers)
    ]
    return f"Server to call, by name or index: {', '.join(found)}."


def _sentence(text: str) -> str:
    """The first paragraph of a description, in one line."""
    first = " ".join(text.strip().partition("\n\n")[0].split())
    return first if not first or first.endswith(".") else f"{first}."


def _imports(
    children: tuple[Child, ...],
) -> tuple[tuple[Import, ...], tuple[Import, ...]]:
    # The runtime's names stay with their module: a client may be called anything.
    running = [Import("typing", ("TYPE_CHECKING",)), Import(".", ("_runtime",))]
    if children:
        running.insert(0, Import("functools", ("cached_property",)))
    checking = [Import("httpx2")]
    for child in sorted(children, key=lambda child: child.module):
        names = sorted((f"Async{child.class_name}", child.class_name))
        checking.append(Import(f".resources.{child.module}", tuple(names)))
    return tuple(running), tuple(checking)
