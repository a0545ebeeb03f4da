"""The errors that answers report, and those of answers that do not come."""

# pyright: reportPrivateUsage=false
# What is private to callers is shared between the runtime's own modules.

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final, cast

import httpx2

from .decode import TYPES, text_of
from ..requests.bodies import is_json
from ..requests.encoding import NO_JSON
from .errors import (
    APIConnectionError,
    APIResponseValidationError,
    APIStatusError,
    APITimeoutError,
    error_class,
)
from ..models.conversion import converter

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ..api.endpoint import Endpoint
    from ..requests.build import Call

_SHOWN: Final = 300
_SAYING: Final = ("message", "Message", "msg", "title", "detail")


def status_error(call: Call, response: httpx2.Response) -> APIStatusError:
    """The error that an answer reports; its body was read."""
    status = response.status_code
    body = _error_body(response)
    said = error_message(body)
    phrase = f"{status} {response.reason_phrase}".strip()
    message = f"{phrase}: {said}" if said else phrase
    if status == 401 and set(call.names) <= set(call.client._api.always):
        message += f" ({_advice(call)})"
    return error_class(status)(
        without(message, call.secrets),
        response=response,
        body=_typed(call, status, body),
    )


def undecodable(
    call: Call, response: httpx2.Response, media: str
) -> APIResponseValidationError:
    if is_json(media) or not media:
        problem = "the answer is no valid JSON"
    else:
        problem = f"the answer is {media}, not JSON"
    message = f"{problem} ({response.status_code}, {len(response.content)} bytes)"
    return APIResponseValidationError(
        message, response=response, body=text_of(response)
    )


def unfit(
    call: Call, response: httpx2.Response, error: ValueError
) -> APIResponseValidationError:
    """The error of an answer that a class of the caller's refuses."""
    message = without(f"the answer is not as it should be: {error}", call.secrets)
    return APIResponseValidationError(
        message, response=response, body=text_of(response)
    )


def connection_error(
    call: Call, request: httpx2.Request, error: Exception
) -> APIConnectionError:
    """Our error for one of httpx2's."""
    said = without(str(error), call.secrets)
    if isinstance(error, httpx2.TimeoutException):
        kind = type(error).__name__.removesuffix("Timeout").lower() or "request"
        return APITimeoutError(request, message=f"Request timed out ({kind}).")
    message = f"Connection error: {said}" if said else "Connection error."
    if isinstance(error, httpx2.StreamError):
        message = "the body of the answer was read, or closed, before"
    return APIConnectionError(message=message, request=request)


def reading_error(
    call: Call, response: httpx2.Response, error: Exception
) -> APIConnectionError | APIResponseValidationError:
    """Our error for one of httpx2's while the body of an answer is read."""
    if not isinstance(error, httpx2.DecodingError):
        return connection_error(call, response.request, error)
    return APIResponseValidationError(
        "the answer's content encoding is broken", response=bodiless(response)
    )


def bodiless(response: httpx2.Response) -> httpx2.Response:
    """A copy with an empty body, where what was read of it cannot be given."""
    described = ("content-encoding", "content-length", "transfer-encoding")
    return httpx2.Response(
        response.status_code,
        headers=[
            pair
            for pair in response.headers.raw
            if pair[0].lower().decode("latin-1") not in described
        ],
        request=response.request,
    )


def without(text: str, secrets: Iterable[str]) -> str:
    """A text, cut to a readable length, in which credentials are hidden."""
    for secret in secrets:
        # Shorter ones are no secrets, and would make holes into words.
        if len(secret) > 5:
            text = text.replace(secret, "[redacted]")
    text = text[: _SHOWN * 10]
    # Neither lines nor what a terminal would obey.
    text = "".join(letter if letter.isprintable() else " " for letter in text)
    text = " ".join(text.split())
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"


def _error_body(response: httpx2.Response) -> Any:
    if not response.content:
        return None
    try:
        return json.loads(response.content)
    except NO_JSON:
        return text_of(response)


def error_message(body: Any, depth: int = 8) -> str:
    """What an error body says: the members that APIs use, and RFC 9457, 3.1.

    Args:
        body: The body, decoded.
        depth: How many levels of it are looked at.
    """
    if not depth:
        return ""
    if isinstance(body, str):
        # Neither a page nor noise.
        return "" if "<" in body or "\ufffd" in body else body
    if isinstance(body, list):
        first = cast("list[object]", body)[:1]
        return error_message(first[0], depth - 1) if first else ""
    if not isinstance(body, dict):
        return ""
    members = cast("dict[str, object]", body)
    for name in ("error", "errors"):
        value = members.get(name)
        inner = error_message(value, depth - 1)
        if inner:
            return _with_description(inner, members)
        if name == "errors" and isinstance(value, dict):
            # By the names of fields.
            for field, problem in cast("dict[str, object]", value).items():
                if said := error_message(problem, depth - 1):
                    return f"{field}: {said}"
    texts = [members.get(name) for name in _SAYING]
    said = ": ".join(text for text in texts if isinstance(text, str) and text)
    place = members.get("loc")
    if said and isinstance(place, list):
        return f"{'.'.join(map(str, cast('list[object]', place)))}: {said}"
    return said or error_message(members.get("detail"), depth - 1)


def _with_description(said: str, body: Mapping[str, object]) -> str:
    # RFC 6749, 5.2: a code under `error`, its explanation beside it.
    description = body.get("error_description", body.get("message"))
    if isinstance(description, str) and description and description != said:
        return f"{said}: {description}"
    return said


def _typed(call: Call, status: int, body: Any) -> Any:
    """The body as the type that the document has for the status."""
    annotation = _annotation(call.endpoint, call.client._api.errors, status)
    if annotation is None or not isinstance(body, (dict, list)):
        return body
    return converter(annotation, TYPES)(body)


def _annotation(
    endpoint: Endpoint, common: Mapping[str, str], status: int
) -> str | None:
    for errors in (endpoint.errors, common):
        for key in (str(status), f"{status // 100}XX", "default"):
            if key in errors:
                return errors[key]
    return None


def _advice(call: Call) -> str:
    api = call.client._api
    names = ", ".join(name for name in api.credentials if name not in api.always)
    if not names:
        return "the request carried no credential"
    return f"the request carried no credential; this API has: {names}"
