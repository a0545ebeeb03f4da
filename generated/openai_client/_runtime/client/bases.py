"""Base classes of clients and resources; every emitted method calls the API through them.

They lack what the setting `runtime` can leave out: raw responses (`raw_resources`) and calls
of undocumented paths (`verbs`).

The annotation of an emitted method states what the method returns. `_call` therefore has a
type variable as its return type that is solved by this annotation: it is the only cast of
the runtime, and the reason for the suppressed type errors. `_run` is the same method for
operations that return `None`, for which type checkers would not solve the variable.
"""

from __future__ import annotations

from types import FunctionType
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from ..api.arguments import CallArguments, checks_options
from ..evaluation import Annotations, defer_annotations, names_of
from ..lazy import load_feature
from ..missing import ATTRIBUTES
from ..transport.pool import running_loop
from .base_client import BaseClient

if TYPE_CHECKING:
    from collections.abc import Mapping
    from types import TracebackType
    from typing import Self

    import httpx2
    from typing_extensions import Unpack

    from ..api.arguments import ArgumentKeywords
    from ..api.client_protocol import ClientProtocol
    from ..api.endpoint import Endpoint

T = TypeVar("T")


def _explain_attribute(self: object, name: str) -> Any:
    """Raise the reason why an object lacks an optional attribute; for `__getattr__`."""
    if name in ATTRIBUTES:
        owner = type(self).__name__
        raise AttributeError(
            f"{owner!r} object has no attribute {name!r}: {ATTRIBUTES[name]}"
        )
    # Again, for the error of a property that raised an `AttributeError`.
    return object.__getattribute__(self, name)


class PlainClient(BaseClient["httpx2.Client"]):
    """A client whose methods block, without methods for undocumented paths."""

    if not TYPE_CHECKING and ATTRIBUTES:
        __getattr__ = _explain_attribute

    def _make_http(self) -> httpx2.Client:
        from ..transport.connections import DefaultHttpx2Client

        return DefaultHttpx2Client()

    def _open_http(self) -> httpx2.Client:
        """Return the httpx2 client to send requests with."""
        return self._pool.get()

    def close(self) -> None:
        """Close all connections, also those of copies of this client."""
        self._pool.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def _prepare_request(self, request: httpx2.Request) -> None:
        """Change a request before it is sent; for subclasses.

        It is called for each attempt, after the credentials were added, but not for
        redirects.
        """

    def _process_response(self, response: httpx2.Response) -> None:
        """Inspect a response before its status is checked; for subclasses.

        It is called for each attempt. The body is unread and must remain so.
        """


class AsyncPlainClient(BaseClient["httpx2.AsyncClient"]):
    """A client whose methods are coroutines, likewise.

    It has connections for each event loop that it is used in.
    """

    _asynchronous: ClassVar[bool] = True
    if not TYPE_CHECKING and ATTRIBUTES:
        __getattr__ = _explain_attribute

    def _make_http(self) -> httpx2.AsyncClient:
        from ..transport.connections import DefaultAsyncHttpx2Client

        return DefaultAsyncHttpx2Client()

    def _open_http(self) -> httpx2.AsyncClient:
        """Return the httpx2 client to send requests with in the running event loop."""
        return self._pool.get(running_loop())

    async def close(self) -> None:
        """Close all connections, also those of copies of this client."""
        await self._pool.aclose(running_loop())

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self.close()

    async def _prepare_request(self, request: httpx2.Request) -> None:
        """Change a request before it is sent; for subclasses.

        It is called for each attempt, after the credentials were added, but not for
        redirects.
        """

    async def _process_response(self, response: httpx2.Response) -> None:
        """Inspect a response before its status is checked; for subclasses.

        It is called for each attempt. The body is unread and must remain so.
        """


class ClientBound:
    """Something that belongs to a client."""

    _client: Any
    if not TYPE_CHECKING and ATTRIBUTES:
        __getattr__ = _explain_attribute

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        defer_annotations(cls)

    def __repr__(self) -> str:
        return f"<{type(self).__qualname__} of {self._client!r}>"


class PlainResource(ClientBound):
    """A group of operations of a synchronous client."""

    def __init__(self, client: ClientProtocol) -> None:
        self._client: ClientProtocol = client

    @checks_options
    def _call(
        self, endpoint: Endpoint, **arguments: Unpack[ArgumentKeywords]
    ) -> T:  # type: ignore[type-var]  # pyright: ignore[reportInvalidTypeVarUse]  # declared by callers
        """Call an operation.

        Args:
            endpoint: The operation.
            **arguments: Its parameters by location, its body, and request options. Values
                that are `omit` are not sent.

        Returns:
            A value of the type that the calling method is annotated to return.
        """
        # Imported here, because they import the HTTP library.
        from ..transport.send import run
        from .calls import call

        result: T = run(call(self._client, endpoint, CallArguments(**arguments)))
        return result

    if TYPE_CHECKING:

        def _run(
            self, endpoint: Endpoint, **arguments: Unpack[ArgumentKeywords]
        ) -> None: ...

    else:
        _run = _call

    @checks_options
    def _poll(
        self,
        polling: Any,
        *,
        polling_options: Mapping[str, object] = {},
        **arguments: Unpack[ArgumentKeywords],
    ) -> T:  # type: ignore[type-var]  # pyright: ignore[reportInvalidTypeVarUse]  # declared by callers
        """Call an operation until it reaches a terminal status.

        Args:
            polling: The operations to call, a `Polling`.
            polling_options: `on_poll`, `poll_interval` and `poll_timeout`.
            **arguments: As for `_call`: of the first request.

        Returns:
            The last response.
        """
        from ..transport.send import run

        poll = load_feature("pagination.polling").poll
        result: T = run(
            poll(self._client, polling, CallArguments(**arguments), polling_options)
        )
        return result


class AsyncPlainResource(ClientBound):
    """A group of operations of an asynchronous client; see `PlainResource`."""

    def __init__(self, client: ClientProtocol) -> None:
        self._client: ClientProtocol = client

    @checks_options
    async def _call(
        self, endpoint: Endpoint, **arguments: Unpack[ArgumentKeywords]
    ) -> T:  # pyright: ignore[reportInvalidTypeVarUse]  # declared by callers
        """Call an operation; see `PlainResource._call`."""
        from .calls import call

        result: T = await call(self._client, endpoint, CallArguments(**arguments))
        return result

    if TYPE_CHECKING:

        async def _run(
            self, endpoint: Endpoint, **arguments: Unpack[ArgumentKeywords]
        ) -> None: ...

    else:
        _run = _call

    @checks_options
    async def _poll(
        self,
        polling: Any,
        *,
        polling_options: Mapping[str, object] = {},
        **arguments: Unpack[ArgumentKeywords],
    ) -> T:  # pyright: ignore[reportInvalidTypeVarUse]  # declared by callers
        """Call an operation until it reaches a terminal status; see `PlainResource._poll`."""
        poll = load_feature("pagination.polling").poll
        result: T = await poll(
            self._client, polling, CallArguments(**arguments), polling_options
        )
        return result

    @checks_options
    def _page(
        self, endpoint: Endpoint, **arguments: Unpack[ArgumentKeywords]
    ) -> T:  # type: ignore[type-var]  # pyright: ignore[reportInvalidTypeVarUse]  # declared by callers
        """Return an `AsyncPaginator` for an operation that returns pages; see `_call`."""
        paginator = load_feature("pagination.pages").AsyncPaginator
        result: T = paginator(self._client, endpoint, CallArguments(**arguments))
        return result


def copy_method(method: Any, returns: str, **origins: str) -> Any:
    """Return a copy of a function with another return annotation.

    Args:
        method: The function.
        returns: The annotation, a class of the runtime in whose argument `{}` is replaced
            by the original one.
        **origins: Modules of other names in the annotation, by name.
    """
    copy = FunctionType(
        method.__code__,
        method.__globals__,
        method.__name__,
        method.__defaults__,
        method.__closure__,
    )
    copy.__kwdefaults__ = method.__kwdefaults__
    copy.__doc__ = method.__doc__
    if hasattr(method, "__wrapped__"):  # a deprecated method
        wrapped = copy_method(method.__wrapped__, returns, **origins)
        copy.__dict__["__wrapped__"] = wrapped
    # Without importing their names.
    annotations: dict[str, Any] = dict(dict[str, Any].items(method.__annotations__))
    original = str(annotations.get("return", "Any"))
    origins[returns.partition("[")[0]] = __name__.partition(".client.")[0]
    if original.startswith("AsyncPaginator["):
        # A raw response holds the first page.
        original = original.removeprefix("AsyncPaginator[").partition(",")[0]
        returns = f"Coroutine[Any, Any, {returns}]" if "API" in returns else returns
        origins |= {"Coroutine": "typing", "Any": "typing"}
    annotations["return"] = returns.format(original)
    module = names_of(method)["__name__"]
    copy.__annotations__ = Annotations(annotations, module, False, **origins)
    return copy


defer_annotations(BaseClient)
