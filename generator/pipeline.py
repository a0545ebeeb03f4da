"""The stages from documents to generated files, in their order."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from pathlib import PurePath
from typing import NamedTuple

from .config import Config, SettingsError
from .diagnostics import Diagnostics, GenerationError, Severity
from .diagnostics.deduplicate import deduplicate_diagnostics
from .edits.apply import apply_edits
from .edits.files import edit_digests
from .execution import Progress, Stages, run_stages
from .extensions.apply import apply_extensions
from .extensions.digests import extension_digests
from .extensions.files import Extension, read_extensions
from .extensions.names import check_names
from .forked import Forked
from .generated import Generated, keep_user_files
from .loader import ParsedAhead, check_main, load
from .lowering import (
    lower_client,
    lower_distribution,
    lower_mock,
    lower_reference,
    record_pages,
)
from .manifest import build_manifest
from .model.api import Api
from .normalizer import normalize
from .openapi.document import Document
from .public_names import end_aliases, read_names, record_names
from .python.distribution import Distribution
from .python.package import Package
from .recorded_names import NO_NAMES, RecordedNames, RecordedPage
from .reference.own_files import OwnFiles
from .rendering import (
    render_client,
    render_distribution,
    render_docs,
    render_types,
)
from .rendering.runtime_files import runtime_files, shared_runtime_link
from .site_files.read import read_own_files

__all__ = [
    "Analysis",
    "Generated",
    "analyze",
    "build",
    "keep_user_files",
    "read",
    "runtime_files",
]

FORKED_OPERATIONS = 50
"""Number of operations from which copies of the process render a part of the files."""


def build(
    config: Config,
    diagnostics: Diagnostics,
    progress: Progress = lambda stage: None,
    loaded: Callable[[Document], None] = lambda document: None,
    extend: bool = True,
    force: bool = False,
    prune: bool = False,
    parsed: ParsedAhead | None = None,
) -> Generated:
    """Run all stages without writing files.

    Args:
        config: Settings of one client.
        diagnostics: Receives the diagnostics of all stages.
        progress: Called with the name of each stage when it starts.
        loaded: Called with the documents when they are loaded.
        extend: Whether to apply the user's own code in the output directory.
        force: Whether to ignore a manifest in the output directory that cannot be read.
        prune: Whether to derive all names again, without those of the earlier output.
        parsed: Value of the document, if it was parsed ahead.

    Raises:
        EmissionError: The manifest in the output directory cannot be read.
        GenerationError: The diagnostics contain an error.
        SettingsError: A name or a path in the settings cannot be used.
    """
    stages = Stages(progress)

    def run() -> Generated:
        return _build(config, diagnostics, stages, loaded, extend, force, prune, parsed)

    return run_stages(run, stages, diagnostics)


def read(
    config: Config, diagnostics: Diagnostics, parsed: ParsedAhead | None = None
) -> Document:
    """Load the documents that the settings name.

    Args:
        config: Settings of one client.
        diagnostics: Receives the diagnostics of the loader.
        parsed: Value of the document, if it was parsed ahead.

    Raises:
        GenerationError: The diagnostics contain an error.
    """
    main = config.directory / config.main if config.main else None
    document = load(
        config.spec_paths(),
        relative_to=config.directory,
        diagnostics=diagnostics,
        main=main,
        folders=config.allowed_folders(),
        overlays=[config.directory / name for name in config.overlays],
        urls={item.url: config.directory / item.file for item in config.sources},
        parsed=parsed,
    )
    if main is not None:
        check_main(document, main, config, diagnostics)
    return document


class Analysis(NamedTuple):
    """The trees of a client before it is rendered.

    Args:
        config: Settings, with the names derived from the title of the API.
        document: Loaded documents.
        api: Intermediate model.
        package: Client package, without the user's own code.
        names: Public names of the client.
    """

    config: Config
    document: Document
    api: Api
    package: Package
    names: RecordedNames


def analyze(
    config: Config,
    diagnostics: Diagnostics,
    progress: Progress = lambda stage: None,
    earlier: RecordedNames | None = None,
    *,
    ends_aliases: bool = True,
) -> Analysis:
    """Run the stages up to the client package, which is not rendered.

    Args:
        config: Settings of one client.
        diagnostics: Receives the diagnostics of these stages.
        progress: Called with the name of each stage when it starts.
        earlier: Names that stay. Default: those of the output directory.
        ends_aliases: Whether aliases end which the version of the package removes. False
            for a client that exists already.

    Raises:
        GenerationError: The diagnostics contain an error.
        SettingsError: A name or a path in the settings cannot be used.
    """
    stages = Stages(progress)

    def run() -> Analysis:
        result = _analyze(
            config,
            diagnostics,
            stages,
            lambda document: None,
            earlier=earlier,
            ends_aliases=ends_aliases,
        )
        if diagnostics.worst() is Severity.ERROR:
            raise GenerationError
        return result

    return run_stages(run, stages, diagnostics)


def _analyze(
    config: Config,
    diagnostics: Diagnostics,
    stages: Stages,
    loaded: Callable[[Document], None],
    force: bool = False,
    prune: bool = False,
    earlier: RecordedNames | None = None,
    ends_aliases: bool = True,
    parsed: ParsedAhead | None = None,
) -> Analysis:
    stages.start("reading")
    document = read(config, diagnostics, parsed)
    loaded(document)
    config = config.with_names(_title(document))
    if earlier is None:
        earlier = read_names(config, document, force=force)
    if ends_aliases:
        earlier = end_aliases(earlier, config, document)
    kept = NO_NAMES if prune else earlier

    stages.start("normalizing")
    api = normalize(document, config, diagnostics, kept)
    if diagnostics.worst() is Severity.ERROR:
        raise GenerationError

    stages.start("lowering")
    package = lower_client(api, config, diagnostics, kept)
    names = replace(record_names(api, package, earlier), pages=kept.pages)
    return Analysis(config, document, api, package, names)


def _build(
    config: Config,
    diagnostics: Diagnostics,
    stages: Stages,
    loaded: Callable[[Document], None],
    extend: bool,
    force: bool,
    prune: bool,
    parsed: ParsedAhead | None,
) -> Generated:
    analysis = _analyze(
        config, diagnostics, stages, loaded, force, prune, parsed=parsed
    )
    config, document, api, package, names = analysis
    extensions = _read_extensions(config, diagnostics) if extend else ()
    package = apply_extensions(package, extensions, diagnostics)
    distribution = lower_distribution(api, package, _first_page(config))
    own = read_own_files(config, document, diagnostics)
    deduplicate_diagnostics(diagnostics)
    if diagnostics.worst() is Severity.ERROR:
        raise GenerationError

    stages.start("rendering")
    package, texts, recorded_pages = _render(
        analysis, package, distribution, own, diagnostics
    )
    check_names(extensions, package, texts | _shared_names(package), diagnostics)
    if diagnostics.worst() is Severity.ERROR:
        raise GenerationError
    contents = {path: text.encode() for path, text in texts.items()}
    contents |= {f"docs/site/assets/{name}": data for name, data in own.images.items()}
    files = dict(sorted(contents.items()))
    edited = apply_edits(config, files, diagnostics)
    if diagnostics.worst() is Severity.ERROR:
        raise GenerationError

    patches = edit_digests(config)
    names = replace(names, pages=recorded_pages)
    parts = tuple(item.name for item in package.features if package.runtime_package)
    manifest = build_manifest(
        config, document, edited.files, patches, diagnostics, names, parts
    )
    return Generated(
        config,
        document,
        api,
        package,
        dict(edited.files),
        manifest,
        originals=edited.originals,
        patches=patches,
        extensions=extension_digests(config.output_directory / config.package),
    )


def _render(
    analysis: Analysis,
    package: Package,
    distribution: Distribution,
    own: OwnFiles,
    diagnostics: Diagnostics,
) -> tuple[Package, dict[str, str], Mapping[str, RecordedPage]]:
    """Render all files, those of a large client in several processes.

    Args:
        analysis: Trees of the client.
        package: Client package, with the user's own code and without a mock.
        distribution: Files that make the client installable.
        own: Files of the user for the site.
        diagnostics: Receives the diagnostics of the mock.

    Returns:
        The package with its mock, the texts of the files, and the record of the pages.
    """
    config, document, api, _, names = analysis
    documents = _documents(config, document)
    is_large = len(api.operations) >= FORKED_OPERATIONS
    with (
        Forked(
            partial(_docs, api, package, config, names, documents, own),
            enabled=is_large and bool(config.docs),
        ) as docs,
        Forked(partial(render_types, package), enabled=is_large) as types,
    ):
        # The copies do not need the data of the mock.
        mock = lower_mock(api, package.calls, diagnostics)
        package = replace(package, mock=mock)
        texts = render_client(package)
        texts |= _runtime(package)
        texts |= render_distribution(distribution)
        texts |= types.result()
        pages, recorded_pages = docs.result()
    return package, texts | pages, recorded_pages


def _runtime(package: Package) -> dict[str, str]:
    """Return the files of the runtime, or the module that imports a shared one."""
    path = f"{package.name}/_runtime"
    if package.runtime_package:
        return {f"{path}.py": shared_runtime_link(package)}
    return runtime_files(path, package.features)


def _shared_names(package: Package) -> dict[str, str]:
    """Return a source with the names that own code can import from a shared runtime."""
    if not package.runtime_package:
        return {}
    path = f"{package.name}/_runtime"
    source = runtime_files(path, package.features)[f"{path}/__init__.py"]
    return {f"{path}.py": source}


def _docs(
    api: Api,
    package: Package,
    config: Config,
    names: RecordedNames,
    documents: Mapping[str, str],
    own: OwnFiles,
) -> tuple[dict[str, str], Mapping[str, RecordedPage]]:
    """Return the files of the reference, and the record of its pages.

    Without the setting `docs` there are no files, and the record stays.
    """
    if not config.docs:
        return {}, names.pages
    site = lower_reference(api, package, config.coming_from, names)
    files: dict[str, str] = {}
    pages, site_pages = render_docs(site, "README", "index")
    if "markdown" in config.docs_formats:
        files |= {f"docs/{name}.md": text for name, text in pages.items()}
    if "site" in config.docs_formats:
        # Only the site needs the libraries for HTML.
        from .rendering.html.own_templates import OwnTemplateError
        from .rendering.html.site import render_site

        try:
            files |= render_site(site, site_pages, documents, own)
        except OwnTemplateError as error:
            raise SettingsError(str(error)) from error
    return files, record_pages(site)


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


def _read_extensions(config: Config, diagnostics: Diagnostics) -> tuple[Extension, ...]:
    folder = config.output_directory / config.package
    label = (PurePath(config.output) / config.package).as_posix()
    return read_extensions(folder, label, diagnostics)


def _title(document: Document) -> str:
    """Return the title of the first document, or the name of its file."""
    root = document.roots[0]
    path = PurePath(root.file.name)
    # Pipes have no suffix, and their names describe no API.
    return root.info.text("title") or (path.stem if path.suffix else "")
