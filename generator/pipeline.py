"""The stages from documents to generated files, in their order."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import replace
from pathlib import PurePath
from typing import NamedTuple

from .client_files import (
    render_files,
    shared_names,
    start_resources,
    start_responses,
    start_types,
)
from .config import Config
from .diagnostics import Diagnostics, GenerationError, Severity
from .diagnostics.deduplicate import deduplicate_diagnostics
from .edits.apply import apply_edits
from .edits.files import edit_digests
from .execution import Progress, Stages, run_stages
from .extensions.apply import apply_extensions
from .extensions.digests import extension_digests
from .extensions.files import Extension, read_extensions
from .extensions.names import check_names
from .generated import Generated, keep_user_files
from .loader import ParsedAhead, load
from .loader.main_document import check_main
from .lowering import ClientTypes, lower_client, lower_types
from .manifest import build_manifest
from .model.api import Api
from .normalizer import normalize
from .openapi.document import Document
from .public_names import end_aliases, read_names, record_names, with_references
from .python.package import Package
from .recorded_names import NO_NAMES, RecordedNames
from .rendering.runtime_files import runtime_files
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
        model = _normalize(
            config, diagnostics, stages, loaded, force, prune, parsed=parsed
        )
        with ExitStack() as copies:
            return _build(model, copies, diagnostics, stages, extend)

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
        model = _normalize(
            config, diagnostics, stages, earlier=earlier, ends_aliases=ends_aliases
        )
        types = _lower_types(model, diagnostics, stages)
        package = lower_client(model.api, types, model.config, diagnostics)
        if diagnostics.worst() is Severity.ERROR:
            raise GenerationError
        names = _record_names(model, types, package)
        return Analysis(model.config, model.document, model.api, package, names)

    return run_stages(run, stages, diagnostics)


class _Model(NamedTuple):
    """The model of an API, and the names that its client keeps.

    Attributes:
        config: Settings, with the names derived from the title of the API.
        document: Loaded documents.
        api: The model.
        earlier: Names of the earlier output.
        kept: Those of them that stay.
    """

    config: Config
    document: Document
    api: Api
    earlier: RecordedNames
    kept: RecordedNames


def _normalize(
    config: Config,
    diagnostics: Diagnostics,
    stages: Stages,
    loaded: Callable[[Document], None] = lambda document: None,
    force: bool = False,
    prune: bool = False,
    earlier: RecordedNames | None = None,
    ends_aliases: bool = True,
    parsed: ParsedAhead | None = None,
) -> _Model:
    stages.start("reading")
    document = read(config, diagnostics, parsed)
    loaded(document)
    title = _title(document)
    if earlier is None:
        earlier = read_names(config.with_names(title), document, force=force)
    else:
        earlier = with_references(earlier, document)
    if ends_aliases:
        earlier = end_aliases(earlier, config, document)
    kept = NO_NAMES if prune else earlier
    config = config.with_names(title, earlier.package, earlier.client)

    stages.start("normalizing")
    api = normalize(document, config, diagnostics, kept)
    if diagnostics.worst() is Severity.ERROR:
        raise GenerationError
    return _Model(config, document, api, earlier, kept)


def _lower_types(
    model: _Model, diagnostics: Diagnostics, stages: Stages
) -> ClientTypes:
    stages.start("lowering")
    return lower_types(model.api, model.config, diagnostics, model.kept)


def _record_names(model: _Model, types: ClientTypes, package: Package) -> RecordedNames:
    """Return the names of a client package without the user's own code."""
    # The record of types has their current keys.
    current = {**model.earlier.types, **types.recorded.types}
    earlier = replace(model.earlier, types=current)
    names = record_names(model.api, package, earlier)
    return replace(names, pages=model.kept.pages)


def _build(
    model: _Model,
    copies: ExitStack,
    diagnostics: Diagnostics,
    stages: Stages,
    extend: bool,
) -> Generated:
    extensions = _read_extensions(model.config, diagnostics) if extend else ()
    responses = copies.enter_context(start_responses(model.api))
    types = _lower_types(model, diagnostics, stages)
    type_files = start_types(
        model.api, model.config.package, types.all_modules, enabled=not extensions
    )
    copies.enter_context(type_files)
    config, document, api = model.config, model.document, model.api
    plain = package = lower_client(api, types, config, diagnostics)
    if extensions:  # which can replace types
        package = apply_extensions(plain, extensions, diagnostics)
        type_files = start_types(api, package.name, (*package.types, *package.params))
        copies.enter_context(type_files)
    resources = copies.enter_context(start_resources(api, package, config))
    names = _record_names(model, types, plain)
    own = read_own_files(config, document, diagnostics)
    deduplicate_diagnostics(diagnostics)
    if diagnostics.worst() is Severity.ERROR:
        raise GenerationError

    stages.start("rendering")
    package, texts, docs, pages = render_files(
        config,
        document,
        api,
        package,
        names,
        own,
        responses,
        type_files,
        resources,
        diagnostics,
    )
    check_names(extensions, package, texts | shared_names(package), diagnostics)
    if diagnostics.worst() is Severity.ERROR:
        raise GenerationError
    contents = {path: text.encode() for path, text in texts.items()} | docs
    contents |= {f"docs/site/assets/{name}": data for name, data in own.images.items()}
    return _finish(
        Analysis(config, document, api, package, replace(names, pages=pages)),
        dict(sorted(contents.items())),
        diagnostics,
    )


def _finish(
    analysis: Analysis, files: dict[str, bytes], diagnostics: Diagnostics
) -> Generated:
    """Apply the user's edits to generated files, and build the manifest of the result."""
    config, document, api, package, names = analysis
    edited = apply_edits(config, files, diagnostics)
    if diagnostics.worst() is Severity.ERROR:
        raise GenerationError

    patches = edit_digests(config)
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
