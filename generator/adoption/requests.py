"""The requests that the body of a function sends.

Several ways to write a request are recognised, by the generators that use them:

- `self._get("/items/{id}")` and `self._get_api_list("/items", method="post")`;
- `self._request("get", "/items/{id}", …)`;
- `client.request(f"items/{encode(id)}", method="GET")`;
- `self._build_request(method="GET", path="/items/{id}")`, with `path`, `url` or
  `resource_path`;
- `{"method": "get", "url": "/items/{id}".format(id=id)}`.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from .calls import Request
from .modules import Function

_METHODS = frozenset(
    {"GET", "PUT", "POST", "DELETE", "OPTIONS", "HEAD", "PATCH", "TRACE", "QUERY"}
)
_METHOD_CALLS = frozenset(
    prefix + method.lower() for method in _METHODS for prefix in ("", "_")
)
_LIST_CALLS = frozenset({"_get_api_list", "get_api_list"})
_PATH_ARGUMENTS = ("path", "url", "resource_path", "_url")
_PARAMETER = re.compile(r"\{[^{}]*\}")


def find_requests(function: Function) -> list[Request]:
    """Return the requests that a function itself sends, in order."""
    requests: dict[Request, None] = {}
    values = _find_assigned(function)
    for node in _walk_in_order(function):
        match node:
            case ast.Call():
                method, path = _read_call(node, values)
            case ast.Dict():
                method, path = _read_dict(node, values)
            case _:
                continue
        if method in _METHODS and path is not None:
            requests[Request(method, path)] = None
    return list(requests)


def normalize_path(path: str) -> str:
    """Return a path template without names of parameters, query and outer slashes."""
    path = path.partition("?")[0].partition("#")[0]
    return _PARAMETER.sub("{}", path).strip("/")


def _walk_in_order(function: Function) -> Iterator[ast.AST]:
    """Yield the nodes of a function in the order of the source."""
    pending: list[ast.AST] = list(reversed(function.body))
    while pending:
        node = pending.pop()
        yield node
        pending.extend(reversed(list(ast.iter_child_nodes(node))))


def _find_assigned(function: Function) -> dict[str, ast.expr]:
    """Return the first value that is assigned to each name of a function."""
    values: dict[str, ast.expr] = {}
    for node in _walk_in_order(function):
        match node:
            case ast.Assign(targets=[ast.Name(id=name)], value=value):
                values.setdefault(name, value)
            case ast.AnnAssign(target=ast.Name(id=name), value=ast.expr() as value):
                values.setdefault(name, value)
    return values


def _read_call(call: ast.Call, values: dict[str, ast.expr]) -> tuple[str, str | None]:
    keywords = {item.arg: item.value for item in call.keywords if item.arg}
    method = _read_text(keywords.get("method"), values)
    path = next(
        (
            _read_path(keywords[name], values)
            for name in _PATH_ARGUMENTS
            if name in keywords
        ),
        None,
    )
    if method is None and path is None and len(call.args) >= 2:
        first = _read_text(call.args[0], values)
        if first is not None and first.upper() in _METHODS:
            return first.upper(), _read_path(call.args[1], values)
    if path is None and call.args:
        path = _read_path(call.args[0], values)
    if method is None:
        name = call.func.attr if isinstance(call.func, ast.Attribute) else ""
        if name in _METHOD_CALLS and _is_of_self(call.func):
            method = name.strip("_")
        elif name in _LIST_CALLS:
            method = "get"
    return (method or "").upper(), path


def _is_of_self(function: ast.expr) -> bool:
    """Return whether a method is one of `self`, or of an attribute of `self`."""
    while isinstance(function, ast.Attribute):
        function = function.value
    return isinstance(function, ast.Name) and function.id == "self"


def _read_dict(node: ast.Dict, values: dict[str, ast.expr]) -> tuple[str, str | None]:
    items = {
        key.value: value
        for key, value in zip(node.keys, node.values, strict=True)
        if isinstance(key, ast.Constant) and isinstance(key.value, str)
    }
    if "method" not in items or "url" not in items:
        return "", None
    method = _read_text(items["method"], values) or ""
    return method.upper(), _read_path(items["url"], values)


def _read_text(expression: ast.expr | None, values: dict[str, ast.expr]) -> str | None:
    match expression:
        case ast.Constant(value=str(text)):
            return text
        case ast.Name(id=name) if name in values:
            return _read_text(values[name], {})
        case _:
            return None


def _read_path(expression: ast.expr, values: dict[str, ast.expr]) -> str | None:
    """Return the normalized path template of an expression; `None` if it is not a path."""
    text = _read_template(expression, values)
    if text is None or not re.fullmatch(r"[^\s:]*(?::[a-zA-Z]+)?", text):
        return None
    return normalize_path(text)


def _read_template(expression: ast.expr, values: dict[str, ast.expr]) -> str | None:
    match expression:
        case ast.Constant(value=str(text)):
            return text
        case ast.JoinedStr(values=parts):
            return "".join(
                (
                    part.value
                    if isinstance(part, ast.Constant) and isinstance(part.value, str)
                    else "{}"
                )
                for part in parts
            )
        case ast.Name(id=name) if name in values:
            return _read_template(
                values[name], {key: values[key] for key in values if key != name}
            )
        case ast.IfExp(body=body):
            return _read_template(body, values)
        case ast.Call(func=ast.Attribute(value=inner, attr="format")):
            return _read_template(inner, values)
        case ast.Call(func=ast.Name(id=name), args=[first, *_]) if "path" in name:
            return _read_template(first, values)
        case _:
            return None
