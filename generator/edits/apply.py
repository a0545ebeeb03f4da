"""Apply the patches of a client to its generated files."""

from __future__ import annotations

import ast
import warnings
from collections.abc import Mapping
from pathlib import Path

from ..config import Config
from ..diagnostics import Diagnostics, Rule, Severity
from ..emission import with_line_feeds
from ..file_access import RefusedFileError, read_regular
from ..frozen_dataclass import dataclass
from ..source import Place, SourceFile, Span
from ..suggestions import did_you_mean
from .files import find_patches
from .patch import ConflictError, InvalidPatchError, apply_patch, read_patch

INVALID_PATCH = Rule(
    "invalid-patch",
    Severity.ERROR,
    "A patch of a generated file cannot be read, is not a unified diff of one file, or "
    "makes a module invalid. Patches are in the folder that the setting `patches` names.",
)
PATCH_CONFLICT = Rule(
    "patch-conflict",
    Severity.ERROR,
    "The lines that a patch changes are not in the generated file, or in several places of "
    "it, because the documents, the settings or the generator changed. Nothing is written, "
    "so that the edit is not lost.",
)
PATCH_WITHOUT_FILE = Rule(
    "patch-without-file",
    Severity.ERROR,
    "A patch changes a file that is not generated any more.",
)


@dataclass(frozen=True, slots=True)
class Edited:
    """Generated files with the edits of the user.

    Args:
        files: Content of each file by its path.
        originals: Content without the edit, of each file that a patch changes.
    """

    files: Mapping[str, bytes]
    originals: Mapping[str, bytes]


def apply_edits(
    config: Config, files: Mapping[str, bytes], diagnostics: Diagnostics
) -> Edited:
    """Return the files of a client with its patches.

    Args:
        config: Settings, with the name of the package.
        files: Content of each generated file by its path.
        diagnostics: Receives an error for each patch that cannot be applied.
    """
    originals, changed = {}, {}
    for name, path in find_patches(config).items():
        label = path.relative_to(config.directory).as_posix()
        text = _read(path, label, diagnostics)
        if text is None:
            continue
        source = SourceFile(label, "", text, lambda text: {})
        if name not in files:
            diagnostics.add(
                PATCH_WITHOUT_FILE,
                f"{name} is not generated",
                Span(source, Place(1, 1)),
                hint=did_you_mean(name, files)
                or "delete the patch, or rename it after the file that has the lines now",
            )
            continue
        content = _apply(source, name, files[name].decode(), diagnostics)
        if content is not None:
            originals[name], changed[name] = files[name], content.encode()
    return Edited({**files, **changed}, originals)


def _read(path: Path, label: str, diagnostics: Diagnostics) -> str | None:
    try:
        return with_line_feeds(read_regular(path)).decode("utf-8-sig")
    except (OSError, RefusedFileError) as error:
        reason = error.strerror if isinstance(error, OSError) else str(error)
        message = f"the patch cannot be read: {reason}"
    except UnicodeDecodeError as error:
        message = f"the patch is not UTF-8: invalid byte at offset {error.start}"
    span = Span(SourceFile(label, "", "", lambda text: {}), Place(1, 1))
    diagnostics.add(INVALID_PATCH, message, span, hint="restore or delete the file")
    return None


def _apply(
    source: SourceFile, name: str, text: str, diagnostics: Diagnostics
) -> str | None:
    try:
        changed = apply_patch(read_patch(source.text), text)
    except InvalidPatchError as error:
        diagnostics.add(
            INVALID_PATCH,
            f"the patch {error}",
            Span(source, Place(error.line, 1)),
            hint="restore the file, or delete it and edit the generated file again",
        )
        return None
    except ConflictError as error:
        diagnostics.add(
            PATCH_CONFLICT,
            f"the edit of {name} does not apply: {error}",
            Span(source, Place(error.line, 1)),
            hint="adapt the lines of the patch; or delete it, run `oasmith generate`, edit "
            "the new file and run `oasmith adopt-edit` again",
        )
        return None
    if name.endswith(".py") and (problem := find_syntax_error(changed)):
        diagnostics.add(
            INVALID_PATCH,
            f"the patch makes {name} invalid: {problem}",
            Span(source, Place(1, 1)),
            hint="correct the patch, or delete it",
        )
        return None
    return changed


def find_syntax_error(text: str) -> str:
    """Return why a text is not valid Python; `""` if it is."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            ast.parse(text)
    except SyntaxError as error:
        return f"{error.msg} (line {error.lineno})"
    except (ValueError, RecursionError, MemoryError) as error:
        return str(error)
    return ""
