"""Lowering of an API to its client module: credentials, servers and docstring."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from types import MappingProxyType

from ...config import CLIENT_ARGUMENTS, Config
from ...model.api import Api, Credential, CredentialKind
from ...python.children import Child
from ...python.constants import ServerLiteral
from ...python.expressions import ArgumentDoc, Docstring, Import, TypeExpr
from ...python.package import ClientModule, CredentialArgument
from ...words import split_words
from .base_urls import example_base_url, is_absolute
from .credential_texts import describe_credential
from .identifiers import (
    CLASS_BODY_NAMES,
    CLIENT_ATTRIBUTES,
    attribute_name,
    distinct,
)
from .servers import lower_servers, own_variables

_RUNTIME_CLASSES = {
    CredentialKind.BEARER: "Bearer",
    CredentialKind.BASIC: "Basic",
    CredentialKind.API_KEY: "ApiKey",
    CredentialKind.CLIENT_CREDENTIALS: "OAuth2ClientCredentials",
}
_DEFAULT_NAMES = {
    CredentialKind.BEARER: "bearer_token",
    CredentialKind.BASIC: "basic_auth",
    CredentialKind.API_KEY: "api_key",
    CredentialKind.CLIENT_CREDENTIALS: "client_credentials",
}
_GENERIC_WORDS = frozenset(
    {"auth", "authentication", "scheme", "security", "authorization"}
)
_KEY_KINDS = (CredentialKind.BEARER, CredentialKind.API_KEY)


def sort_credentials(api: Api) -> list[Credential]:
    """Return the credentials, those that most operations require first."""
    uses: Counter[str] = Counter()
    for operation in api.operations:
        alternatives = (
            api.security if operation.security is None else operation.security
        )
        uses.update({name for names in alternatives for name in names})
    defaults = [name for names in api.security for name in names]
    return sorted(
        api.credentials,
        key=lambda item: (
            -uses[item.name],
            # Cookies are those of browsers; a program has a token.
            item.place == "cookie",
            defaults.index(item.name) if item.name in defaults else len(defaults),
        ),
    )


_USED_BY_CLASS = CLASS_BODY_NAMES | {"dict", "float", "int", "str", "super"}
"""Names that the body of the client class uses, where credentials are attributes."""


def credential_names(
    api: Api, others: Iterable[str], kept: Mapping[str, str] = MappingProxyType({})
) -> dict[str, str]:
    """Return the argument of the client for each security scheme, by scheme name.

    The argument has the name of the scheme, without generic words such as `auth`. If no
    scheme is named `api_key`, the key or token that most operations require is.

    Args:
        api: API with the security schemes.
        others: Names of other arguments of the client, which are not available.
        kept: Names in an earlier output, which stay.
    """
    ordered = sort_credentials(api)
    unavailable = {*CLIENT_ARGUMENTS, *_USED_BY_CLASS, *others} - {"api_key"}
    earlier = {
        item.name: kept[item.name]
        for item in ordered
        if item.name in kept and kept[item.name] not in unavailable
    }
    new = _new_names(
        [item for item in ordered if item.name not in earlier],
        {*unavailable, *earlier.values()},
    )
    return {item.name: (earlier | new)[item.name] for item in ordered}


def _new_names(ordered: list[Credential], unavailable: set[str]) -> dict[str, str]:
    """Return the argument for each security scheme, by scheme name.

    Args:
        ordered: Security schemes, those that most operations require first.
        unavailable: Names of other arguments of the client.
    """
    keys = [item for item in ordered if item.kind in _KEY_KINDS]
    named = [item for item in keys if _argument_name(item) == "api_key"]
    is_free = "api_key" not in unavailable
    main = next((item.name for item in (*named, *keys) if is_free), None)
    preferred = {
        item.name: _argument_name(item) for item in ordered if item.name != main
    }
    names = distinct(preferred, unavailable | ({"api_key"} if main else set()))
    return {
        item.name: "api_key" if item.name == main else names[item.name]
        for item in ordered
    }


def _argument_name(item: Credential) -> str:
    words = [word for word in split_words(item.name) if word not in _GENERIC_WORDS]
    if not words or words in (["bearer"], ["basic"], ["oauth2"], ["o", "auth2"]):
        return _DEFAULT_NAMES[item.kind]
    return attribute_name("_".join(words))


def client_module(
    api: Api,
    config: Config,
    names: dict[str, str],
    children: tuple[Child, ...],
    errors: tuple[tuple[str, TypeExpr], ...],
) -> ClientModule:
    """Build the module of the sync client and the async client.

    Args:
        api: API of the client.
        config: Settings of the client.
        names: Argument for each security scheme, by scheme name.
        children: Top-level resources.
        errors: Type of error bodies by status code.
    """
    prefix = "".join(filter(str.isalnum, config.client)).upper()
    headers = tuple(
        _header_argument(name, header, prefix, config)
        for name, header in config.headers.items()
    )
    credentials = tuple(
        _credential_argument(item, names[item.name], prefix, config)
        for item in sort_credentials(api)
    )
    credentials += headers
    # Methods, options and resources of the client have priority.
    taken = {*CLIENT_ATTRIBUTES, *(child.name for child in children)} - {"api_key"}
    credentials = tuple(
        replace(item, attribute=item.name not in taken) for item in credentials
    )
    servers = (
        *lower_servers(api.servers),
        *(ServerLiteral(url, name, ()) for name, url in config.servers.items()),
    )
    variables = own_variables(api.operations, servers)
    imports, checking = _imports(children)
    return ClientModule(
        name=config.client,
        package=config.package,
        title=_title(api, config),
        version=_version(api.version),
        release=config.version or _version(api.version),
        docstring=_docstring(api, config, prefix, credentials, servers, variables),
        imports=imports,
        checking=checking,
        environment=prefix,
        servers=servers,
        server_variables=variables,
        credentials=credentials,
        always=tuple(item.name for item in headers),
        security=tuple(_alternatives(api.security, names)),
        errors=errors,
        children=children,
        webhooks=api.event is not None,
        callbacks=any(
            callback.parsed for item in api.operations for callback in item.callbacks
        ),
        example_url=example_base_url(api, servers),
    )


def _title(api: Api, config: Config) -> str:
    """Return the title of the API on one line, or the name of the client."""
    return " ".join(api.title.split()) or config.client


def _alternatives(
    security: Iterable[tuple[str, ...]], names: dict[str, str]
) -> Iterable[tuple[str, ...]]:
    return (tuple(names[name] for name in alternative) for alternative in security)


def _version(text: str) -> str:
    """Convert a version to a header value: one line of ASCII, not empty."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    words = "".join(char if char.isprintable() else " " for char in plain).split()
    return " ".join(words) or "0"


def _credential_argument(
    item: Credential, name: str, prefix: str, config: Config
) -> CredentialArgument:
    pair = item.kind in (CredentialKind.BASIC, CredentialKind.CLIENT_CREDENTIALS)
    default_variable = f"{prefix}_{name.upper()}"
    if item.kind is CredentialKind.BASIC:
        environment: tuple[str, ...] = (f"{prefix}_USERNAME", f"{prefix}_PASSWORD")
    elif pair:
        environment = (f"{prefix}_CLIENT_ID", f"{prefix}_CLIENT_SECRET")
    else:
        environment = (config.credentials.get(item.name, default_variable),)
    positional = ""
    if item.kind is CredentialKind.API_KEY:
        positional = item.wire_name
    elif item.kind is CredentialKind.CLIENT_CREDENTIALS:
        positional = item.token_url
    has_place = item.kind is CredentialKind.API_KEY and item.place != "header"
    return CredentialArgument(
        name=name,
        kind=_RUNTIME_CLASSES[item.kind],
        positional=positional,
        place=item.place if has_place else "",
        environment=environment,
        pair=pair,
        text=item.description,
        login=item.login,
    )


def _header_argument(
    name: str, header: str, prefix: str, config: Config
) -> CredentialArgument:
    """Build the argument for a header of the `headers` setting."""
    variable = config.credentials.get(name, f"{prefix}_{name.upper()}")
    return CredentialArgument(
        name=name,
        kind=_RUNTIME_CLASSES[CredentialKind.API_KEY],
        positional=header,
        place="",
        environment=(variable,),
        pair=False,
        text=f"Sent as `{header}` with every request.",
    )


_ARGUMENT_DOCS = (
    ArgumentDoc(
        "timeout",
        "Timeout of each wait for the server in seconds, or an `httpx2.Timeout`; `None` for "
        "no timeout. Default: 600, and 5 to connect.",
    ),
    ArgumentDoc("max_retries", "Maximum number of retries of a failed request."),
    ArgumentDoc("default_headers", "Headers to send with every request."),
    ArgumentDoc("default_query", "Query parameters to send with every request."),
    ArgumentDoc(
        "http_client",
        "httpx2 client to use, for example with proxies, hooks or a transport. Default: a "
        "client that is created at the first call.",
    ),
    ArgumentDoc(
        "total_timeout",
        "Maximum duration of a call in seconds, including retries and reading the body. "
        "Default: no limit.",
    ),
    ArgumentDoc("response_limits", "Limits on the size of responses."),
)


def _docstring(
    api: Api,
    config: Config,
    prefix: str,
    credentials: tuple[CredentialArgument, ...],
    servers: tuple[ServerLiteral, ...],
    own_variables: tuple[str, ...],
) -> Docstring:
    docs = [ArgumentDoc(item.name, _credential_text(item)) for item in credentials]
    if api.event is not None:
        default = f"Default: `{prefix}_WEBHOOK_SECRET` from the environment."
        text = f"Signing secret of webhooks. {default}"
        docs.append(ArgumentDoc("webhook_secret", text))
    docs.append(ArgumentDoc("base_url", _base_url_text(api, prefix, servers)))
    docs += _ARGUMENT_DOCS
    if len(servers) > 1:
        docs.append(ArgumentDoc("server", _server_text(servers)))
    variables = [name for server in servers for name, _ in server.variables]
    variables += own_variables
    if variables:
        names = "`, `".join(dict.fromkeys(variables))
        text = f"Values of the variables in the URLs of servers: `{names}`."
        docs.append(ArgumentDoc("server_variables", text))
    return Docstring(f"Client for {_title(api, config)}.", tuple(docs))


def _credential_text(item: CredentialArgument) -> str:
    sentences = (
        describe_credential(item),
        "A pair of strings." if item.pair else "",
        f"Default: `{'` and `'.join(item.environment)}` from the environment.",
    )
    return " ".join(filter(None, sentences))


def _base_url_text(api: Api, prefix: str, servers: tuple[ServerLiteral, ...]) -> str:
    """Describe the argument that sets the base URL."""
    text = f"Base URL of the API. Default: `{prefix}_BASE_URL` from the environment"
    url = servers[0].url if servers else ""
    text += f", else `{url}`." if is_absolute(url) else "."
    if url and not is_absolute(url):
        text += f" The document has only the relative URL `{url}`."
    if any(operation.servers for operation in api.operations):
        text += " A base URL also replaces the servers of single operations."
    return text


def _server_text(servers: tuple[ServerLiteral, ...]) -> str:
    """Describe the argument that selects a server."""
    choices = [
        f"`{item.name or index}` for `{item.url}`" for index, item in enumerate(servers)
    ]
    return f"Server to call, by name or index: {', '.join(choices)}."


def _imports(
    children: tuple[Child, ...],
) -> tuple[tuple[Import, ...], tuple[Import, ...]]:
    """Return the imports that run, and the imports for type checkers only."""
    # Names of the runtime are qualified: the client class may have any name.
    imports = [Import("typing", ("TYPE_CHECKING",)), Import(".", ("_runtime",))]
    if children:
        imports.insert(0, Import("functools", ("cached_property",)))
    checking = [Import("httpx2")]
    for child in sorted(children, key=lambda child: child.module):
        names = sorted((f"Async{child.class_name}", child.class_name))
        checking.append(Import(f".resources.{child.module}", tuple(names)))
    if any(child.wrapped for child in children):
        checking.insert(1, Import(".", ("_wrappers",)))
    return tuple(imports), tuple(checking)
