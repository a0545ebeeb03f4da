"""Turn an edit of a generated file into a patch."""

from __future__ import annotations

import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Protocol

from ..config import Config
from ..emission import Manifest, digest, with_line_feeds
from ..file_access import RefusedFileError, read_regular
from .apply import find_syntax_error
from .files import patch_path
from .patch import diff_texts


class NoEditError(Exception):
    """An edit that cannot become a patch. The message says why, and what to do."""


class EditableFiles(Protocol):
    """The files of a client or of a shared runtime; see `Generated`."""

    @property
    def config(self) -> Config:
        """Settings, with the output directory and the package."""
        ...

    @property
    def files(self) -> Mapping[str, bytes]:
        """Content of each file by its path relative to the output directory."""
        ...

    @property
    def originals(self) -> Mapping[str, bytes]:
        """Content without the edits of the user, of each edited file."""
        ...


def adopt_edit(generated: EditableFiles, name: str) -> Path:
    """Write the patch of an edited file, and return its path.

    The patch contains all differences to the generated file, and replaces an earlier one.

    Args:
        generated: The generated files, with the earlier patch if there is one.
        name: Path of the generated file relative to the output directory.

    Raises:
        NoEditError: The file has no edits, or they cannot be separated from other
            changes.
        OSError: The patch cannot be written.
    """
    file = generated.config.output_directory / name
    try:
        content = with_line_feeds(read_regular(file))
    except FileNotFoundError:
        raise NoEditError("was deleted, which a patch cannot express") from None
    except RefusedFileError as error:
        raise NoEditError(str(error)) from None
    if content == generated.files[name]:
        raise NoEditError("has no edits")
    edited = _decode(content, name)
    original = _find_original(generated, name, file)
    path = patch_path(generated.config, name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(diff_texts(original, edited, name).encode())
    return path


def _decode(content: bytes, name: str) -> str:
    """Return the text of an edited file.

    Raises:
        NoEditError: No patch can express the text, or the patch would be invalid.
    """
    try:
        text = content.decode()
    except UnicodeDecodeError as error:
        raise NoEditError(
            f"is not UTF-8: invalid byte at offset {error.start}"
        ) from None
    if text.startswith("\ufeff"):
        raise NoEditError(
            "begins with a byte order mark; save it as UTF-8 without one, and try again"
        )
    if name.endswith(".py") and (problem := find_syntax_error(text)):
        raise NoEditError(f"is not valid Python: {problem}")
    return text


def _find_original(generated: EditableFiles, name: str, file: Path) -> str:
    """Return the text that was edited, without an earlier patch."""
    original = generated.originals.get(name, generated.files[name])
    written = Manifest.read(generated.config.output_directory).files.get(name)
    if written in (None, digest(generated.files[name]), digest(original)):
        return original.decode()
    committed = _read_committed(file)
    if committed is not None and digest(committed) == written:
        if name not in generated.originals:
            return with_line_feeds(committed).decode()
    raise NoEditError(
        "is out of date, too, and its content before the edit is not known; run "
        "`oasmith adopt-edit` with the documents and settings that it was generated "
        "from, then change them"
    )


def _read_committed(file: Path) -> bytes | None:
    """Return the content of a file in the last commit of Git; `None` without one."""
    command = ("git", "show", f"HEAD:./{file.name}")
    try:
        result = subprocess.run(  # noqa: S603 (the arguments are a list)
            command, cwd=file.parent, capture_output=True, timeout=30, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return result.stdout if result.returncode == 0 else None
