"""OAuth2 flows in which a user grants an access token (OpenAPI 3.2, section 4.28)."""

from __future__ import annotations

from urllib.parse import urlsplit

from ...diagnostics import Diagnostics
from ...model.api import UserLogin
from ...openapi.document import SecurityScheme
from ...openapi.node import Node
from .url_credentials import remove_credentials, report_credentials
from .wire_names import INVALID_URL, is_url


def build_login(scheme: SecurityScheme, diagnostics: Diagnostics) -> UserLogin | None:
    """Return where a user can grant a token; `None` if no flow has the required URLs.

    Args:
        scheme: An OAuth2 scheme.
        diagnostics: Receives the URLs that cannot be requested.
    """
    code = scheme.flow("authorizationCode")
    device = scheme.flow("deviceAuthorization")
    page, token = _urls(code, ("authorizationUrl", "tokenUrl"), diagnostics)
    device_url, device_token = _urls(
        device, ("deviceAuthorizationUrl", "tokenUrl"), diagnostics
    )
    if not page and not device_url:
        return None
    flows = [flow for flow, url in ((code, page), (device, device_url)) if flow and url]
    refresh = next(
        (url for flow in flows if (url := _url(flow, "refreshUrl", diagnostics))), ""
    )
    return UserLogin(
        authorization_url=page,
        token_url=token,
        refresh_url=refresh,
        device_url=device_url,
        device_token_url=device_token,
        scopes=tuple(dict.fromkeys(name for flow in flows for name in _scopes(flow))),
    )


def _urls(
    flow: Node | None, names: tuple[str, str], diagnostics: Diagnostics
) -> tuple[str, str]:
    """Return the two URLs that a flow requires; empty if it lacks one of them."""
    if flow is None:
        return "", ""
    first, second = (_url(flow, name, diagnostics) for name in names)
    return (first, second) if first and second else ("", "")


def _url(flow: Node, name: str, diagnostics: Diagnostics) -> str:
    """Return an absolute URL of a flow without user information; `""` for no such URL."""
    declared = flow.text(name)
    url = remove_credentials(declared)
    if not declared:
        return ""
    if not is_url(url) or urlsplit(url).scheme not in ("http", "https"):
        diagnostics.add(INVALID_URL, f"invalid URL {url!r}", flow.location)
        return ""
    if url != declared:
        report_credentials(name, url, flow, diagnostics)
    return url


def _scopes(flow: Node) -> tuple[str, ...]:
    scopes = flow.raw("scopes")
    return tuple(map(str, scopes)) if isinstance(scopes, dict) else ()
