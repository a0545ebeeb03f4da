"""The model becomes the trees that are printed: the client, and its reference."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import NamedTuple

from ..config import Config
from ..diagnostics import Diagnostics, Related, Rule, Severity
from ..matched_names import match_types
from ..model.api import Api
from ..model.types import Key, Usage
from ..python.distribution import Distribution
from ..python.package import Package
from ..python.types import TypesModule
from ..recorded_names import NO_NAMES, RecordedNames
from .command_line.commands import lower_commands
from .mock.mock import lower_mock, lower_responses
from .python.accepted_models import accepted_models
from .python.callbacks import build_callbacks, build_event
from .python.client import client_module, credential_names
from .python.conveniences import omit_conveniences
from .python.default_client import build_default_client
from .python.distribution import build_distribution, distribution_name
from .python.errors import shared_error
from .python.event_streams import EventStreams, report_missing_stream_methods
from .python.expressions import ModelTypes, ParamTypes
from .python.features import required_features
from .python.identifiers import class_name
from .python.methods import Methods
from .python.models import Types, kept_fields
from .python.modules import type_modules
from .python.pages import Pages
from .python.renamed_types import check_types, report_unused_names
from .python.resources import build_resource_modules
from .python.restored_names import restore_names
from .python.structured import ParsedTypes, report_missing_methods
from .python.type_names import TypeNames, build_type_names, parameter_name
from .python.unused_formats import report_unused_formats
from .reference.kept_pages import record_pages
from .reference.site import lower_reference, operation_example

__all__ = [
    "ClientTypes",
    "distribution_name",
    "lower_client",
    "lower_distribution",
    "lower_mock",
    "lower_reference",
    "lower_responses",
    "lower_types",
    "record_pages",
]

SAME_NAME = Rule(
    "same-name",
    Severity.NOTE,
    "Two schemas have names that become the same in Python, where signs and the case of "
    "the first letter make no difference, or the same name in different files. One of "
    "them gets a number. Names of entry documents take precedence over those of other "
    "files, and these have the order in which they are referred to.",
)


class ClientTypes(NamedTuple):
    """The types of a client, and what its operations need to refer to them.

    Attributes:
        names: Names of the declarations.
        recorded: Names of an earlier output, which stay.
        models: Type expressions of responses.
        params: Type expressions of arguments.
        pages: Page classes.
        responses: Modules of the types of responses.
        arguments: Modules of the types of arguments.
        modules: Module of each type.
    """

    names: TypeNames
    recorded: RecordedNames
    models: ModelTypes
    params: ParamTypes
    pages: Pages
    responses: tuple[TypesModule, ...]
    arguments: tuple[TypesModule, ...]
    modules: Mapping[str, str]

    @property
    def all_modules(self) -> tuple[TypesModule, ...]:
        """All modules of types."""
        return (*self.responses, *self.arguments)


def lower_types(
    api: Api,
    config: Config,
    diagnostics: Diagnostics,
    recorded: RecordedNames = NO_NAMES,
) -> ClientTypes:
    """Lower the declarations of an API to the types of its client.

    Args:
        api: API of the client.
        config: Settings of the client.
        diagnostics: Receives what cannot be generated.
        recorded: Names of an earlier output, which stay.
    """
    declarations = {item.header.key: item for item in api.declarations}
    recorded = match_types(recorded, declarations, api.identities, api.operations)
    recorded = restore_names(recorded, declarations)
    native = config.native_types
    names = build_type_names(api.declarations, config.types, recorded, native)
    _report_clashes(names, config, diagnostics)
    named = config, names.original, names.models, names.parameters
    check_types(*named, diagnostics)
    models = ModelTypes(names.models, native)
    params = ParamTypes(names, True, accepted_models(names.declarations), native)
    pages = Pages(api.operations, names, models, recorded)
    responses, arguments, modules = type_modules(
        Types(names, models, params, kept_fields(recorded), _tool_calls(api)),
        api,
        pages.classes(),
        diagnostics,
        config.unused_types,
        recorded,
    )
    report_unused_names(*named, modules.keys(), diagnostics)
    return ClientTypes(
        names, recorded, models, params, pages, responses, arguments, modules
    )


def lower_client(
    api: Api, types: ClientTypes, config: Config, diagnostics: Diagnostics
) -> Package:
    """Lower an API to its client package, without the data of the mock.

    Args:
        api: API of the client.
        types: Its types.
        config: Settings of the client.
        diagnostics: Receives what cannot be generated.
    """
    package = _lower_client(api, types, config, diagnostics)
    report_unused_formats(package, config, diagnostics)
    if config.runtime == "minimal":
        package = omit_conveniences(package, api)
    return replace(
        package,
        features=required_features(api, package, config),
        runtime_package=config.runtime_package if config.shares_runtime else "",
        commands=lower_commands(api, package) if config.command_line else None,
        native_types=config.native_types,
    )


def _lower_client(
    api: Api, types: ClientTypes, config: Config, diagnostics: Diagnostics
) -> Package:
    names, recorded, models = types.names, types.recorded, types.models
    parsed = ParsedTypes(api.structured, api.tools, types.responses, types.modules)
    modules = {**types.modules, **parsed.modules}
    streams = EventStreams(api, models, modules)
    credentials = credential_names(api, config.headers, recorded.credentials)
    error = shared_error(api, models)
    callbacks = build_callbacks(api, models)
    typed = (names.declarations, models, types.params, types.pages)
    methods = Methods(*typed, credentials, error, callbacks, recorded)
    resources, children, calls = build_resource_modules(
        api.root,
        methods,
        {**modules, **streams.type_names},
        types.responses,
        config.client,
        api.pollings,
        parsed,
        streams,
        build_event(api, models),
        callbacks.methods,
    )
    report_missing_methods(api.operations, api.structured, parsed, diagnostics)
    report_missing_stream_methods(api.operations, streams, diagnostics)
    errors = (("default", error),) if error else ()
    client = client_module(api, config, credentials, children, errors)
    return Package(
        name=config.package,
        client=client,
        types=types.responses,
        params=types.arguments,
        resources=resources,
        calls=calls,
        models=names.models,
        parameters=names.parameters,
        modules=modules,
        parsed=parsed.classes if parsed.parsing else (),
        parsed_module=parsed.module,
        streams=streams.classes,
        streams_module=streams.module,
        credentials=credentials,
        default_client=build_default_client(api, client, diagnostics),
    )


def _tool_calls(api: Api) -> dict[Key, tuple[str, str]]:
    """Return the keys of the name and the arguments of calls of tools, by declaration."""
    calls = (item.calls for item in api.tools)
    return {item.owner: (item.name, item.arguments) for item in calls}


def lower_distribution(api: Api, package: Package, reference: str) -> Distribution:
    """Lower an API and its client package to a distribution.

    Args:
        api: API of the client.
        package: Client package.
        reference: Path of the first page of the reference; `""` for none.
    """
    return build_distribution(api, package, reference, operation_example(api, package))


def _report_clashes(names: TypeNames, config: Config, diagnostics: Diagnostics) -> None:
    """Report types that are emitted with another name than that of their schema."""
    for key, other in names.clashes:
        header = names.declarations[key].header
        # Names of types that are not emitted are not recorded, so the next run can differ.
        if header.usage is Usage.UNREACHED and not config.unused_types:
            continue
        argument = parameter_name(class_name(header.words[0]), Usage.INPUT)
        if header.usage is Usage.INPUT and names.parameters[key] == argument:
            continue
        generated = names.models[key]
        diagnostics.add(
            SAME_NAME,
            f"{header.words[0]!r} is generated as {generated}",
            header.origin,
            related=(
                (Related("the other name", names.declarations[other].header.origin),)
                if other != key
                else ()
            ),
            hint="rename one of them to choose yourself",
        )
