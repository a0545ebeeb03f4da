"""Decoding of successful responses.

The media type that the server sent decides how a body is decoded. A body with another media
type than expected is still decoded if it is JSON. A binary body is never decoded as text. If
the method returns models only, a body that is not JSON raises an error.
"""

# pyright: reportPrivateUsage=false
# The modules of the runtime share names that are private to callers.

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

import httpx2

from ..lazy import load_feature
from ..models.annotations import Anything, Literals, Name, Scalar, union_members
from ..models.conversion import converter
from ..models.declarations import Annotation
from ..models.records import JSONObject, set_request_id
from ..models.scopes import Scope, alternatives
from ..requests.bodies import essence, is_json
from ..requests.encoding import JSON_DECODE_ERRORS
from .content import decode_for_message, decode_json, is_text, request_id
from .error_mapping import decode_text, decoding_error, validation_error
from .errors import APIResponseValidationError, IncompleteResponseError

_ANY = ("Any", "object")
"""Annotations of bodies that the document does not declare."""

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..requests.build import Call


def decode_response(call: Call, response: httpx2.Response) -> Any:
    """Decode a successful response whose body was read.

    Returns:
        A value of the endpoint's return type; `None` for responses without content. A body
        that the document does not declare is returned as received: JSON, a string if it is
        text, else bytes, and `None` if it is empty.

    Raises:
        APIResponseValidationError: The body is empty or not JSON although JSON is expected,
            or not text in its charset although a string is expected.
        IncompleteResponseError: A text to be parsed is cut off.
    """
    content = response.content
    if has_no_content(response):
        return None
    returns = _find_returned_type(call, response) or "object"
    if not content:
        return _empty_value(call, response, returns)
    if returns == "bytes":
        return content
    media = essence(response.headers.get("content-type", ""))
    if not is_json(media) and media and allows_text(returns):
        if not is_text(media):
            return content
        return _decode_text(response, is_declared=returns not in _ANY)
    try:
        value = decode_json(response)
    except JSON_DECODE_ERRORS as error:
        if returns == "str":
            return _decode_text(response)
        if not media and returns in _ANY:
            return _decode_unknown(content)
        raise decoding_error(call, response, media) from error
    if returns == "str" and not isinstance(value, str):
        return _decode_text(response)
    return convert_value(call, response, returns, value)


def _find_returned_type(call: Call, response: httpx2.Response) -> str | None:
    """Return the annotation of a successful response that is not a download."""
    if not call.endpoint.alternatives:
        return call.endpoint.expected(response.status_code, call.accept)
    representations = load_feature("responses.representations")
    returned: str | None = representations.find_returned_type(call, response)
    return returned


def convert_value(
    call: Call, response: httpx2.Response, returns: str, value: object
) -> Any:
    """Convert the decoded JSON of a response to an annotation of its endpoint.

    Raises:
        APIResponseValidationError: The value, or a text in it, does not match its type.
        IncompleteResponseError: A text to be parsed is cut off.
    """
    try:
        result = _converter(call, returns)(value)
    except ValueError as error:
        # Raised by the validation of `cast_to`, or of a type that a text is parsed to.
        body = decode_for_message(response) if not call.streams else value
        raise validation_error(call, response, error, body) from error
    except IncompleteResponseError as error:
        error.request, error.request_id = response.request, request_id(response.headers)
        store_request_id(error.body, response)
        raise
    store_request_id(result, response)
    return result


def parse_text(
    call: Call, response: httpx2.Response, parse: Callable[[str], Any], text: str
) -> Any:
    """Parse a text of a streamed response to a type of the caller.

    Args:
        call: The call.
        response: The response.
        parse: Parses the text.
        text: The text.

    Raises:
        APIResponseValidationError: The text does not match the type.
        IncompleteResponseError: The text is cut off.
    """
    try:
        return parse(text)
    except ValueError as error:
        raise validation_error(call, response, error, text) from error
    except IncompleteResponseError as error:
        error.request, error.request_id = response.request, request_id(response.headers)
        raise


def has_no_content(response: httpx2.Response) -> bool:
    """Return whether a response never has content (RFC 9110, 6.4.1 and 15.3.6)."""
    return response.status_code in (204, 205, 304) or response.request.method == "HEAD"


def _is_empty(response: httpx2.Response) -> bool:
    """Return whether a body, which may be unread, is known to be empty."""
    if has_no_content(response) or response.headers.get("content-length") == "0":
        return True
    try:
        return not response.content
    except httpx2.ResponseNotRead:
        return False


def _empty_value(call: Call, response: httpx2.Response, returns: str) -> Any:
    """Return the value of an empty body whose status code allows content.

    Raises:
        APIResponseValidationError: No value of the annotation has an empty body.
    """
    if returns == "bytes":
        return b""
    if _allows_none(returns, call.client._api.types):
        return None
    media = essence(response.headers.get("content-type", ""))
    if is_json(media or essence(call.endpoint.accept)) or not _allows_any_text(returns):
        raise decoding_error(call, response, media)
    return ""


def _decode_text(response: httpx2.Response, *, is_declared: bool = True) -> str | bytes:
    """Return a text as a string; bytes if it is invalid and the document declares none."""
    try:
        return decode_text(response, "`response.content` of this exception")
    except APIResponseValidationError:
        if is_declared:
            raise
        return response.content


def _decode_unknown(content: bytes) -> str | bytes:
    """Return a body of unknown media type as a string if it is UTF-8."""
    try:
        return content.decode()
    except UnicodeDecodeError:
        return content


def _converter(call: Call, returns: str) -> Callable[[Any], Any]:
    """Return the function that converts decoded JSON to an annotation of an endpoint."""
    endpoint, types = call.endpoint, call.client._api.types
    if returns != endpoint.returns:
        return converter(returns, types)
    convert: Callable[..., Any] | None = endpoint.convert
    if convert is None:
        endpoint.convert = created = converter(returns, types)
        return created
    if endpoint.parses:
        return lambda value: convert(types, value)
    return convert


def keeps_body(call: Call, response: httpx2.Response) -> bool:
    """Return whether the value of a response reads the body itself."""
    return call.streams or is_download(call, response)


def is_download(call: Call, response: httpx2.Response) -> bool:
    """Return whether the body of a response is a file.

    If the endpoint can also return JSON or text, the media type of the response decides.
    """
    returns = call.endpoint.expected(response.status_code, call.accept)
    if returns == "BinaryResponse":
        return not (
            has_no_content(response)
            and _allows_none(call.endpoint.returns or "", call.client._api.types)
        )
    if returns is None or not _allows_download(returns):
        return False
    if _is_empty(response) and _allows_none(returns, call.client._api.types):
        return False
    media = essence(response.headers.get("content-type", ""))
    return not (is_json(media) or media.startswith("text/"))


def parse_json(call: Call, response: httpx2.Response) -> Any:
    """Decode the JSON of a response without converting it to models.

    Returns:
        The decoded JSON; `None` for responses without content, such as those with status
        code 204.

    Raises:
        APIResponseValidationError: The body is empty or not valid JSON.
    """
    return None if has_no_content(response) else load_json(call, response)


def load_json(call: Call, response: httpx2.Response) -> Any:
    """Return the decoded JSON of a body that was read.

    Raises:
        APIResponseValidationError: The body is empty or not valid JSON.
    """
    try:
        return decode_json(response)
    except JSON_DECODE_ERRORS as error:
        media = essence(response.headers.get("content-type", ""))
        raise decoding_error(call, response, media) from error


def store_request_id(result: Any, response: httpx2.Response) -> None:
    """Store the request ID of a response in the model that was decoded from it."""
    if isinstance(result, JSONObject):
        set_request_id(result, request_id(response.headers))


@cache
def _allows_download(annotation: str) -> bool:
    return any(
        isinstance(member, Name) and member.name == "BinaryResponse"
        for member in union_members(annotation)
    )


@cache
def _allows_none(annotation: str, types: str) -> bool:
    """Return whether `None` is a value of the annotation, which may name an alias."""
    return Annotation(annotation, Scope("", types), types).read(
        lambda scoped: any(
            isinstance(node, Anything)
            or (isinstance(node, Literals) and None in node.values)
            for node, _ in alternatives(scoped)
        )
    )


@cache
def _allows_any_text(annotation: str) -> bool:
    """Return whether every string is a value of the annotation."""
    return any(
        isinstance(member, Scalar) and member.name == "str"
        for member in union_members(annotation)
    )


@cache
def allows_text(annotation: str) -> bool:
    """Return whether a string is a value of the annotation."""
    return any(
        isinstance(member, Anything)
        or (isinstance(member, Scalar) and member.name == "str")
        or (
            isinstance(member, Literals)
            and any(isinstance(value, str) for value in member.values)
        )
        for member in union_members(annotation)
    )
