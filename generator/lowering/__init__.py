"""Convert the model into the trees of the client package and its reference."""

from __future__ import annotations

from ..config import Config
from ..diagnostics import Diagnostics, Related, Rule, Severity
from .python.client import client_module, credential_names
from .python.distribution import distribution_of
from .python.errors import shared_error
from .python.first_call import first_call
from .python.expressions import ParamTypes, ViewTypes
from .python.methods import Methods
from .python.type_names import TypeNames, type_names
from .python.pages import Pages
from .reference.site import example_of, lower_reference
from .python.resources import resource_modules
from .mock.mock import lower_mock
from .python.modules import type_modules
from .python.models import Types
from ..model.api import Api
from ..python.distribution import Distribution
from ..python.package import Package

__all__ = ["lower_client", "lower_distribution", "lower_reference"]

SAME_NAME = Rule(
    "same-name",
    Severity.NOTE,
    "Two schemas have names that become the same in Python, where signs and the case of "
    "the first letter make no difference. One of them gets a number.",
)


def lower_client(api: Api, config: Config, diagnostics: Diagnostics) -> Package:
    """Return the client package of an API."""
    names = type_names(api.declarations)
    _report_clashes(names, diagnostics)
    views, params = ViewTypes(names), ParamTypes(names)
    pages = Pages(api.operations, names, views)
    types, parameters, modules = type_modules(
        Types(names, views, params),
        api,
        pages.classes(),
        diagnostics,
        config.unused_types,
    )
    credentials = credential_names(api, config.headers)
    error = shared_error(api, views)
    methods = Methods(names.declarations, views, params, pages, credentials, error)
    resources, children, calls = resource_modules(
        api.root,
        methods,
        modules,
        config.client,
        api.pollings,
        views.of(api.event) if api.event is not None else None,
    )
    return Package(
        name=config.package,
        client=client_module(
            api, config, credentials, children, (("default", error),) if error else ()
        ),
        types=types,
        params=parameters,
        resources=resources,
        calls=calls,
        views=names.views,
        parameters=names.parameters,
        modules=modules,
        mock=lower_mock(api, calls, diagnostics),
    )


def lower_distribution(api: Api, package: Package, docs: bool) -> Distribution:
    """Return the metadata that makes the client of an API installable.

    Args:
        api: The API.
        package: The client package.
        docs: Whether the reference is written next to the client.
    """
    call = first_call(api.operations, example_of(api, package))
    return distribution_of(api, package, call, docs)


def _report_clashes(names: TypeNames, diagnostics: Diagnostics) -> None:
    for key, other in names.clashes:
        header = names.declarations[key].header
        diagnostics.add(
            SAME_NAME,
            f"{header.words[0]!r} is generated as {names.views[key]}",
            header.origin,
            related=(
                Related("the other name", names.declarations[other].header.origin),
            ),
            hint="rename one of them to choose yourself",
        )
