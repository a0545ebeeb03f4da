"""Files of a client package."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import attrgetter

from ...python.children import Child
from ...python.features import Feature
from ...python.package import ClientModule, Package
from ...python.resources import ResourceModule
from ..runtime_modules import missing_names
from .api import format_api_literal
from .commands import format_commands
from .layout import INDENT, format_value
from .logins import login_values
from .methods import format_package_import, list_client_wrappers
from .mock import format_mock_json
from .printer import Printer
from .type_files import print_types_package
from .types import (
    format_packed_names,
)

ERRORS = (
    "APIConnectionError",
    "APIError",
    "APIResponseValidationError",
    "APIStatusError",
    "APITimeoutError",
    "AuthenticationError",
    "BadRequestError",
    "ConflictError",
    "IncompleteResponseError",
    "InternalServerError",
    "NotFoundError",
    "PermissionDeniedError",
    "PollTimeoutError",
    "RateLimitError",
    "UnprocessableEntityError",
)
"""Exceptions of the runtime that the package exports."""
RUNTIME = (
    "NOT_GIVEN",
    "ArgumentsDoneEvent",
    "AsyncBinaryResponse",
    "AsyncResponseStream",
    "AsyncStream",
    "BaseModel",
    "BinaryResponse",
    "ChunkEvent",
    "DefaultAsyncHttpx2Client",
    "DefaultHttpx2Client",
    "DeltaEvent",
    "DoneEvent",
    "FunctionTool",
    "NotGiven",
    "Omit",
    "ParsedDoneEvent",
    "ReceivedFile",
    "ReceivedPart",
    "ResponseLimits",
    "ResponseStream",
    "Stream",
    "UnixTime",
    "file_from_path",
    "omit",
    "pydantic_function_tool",
)
"""Names of the runtime that the package exports."""
WEBHOOK_ERRORS = ("InvalidPayloadError", "InvalidWebhookSignatureError")
CALLBACK_ERRORS = ("InvalidPayloadError",)


def render_client(package: Package) -> dict[str, str]:
    """Return the content of each file of a client, by its path in the output directory.

    The runtime, which is copied, is not among them, nor are the modules of resources and
    types.
    """
    print_ = Printer()
    root = package.name
    errors = tuple(sorted((*ERRORS, *_received_errors(package.client))))
    root_error = f"{package.client.name}Error"
    own_errors = sorted({*errors, root_error})
    own = {item.public for item in package.own_clients}
    runtime_module = package.runtime_package or "._runtime"
    resources = _default_resources(package)
    arguments = tuple(name for name, _ in package.default_client.arguments)
    print_(
        f"{root}/__init__.py",
        "package",
        package=package,
        clients=sorted(_client_names(package.client) - own),
        errors=own_errors,
        runtime=_runtime_names(package),
        own_modules=_own_modules(package),
        resource_imports=sorted(format_package_import(item) for item in resources),
        resources=resources,
        lazy_names=[
            format_packed_names(f'"{module}": ', names, INDENT * 3)
            for module, names in (
                ("._client", sorted(_client_names(package.client) - own)),
                ("._runtime", _runtime_names(package)),
                (".errors", own_errors),
            )
        ],
        argument_names=format_packed_names("arguments=", arguments, INDENT * 2),
        resource_names=format_packed_names(
            "resources=", package.default_client.resources, INDENT * 2
        ),
        exports=sorted(exported_names(package), key=_export_order),
    )
    print_(
        f"{root}/_client.py",
        "client",
        client=package.client,
        api=format_api_literal(package.client, shares_runtime=package.shares_runtime),
    )
    print_(
        f"{root}/errors.py",
        "errors",
        runtime=runtime_module,
        errors=errors,
        root_error=root_error,
        own_errors=own_errors,
    )
    _print_optional(print_, package, runtime_module)
    print_.data(f"{root}/py.typed", "")
    print_(f"{root}/resources/__init__.py", "resources_package", package=package)
    print_types_package(print_, package)
    return print_.files


def render_resources(package: str, modules: Iterable[ResourceModule]) -> dict[str, str]:
    """Return the content of the files of modules, by path in the output directory.

    Args:
        package: Name of the client package.
        modules: Modules of resources.
    """
    print_ = Printer()
    for module in modules:
        for file in module.files:
            path = f"{package}/resources/{file.name}.py"
            print_(path, "resource_module", module=file)
    return print_.files


def _print_optional(print_: Printer, package: Package, runtime_module: str) -> None:
    """Print the optional modules that the client has."""
    root = package.name
    client = package.client
    if client.wrapped:
        wrappers = tuple(list_client_wrappers(client))
        path = f"{root}/_wrappers.py"
        print_(path, "client_wrappers", client=client, wrappers=wrappers)
    if Feature.TESTING in package.features:
        print_(f"{root}/testing.py", "testing", client=client, runtime=runtime_module)
        print_.data(f"{root}/_samples.json", format_mock_json(package.mock))
    if logins := login_values(package.client):
        print_(f"{root}/login.py", "login", runtime=runtime_module, **logins)
    if package.commands is not None:
        print_(
            f"{root}/__main__.py",
            "main",
            title=package.commands.title,
            runtime=runtime_module,
        )
        print_.data(f"{root}/_commands.jsonl", format_commands(package.commands))


def exported_names(package: Package) -> frozenset[str]:
    """Return the names that the package exports, those of own code included."""
    own = (item.public for item in package.own_clients)
    return frozenset((*_exported_names(package), *own))


def _default_resources(package: Package) -> tuple[Child, ...]:
    """Return the resources that are attributes of the package."""
    names = package.default_client.resources
    return tuple(item for item in package.client.children if item.name in names)


def _own_modules(package: Package) -> Iterator[str]:
    """Yield an entry for each module that defines exported clients of the user."""
    for module, items in groupby(package.own_clients, key=attrgetter("module")):
        names = tuple(
            item.name if item.public == item.name else f"{item.name} as {item.public}"
            for item in items
        )
        yield format_value(f'".{module}": ', names, INDENT * 3)


def public_names(package: Package) -> frozenset[str]:
    """Return the public attributes of the package of a client."""
    return _exported_names(package) | package.default_client.names


def _runtime_names(package: Package) -> tuple[str, ...]:
    """Return the names of the runtime that the package exports, if it has them."""
    missing = missing_names(package.features, package.omitted)
    return tuple(name for name in RUNTIME if name not in missing)


def _exported_names(package: Package) -> frozenset[str]:
    """Return the names in `__all__`.

    The attributes of the default client are not among them: `import *` would create it.
    """
    client = package.client
    return _client_names(client).union(
        ERRORS,
        _received_errors(client),
        _runtime_names(package),
        (f"{client.name}Error", "Timeout", "errors", "types"),
    )


def _received_errors(client: ClientModule) -> tuple[str, ...]:
    """Return the exceptions of parsing requests that the API sends."""
    if client.webhooks:
        return WEBHOOK_ERRORS
    return CALLBACK_ERRORS if client.callbacks else ()


def _client_names(client: ClientModule) -> frozenset[str]:
    return frozenset((client.name, f"Async{client.name}", "Client", "AsyncClient"))


def _export_order(name: str) -> tuple[bool, bool, str]:
    """Return the sort key of `__all__`: constants, classes, everything else."""
    return not name.isupper(), not name[0].isupper(), name
