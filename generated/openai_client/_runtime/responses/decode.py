"""What an answer means: its body decoded, or the error that it reports.

Decoded by what the server sent: JSON by its media type, text by its; where a server calls
JSON something else it is still read, and what cannot be read is an error, never a value of
another type than the caller was promised.
"""

# pyright: reportPrivateUsage=false
# What is private to callers is shared between the runtime's own modules.

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from ..requests.bodies import essence, is_json
from ..requests.encoding import NO_JSON
from ..models.conversion import converter
from ..models.records import Record, set_request_id

if TYPE_CHECKING:
    from collections.abc import Mapping

    import httpx2

    from ..api.endpoint import Endpoint
    from ..requests.build import Call

# The package beside the runtime that holds the API's types.
TYPES: Final = f"{'.'.join(__name__.split('.')[:-3])}.types"

_TEXTS: Final = frozenset(("str", "object", "Any"))
_REQUEST_ID_HEADERS: Final = ("x-request-id", "request-id", "x-correlation-id")


def decoded(call: Call, response: httpx2.Response) -> Any:
    """The value of a successful answer whose body was read.

    Returns:
        A view, a list, a text … as the endpoint says; `None` for 204 and empty bodies.

    Raises:
        APIResponseValidationError: The body is no JSON where JSON was promised.
    """
    endpoint = call.endpoint
    content = response.content
    if endpoint.returns is None or response.status_code == 204 or not content:
        return None
    if endpoint.returns == "bytes":
        return content
    media = essence(response.headers.get("content-type", ""))
    if not is_json(media) and media and _admits_text(endpoint.returns):
        return text_of(response)
    try:
        value = json.loads(content)
    except NO_JSON as error:
        if endpoint.returns == "str":
            return text_of(response)
        from .error_mapping import undecodable

        raise undecodable(call, response, media) from error
    if endpoint.returns == "str" and not isinstance(value, str):
        return text_of(response)
    convert = endpoint.convert
    if convert is None:
        convert = endpoint.convert = converter(endpoint.returns, TYPES)
    try:
        answer = convert(value)
    except ValueError as error:
        # Of a class of the caller's own, which validates.
        from .error_mapping import unfit

        raise unfit(call, response, error) from error
    note_request(answer, response)
    return answer


def is_download(endpoint: Endpoint, response: httpx2.Response) -> bool:
    """Whether an answer is a file: always, or by what the server says that it sent."""
    returns = endpoint.returns or ""
    if returns == "BinaryResponse" or "BinaryResponse" not in returns.split(" | "):
        return returns == "BinaryResponse"
    media = essence(response.headers.get("content-type", ""))
    return not (is_json(media) or media.startswith("text/"))


def parsed(call: Call, response: httpx2.Response) -> Any:
    """The JSON of an answer, without views; `None` for 204 and empty bodies.

    Raises:
        APIResponseValidationError: There is none.
    """
    if response.status_code == 204 or not response.content:
        return None
    try:
        return json.loads(response.content)
    except NO_JSON as error:
        from .error_mapping import undecodable

        media = essence(response.headers.get("content-type", ""))
        raise undecodable(call, response, media) from error


def text_of(response: httpx2.Response) -> str:
    """The text of a body that was read, by the charset that the server names, else UTF-8."""
    try:
        return response.content.decode(response.encoding or "utf-8", "replace")
    except (LookupError, ValueError):
        # The name of something else than a charset, or of one that refuses the bytes.
        return response.content.decode("utf-8", "replace")


def note_request(answer: Any, response: httpx2.Response) -> None:
    """Lets a view know what the server calls the request that it answers."""
    if isinstance(answer, Record):
        set_request_id(answer, request_id(response.headers))


def request_id(headers: Mapping[str, str]) -> str | None:
    """What the server calls the request, by its headers."""
    for name in _REQUEST_ID_HEADERS:
        value = headers.get(name)
        if value is not None:
            return value
    return None


def _admits_text(annotation: str) -> bool:
    """Whether an annotation is, or has among its alternatives, text."""
    alternatives = annotation.split(" | ")
    return not _TEXTS.isdisjoint(alternatives) or "Literal[" in annotation
