"""Security Definitions and the parts of the server's URL of Swagger 2.0."""

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
    """The Security Scheme of a Security Definition; others than objects as they are."""
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
    """The servers that `schemes`, `host` and `basePath` amount to, https first.

    Without a host it is the one that the document came from: a relative URL.
    """
    host, path = root.text("host").strip("/"), root.text("basePath").rstrip("/")
    if path and not path.startswith("/"):
        path = f"/{path}"
    if not host:
        return [Moved(("basePath",), {"url": path or "/"})]
    named = schemes or root.strings("schemes") or ("https",)
    known = [scheme for scheme in _PREFERENCE if scheme in named]
    return [
        Moved(("host",), {"url": f"{scheme}://{host}{path}"})
        for scheme in known or ["https"]
    ]
