"""Modules of several clients, each once: most of their runtimes are the same."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path


def distinct_modules(packages: Iterable[Path]) -> list[Path]:
    """Return the modules of packages, without those that repeat an earlier one.

    A module repeats one at the same path of an earlier package if both have the same text,
    and import modules with the same texts. A type checker reports the same in both, unless
    it also reports something in one of the imported modules.

    Args:
        packages: Folders of packages. Their names in the texts are not compared.
    """
    seen: set[tuple[object, ...]] = set()
    result: list[Path] = []
    for package in packages:
        texts = {
            path.relative_to(package).as_posix(): path.read_text(encoding="utf-8")
            for path in sorted(package.rglob("*.py"))
        }
        texts = {path: text.replace(package.name, "") for path, text in texts.items()}
        for path, text in texts.items():
            imported = sorted(set(_imported(path, texts)))
            key = (path, text, *((each, _declared(texts[each])) for each in imported))
            if key not in seen:
                seen.add(key)
                result.append(package / path)
    return result


def _imported(path: str, texts: Mapping[str, str]) -> Iterator[str]:
    """Yield the paths of the modules that a module imports from its package."""
    folders = path.split("/")[:-1]
    for level, names in _imports(texts[path]):
        base = folders[: len(folders) - level + 1]
        for name in names:
            module = "/".join([*base, *name])
            for file in (f"{module}.py", f"{module}/__init__.py".lstrip("/")):
                if file in texts:
                    yield file


@cache
def _imports(text: str) -> list[tuple[int, list[list[str]]]]:
    """Return the level of each relative import, and what can be the name of a module."""
    result = []
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.ImportFrom) and node.level:
            module = node.module.split(".") if node.module else []
            names = [module, *([*module, alias.name] for alias in node.names)]
            result.append((node.level, names))
    return result


@cache
def _declared(text: str) -> str:
    """Return the text of a module without the values of constants with declared types."""
    tree = ast.parse(text)
    for node in tree.body:
        if isinstance(node, ast.AnnAssign):
            if ast.unparse(node.annotation).startswith("Final["):
                node.value = None
    return ast.unparse(tree)
