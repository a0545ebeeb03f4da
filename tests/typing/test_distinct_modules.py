"""Modules that a type checker needs to check once."""

from __future__ import annotations

from pathlib import Path

from tests.typing.distinct_modules import distinct_modules

PACKAGE = {
    "__init__.py": "from ._client import Client\n",
    "_client.py": "from ._runtime.base import Base\n",
    "_runtime/__init__.py": "",
    "_runtime/base.py": "from .. import errors\nfrom . import parts\n",
    "_runtime/parts.py": "",
    "errors.py": 'NAME = "first_client"\n',
}


def write(folder: Path, **changes: str | None) -> Path:
    """Write the package with other texts of some modules; `None` leaves them out."""
    changed = {name.replace("__", "/") + ".py": text for name, text in changes.items()}
    for name, text in (PACKAGE | changed).items():
        if text is not None:
            file = folder / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text.replace("first_client", folder.name))
    return folder


def new_modules(first: Path, second: Path) -> set[str]:
    """Return the modules of the second package that the first one lacks."""
    modules = distinct_modules([first, second])
    assert len([path for path in modules if first in path.parents]) == len(PACKAGE)
    return {
        path.relative_to(second).as_posix()
        for path in modules
        if second in path.parents
    }


def test_the_same_modules_are_left_out(tmp_path: Path) -> None:
    first, second = write(tmp_path / "first_client"), write(tmp_path / "second_client")
    assert new_modules(first, second) == set()


def test_modules_that_import_a_changed_one_remain(tmp_path: Path) -> None:
    first = write(tmp_path / "first_client")
    second = write(tmp_path / "second_client", _runtime__parts="X = 1\n")
    assert new_modules(first, second) == {"_runtime/parts.py", "_runtime/base.py"}


def test_modules_that_import_a_missing_one_remain(tmp_path: Path) -> None:
    first = write(tmp_path / "first_client")
    second = write(tmp_path / "second_client", errors=None)
    assert new_modules(first, second) == {"_runtime/base.py"}


def test_values_of_constants_with_declared_types_are_not_imported(
    tmp_path: Path,
) -> None:
    modules = {}
    for name, types, values in (
        ("declared", ("Final[int]", "Final[int]"), "12"),
        ("changed", ("Final[int]", "Final[str]"), "11"),
        ("inferred", ("Final", "Final"), "12"),
    ):
        packages = [
            write(tmp_path / name / each, _runtime__parts=f"X: {kind} = {value}\n")
            for each, kind, value in zip(("one", "two"), types, values, strict=True)
        ]
        modules[name] = new_modules(*packages)
    parts, both = {"_runtime/parts.py"}, {"_runtime/parts.py", "_runtime/base.py"}
    assert modules == {"declared": parts, "changed": both, "inferred": both}
