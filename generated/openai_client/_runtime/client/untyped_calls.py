"""Calls of paths that no endpoint describes, and conversion to the type of `cast_to`."""

# pyright: reportPrivateUsage=false
# Modules of the runtime share members that are private to callers.

from __future__ import annotations

from types import NoneType
from typing import (
    TYPE_CHECKING,
    Any,
    Final,
    cast,
    get_args,
    get_origin,
    is_typeddict,
)

import httpx2

from ..api.arguments import CallArguments, check_options
from ..api.endpoint import Endpoint
from ..models.conversion import converter
from ..models.records import JSONObject, type_of
from ..requests.bodies import essence, is_encoded
from ..requests.build import Call
from ..transport.redirects import same_origin
from ..transport.send import fetch
from .calls import parse_response

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine, Mapping

    from ..api.client_protocol import ClientProtocol
    from ..api.options import RequestOptions

# Values of `cast_to` that `Endpoint.returns` has an annotation for.
_ANNOTATIONS: Final[Mapping[type, str]] = {
    bytes: "bytes",
    str: "str",
    object: "object",
    NoneType: "None",
}

# Types that JSON is decoded to without a conversion.
_JSON_TYPES: Final = frozenset((object, dict, list, str, int, float, bool, NoneType))


def untyped_call(
    client: ClientProtocol,
    method: str,
    path: str,
    cast_to: type[Any] | None,
    query: Mapping[str, object] | None,
    body: object,
    options: RequestOptions,
) -> Coroutine[Any, Any, Any]:
    """Call a path and return the parsed response; see `Verb`."""
    try:
        check_options(options)
    except TypeError as error:
        error.__traceback__ = None
        raise
    call = _build_call(client, method, path, cast_to, query, body, options)
    return _send(call, cast_to)


async def _send(call: Call, cast_to: type[Any] | None) -> Any:
    response, attempt = await fetch(call)
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
    returns = _find_annotation(client, cast_to)
    media_type: str | None = None
    if not _is_unchanged(body):
        media_type, options = _find_media_type(client, options)
    endpoint = Endpoint(
        method,
        "",
        body=media_type,
        accept="application/json" if returns is None else "*/*",
        returns=returns or ("object" if cast_to is None else "dict[str, object]"),
        files=_find_files(body),
    )
    # Not parsed as a template, because braces in the path are not parameters.
    target = _path_under(client, path).partition("#")[0]
    address, _, path_query = target.partition("?")
    endpoint.template = (address,), (path_query,) if path_query else ()
    if returns is None and cast_to is not httpx2.Response:
        endpoint.convert = _build_caster(cast_to or object)
    if query:
        extra = options.get("extra_query") or {}
        options = {**options, "extra_query": {**query, **extra}}
    return Call(client, endpoint, CallArguments(body=body, options=options))


def _find_annotation(client: ClientProtocol, cast_to: type[Any] | None) -> str | None:
    """Return the annotation for a type that is not made from JSON; `None` for others."""
    # Only the classes of downloads have this attribute.
    is_asynchronous = getattr(cast_to, "_is_asynchronous_download", None)
    if is_asynchronous is None:
        return None if cast_to is None else _ANNOTATIONS.get(cast_to)
    if is_asynchronous is not client._asynchronous:
        prefix = "Async" if client._asynchronous else ""
        raise TypeError(f"cast_to must be {prefix}BinaryResponse for this client")
    return "BinaryResponse"


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


def _is_unchanged(body: object) -> bool:
    """Return whether a body is sent unchanged, whatever its media type."""
    return (
        isinstance(body, str)
        or is_encoded(body)
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
                isinstance(part, tuple) or is_encoded(part)
                for part in cast("list[object]", item)
            )
        )
    )


def _build_caster(kind: Any) -> Callable[[Any], Any]:
    """Return a function that converts decoded JSON to a type.

    Args:
        kind: A model, a pydantic model, a `TypedDict`, a type that JSON is decoded to, or
            a list or dict of these.

    Raises:
        TypeError: The type is not supported.
    """
    if get_origin(kind) in (list, dict):
        return _container_caster(_build_caster(get_args(kind)[-1]))
    if _is_model(kind):
        return converter(kind.__name__, kind.__module__)
    validate: Callable[[Any], Any] | None = getattr(kind, "model_validate", None)
    if validate is not None:
        return validate
    if kind in _JSON_TYPES or is_typeddict(kind):
        return lambda value: value
    raise TypeError(f"unsupported cast_to type: {kind!r}")


def _is_model(kind: object) -> bool:
    return isinstance(kind, type) and issubclass(kind, JSONObject)


def _container_caster(cast_item: Callable[[Any], Any]) -> Callable[[Any], Any]:
    def convert(value: Any) -> Any:
        kind = type_of(value)
        if kind is list:
            return [cast_item(item) for item in value]
        if kind is dict:
            return {key: cast_item(item) for key, item in value.items()}
        return value

    return convert
