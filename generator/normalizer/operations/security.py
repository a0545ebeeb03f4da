"""Security schemes and requirements (OpenAPI 3.1, sections 4.8.27 and 4.8.30)."""

from __future__ import annotations

from ...config import Config
from ...diagnostics import Diagnostics, Rule, Severity
from ...model.api import Credential, CredentialKind
from ..rules import UNRESOLVED_REFERENCE
from .wire_names import INVALID_NAME, INVALID_URL, is_name, is_url
from ...openapi.document import BrokenReference, Document, SecurityScheme
from ...openapi.node import Node
from ...suggestions import suggest

UNSUPPORTED_SECURITY = Rule(
    "unsupported-security",
    Severity.NOTE,
    "A security scheme needs something that the client does not do by itself: client "
    "certificates, OpenID Connect discovery, or an HTTP scheme other than bearer and "
    "basic. Set what it asks for on `http_client` or in `default_headers`.",
)
INTERACTIVE_OAUTH = Rule(
    "interactive-oauth",
    Severity.NOTE,
    "An OAuth2 flow asks a person for consent. The client takes the token that comes of "
    "it; getting one is up to the caller.",
)
UNKNOWN_CREDENTIAL = Rule(
    "unknown-credential",
    Severity.WARNING,
    "A security requirement names a scheme that is not declared. It is left out.",
)

UNUSED_CREDENTIAL = Rule(
    "unused-credential",
    Severity.ERROR,
    "An entry of the setting `credentials` names no security scheme of the documents and "
    "no argument of the setting `headers`, or a scheme that takes a pair of values from "
    "two variables. The client would never read the variable.",
    about_settings=True,
)

_PAIRS = {CredentialKind.BASIC, CredentialKind.CLIENT_CREDENTIALS}


def check_credentials(
    known: tuple[Credential, ...],
    document: Document,
    config: Config,
    diagnostics: Diagnostics,
) -> None:
    """Report entries of the setting `credentials` that have no effect.

    Args:
        known: the security schemes that the client can serve.
        document: has all schemes.
        config: has the setting.
        diagnostics: takes the errors.
    """
    kinds = {item.name: item.kind for item in known}
    declared = {name for root in document.roots for name in root.security_schemes}
    for name in config.credentials:
        hint = ""
        if name in config.headers or name in kinds and kinds[name] not in _PAIRS:
            continue
        if name in kinds:
            message = (
                f"{name!r} takes a pair of values, whose variables have fixed names"
            )
        elif name in declared:
            message = f"the client does not support the security scheme {name!r}"
        else:
            message = f"there is no security scheme or header argument {name!r}"
            names = [*(x for x in kinds if kinds[x] not in _PAIRS), *config.headers]
            hint = suggest(name, names, "names")
        diagnostics.add(
            UNUSED_CREDENTIAL,
            f"`credentials`: {message}",
            config.origin.span("credentials", name),
            hint=hint or "remove the entry",
        )


def credentials(document: Document, diagnostics: Diagnostics) -> tuple[Credential, ...]:
    """The security schemes that the client can serve, by name, each once."""
    found: dict[str, Credential] = {}
    for root in document.roots:
        for name, node in root.security_schemes.items():
            scheme = document.resolve(node)
            if isinstance(scheme, BrokenReference):
                diagnostics.add(UNRESOLVED_REFERENCE, scheme.reason, node.location)
            elif name not in found:
                credential = _credential(name, scheme, diagnostics)
                if credential is not None:
                    found[name] = credential
    return tuple(found.values())


def _credential(
    name: str, scheme: SecurityScheme, diagnostics: Diagnostics
) -> Credential | None:
    kind = _kind(scheme)
    if kind is None:
        diagnostics.add(
            UNSUPPORTED_SECURITY,
            f"{name!r} is {scheme.scheme or scheme.type or 'nothing'!r}",
            scheme.location,
            hint="set it on http_client or in default_headers",
        )
        return None
    if kind is CredentialKind.API_KEY and not is_name(scheme.name, scheme.place):
        diagnostics.add(
            INVALID_NAME,
            f"the API key {name!r} cannot be sent in a {scheme.place} called"
            f" {scheme.name!r}",
            scheme.location,
            hint="give the scheme the name of what carries the key",
        )
        return None
    if scheme.type == "oauth2" and kind is CredentialKind.BEARER:
        if scheme.token_url:
            diagnostics.add(
                INVALID_URL, f"{scheme.token_url!r} is no token URL", scheme.location
            )
        diagnostics.add(
            INTERACTIVE_OAUTH, f"{name!r} is given as a token", scheme.location
        )
    return Credential(
        name=name,
        kind=kind,
        place=scheme.place if kind is CredentialKind.API_KEY else "header",
        wire_name=scheme.name,
        token_url=scheme.token_url,
        description=scheme.description,
        origin=scheme.location,
    )


def _kind(scheme: SecurityScheme) -> CredentialKind | None:
    if scheme.type == "http":
        named = {"bearer": CredentialKind.BEARER, "basic": CredentialKind.BASIC}
        return named.get(scheme.scheme)
    if scheme.type == "apiKey" and scheme.place in ("header", "query", "cookie"):
        return CredentialKind.API_KEY
    if scheme.type == "oauth2":
        if scheme.token_url and is_url(scheme.token_url):
            return CredentialKind.CLIENT_CREDENTIALS
        return CredentialKind.BEARER
    return None


def requirements(
    nodes: list[Node] | None,
    known: dict[str, Credential],
    declared: frozenset[str],
    diagnostics: Diagnostics,
) -> tuple[tuple[str, ...], ...] | None:
    """Alternatives of credentials that go together; `None` when nothing is said.

    An alternative that needs a scheme that the client cannot serve is kept without it,
    so that what the caller sets by other means is enough.
    """
    if nodes is None:
        return None
    found: dict[tuple[str, ...], None] = {}
    for node in nodes:
        names = []
        for name, _ in node.members(Node):
            plain = name.rpartition("/")[2]
            if plain in known:
                names.append(plain)
            elif plain not in declared:
                diagnostics.add(
                    UNKNOWN_CREDENTIAL,
                    f"no security scheme is called {name!r}",
                    node.location,
                    hint="declare it under components.securitySchemes",
                )
        found[tuple(names)] = None
    return tuple(found)
