"""The runtime of several clients, as a package in a separate output directory.

It has the parts that any of its clients needs. The manifests of the clients record these,
so that one client can be generated without the others.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import NamedTuple

from . import __version__
from .config import Config
from .diagnostics import Diagnostics, GenerationError, Severity
from .edits.apply import apply_edits
from .edits.files import edit_digests
from .emission import Manifest, digest, read_manifest
from .lowering import distribution_name
from .manifest import GENERATOR
from .python.features import Feature
from .rendering import render_runtime_distribution
from .rendering.runtime_files import runtime_files


class SharedRuntime(NamedTuple):
    """The files of a shared runtime.

    Attributes:
        config: Settings of the runtime, with its package and output directory.
        files: Content of each file by its path relative to the output directory.
        manifest: Manifest of the files.
        originals: Content without the edits of the user, of each edited file.
    """

    config: Config
    files: dict[str, bytes]
    manifest: Manifest
    originals: Mapping[str, bytes]


def runtime_config(clients: Iterable[Config]) -> Config:
    """Return the settings of the runtime of clients, of which the first has its patches."""
    first = next(iter(clients))
    return replace(first, package=first.runtime_package, output=first.runtime_output)


def build_shared_runtime(
    clients: Iterable[Config], diagnostics: Diagnostics, force: bool = False
) -> SharedRuntime:
    """Return the runtime of clients, whose output directories are read.

    Args:
        clients: All clients that share the runtime, in the order of the settings.
        diagnostics: Receives an error for each patch that cannot be applied.
        force: Whether to ignore manifests that cannot be read.

    Raises:
        EmissionError: The manifest of a client cannot be read.
        GenerationError: A patch cannot be applied.
    """
    configs = tuple(clients)
    own = runtime_config(configs)
    package = own.package
    parts = {
        name
        for config in configs
        for name in read_manifest(config.output_directory, force).runtime_parts
    }
    features = tuple(
        item for item in Feature if item.name in parts or item is Feature.SHARED
    )
    texts = runtime_files(package, features) | {f"{package}/py.typed": ""}
    texts |= render_runtime_distribution(
        package, distribution_name(package), __version__
    )
    files = {path: text.encode() for path, text in sorted(texts.items())}
    edited = apply_edits(own, files, diagnostics)
    if diagnostics.worst() is Severity.ERROR:
        raise GenerationError
    manifest = Manifest(
        generator=GENERATOR,
        settings={"runtime_package": package},
        files={path: digest(content) for path, content in edited.files.items()},
        patches=edit_digests(own),
        runtime_parts=tuple(item.name for item in features),
    )
    return SharedRuntime(own, dict(edited.files), manifest, edited.originals)
