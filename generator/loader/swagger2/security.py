"""Convert the security definitions and the server URL of Swagger 2.0."""

from __future__ import annotations

from typing import Any

from ...openapi.node import Moved, Node

_FLOWS = {
    "implicit": "implicit",
    "password": "password",
    "application": "clientCredentials",
    "accessCode": "authorizationCode",
}
_PREFERENCE = ("https", "http", "wss", "ws")


def security_scheme(node: Node) -> Any:
    """Return the Security Scheme for a security definition; return non-objects unchanged."""
    if not node.is_mapping:
        return node.value
    value = dict(node.value)
    if node.text("type") == "basic":
        value.update(type="http", scheme="basic")
    elif node.text("type") == "oauth2":
        flow = {
            key: value.pop(key)
            for key in ("authorizationUrl", "tokenUrl", "scopes")
            if key in value
        }
        kind = _FLOWS.get(str(value.pop("flow", "")), "implicit")
        value["flows"] = Moved(
            node.pointer, {kind: Moved(node.pointer, {"scopes": {}, **flow})}
        )
    return Moved(node.pointer, value)


def servers(root: Node, schemes: tuple[str, ...] = ()) -> list[Moved]:
    """Return the servers for `schemes`, `host` and `basePath`, with https first.

    Without a host the URL is relative to the location of the document. Some documents have
    a URL as the host; its scheme applies unless there are `schemes`.

    Args:
        root: Root of the document.
        schemes: Schemes that replace those of the document.
    """
    host, path = root.text("host").strip("/"), root.text("basePath").rstrip("/")
    if path and not path.startswith("/"):
        path = f"/{path}"
    scheme, _, host = host.rpartition("://")
    if not host:
        return [Moved(("basePath",), {"url": path or "/"})]
    named = schemes or root.strings("schemes") or (scheme.lower(),)
    known = [item for item in _PREFERENCE if item in named]
    return [
        Moved(("host",), {"url": f"{item}://{host}{path}"})
        for item in known or ["https"]
    ]
