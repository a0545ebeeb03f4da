"""The runtime of several clients, as a package in a separate output directory.

It has the parts that any of its clients needs. The manifests of the clients record these,
so that one client can be generated without the others.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from . import __version__
from .config import Config
from .emission import Manifest, digest, read_manifest
from .lowering import distribution_name
from .manifest import GENERATOR
from .python.features import Feature
from .rendering import render_runtime_distribution
from .rendering.runtime_files import runtime_files


class SharedRuntime(NamedTuple):
    """The files of a shared runtime.

    Attributes:
        package: Name of the package.
        files: Content of each file by its path relative to the output directory.
        manifest: Manifest of the files.
    """

    package: str
    files: dict[str, bytes]
    manifest: Manifest


def build_shared_runtime(
    clients: Iterable[Config], force: bool = False
) -> SharedRuntime:
    """Return the runtime of clients, whose output directories are read.

    Args:
        clients: All clients that share the runtime.
        force: Whether to ignore manifests that cannot be read.

    Raises:
        EmissionError: The manifest of a client cannot be read.
    """
    configs = tuple(clients)
    package = configs[0].runtime_package
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
    manifest = Manifest(
        generator=GENERATOR,
        settings={"runtime_package": package},
        files={path: digest(content) for path, content in files.items()},
        runtime_parts=tuple(item.name for item in features),
    )
    return SharedRuntime(package, files, manifest)
