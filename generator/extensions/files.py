"""Reading of the modules in `<package>/ext`. They are parsed, never imported."""

from __future__ import annotations

import ast
import warnings
from pathlib import Path

from ..diagnostics import Diagnostics, Rule, Severity
from ..file_access import RefusedFileError, read_regular
from ..frozen_dataclass import dataclass
from ..source import Place, SourceFile, Span
from .bindings import Path as DottedPath
from .bindings import read_bindings
from .digests import FOLDER, python_files

UNREADABLE = Rule(
    "extension-unreadable",
    Severity.ERROR,
    "A module in the folder `ext` of the package cannot be read, or is not valid Python."
    " It may extend a resource, so the client cannot be generated without it.",
)


@dataclass(frozen=True, slots=True)
class Extension:
    """A module of own code.

    Args:
        file: The file.
        path: Names from the package to the module: `("ext", "files")`.
        tree: The parsed module.
        bindings: Path inside of the package of each imported name.
    """

    file: SourceFile
    path: DottedPath
    tree: ast.Module
    bindings: dict[str, DottedPath]

    def span(self, node: ast.stmt | ast.expr | ast.alias) -> Span:
        """Return the span of a node in its first line."""
        return Span(self.file, _place(self.file, node))


def read_extensions(
    package: Path, label: str, diagnostics: Diagnostics
) -> tuple[Extension, ...]:
    """Read and parse the modules of own code, sorted by path.

    Args:
        package: Folder of the package.
        label: The folder in messages.
        diagnostics: Receives an error for each module that cannot be read.
    """
    modules = []
    for path in python_files(package / FOLDER):
        relative = path.relative_to(package)
        name = f"{label}/{relative.as_posix()}"
        module = _read(path, name, package.name, relative, diagnostics)
        if module is not None:
            modules.append(module)
    return tuple(modules)


def _read(
    path: Path, name: str, package: str, relative: Path, diagnostics: Diagnostics
) -> Extension | None:
    text = ""
    place = Place(1, 1)
    try:
        text = read_regular(path).decode("utf-8-sig")
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # invalid escapes concern the user's linter
            tree = ast.parse(text)
    except (OSError, RefusedFileError) as error:
        reason = error.strerror if isinstance(error, OSError) else str(error)
        message = f"cannot be read: {reason}"
    except UnicodeDecodeError as error:
        message = f"is not UTF-8: invalid byte at offset {error.start}"
    except SyntaxError as error:
        message = f"is not valid Python: {error.msg}"
        place = Place(error.lineno or 1, max(error.offset or 1, 1))
    except (ValueError, RecursionError, MemoryError) as error:
        message = f"is not valid Python: {error}"
    else:
        file = _source(name, text)
        names = relative.with_suffix("").parts
        bindings = read_bindings(tree, (package, *names))
        if names[-1] == "__init__":
            names = names[:-1]
        return Extension(file, names, tree, bindings)
    diagnostics.add(
        UNREADABLE,
        f"{path.name} {message}",
        Span(_source(name, text), place),
        hint="correct the file, or move it out of the folder",
    )
    return None


def _source(name: str, text: str) -> SourceFile:
    return SourceFile(name, "", text, lambda text: {})


def _place(file: SourceFile, node: ast.stmt | ast.expr | ast.alias) -> Place:
    line = file.line(node.lineno)
    # The parser counts bytes of UTF-8.
    column = len(line.encode()[: node.col_offset].decode(errors="ignore"))
    end = len(line)
    if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
        column = line.find(node.name, column)
        end = column + len(node.name)
    elif node.end_lineno == node.lineno and node.end_col_offset is not None:
        end = len(line.encode()[: node.end_col_offset].decode(errors="ignore"))
    return Place(node.lineno, column + 1, max(1, end - column))
