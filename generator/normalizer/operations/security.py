"""Security schemes (OpenAPI 3.1, section 4.8.27)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from ...config import Config
from ...diagnostics import Diagnostics, Related, Rule, Severity
from ...frozen_dataclass import dataclass
from ...model.api import Credential, CredentialKind, UserLogin
from ...openapi.document import BrokenReference, SecurityScheme
from ...suggestions import suggest
from ..context import Context
from ..rules import UNRESOLVED_REFERENCE
from .url_credentials import remove_credentials, report_credentials
from .user_logins import build_login
from .wire_names import INVALID_NAME, INVALID_URL, is_name, is_url

UNSUPPORTED_SECURITY = Rule(
    "unsupported-security",
    Severity.NOTE,
    "The client does not support a security scheme: client certificates, OpenID Connect "
    "discovery, or an HTTP scheme other than bearer and basic. Configure the "
    "authentication on `http_client` or in `default_headers`.",
)
INTERACTIVE_OAUTH = Rule(
    "interactive-oauth",
    Severity.NOTE,
    "An OAuth2 scheme has no flow that the client can run, but only an implicit or password "
    "flow, which OAuth 2.1 removes, or one without the URLs that it requires. The client "
    "accepts an access token but does not request one.",
    hint="add a flow with its URLs, or pass a token to the client",
)
SAME_SECURITY_SCHEME = Rule(
    "same-security-scheme",
    Severity.NOTE,
    "Two entry documents declare different security schemes under the same name. Each is "
    "an argument of the client; the name of the later one gets a number.",
)
UNUSED_CREDENTIAL = Rule(
    "unused-credential",
    Severity.ERROR,
    "An entry of the setting `credentials` is neither a security scheme of the documents "
    "nor an argument of the setting `headers`, or it is a scheme that reads a pair of "
    "values from two variables. The client would never read the variable.",
    about_settings=True,
)

_PAIRS = {CredentialKind.BASIC, CredentialKind.CLIENT_CREDENTIALS}
"""Kinds of credentials that consist of two values."""


def check_credentials(
    context: Context, credentials: tuple[Credential, ...], config: Config
) -> None:
    """Report entries of the setting `credentials` that have no effect.

    Args:
        context: The document that declares all schemes; collects the errors.
        credentials: The security schemes that the client supports.
        config: The settings.
    """
    kinds = {item.name: item.kind for item in credentials}
    roots = context.document.roots
    declared = {name for root in roots for name in root.security_schemes}
    for name in config.credentials:
        hint = ""
        if name in config.headers or (name in kinds and kinds[name] not in _PAIRS):
            continue
        if name in kinds:
            message = f"{name!r} is a pair of values, whose variables have fixed names"
        elif name in declared:
            message = f"the client does not support the security scheme {name!r}"
        else:
            message = f"there is no security scheme or header argument {name!r}"
            names = [*(x for x in kinds if kinds[x] not in _PAIRS), *config.headers]
            hint = suggest(name, names, "names")
        context.diagnostics.add(
            UNUSED_CREDENTIAL,
            f"`credentials`: {message}",
            config.origin.span("credentials", name),
            hint=hint or "remove the entry",
        )


@dataclass(frozen=True, slots=True)
class SecuritySchemes:
    """The security schemes of all entry documents.

    Args:
        credentials: The schemes that the client supports.
        names: Names of credentials that differ from those of their schemes, by the URI of
            the document and the name of the scheme.
    """

    credentials: tuple[Credential, ...]
    names: Mapping[tuple[str, str], str]


def build_credentials(context: Context) -> SecuritySchemes:
    """Return the security schemes that the client supports.

    Equal schemes of several documents are one. Of different schemes with the same name,
    those of later documents get a number.
    """
    credentials: dict[str, Credential] = {}
    names: dict[tuple[str, str], str] = {}
    for root in context.document.roots:
        for name, node in root.security_schemes.items():
            scheme = context.document.resolve(node)
            if isinstance(scheme, BrokenReference):
                context.diagnostics.add(
                    UNRESOLVED_REFERENCE, scheme.reason, node.location
                )
                continue
            credential = _build_credential(name, scheme, context.diagnostics)
            if credential is None:
                continue
            unique = _choose_name(credentials, credential)
            if unique != name:
                names[root.file.uri, name] = unique
                context.diagnostics.add(
                    SAME_SECURITY_SCHEME,
                    f"another document has a different security scheme {name!r}",
                    node.location,
                    related=(Related("the other scheme", credentials[name].origin),),
                    hint=f"the name of this one is {unique!r}",
                )
            credentials.setdefault(unique, replace(credential, name=unique))
    return SecuritySchemes(tuple(credentials.values()), names)


def _choose_name(known: Mapping[str, Credential], credential: Credential) -> str:
    """Return the name of an equal credential, or one that is not in use."""
    name, number = credential.name, 2
    while name in known and not _is_equal(known[name], credential):
        name, number = f"{credential.name}{number}", number + 1
    return name


def _is_equal(first: Credential, second: Credential) -> bool:
    """Return whether two credentials are sent in the same way."""
    keys = [
        (item.kind, item.place, item.wire_name, item.token_url, item.login)
        for item in (first, second)
    ]
    return keys[0] == keys[1]


_HINTS = {
    "mutualTLS": "pass http_client=DefaultHttpx2Client(verify=context), where the "
    "ssl.SSLContext has the certificate"
}


def _build_credential(
    name: str, scheme: SecurityScheme, diagnostics: Diagnostics
) -> Credential | None:
    """Return the credential of a security scheme; report one that is not supported."""
    kind, token_url = _find_kind(scheme), remove_credentials(scheme.token_url)
    login: UserLogin | None = None
    if kind is None:
        diagnostics.add(
            UNSUPPORTED_SECURITY,
            f"{name!r} has the unsupported type "
            f"{scheme.scheme or scheme.type or 'nothing'!r}",
            scheme.location,
            hint=_HINTS.get(scheme.type, "send it by default_headers or http_client"),
        )
        return None
    if kind is CredentialKind.API_KEY and not is_name(scheme.name, scheme.place):
        diagnostics.add(
            INVALID_NAME,
            f"the API key {name!r} cannot be sent in a {scheme.place} named"
            f" {scheme.name!r}",
            scheme.location,
            hint="set `name` to the name of the header, query parameter or cookie",
        )
        return None
    if scheme.type == "oauth2" and kind is CredentialKind.BEARER:
        if scheme.token_url:
            diagnostics.add(
                INVALID_URL, f"invalid token URL {token_url!r}", scheme.location
            )
        login = build_login(scheme, diagnostics)
        if login is None:
            diagnostics.add(
                INTERACTIVE_OAUTH, f"{name!r} is passed as a token", scheme.location
            )
    elif token_url != scheme.token_url:
        report_credentials("token URL", token_url, scheme, diagnostics)
    return Credential(
        name=name,
        kind=kind,
        place=scheme.place if kind is CredentialKind.API_KEY else "header",
        wire_name=scheme.name,
        token_url=token_url,
        description=scheme.description,
        origin=scheme.location,
        login=login,
    )


def _find_kind(scheme: SecurityScheme) -> CredentialKind | None:
    if scheme.type == "http":
        kinds = {"bearer": CredentialKind.BEARER, "basic": CredentialKind.BASIC}
        return kinds.get(scheme.scheme)
    if scheme.type == "apiKey" and scheme.place in ("header", "query", "cookie"):
        return CredentialKind.API_KEY
    if scheme.type == "oauth2":
        if scheme.token_url and is_url(scheme.token_url):
            return CredentialKind.CLIENT_CREDENTIALS
        return CredentialKind.BEARER
    return None
