"""The way from documents to files: the only place that knows the order of the stages."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, is_dataclass, replace
from pathlib import Path
from typing import Any

from . import __version__
from .config import Config
from .diagnostics import Diagnostics, Rule, Severity, GenerationError
from .diagnostics.deduplicate import deduplicate_diagnostics
from .emission import Manifest, digest, find_user_files
from .large_stack import on_large_stack
from .loader import load
from .lowering import lower_client, lower_distribution, lower_reference
from .model.api import Api
from .normalizer import normalize
from .openapi.document import Document
from .openapi.node import Node
from .python.package import Package
from .reference.site import Site
from .rendering import render_client, render_distribution, render_docs
from .source import Location, format_pointer
from .suggestions import suggest

UNUSED_SETTING = Rule(
    "unused-setting",
    Severity.WARNING,
    "A setting is known, but nothing is made of it in this version.",
    about_settings=True,
)

UNKNOWN_MAIN = Rule(
    "unknown-main",
    Severity.ERROR,
    "The setting `main` names a file that is not among the documents of `specs`. The "
    "title, the servers and the security of the API would come from another document.",
    about_settings=True,
)

GENERATOR = f"oasmith {__version__}"
EXHAUSTED = Rule(
    "exhausted",
    Severity.ERROR,
    "A stage needed more memory, or deeper recursion, than there is: schemas are nested"
    " or chained far deeper than any published description, or the document is larger"
    " than the machine allows. The message names the stage.",
)

GIVE_WAY = ("README.md", "pyproject.toml")
"""What makes the client installable, unless others have written their own."""

_UNUSED = ("overlays",)

Progress = Callable[[str], None]
"""Is told the name of each stage that begins."""


@dataclass(frozen=True, slots=True, repr=False)
class Generated:
    """What all stages made.

    Args:
        config: with the names that were made from the title.
        document, api, package: the trees.
        site: that of the reference, `None` where it is left out.
        files: the content of each file, by its path below the output.
        manifest: what is written of them.
        theirs: the SHA-256 of files of others that stand where some of ours would.
    """

    config: Config
    document: Document
    api: Api
    package: Package
    site: Site | None
    files: dict[str, bytes]
    manifest: Manifest
    user_files: Mapping[str, str] = field(default_factory=dict)


def read(config: Config, diagnostics: Diagnostics) -> Document:
    """Documents: text to nodes."""
    main = config.directory / config.main if config.main else None
    document = load(
        config.spec_paths(),
        relative_to=config.directory,
        diagnostics=diagnostics,
        main=main,
        folders=config.allowed_folders(),
    )
    if main is not None:
        _check_main(document, main, config, diagnostics)
    return document


def _check_main(
    document: Document, main: Path, config: Config, diagnostics: Diagnostics
) -> None:
    """Report a `main` that is not one of the documents."""
    uri = Path(os.path.realpath(main)).as_uri()
    if document.roots[0].file.uri != document.aliases.get(uri, uri):
        names = [root.file.name for root in document.roots]
        diagnostics.add(
            UNKNOWN_MAIN,
            f"`main`: {config.main!r} is not one of the documents",
            config.origin.span("main"),
            hint=suggest(config.main or "", names, "documents"),
        )


def build(
    config: Config, diagnostics: Diagnostics, progress: Progress = lambda stage: None
) -> Generated:
    """All stages, without writing.

    Raises:
        GenerationError: an error is among the diagnostics.
        SettingsError: a name or a path of the settings cannot be used.
    """
    for setting in _UNUSED:
        if getattr(config, setting):
            diagnostics.add(
                UNUSED_SETTING,
                f"`{setting}` has no effect in this version",
                config.origin.span(setting),
            )
    stages = _Stages(progress)
    try:
        with _unhurried():
            return on_large_stack(lambda: _build(config, diagnostics, stages.begin))
    except (MemoryError, RecursionError) as error:
        lacking = "memory" if isinstance(error, MemoryError) else "depth of recursion"
        message = f"the document exceeds the {lacking} that {stages.current} can use"
        diagnostics.add(EXHAUSTED, message, _innermost_place(error))
        raise GenerationError from None


def _build(config: Config, diagnostics: Diagnostics, progress: Progress) -> Generated:
    progress("reading")
    document = read(config, diagnostics)
    config = config.with_names(document.roots[0].info.text("title"))
    progress("normalizing")
    api = normalize(document, config, diagnostics)
    if diagnostics.worst() is Severity.ERROR:
        raise GenerationError
    progress("lowering")
    package = lower_client(api, config, diagnostics)
    site = lower_reference(api, package) if config.docs else None
    deduplicate_diagnostics(diagnostics)
    progress("rendering")
    texts = render_client(package)
    texts |= runtime_files(package.name)
    distribution = lower_distribution(api, package, config.docs)
    texts |= render_distribution(distribution)
    if site is not None:
        texts |= render_docs(site)
    files = {path: text.encode() for path, text in sorted(texts.items())}
    manifest = _manifest(config, document, files, diagnostics)
    return Generated(config, document, api, package, site, files, manifest)


class _Stages:
    """Passes the name of each stage on, and remembers the current one."""

    def __init__(self, progress: Progress) -> None:
        self._progress = progress
        self.current = "reading"

    def begin(self, stage: str) -> None:
        """Take note of a stage that begins."""
        self.current = stage
        self._progress(stage)


def _innermost_place(error: BaseException) -> Location | None:
    """Return the place of the node that was worked on when an error was raised."""
    place: Location | None = None
    trace = error.__traceback__
    while trace is not None:
        for value in trace.tb_frame.f_locals.values():
            if isinstance(value, Node):
                place = value.location
            elif is_dataclass(value):
                origin = getattr(value, "origin", None)
                place = origin if isinstance(origin, Location) else place
        trace = trace.tb_next
    return place


def keep_user_files(made: Generated, force: bool = False) -> Generated:
    """Leaves out what makes the client installable, where others have written that.

    So a client can be written into a project that has a `pyproject.toml` and a README.

    Args:
        made: what all stages made.
        force: whether a manifest that cannot be read is an empty one.

    Raises:
        EmissionError: the manifest of the output cannot be read.
    """
    user_files = find_user_files(
        GIVE_WAY, made.files, made.config.output_directory, force
    )
    if not user_files:
        return made
    files = {path: text for path, text in made.files.items() if path not in user_files}
    listed = {path: made.manifest.files[path] for path in files}
    manifest = replace(made.manifest, files=listed)
    return replace(made, files=files, manifest=manifest, user_files=user_files)


def runtime_files(package: str) -> dict[str, str]:
    """The runtime, verbatim, as modules of the package."""
    directory = Path(__file__).parent / "runtime"
    return {
        f"{package}/_runtime/{file.relative_to(directory).as_posix()}": file.read_text(
            encoding="utf-8"
        )
        for file in sorted(directory.rglob("*.py"))
    }


@contextmanager
def _unhurried() -> Iterator[None]:
    """Lets stages build large trees of which nothing is garbage before they end.

    Without the cyclic collector, which would walk them again and again, OpenAI's
    document takes a third less time.
    """
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            # What is left are the trees: as old objects, they are not walked at once.
            gc.freeze()
            gc.unfreeze()
            gc.enable()


def _manifest(
    config: Config,
    document: Document,
    files: dict[str, bytes],
    diagnostics: Diagnostics,
) -> Manifest:
    places: dict[str, list[str]] = {}
    for item in diagnostics:
        if isinstance(item.location, Location):
            file, pointer = item.location
            places.setdefault(item.rule.code, []).append(
                f"{file.name}#{format_pointer(pointer)}"
            )
    return Manifest(
        generator=GENERATOR,
        documents={
            loaded.source.name: digest(loaded.source.text.encode(errors="replace"))
            for loaded in document.files.values()
        },
        settings=settings_of(config),
        files={path: digest(content) for path, content in files.items()},
        diagnostics={code: sorted(found) for code, found in sorted(places.items())},
    )


def settings_of(config: Config) -> dict[str, Any]:
    """The settings in effect that say what is generated; not where, and from where."""
    return {
        "package": config.package,
        "client": config.client,
        "docs": config.docs,
        "only": list(config.only),
        "exclude": list(config.exclude),
        "names": dict(config.names),
        "aliases": dict(config.aliases),
        "servers": dict(config.servers),
        "credentials": dict(config.credentials),
        "headers": dict(config.headers),
        "pagination": dict(config.pagination),
        "polling": dict(config.polling),
        "overlays": list(config.overlays),
    }
