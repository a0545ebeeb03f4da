"""Check that the generated names that own code uses exist."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping

from ..diagnostics import Diagnostics, Rule, Severity
from ..python.features import Feature
from ..python.package import Package
from ..python.resources import ResourceModule, printed_names
from ..rendering.python.client import public_names
from ..rendering.runtime_modules import missing_modules, missing_names
from ..suggestions import did_you_mean
from .bindings import Path, imported_paths, resolve
from .digests import FOLDER
from .files import Extension

UNKNOWN = Rule(
    "extension-unknown-name",
    Severity.ERROR,
    "A module in the folder `ext` of the package uses a generated name that does not"
    " exist, for example because the resource or the type was renamed or removed in the"
    " document. Nothing is written until the module is changed.",
)

RUNTIME = "_runtime"


def check_names(
    modules: tuple[Extension, ...],
    package: Package,
    texts: Mapping[str, str],
    diagnostics: Diagnostics,
) -> None:
    """Report generated names that own code uses and that do not exist.

    Args:
        modules: Modules of own code.
        package: Client package.
        texts: Source of each generated file by its path.
        diagnostics: Receives an error for each unknown name.
    """
    generated = _Names(package, texts)
    for module in modules:
        for node, path in _used_paths(module, package.name):
            unknown = generated.find_unknown(path)
            if unknown is not None:
                owner, name, known = unknown
                hint = did_you_mean(name, known)
                change = "change the code of this class or move it out of the folder"
                reason = _missing_reason((*owner, name), package)
                diagnostics.add(
                    UNKNOWN,
                    f"{'.'.join((package.name, *owner))} has no {name!r}",
                    module.span(node),
                    hint=reason or hint or change,
                )


def _missing_reason(path: Path, package: Package) -> str:
    """Return why the client does not have a name of the runtime; `""` if it is unknown."""
    module = ".".join(path[1:]) if path[0] == RUNTIME else ""
    missing = missing_modules(package.features, package.omitted)
    feature = next(
        (missing[name] for name in missing if f"{name}.".startswith(f"{module}.")),
        missing_names(package.features, package.omitted).get(path[-1]),
    )
    if feature is None or (len(path) > 1 and path[0] != RUNTIME):
        return ""
    if feature is Feature.TESTING:
        return f"{feature.value}; remove it from the settings"
    return f'{feature.value}; `runtime = "full"` in the settings adds it nevertheless'


def _used_paths(
    module: Extension, package: str
) -> Iterator[tuple[ast.alias | ast.expr, Path]]:
    """Yield each import from the package, and each attribute of an imported module."""
    own = (package, *module.path)
    if module.file.name.endswith("/__init__.py"):
        own = (*own, "__init__")
    for node in ast.walk(module.tree):
        if isinstance(node, ast.ImportFrom):
            yield from imported_paths(node, own)
        elif isinstance(node, ast.Attribute):
            path = resolve(node, module.bindings)
            if path is not None:
                yield node, path


class _Names:
    """The modules of a generated package, and the names in each.

    Args:
        package: Client package.
        texts: Source of each file by its path.
    """

    def __init__(self, package: Package, texts: Mapping[str, str]) -> None:
        self._package = package.name
        self._exports = _exports(package)
        self._texts = texts
        self._parsed: dict[str, frozenset[str]] = {}

    def find_unknown(self, path: Path) -> tuple[Path, str, frozenset[str]] | None:
        """Return the first name of a path that does not exist.

        Returns:
            The path of the module, the name, and the names that the module has; `None`
            if all names exist, or if the path is in own code.
        """
        if path[:1] == (FOLDER,):
            return None
        owner: Path = ()
        for position, name in enumerate(path):
            owner = path[:position]
            file = self._file(owner)
            if file is None:
                return None  # attributes of a class or of a value
            if self._file((*owner, name)) is None and name not in self._names(
                owner, file
            ):
                known = self._names(owner, file) | self._submodules(owner)
                return owner, name, known
        return None

    def _file(self, path: Path) -> str | None:
        stem = "/".join((self._package, *path))
        for name in (f"{stem}.py", f"{stem}/__init__.py"):
            if name in self._texts:
                return name
        return None

    def _submodules(self, path: Path) -> frozenset[str]:
        folder = f"{'/'.join((self._package, *path))}/"
        files = (name.removeprefix(folder) for name in self._texts if folder in name)
        stems = (name.removesuffix(".py") for name in files)
        return frozenset(stem for stem in stems if stem.isidentifier())

    def _names(self, owner: Path, file: str) -> frozenset[str]:
        if file not in self._parsed:
            names = frozenset(_defined_names(ast.parse(self._texts[file]).body))
            self._parsed[file] = names | self._exports.get(owner, frozenset())
        return self._parsed[file]


def _exports(package: Package) -> Mapping[Path, frozenset[str]]:
    """Return the names that modules import from others when they are used, by module."""
    modules = (*package.types, *package.params)
    types: dict[Path, frozenset[str]] = {
        ("types", module.name): frozenset(
            name for file in module.files for name in file.names
        )
        for module in modules
    }
    resources: dict[Path, frozenset[str]] = {
        ("resources", module.name): frozenset(_classes(module))
        for module in package.resources
    }
    return {
        **types,
        **resources,
        ("types",): frozenset().union(*types.values()),
        (): public_names(package),
    }


def _classes(module: ResourceModule) -> Iterator[str]:
    for file in module.files:
        for item in file.classes:
            yield from printed_names(item)


def _defined_names(body: list[ast.stmt]) -> Iterator[str]:
    """Yield the names that statements define, also under conditions."""
    for node in body:
        if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            yield node.name
        elif isinstance(node, ast.Import | ast.ImportFrom):
            yield from (alias.asname or alias.name for alias in node.names)
        elif isinstance(node, ast.Assign):
            yield from (item.id for item in node.targets if isinstance(item, ast.Name))
        elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            yield node.target.id
        elif isinstance(node, ast.If):
            yield from _defined_names([*node.body, *node.orelse])
