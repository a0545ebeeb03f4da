"""Calls of paths that no endpoint describes."""

# pyright: reportPrivateUsage=false
# What is private to callers is shared between the runtime's own modules.

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

import httpx2

from ..streaming.downloads import AsyncBinaryResponse, BinaryResponse
from ..requests.bodies import essence
from .calls import value, value_async
from ..responses.casting import caster
from ..api.endpoint import Endpoint
from ..transport.send import exchange, exchange_async, read, read_async
from ..transport.redirects import same_origin
from ..requests.build import Call
from ..requests.uploads import is_content

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .async_client import AsyncClient
    from .base_client import BaseClient
    from .sync_client import SyncClient
    from ..api.options import RequestOptions

# What these are decoded to stands in the words of annotations.
_ANNOTATIONS: Mapping[type, str] = {
    BinaryResponse: "BinaryResponse",
    AsyncBinaryResponse: "BinaryResponse",
    bytes: "bytes",
    str: "str",
    object: "object",
}


def free_call(
    client: SyncClient,
    method: str,
    path: str,
    cast_to: type[Any] | None,
    query: Mapping[str, object] | None,
    body: object,
    options: RequestOptions,
) -> Any:
    """Calls a path; see `Verb`."""
    call = _prepared(client, method, path, cast_to, query, body, options)
    response, _ = exchange(client, call)
    if cast_to is httpx2.Response:
        return read(call, response)
    return value(call, response)


async def free_call_async(
    client: AsyncClient,
    method: str,
    path: str,
    cast_to: type[Any] | None,
    query: Mapping[str, object] | None,
    body: object,
    options: RequestOptions,
) -> Any:
    """Calls a path; see `AsyncVerb`."""
    call = _prepared(client, method, path, cast_to, query, body, options)
    response, _ = await exchange_async(client, call)
    if cast_to is httpx2.Response:
        return await read_async(call, response)
    return await value_async(call, response)


def _prepared(
    client: BaseClient[Any],
    method: str,
    path: str,
    cast_to: type[Any] | None,
    query: Mapping[str, object] | None,
    body: object,
    options: RequestOptions,
) -> Call:
    if cast_to is (BinaryResponse if client._asynchronous else AsyncBinaryResponse):
        raise TypeError("a download of this client is of the other class")
    media: str | None = None
    if not _is_encoded(body):
        media, options = _media_type(client, options)
    endpoint = Endpoint(
        method,
        "",
        body=media,
        accept="*/*" if cast_to in _ANNOTATIONS else "application/json",
        returns=_ANNOTATIONS.get(cast_to or object, "dict[str, object]"),
        files=_file_names(body),
    )
    # The path as it stands: braces in it are no parameters.
    whole = _path_under(client, path).partition("#")[0]
    address, _, tail = whole.partition("?")
    endpoint.template = (address,), (tail,) if tail else ()
    if cast_to not in _ANNOTATIONS and cast_to is not httpx2.Response:
        endpoint.convert = caster(cast_to or object)
    if query:
        extra = options.get("extra_query") or {}
        options = {**options, "extra_query": {**query, **extra}}
    return Call(client, endpoint, None, None, None, None, body, options)


def _path_under(client: BaseClient[Any], path: str) -> str:
    """The path below the base URL.

    Raises:
        ValueError: A URL of another origin, where our credentials must not go.
    """
    if not path.startswith(("https://", "http://")):
        return path if path.startswith("/") else f"/{path}"
    if not same_origin(httpx2.URL(client.base_url), httpx2.URL(path)):
        raise ValueError("the URL is not one of the client's server")
    return path


def _is_encoded(body: object) -> bool:
    """Whether a body is sent as it is, whatever it is called."""
    return (
        isinstance(body, str)
        or is_content(body)
        or hasattr(body, "__next__")
        or hasattr(body, "__aiter__")
    )


def _media_type(
    client: BaseClient[Any], options: RequestOptions
) -> tuple[str | None, RequestOptions]:
    """The media type that the caller gives by header, which decides the encoding.

    Of a multipart body the header is taken out of the options: ours has the boundary.
    """
    extra = options.get("extra_headers") or {}
    for headers in (extra, client._headers):
        for name, media in headers.items():
            if name.lower() != "content-type" or not isinstance(media, str):
                continue
            if headers is extra and essence(media) == "multipart/form-data":
                rest = {key: text for key, text in extra.items() if key != name}
                return media, {**options, "extra_headers": rest}
            return media, options
    return None, options


def _file_names(body: object) -> tuple[str, ...]:
    """The members of a body that are tuples, or lists of uploads: files, if multipart."""
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
