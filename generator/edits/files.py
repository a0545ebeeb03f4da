"""The files that contain the patches of a client."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

from ..config import Config
from ..emission import digest
from ..file_access import RefusedFileError, read_regular

SUFFIX = ".patch"


def patch_folder(config: Config) -> Path:
    """Return the folder with the patches of a client."""
    return config.directory / config.patches / config.package


def patch_path(config: Config, name: str) -> Path:
    """Return the file with the patch of a generated file.

    Args:
        config: Settings, with the name of the package.
        name: Path of the generated file relative to the output directory.
    """
    return patch_folder(config) / f"{name}{SUFFIX}"


def find_patches(config: Config) -> dict[str, Path]:
    """Return the files with patches, by the path of the generated file, sorted."""
    folder = patch_folder(config)
    files = {
        PurePosixPath(*path.relative_to(folder).parts): path
        for path in folder.rglob(f"*{SUFFIX}")
        if path.is_file()
    }
    return {
        str(name).removesuffix(SUFFIX): files[name] for name in sorted(files, key=str)
    }


def edit_digests(config: Config) -> dict[str, str]:
    """Return the SHA-256 of each patch by the path of the file; `""` if unreadable."""
    digests = {}
    for name, path in find_patches(config).items():
        try:
            digests[name] = digest(read_regular(path))
        except (OSError, RefusedFileError):
            digests[name] = ""
    return digests
