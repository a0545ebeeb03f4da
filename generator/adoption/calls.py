"""The calls of an SDK, as data."""

from __future__ import annotations

from ..frozen_dataclass import dataclass


@dataclass(frozen=True, slots=True)
class Request:
    """A request that a method sends.

    Args:
        method: HTTP method in upper case.
        path: Path template, with `{}` for each parameter and without a leading slash.
    """

    method: str
    path: str


@dataclass(frozen=True, slots=True)
class SdkArgument:
    """An argument of a method.

    Args:
        name: Name of the argument.
        required: Whether it has no default.
    """

    name: str
    required: bool


@dataclass(frozen=True, slots=True)
class SdkCall:
    """A method of an SDK that sends a request.

    Args:
        resource: Names of the nested attributes of the client, outermost first.
        name: Name of the method.
        request: The request that it sends.
        result: Name of the class that it returns; `""` if that is unknown.
        item: Name of the class of an item, if the result is generic, such as a page.
        is_deprecated: Whether it is marked as deprecated.
        is_direct: Whether the method itself sends the request; otherwise a method that it
            calls does, as in helpers such as `create_and_poll`.
        file: File that defines the method, relative to the package.
        line: Line of the definition, from 1.
        arguments: Its named arguments besides `self`.
    """

    resource: tuple[str, ...]
    name: str
    request: Request
    result: str = ""
    item: str = ""
    is_deprecated: bool = False
    is_direct: bool = True
    file: str = ""
    line: int = 0
    arguments: tuple[SdkArgument, ...] = ()

    @property
    def call(self) -> str:
        """The call: `chat.completions.create`."""
        return ".".join((*self.resource, self.name))


@dataclass(frozen=True, slots=True)
class SdkField:
    """An attribute of a model, or a key of a `TypedDict`.

    Args:
        name: Its name.
        required: Whether a `TypedDict` requires the key; always false for attributes.
    """

    name: str
    required: bool = False


@dataclass(frozen=True, slots=True)
class SdkType:
    """A type that a package of types exports.

    Args:
        module: That package, relative to the SDK: `types.chat`.
        name: Name of the type.
        is_dictionary: Whether it is a `TypedDict`.
        fields: Its attributes or keys, with inherited ones; empty if it is not a class.
    """

    module: str
    name: str
    is_dictionary: bool = False
    fields: tuple[SdkField, ...] = ()


@dataclass(frozen=True, slots=True)
class Sdk:
    """An SDK that was read.

    Args:
        name: Name of the package.
        layout: Words for the layout: `client with resources`, `classes of APIs` or
            `modules of functions`.
        calls: All calls in the order of the resources and of their definitions.
        unreadable: Files that cannot be parsed, with the reasons.
        types: The types that the package `types` and the packages in it export.
    """

    name: str
    layout: str
    calls: tuple[SdkCall, ...]
    unreadable: tuple[tuple[str, str], ...] = ()
    types: tuple[SdkType, ...] = ()
