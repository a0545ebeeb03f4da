"""Files of a client package."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import attrgetter

from ...python.children import Child
from ...python.expressions import Import
from ...python.features import Feature
from ...python.own_classes import OwnModel
from ...python.package import ClientModule, Package
from ...python.types import TypesModule
from ..runtime_modules import missing_names
from .api import format_api_literal
from .black import format_with_black
from .commands import format_commands
from .environment import python_environment
from .event_streams import event_stream_imports
from .layout import INDENT, format_value, needs_black
from .logins import login_values
from .methods import format_package_import, list_client_wrappers
from .mock import format_mock_json
from .parsed import parsed_imports
from .types import (
    format_name_list,
    format_packed_names,
    without_unused_union,
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

    The runtime, which is copied, and the modules of `render_types` are not among them.
    """
    print_ = _Printer()
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
    for resource in package.resources:
        for file in resource.files:
            print_(f"{root}/resources/{file.name}.py", "resource_module", module=file)
    return print_.files


def _print_optional(print_: _Printer, package: Package, runtime_module: str) -> None:
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


def render_types(package: Package) -> dict[str, str]:
    """Return the content of each module of types, by its path in the output directory."""
    print_ = _Printer()
    folder = f"{package.name}/types"
    _print_types(print_, folder, package)
    if package.streams:
        print_(
            f"{folder}/{package.streams_module}.py",
            "event_streams",
            package=package,
            imports=event_stream_imports(
                package.streams, package.modules, package.own_models
            ),
            exports=_stream_names(package),
        )
    if package.parsed:
        print_(
            f"{folder}/{package.parsed_module}.py",
            "parsed",
            package=package,
            imports=parsed_imports(package.parsed, package.own_models),
            exports=sorted(item.name for item in package.parsed),
        )
    return print_.files


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


def _stream_names(package: Package) -> list[str]:
    """Return the names of the classes of streams, sorted."""
    names = (item.name for item in package.streams)
    return sorted(f"{prefix}{name}" for name in names for prefix in ("", "Async"))


def _print_types(print_: _Printer, folder: str, package: Package) -> None:
    """Print the modules of types, and the package that exports all types."""
    modules = sorted((*package.types, *package.params), key=lambda item: item.name)
    named = [
        (package.parsed_module, [item.name for item in package.parsed]),
        (package.streams_module, _stream_names(package)),
    ]
    named_modules = [(name, names) for name, names in named if names]
    print_(
        f"{folder}/__init__.py",
        "types_exports",
        docstring=f"Types of {package.client.title}.",
        modules=modules,
        module_names=sorted(
            [*(item.name for item in modules), *(name for name, _ in named_modules)]
        ),
        files=tuple(
            file for module in modules for file in module.files if file.exported
        ),
        named_entries=[
            format_packed_names(f'".{name}": ', names, INDENT)
            for name, names in named_modules
        ],
        deprecated=[item for module in modules for item in module.deprecated],
        is_divided=False,
        star_names="",
        **_own_models(package),
    )
    for module in modules:
        if module.parts:
            print_(
                f"{folder}/{module.name}.py",
                "types_exports",
                docstring=module.docstring,
                modules=module.parts,
                module_names=[item.name for item in module.parts],
                files=module.parts,
                named_entries=(),
                deprecated=module.deprecated,
                is_divided=True,
                star_names=_star_names(module),
                own_entries=(),
                own_aliases=(),
                own_imports=tuple(
                    _export(part, (*part.own, *(item.name for item in part.deprecated)))
                    for part in module.parts
                    if part.own
                ),
            )
        for file in module.files:
            _print_types_module(print_, f"{folder}/{file.name}.py", file)


def _print_types_module(print_: _Printer, path: str, module: TypesModule) -> None:
    exported = format_name_list(module.exported)
    print_(path, "types_module", module=module, exported=exported)
    reduced = without_unused_union(module, print_.files[path])
    if reduced is not module:
        print_(path, "types_module", module=reduced, exported=exported)


def _export(module: TypesModule, names: Iterable[str]) -> Import:
    """Return the import by which type checkers export names that `import *` omits."""
    return Import(f".{module.name}", tuple(f"{name} as {name}" for name in names))


def _star_names(module: TypesModule) -> str:
    """Return the list of the names of a divided module that `import *` binds; "" for all."""
    if not module.own:
        return ""
    names = tuple(name for part in module.parts for name in part.exported)
    return format_name_list(names, INDENT)


def _own_models(package: Package) -> dict[str, object]:
    """Return what the package of types prints for models of the user."""
    entries = []
    imports: dict[Import, None] = {}
    aliases = []
    for module, items in groupby(package.own_models, key=attrgetter("module")):
        names = []
        for item in items:
            names += [(item.name, name) for name in _names_of(item)]
            # `import own as other` would not export the name to type checkers.
            local = item.name if item.name == item.public else f"_own_{item.name}"
            imports[Import(f"..{module}", (f"{item.name} as {local}",))] = None
            if local != item.public:
                aliases.append((local, item.public))
        renamed = tuple(
            own if own == name else f"{own} as {name}" for own, name in names
        )
        entries.append(format_value(f'"..{module}": ', renamed, INDENT))
    exported = {name for item in package.own_models for name in _names_of(item)}
    return {
        "own_entries": entries,
        "own_imports": (
            *imports,
            *(
                _export(module, (item.name for item in module.deprecated))
                for module in package.types
                if module.own and module.deprecated
            ),
        ),
        "own_aliases": aliases,
        "own_names": format_name_list(tuple(sorted(exported)), INDENT),
    }


def _names_of(item: OwnModel) -> tuple[str, ...]:
    """Return the names by which the package of types has a model of the user."""
    if item.public != item.model:
        return (item.public,)
    return item.public, f"_{item.model}"


def _export_order(name: str) -> tuple[bool, bool, str]:
    """Return the sort key of `__all__`: constants, classes, everything else."""
    return not name.isupper(), not name[0].isupper(), name


class _Printer:
    """Files rendered from templates; black formats what is not laid out."""

    def __init__(self) -> None:
        self.files: dict[str, str] = {}

    def __call__(self, path: str, template: str, **context: object) -> None:
        source = python_environment().get_template(f"client/{template}.py.jinja")
        # The last node of a module may end in blank lines.
        text = source.render(**context).rstrip("\n")
        self.text(path, f"{text}\n" if text else "")

    def data(self, path: str, text: str) -> None:
        self.files[path] = text

    def text(self, path: str, text: str) -> None:
        if needs_black(text):
            text = format_with_black(text)
        self.files[path] = text
