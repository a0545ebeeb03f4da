"""All files of a client; those of a large client come from several processes.

While this process lowers the client, a copy of it lowers the responses of the mock, and
another one renders the types as soon as these are lowered. When the client is complete, a
copy renders the resources. If there is a reference, a copy renders that, which takes longer,
and starts another one for the pages of the types.
Copies return texts and plain data, which are cheap to transfer; trees are not.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import partial
from pathlib import PurePath
from typing import Any, NamedTuple, TypeAlias

from .config import Config, SettingsError
from .diagnostics import Diagnostics
from .diagnostics.serialize import from_json_value, to_json_value
from .forked import Forked, count_processors
from .lowering import (
    lower_distribution,
    lower_mock,
    lower_reference,
    lower_responses,
    record_pages,
)
from .model.api import Api
from .openapi.document import Document
from .python.mock import MockOperation
from .python.package import Package
from .python.types import TypesModule
from .recorded_names import RecordedNames, RecordedPage
from .reference.own_files import OwnFiles
from .reference.site import Site
from .rendering import (
    render_client,
    render_distribution,
    render_docs,
    render_resources,
    render_type_docs,
    render_types,
)
from .rendering.runtime_files import runtime_files, shared_runtime_link

FORKED_OPERATIONS = 50
"""Number of operations from which copies of the process do a part of the work."""

_HOMES = {"markdown": "README", "site": "index"}
"""Name of the first page by the format of the reference."""

Responses: TypeAlias = tuple[dict[str, MockOperation], dict[str, Any]]
"""Responses of the mock by operation, and their diagnostics."""


class ClientFiles(NamedTuple):
    """The files of a client.

    Attributes:
        package: Client package with its mock.
        texts: Content of each file by its path in the output directory, without those of
            the reference.
        docs: Content of each file of the reference, likewise.
        pages: Record of the pages of the reference.
    """

    package: Package
    texts: dict[str, str]
    docs: dict[str, bytes]
    pages: Mapping[str, RecordedPage]


def start_responses(api: Api) -> Forked[Responses]:
    """Start to lower the responses of the mock."""
    return Forked(partial(_responses, api), enabled=_is_large(api))


def _responses(api: Api) -> Responses:
    diagnostics = Diagnostics()
    responses = lower_responses(api, diagnostics)
    return responses, to_json_value(diagnostics)


def start_types(
    api: Api, package: str, modules: Iterable[TypesModule], *, enabled: bool = True
) -> Forked[dict[str, str]]:
    """Start to render the modules of types.

    Args:
        api: Model of the API.
        package: Name of the client package.
        modules: Modules of types.
        enabled: Whether to start before the result is needed.
    """
    return Forked(
        partial(render_types, package, modules), enabled=enabled and _is_large(api)
    )


def start_resources(
    api: Api, package: Package, config: Config
) -> Forked[dict[str, str]]:
    """Start to render the resources of a client, with the user's own code."""
    # The reference takes longer than all other files. On two processors, a third process
    # would delay it.
    divides_others = not config.docs or count_processors() > 2
    return Forked(
        partial(render_resources, package.name, package.resources),
        enabled=_is_large(api) and divides_others,
    )


def render_files(
    config: Config,
    document: Document,
    api: Api,
    package: Package,
    names: RecordedNames,
    own: OwnFiles,
    responses: Forked[Responses],
    types: Forked[dict[str, str]],
    resources: Forked[dict[str, str]],
    diagnostics: Diagnostics,
) -> ClientFiles:
    """Render all files of a client.

    Args:
        config: Settings of the client.
        document: Loaded documents.
        api: Model of the API.
        package: Client package, with the user's own code and without a mock.
        names: Public names of the client.
        own: Files of the user for the site.
        responses: Result of `start_responses`.
        types: Result of `start_types`.
        resources: Result of `start_resources`.
        diagnostics: Receives the diagnostics of the mock.

    Raises:
        SettingsError: A template of the user cannot be rendered.
    """
    documents = _documents(config, document)
    with Forked(
        partial(_docs, api, package, config, names, documents, own),
        enabled=_is_large(api) and bool(config.docs),
    ) as docs:
        # The copies do not need the mock.
        operations, reports = responses.result()
        from_json_value(reports, document, diagnostics)
        mock = lower_mock(api, operations, package.calls)
        package = replace(package, mock=mock)
        texts = render_client(package)
        texts |= _runtime(package)
        distribution = lower_distribution(api, package, _first_page(config))
        texts |= render_distribution(distribution)
        texts |= types.result() | resources.result()
        pages, recorded_pages = docs.result()
    return ClientFiles(package, texts, pages, recorded_pages)


def shared_names(package: Package) -> dict[str, str]:
    """Return a source with the names that own code can import from a shared runtime."""
    if not package.runtime_package:
        return {}
    path = f"{package.name}/_runtime"
    source = runtime_files(path, package.features)[f"{path}/__init__.py"]
    return {f"{path}.py": source}


def _is_large(api: Api) -> bool:
    return len(api.operations) >= FORKED_OPERATIONS


def _runtime(package: Package) -> dict[str, str]:
    """Return the files of the runtime, or the module that imports a shared one."""
    path = f"{package.name}/_runtime"
    if package.runtime_package:
        return {f"{path}.py": shared_runtime_link(package)}
    return runtime_files(
        path, package.features, package.omitted, package.default_client.omitted
    )


def _docs(
    api: Api,
    package: Package,
    config: Config,
    names: RecordedNames,
    documents: Mapping[str, str],
    own: OwnFiles,
) -> tuple[dict[str, bytes], Mapping[str, RecordedPage]]:
    """Return the files of the reference, and the record of its pages.

    Without the setting `docs` there are no files, and the record stays.
    """
    if not config.docs:
        return {}, names.pages
    site = lower_reference(api, package, config.coming_from, names)
    pages = _pages(site, config.docs_formats, enabled=_is_large(api))
    files: dict[str, bytes] = {}
    if "markdown" in pages:
        for name, text in pages["markdown"].items():
            files[f"docs/{name}.md"] = text.encode()
    if "site" in pages:
        # Only the site needs the libraries for HTML.
        from .rendering.html.own_templates import OwnTemplateError
        from .rendering.html.site import render_site

        try:
            files |= render_site(site, pages["site"], documents, own)
        except OwnTemplateError as error:
            raise SettingsError(str(error)) from error
    return files, record_pages(site)


def _pages(
    site: Site, formats: Iterable[str], *, enabled: bool
) -> dict[str, dict[str, str]]:
    """Return the Markdown of each page by name, for each format of the reference.

    Args:
        site: The reference.
        formats: Formats of the reference.
        enabled: Whether a copy renders the pages of types, which are half of the text.
    """
    homes = {name: _HOMES[name] for name in formats}
    with Forked(
        partial(render_type_docs, site, tuple(homes.values())), enabled=enabled
    ) as types:
        pages = render_docs(site, homes.values())
        return {
            name: others | of_types
            for name, others, of_types in zip(homes, pages, types.result(), strict=True)
        }


def _documents(config: Config, document: Document) -> dict[str, str]:
    """Return the documents that the site offers for download, by file name.

    There are none if the settings leave out operations, because these may be private.
    """
    if "site" not in config.docs_formats or config.only or config.exclude:
        return {}
    return {PurePath(item.file.name).name: item.file.text for item in document.roots}


def _first_page(config: Config) -> str:
    """Return the path of the first page of the reference; `""` for no reference."""
    if "markdown" in config.docs_formats:
        return "docs/README.md"
    return "docs/site/index.html" if config.docs_formats else ""
