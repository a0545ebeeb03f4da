"""Selection of the calls that the page for users of another SDK shows."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from ...frozen_dataclass import dataclass
from ...model.api import Api
from ...model.operations import Operation
from ...python.expressions import Literal, Name, imported_names, union_members
from ...python.features import Convenience
from ...python.literals import literal_text
from ...python.package import Package
from ...python.resources import Method, Streams
from ...python.types import ModelClass, ParamClass
from ..python.returns import BINARY
from .examples import format_call
from .operations import OperationSections

_UNSUITABLE = ("datetime.", "date.")
"""Source of values that need further imports."""


@dataclass(frozen=True, slots=True)
class SampleCall:
    """A call that programs show.

    Args:
        resource: Attributes from the client to the resource; `""` for the client.
        name: Name of the method.
        arguments: Source of the arguments.
        path: Path of the operation.
        model: Class of the response; `""` if it is not a model.
        field: A required attribute of the response; `""` if there is none.
        aggregated: Whether the events of the stream have a final response.
        has_text: Whether the stream of typed events has a text.
    """

    resource: str
    name: str
    arguments: tuple[str, ...]
    path: str
    model: str = ""
    field: str = ""
    aggregated: bool = False
    has_text: bool = False

    @property
    def top(self) -> str:
        """The first attribute of the client."""
        return self.resource.partition(".")[0]

    @property
    def path_source(self) -> str:
        """The path as Python source."""
        return literal_text(self.path)

    def lines(
        self,
        start: str,
        *,
        end: str = "",
        more: tuple[str, ...] = (),
        access: str = "",
        client: str = "client",
    ) -> list[str]:
        """Return the lines of the call.

        Args:
            start: Source before it.
            end: Source after the arguments.
            more: Further arguments.
            access: Attribute of the resource that has the method, such as
                `with_raw_response`.
            client: Variable of the client.
        """
        names = (client, self.resource, access, self.name)
        call = ".".join(filter(None, names))
        source = format_call(f"{start}{call}(", (*self.arguments, *more), f"){end}")
        return source.split("\n")

    def replaced(self, old: str, new: str) -> SampleCall:
        """Return the call with other source in place of a value."""
        arguments = tuple(item.replace(old, new) for item in self.arguments)
        return replace(self, arguments=arguments)


@dataclass(frozen=True, slots=True)
class MigrationCalls:
    """The calls that the programs show; `None` if the API has no such call.

    Args:
        plain: Call whose response is a model.
        paged: List of several pages, or of one if there are no others.
        stream: Call whose response is a stream.
        events: Call of a method that streams typed events.
        package: Call of the package itself, without a client.
        upload: Call with a file.
        download: Call whose response is a file.
        untyped: Call of a path without parameters by GET.
        param_names: A typed dictionary of requests, if there is one.
    """

    plain: SampleCall | None
    paged: SampleCall | None
    stream: SampleCall | None
    events: SampleCall | None
    package: SampleCall | None
    upload: SampleCall | None
    download: SampleCall | None
    untyped: SampleCall | None
    param_names: tuple[str, ...]

    @classmethod
    def select(
        cls, api: Api, package: Package, sections: OperationSections
    ) -> MigrationCalls:
        """Select the calls with the fewest arguments."""
        builder = _Selection.of(api, package, sections)
        resources = package.default_client.resources

        def in_package(item: _Candidate) -> bool:
            return item.call.top in resources

        return cls(
            plain=builder.first(_is_plain, lambda item: item.is_get)
            or builder.first(_is_plain),
            paged=builder.first(lambda item: item.method.paged),
            stream=builder.first(_is_stream),
            events=_find_events(builder.candidates, package),
            package=builder.first(_is_plain, in_package, lambda item: item.is_get)
            or builder.first(_is_plain, in_package),
            upload=builder.first(lambda item: "Path(" in str(item.call.arguments)),
            download=builder.first(lambda item: item.method.returns == BINARY),
            untyped=(
                None
                if Convenience.UNTYPED_CALLS in package.omitted
                else builder.first(
                    lambda item: item.is_get and "{" not in item.call.path,
                    lambda item: bool(item.call.model) or item.method.paged,
                )
            ),
            param_names=_param_names(package),
        )


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A method that programs can show.

    Args:
        method: The method.
        call: Its call.
        is_get: Whether the HTTP method is GET.
    """

    method: Method
    call: SampleCall
    is_get: bool


def _is_plain(item: _Candidate) -> bool:
    method = item.method
    return bool(item.call.field) and not method.paged and method.selector is None


def _is_stream(item: _Candidate) -> bool:
    return item.method.streams is Streams.ALWAYS or _stream_argument(item.method) != ""


@dataclass(frozen=True, slots=True)
class _Selection:
    """The methods of a client, those with fewer arguments first."""

    candidates: tuple[_Candidate, ...]

    @classmethod
    def of(cls, api: Api, package: Package, sections: OperationSections) -> _Selection:
        models = {
            item.name: item
            for module in package.types
            for item in module.items
            if isinstance(item, ModelClass)
        }
        items = [
            _candidate(operation, sections, models)
            for operation in api.operations
            if not operation.alias_of
        ]
        kept = [item for item in items if not _is_unsuitable(item)]
        return cls(
            tuple(
                sorted(
                    kept,
                    key=lambda item: (
                        len(item.call.arguments),
                        item.method.single_page,
                        not item.is_get,
                    ),
                )
            )
        )

    def first(self, *conditions: Callable[[_Candidate], bool]) -> SampleCall | None:
        """Return the first call that meets all conditions."""
        for item in self.candidates:
            if all(condition(item) for condition in conditions):
                return _with_stream(item) if _is_stream in conditions else item.call
        return None


def _candidate(
    operation: Operation, sections: OperationSections, models: dict[str, ModelClass]
) -> _Candidate:
    method = sections.methods[operation.id]
    resource, _, name = sections.calls[operation.id].rpartition(".")
    returns = method.default_returns
    model = models.get(returns.name) if isinstance(returns, Name) else None
    fields = [item for item in model.fields if item.required] if model else []
    return _Candidate(
        method,
        SampleCall(
            resource,
            name,
            sections.example_arguments(operation),
            operation.path,
            model=model.name if model is not None else "",
            field=fields[0].name if fields else "",
            aggregated=method.aggregated_type is not None,
        ),
        operation.method == "GET",
    )


def _is_unsuitable(item: _Candidate) -> bool:
    return bool(item.method.deprecated) or any(
        text in source for text in _UNSUITABLE for source in item.call.arguments
    )


def _with_stream(item: _Candidate) -> SampleCall:
    """Return the call with the argument that enables streaming."""
    argument = _stream_argument(item.method)
    others = _without_stream(item).arguments if argument else item.call.arguments
    return replace(item.call, arguments=(*others, *filter(None, (argument,))))


def _find_events(
    candidates: Iterable[_Candidate], package: Package
) -> SampleCall | None:
    """Return a call of a method that streams typed events, preferably with a text."""
    methods = {
        item.operation: item
        for module in package.resources
        for resource in module.classes
        for item in resource.stream_methods
    }
    texts = {item.name for item in package.streams if item.text is not None}
    calls = [
        replace(
            _without_stream(item),
            name=method.name,
            has_text=method.stream in texts,
        )
        for item in candidates
        if (method := methods.get(item.method.operation)) is not None
    ]
    return min(calls, key=lambda call: not call.has_text, default=None)


def _without_stream(item: _Candidate) -> SampleCall:
    """Return the call without the argument that enables streaming."""
    name = _stream_argument(item.method).partition("=")[0]
    kept = (each for each in item.call.arguments if not each.startswith(f"{name}="))
    return replace(item.call, arguments=tuple(kept))


def _stream_argument(method: Method) -> str:
    """Return the argument that enables streaming as source; `""` if there is none."""
    parameter, argument = method.stream_parameter, method.stream_argument
    if parameter is None or argument is None:
        return ""
    literals: Iterable[Literal] = (
        item
        for item in union_members(parameter.streaming_type)
        if isinstance(item, Literal)
    )
    values = [literal_text(value) for item in literals for value in item.values]
    return f"{argument.name}={values[0]}" if values else ""


def _param_names(package: Package) -> tuple[str, ...]:
    """Return the first typed dictionary that a method accepts, if there is one."""
    params = {
        item.name
        for module in package.params
        for item in module.items
        if isinstance(item, ParamClass)
    }
    names = (
        name
        for module in package.resources
        for resource in module.classes
        for method in resource.methods
        for argument in method.arguments
        for name in imported_names(argument.type)
    )
    name = next((name for name in names if name in params), "")
    return (name,) if name else ()
