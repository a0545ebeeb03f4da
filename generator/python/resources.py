"""Resource modules: endpoints, classes and methods."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum

from ..frozen_dataclass import dataclass
from .callbacks import CallbackMethod, WebhookEvent
from .children import Child
from .constants import EndpointLiteral, PollingLiteral, StructuredLiteral
from .event_streams import StreamMethod
from .expressions import Docstring, Import, TypeExpr


class Place(Enum):
    """Location of an argument; the value is the keyword of the runtime."""

    PATH = "path"
    QUERY = "query"
    HEADERS = "headers"
    COOKIES = "cookies"
    BODY = "body"
    POLLING = "polling_options"
    PARSED = "parsed"
    """The type that the response is parsed to, which is not sent by itself."""


@dataclass(frozen=True, slots=True)
class Argument:
    """An argument of a method.

    Args:
        name: Python name.
        key: Name in the request.
        place: Location in the request.
        type: Type of the values, without the sentinel for an omitted argument.
        required: Whether the argument is required.
        positional: Whether the argument can be passed by position.
        whole: Whether the argument is the whole body rather than a property of it.
        with_body: Whether the argument is required if the request has a body, which is
            optional.
        replaces: Names of the arguments in place of which it can be passed.
    """

    name: str
    key: str
    place: Place
    type: TypeExpr
    required: bool
    positional: bool = False
    whole: bool = False
    with_body: bool = False
    replaces: tuple[str, ...] = ()

    @property
    def selects_media_type(self) -> bool:
        """Whether the argument selects the media type of the body."""
        return (self.place, self.key) == (Place.HEADERS, "Content-Type")


class Streams(Enum):
    """Condition on which a response is streamed."""

    NEVER = "never"
    ON_REQUEST = "on request"
    ALWAYS = "always"


@dataclass(frozen=True, slots=True)
class StreamArgument:
    """The argument that enables or disables streaming.

    Args:
        key: Name in the request.
        place: Location in the request.
        default_on: Whether the response is streamed if the argument is omitted.
        streaming_type: Type of the values that enable streaming.
        plain_type: Type of the values that disable streaming.
        either_type: Type of all values, for callers that do not know the value.
    """

    key: str
    place: Place
    default_on: bool
    streaming_type: TypeExpr
    plain_type: TypeExpr
    either_type: TypeExpr


@dataclass(frozen=True, slots=True)
class BodyVariant:
    """The arguments of a body in some of its media types.

    Args:
        arguments: The arguments of the body, and that which selects the media type.
    """

    arguments: tuple[Argument, ...]


def arguments_of(
    arguments: tuple[Argument, ...], variants: tuple[BodyVariant, ...]
) -> tuple[Argument, ...]:
    """Return the arguments of a method for a variant of its body, required ones first.

    Args:
        arguments: The arguments for all variants.
        variants: The variant; empty if the arguments are the same for all media types.
    """
    if not variants:
        return arguments
    own = {item.name: item for item in variants[0].arguments}
    selected = (
        own.get(item.name, item)
        for item in arguments
        if item.place is not Place.BODY or item.name in own
    )
    return tuple(
        sorted(
            selected,
            key=lambda item: (
                not item.positional,
                not (item.required or item.with_body),
                not item.required,
            ),
        )
    )


def own_arguments(arguments: Iterable[Argument]) -> tuple[Argument, ...]:
    """Return arguments without those that can be passed in place of others."""
    return tuple(item for item in arguments if not item.replaces)


@dataclass(frozen=True, slots=True)
class ReturnVariant:
    """The return type of a method for some values of an argument.

    Args:
        value_type: Type of the values.
        is_default: Whether it is also the return type if the argument is omitted.
        returns, returns_async: Return type of the sync and of the async method.
    """

    value_type: TypeExpr
    is_default: bool
    returns: TypeExpr
    returns_async: TypeExpr


@dataclass(frozen=True, slots=True)
class ReturnSelector:
    """An argument whose value selects the return type of a method.

    Args:
        key: Name in the request.
        place: Location in the request.
        variants: Return types, that of the default first.
    """

    key: str
    place: Place
    variants: tuple[ReturnVariant, ...]


@dataclass(frozen=True, slots=True)
class Method:
    """A method that calls an operation.

    Args:
        name: Python name.
        operation: ID of the operation.
        endpoint: Constant of the endpoint, or of the polling if `polls` is set.
        arguments: Arguments, in the order of the signature.
        returns, returns_async: Return type of the sync and of the async method.
        event: Type of each event of a stream.
        streams: Condition on which the response is streamed.
        docstring, docstring_async: Docstring of the sync and of the async method.
        deprecated: Message of the deprecation warning; `""` if not deprecated.
        stream_parameter: Argument that enables or disables streaming.
        aggregated_type: Type of the final response that is aggregated from the events.
        paged: Whether the response is a page of a list.
        single_page: Whether that page contains all items.
        polls: Whether the method polls an operation until its status is terminal.
        parses: Argument for the type that the response is parsed to; `""` if there is
            none. `endpoint` is then the constant of the structured operation.
        tools: Argument for the tools whose calls are parsed; `""` if there is none.
            `endpoint` is then the constant of the structured operation, too.
        selector: Argument that selects the return type; `returns` is the union then.
        body_variants: Arguments of the body in each of its media types, those of the
            default first; empty if they are the same in all media types.
        calls_resource: Whether the resource itself can be called in place of the method.
        opens: Class of the stream of typed events whose context manager the method
            returns, and location of the stream parameter; `None` if it sends the request
            itself.
    """

    name: str
    operation: str
    endpoint: str
    arguments: tuple[Argument, ...]
    returns: TypeExpr
    returns_async: TypeExpr
    event: TypeExpr | None
    streams: Streams
    docstring: Docstring
    docstring_async: Docstring
    deprecated: str
    stream_parameter: StreamArgument | None = None
    aggregated_type: TypeExpr | None = None
    paged: bool = False
    single_page: bool = False
    polls: bool = False
    parses: str = ""
    tools: str = ""
    selector: ReturnSelector | None = None
    body_variants: tuple[BodyVariant, ...] = ()
    calls_resource: bool = False
    opens: tuple[str, Place] | None = None

    @property
    def is_parsing(self) -> bool:
        """Whether the method parses parts of the response to types of the caller."""
        return bool(self.parses or self.tools)

    @property
    def default_arguments(self) -> tuple[Argument, ...]:
        """The arguments for the default media type of the body."""
        return arguments_of(own_arguments(self.arguments), self.body_variants[:1])

    @property
    def stream_argument(self) -> Argument | None:
        """The argument of the stream parameter, or `None` if it is inside a whole body."""
        return self._find_argument(self.stream_parameter)

    @property
    def selector_argument(self) -> Argument | None:
        """The argument that selects the return type, if there is one."""
        return self._find_argument(self.selector)

    @property
    def default_returns(self) -> TypeExpr:
        """Return type if the argument that selects it is omitted."""
        return self.selector.variants[0].returns if self.selector else self.returns

    @property
    def has_overloads(self) -> bool:
        """Whether one signature cannot describe the arguments and the return type."""
        return (
            self.stream_argument is not None
            or bool(self.body_variants)
            or self.selector_argument is not None
            or any(item.with_body or item.replaces for item in self.arguments)
        )

    def _find_argument(
        self, parameter: StreamArgument | ReturnSelector | None
    ) -> Argument | None:
        if parameter is None:
            return None
        place = (parameter.key, parameter.place)
        matches = (item for item in self.arguments if (item.key, item.place) == place)
        return next(matches, None)


@dataclass(frozen=True, slots=True)
class LinkMethod:
    """A method that makes the call of a link, with values of a response.

    Args:
        method: Its signature, whose argument is the response.
        operation: ID of the operation that has the link.
        link: Name of the link in the document.
        client: Name of the sync client.
        call: Path on the client of the method that is called.
        arguments: Source of the arguments of that call.
    """

    method: Method
    operation: str
    link: str
    client: str
    call: str
    arguments: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ResourceClass:
    """A resource, which is printed as a sync class and as an async class.

    Args:
        name: Name of the sync class.
        path: Attributes from the client to the resource.
        docstring: Docstring of the class.
        children: Nested resources.
        methods: Methods that call an operation once.
        polling_methods: Methods that poll an operation.
        parsing_methods: Methods that parse the response to a type of the caller.
        event: Webhook events, if the resource parses webhooks.
        callbacks: Methods that parse payloads of callbacks.
        stream_methods: Methods that stream the response of another one as typed events.
        opening_methods: Those of them with a signature without the stream parameter.
        links: Methods that follow links of responses.
        wrapped: Whether it has `with_raw_response` and `with_streaming_response`.
    """

    name: str
    path: tuple[str, ...]
    docstring: Docstring
    children: tuple[Child, ...]
    methods: tuple[Method, ...]
    polling_methods: tuple[Method, ...] = ()
    event: WebhookEvent | None = None
    callbacks: tuple[CallbackMethod, ...] = ()
    parsing_methods: tuple[Method, ...] = ()
    stream_methods: tuple[StreamMethod, ...] = ()
    opening_methods: tuple[Method, ...] = ()
    links: tuple[LinkMethod, ...] = ()
    wrapped: bool = True

    @property
    def called(self) -> tuple[Method, ...]:
        """The method that a call of the resource itself calls, if there is one."""
        return tuple(item for item in self.methods if item.calls_resource)[:1]

    @property
    def all_methods(self) -> tuple[Method, ...]:
        """All methods that send requests."""
        return (*self.methods, *self.parsing_methods, *self.polling_methods)

    @property
    def signatures(self) -> tuple[Method, ...]:
        """All methods that are printed with a signature."""
        links = (item.method for item in self.links)
        return (*self.all_methods, *self.opening_methods, *links)

    @property
    def derived_streams(self) -> tuple[StreamMethod, ...]:
        """The stream methods that have the signature of the method that they wrap."""
        opening = {item.name for item in self.opening_methods}
        return tuple(item for item in self.stream_methods if item.name not in opening)

    @property
    def raw_methods(self) -> tuple[Method, ...]:
        """The methods of which there is a variant that returns the response itself."""
        return (*self.methods, *self.parsing_methods)


def printed_names(item: ResourceClass) -> tuple[str, ...]:
    """Return the names of the classes that are printed for a resource."""
    has_wrappers = item.wrapped and (item.methods or item.children)
    kinds = ("", "Raw", "Streaming") if has_wrappers else ("",)
    return tuple(
        f"{prefix}{item.name}{kind}" for kind in kinds for prefix in ("", "Async")
    )


@dataclass(frozen=True, slots=True)
class ResourceModule:
    """A module of a top-level resource and its nested resources.

    Args:
        name: Name of the module.
        docstring: First line of the docstring.
        imports: Imports that run.
        checking: Imports for type checkers only.
        endpoints: Constants of endpoints.
        classes: Resource classes, nested resources first.
        pollings: Constants of pollings.
        structured: Constants of structured operations.
        parts: Files that define the classes, if they are not in one file. The first is
            the module itself.
        public: Public module that exports the classes of a private file; `""` if the
            file is public.
        exports: Imports of the classes that the module exports from private files.
    """

    name: str
    docstring: str
    imports: tuple[Import, ...]
    checking: tuple[Import, ...]
    endpoints: tuple[EndpointLiteral, ...]
    classes: tuple[ResourceClass, ...]
    pollings: tuple[PollingLiteral, ...] = ()
    parts: tuple[ResourceModule, ...] = ()
    public: str = ""
    exports: tuple[Import, ...] = ()
    structured: tuple[StructuredLiteral, ...] = ()

    @property
    def files(self) -> tuple[ResourceModule, ...]:
        """The modules that define the classes: the parts, or the module itself."""
        return self.parts or (self,)

    @property
    def defers_imports(self) -> bool:
        """Whether annotations are evaluated at run time; those of methods are not."""
        return False
