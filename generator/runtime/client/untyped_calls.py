"""Calls of paths that no endpoint describes."""

# pyright: reportPrivateUsage=false
# Modules of the runtime share members that are private to callers.

from __future__ import annotations

from types import NoneType
from typing import TYPE_CHECKING, Any, Final, cast

import httpx2

from ..api.arguments import CallArguments, check_options
from ..api.endpoint import Endpoint
from ..requests.bodies import essence
from ..requests.build import Call
from ..requests.uploads import is_content
from ..responses.casting import build_caster
from ..streaming.downloads import AsyncBinaryResponse, BinaryResponse
from ..transport.redirects import same_origin
from ..transport.send import fetch, fetch_async
from .calls import parse_response

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..api.client_protocol import (
        AsyncClientProtocol,
        ClientProtocol,
        SyncClientProtocol,
    )
    from ..api.options import RequestOptions

# Values of `cast_to` that `Endpoint.returns` has an annotation for.
_ANNOTATIONS: Final[Mapping[type, str]] = {
    BinaryResponse: "BinaryResponse",
    AsyncBinaryResponse: "BinaryResponse",
    bytes: "bytes",
    str: "str",
    object: "object",
    NoneType: "None",
}


def untyped_call(
    client: SyncClientProtocol,
    method: str,
    path: str,
    cast_to: type[Any] | None,
    query: Mapping[str, object] | None,
    body: object,
    options: RequestOptions,
) -> Any:
    """Call a path and return the parsed response; see `Verb`."""
    try:
        check_options(options)
    except TypeError as error:
        error.__traceback__ = None
        raise
    call = _build_call(client, method, path, cast_to, query, body, options)
    response, attempt = fetch(client, call)
    if cast_to is httpx2.Response:
        return response
    return parse_response(call, response, attempt)


async def untyped_call_async(
    client: AsyncClientProtocol,
    method: str,
    path: str,
    cast_to: type[Any] | None,
    query: Mapping[str, object] | None,
    body: object,
    options: RequestOptions,
) -> Any:
    """Call a path and return the parsed response; see `Verb`."""
    try:
        check_options(options)
    except TypeError as error:
        error.__traceback__ = None
        raise
    call = _build_call(client, method, path, cast_to, query, body, options)
    response, attempt = await fetch_async(client, call)
    if cast_to is httpx2.Response:
        return response
    return parse_response(call, response, attempt)


def _build_call(
    client: ClientProtocol,
    method: str,
    path: str,
    cast_to: type[Any] | None,
    query: Mapping[str, object] | None,
    body: object,
    options: RequestOptions,
) -> Call:
    if cast_to is (BinaryResponse if client._asynchronous else AsyncBinaryResponse):
        expected = AsyncBinaryResponse if client._asynchronous else BinaryResponse
        raise TypeError(f"cast_to must be {expected.__name__} for this client")
    media_type: str | None = None
    if not _is_encoded(body):
        media_type, options = _find_media_type(client, options)
    endpoint = Endpoint(
        method,
        "",
        body=media_type,
        accept="*/*" if cast_to in _ANNOTATIONS else "application/json",
        returns=_ANNOTATIONS.get(cast_to or object, "dict[str, object]"),
        files=_find_files(body),
    )
    # Not parsed as a template, because braces in the path are not parameters.
    target = _path_under(client, path).partition("#")[0]
    address, _, path_query = target.partition("?")
    endpoint.template = (address,), (path_query,) if path_query else ()
    if cast_to not in _ANNOTATIONS and cast_to is not httpx2.Response:
        endpoint.convert = build_caster(cast_to or object)
    if query:
        extra = options.get("extra_query") or {}
        options = {**options, "extra_query": {**query, **extra}}
    return Call(client, endpoint, CallArguments(body=body, options=options))


def _path_under(client: ClientProtocol, path: str) -> str:
    """Return the path relative to the base URL, or a URL of the same origin.

    Raises:
        ValueError: The URL has another origin, which must not receive the credentials.
    """
    if not path.startswith(("https://", "http://")):
        return path if path.startswith("/") else f"/{path}"
    if not same_origin(httpx2.URL(client.base_url), httpx2.URL(path)):
        raise ValueError("the URL must have the same origin as the client's base_url")
    return path


def _is_encoded(body: object) -> bool:
    """Return whether a body is sent unchanged, whatever its media type."""
    return (
        isinstance(body, str)
        or is_content(body)
        or hasattr(body, "__next__")
        or hasattr(body, "__aiter__")
    )


def _find_media_type(
    client: ClientProtocol, options: RequestOptions
) -> tuple[str | None, RequestOptions]:
    """Return the media type that a header sets, which determines the encoding.

    The header of a multipart body is removed from the returned options, because the
    runtime sends its own one with the boundary.
    """
    extra = options.get("extra_headers") or {}
    for headers in (extra, client._headers):
        for name, media_type in headers.items():
            if name.lower() != "content-type" or not isinstance(media_type, str):
                continue
            if headers is extra and essence(media_type) == "multipart/form-data":
                rest = {key: value for key, value in extra.items() if key != name}
                return media_type, {**options, "extra_headers": rest}
            return media_type, options
    return None, options


def _find_files(body: object) -> tuple[str, ...]:
    """Return the properties of a body that are files if the body is multipart.

    These are tuples, and lists that contain a tuple or another upload.
    """
    if not isinstance(body, dict):
        return ()
    members = cast("dict[str, object]", body)
    return tuple(
        name
        for name, item in members.items()
        if isinstance(item, tuple)
        or (
            isinstance(item, list)
            and any(
                isinstance(part, tuple) or is_content(part)
                for part in cast("list[object]", item)
            )
        )
    )
