"""The items of a streamed response body, and their accumulation."""

# pyright: reportPrivateUsage=false

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from ..models.conversion import converter
from ..models.records import JSONObject, plain, set_request_id
from ..responses.content import request_id
from ..responses.decode import convert_value, parse_text
from ..responses.error_mapping import validation_error
from ..responses.errors import APIConnectionError
from .accumulation import accumulator_for
from .decoders import item_decoder

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import Never

    import httpx2

    from ..transport.bodies import BaseBody

B_co = TypeVar("B_co", bound="BaseBody", covariant=True)


class Items(Generic[B_co]):
    """The items of a response body, and their accumulation into the final response.

    Attributes:
        body: The body.
        is_begun: Whether an item was returned to the caller.
        is_exhausted: Whether all items were read.
    """

    def __init__(self, body: B_co) -> None:
        endpoint = body.call.endpoint
        self.body = body
        self.call = body.call
        # The decoder of parts converts their content.
        annotation = "object" if endpoint.parts else endpoint.stream or "object"
        self._convert: Callable[[Any], Any] = converter(
            annotation, body.call.client._api.types
        )
        self.is_begun = False
        self.is_exhausted = False
        self.start()

    def start(self) -> None:
        """Start at the beginning of the response."""
        aggregation = self.call.endpoint.aggregation
        self._decoder = item_decoder(self.call, self.response)
        self._accumulator = (
            None if aggregation is None else accumulator_for(aggregation)
        )

    @property
    def response(self) -> httpx2.Response:
        """The httpx2 response."""
        return self.body.response

    @property
    def is_done(self) -> bool:
        """Whether the end marker of the stream was received."""
        return self._decoder.is_done

    def feed(self, chunk: bytes) -> Iterator[Any]:
        """Yield the items that a chunk of the body completes.

        Raises:
            APIError: The server reports an error in the stream.
        """
        convert = self._convert
        add = None if self._accumulator is None else self._accumulator.add
        for value in self._decoder.feed(chunk):
            if value.__class__ is dict:
                if "error" in value or value.get("type") == "error":
                    self._decoder.check_error(value, convert)
                if add is not None:
                    add(value)
            item = convert(value)
            self.is_begun = True
            yield item

    def finish(self) -> Iterator[Any]:
        """Yield the item that the end of the body completes.

        Raises:
            APIConnectionError: The stream is incomplete.
        """
        for value in self._decoder.finish():
            self._decoder.check_error(value, self._convert)
            if self._accumulator is not None and value.__class__ is dict:
                self._accumulator.add(value)
            item = self._convert(value)
            self.is_begun = True
            yield item
        if self.is_done:
            return
        accumulator = self._accumulator
        is_complete = None if accumulator is None else accumulator.is_complete()
        marker = self.call.endpoint.end_marker
        if is_complete is False or (marker and not is_complete):
            reason = f"without its end marker ({marker})" if marker else "unexpectedly"
            raise self._decoder.truncated(reason)

    def final(self) -> Any:
        """Return the response that all items form.

        Raises:
            APIConnectionError: No item contains any part of the response.
            APIResponseValidationError: The items do not form a response.
            RuntimeError: The stream was closed before its end.
        """
        if not self.is_exhausted:
            raise RuntimeError("the stream was closed before its end")
        assert self._accumulator is not None
        endpoint = self.call.endpoint
        returns = endpoint.aggregated_type or endpoint.returns or "object"
        try:
            result = self._accumulator.result(self._converter(returns))
        except LookupError:
            raise self._decoder.truncated("without a response") from None
        except ValueError as error:
            raise validation_error(self.call, self.response, error, None) from error
        if endpoint.parses:
            return convert_value(self.call, self.response, returns, plain(result))
        if isinstance(result, JSONObject):
            set_request_id(result, request_id(self.response.headers))
        return result

    def snapshot(self) -> Any:
        """Return the response so far; `None` if no item contains a part of it.

        Raises:
            APIResponseValidationError: The items do not form a response.
        """
        assert self._accumulator is not None
        endpoint = self.call.endpoint
        returns = endpoint.aggregated_type or endpoint.returns or "object"
        try:
            return self._accumulator.snapshot(self._converter(returns))
        except LookupError:
            return None
        except ValueError as error:
            raise validation_error(self.call, self.response, error, None) from error

    def text_parser(self, reason: object) -> Callable[[str], Any] | None:
        """Return the function that parses a text to the type of the call.

        Args:
            reason: Reason for which the text ended; `None` if it is unknown.

        Returns:
            The function; `None` if the call has no type. It raises the exceptions of
            `final`.
        """
        parse = self.call.endpoint.parse_text
        if parse is None:
            return None
        return partial(parse_text, self.call, self.response, partial(parse, reason))

    def arguments_parser(
        self, name: str | None, reason: object
    ) -> Callable[[str], Any] | None:
        """Return the function that parses the arguments of a tool; see `text_parser`.

        Args:
            name: Name of the tool.
            reason: Reason for which the arguments ended; `None` if it is unknown.
        """
        endpoint = self.call.endpoint
        find = endpoint.find_arguments_parser
        parse = None if find is None or name is None else find(name, reason)
        if parse is None:
            return None
        return partial(parse_text, self.call, self.response, parse)

    def _converter(self, returns: str) -> Callable[[Any], Any]:
        return converter(returns, self.call.client._api.types)

    def describe(self, stream: object) -> str:
        """Return the `repr` of the stream of these items."""
        response, endpoint = self.response, self.call.endpoint
        status = f"{response.status_code} {response.reason_phrase}".strip()
        state = (
            "exhausted"
            if self.is_exhausted
            else "closed" if response.is_closed else "open"
        )
        name = type(stream).__name__
        return f"<{name} [{status}] {endpoint.method} {endpoint.path}, {state}>"

    def reraise(self, error: Exception) -> Never:
        """Raise the exception for an error while items were read."""
        if isinstance(error, APIConnectionError):
            raise error
        raise self.body.error(error) from error
