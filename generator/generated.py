"""The result of all stages, before it is written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from .config import Config
from .emission import Manifest, find_user_files
from .model.api import Api
from .openapi.document import Document
from .python.package import Package

USER_REPLACEABLE = ("README.md", "pyproject.toml")
"""Files that make the client installable; they do not replace files of the user."""


@dataclass(frozen=True, slots=True, repr=False)
class Generated:
    """The trees and the files of one client.

    Args:
        config: Settings, with the names derived from the title of the API.
        document: Loaded documents.
        api: Intermediate model.
        package: Client package.
        files: Content of each file by its path relative to the output directory.
        manifest: Manifest of the files.
        user_files: SHA-256 of each file of the user that is kept in place of a
            generated file.
        originals: Content without the edits of the user, of each edited file.
        patches: SHA-256 of each patch by the path of the file that it changes.
        extensions: SHA-256 of each file of own code by its path inside of the package.
    """

    config: Config
    document: Document
    api: Api
    package: Package
    files: dict[str, bytes]
    manifest: Manifest
    user_files: Mapping[str, str] = field(default_factory=dict)
    originals: Mapping[str, bytes] = field(default_factory=dict)
    patches: Mapping[str, str] = field(default_factory=dict)
    extensions: Mapping[str, str] = field(default_factory=dict)


def keep_user_files(generated: Generated, force: bool = False) -> Generated:
    """Leave out the files that make the client installable if the user has such files.

    This makes it possible to generate a client into an existing project with its own
    `pyproject.toml` and README.

    Args:
        generated: Result of all stages.
        force: Whether to ignore a manifest that cannot be read.

    Raises:
        EmissionError: The manifest of the output directory cannot be read.
    """
    output = generated.config.output_directory
    user_files = find_user_files(USER_REPLACEABLE, generated.files, output, force)
    if not user_files:
        return generated
    files = {
        path: content
        for path, content in generated.files.items()
        if path not in user_files
    }
    digests = {path: generated.manifest.files[path] for path in files}
    manifest = replace(generated.manifest, files=digests)
    return replace(generated, files=files, manifest=manifest, user_files=user_files)
