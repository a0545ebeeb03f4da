"""Code samples of the document, with imports of the client package."""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from functools import lru_cache

from ...frozen_dataclass import dataclass
from ...model.operations import Operation
from ...python.features import Convenience
from ...python_samples import is_python, parse_sample
from ...reference.site import SampleCode
from ..python.default_client import WRAPPERS

_VERBS = frozenset({"delete", "get", "patch", "post", "put"})
_IMPORTED_MODULE = re.compile(rb"(from\s+)([\w.]+)")


def operation_samples(
    operation: Operation,
    package: str,
    client: str,
    omitted: Collection[Convenience] = (),
) -> tuple[SampleCode, ...]:
    """Return the Python samples of an operation that is named after its samples.

    The samples of any other operation may call another method, and are left out, as is
    source code that is not valid Python, or that uses parts that the client lacks.

    Args:
        operation: Operation with samples.
        package: Name of the client package.
        client: Name of the client class.
        omitted: Parts that the settings leave out.
    """
    if operation.naming.origin is None:
        return ()
    return tuple(
        SampleCode(sample.title, code, sample.response)
        for sample in operation.samples
        for language, source in sample.sources
        if is_python(language) and (code := replace_imports(source, package, client))
        if used_conveniences(source).isdisjoint(omitted)
    )


def used_conveniences(code: str) -> frozenset[Convenience]:
    """Return the parts that a sample uses, and that the settings can leave out."""
    sample = _Sample.parse(code)
    clients = set(_client_variables(sample))
    used: set[Convenience] = set()
    for node in sample.nodes:
        match node:
            case ast.Attribute(attr=name) if name in WRAPPERS:
                used.add(Convenience.RAW_RESPONSES)
            case ast.Attribute(ast.Name(variable), name) if (
                name in _VERBS and variable in clients
            ):
                used.add(Convenience.UNTYPED_CALLS)
            case _:
                pass
    return frozenset(used)


def _client_variables(sample: _Sample) -> Iterator[str]:
    """Yield the variables to which a sample assigns its clients."""
    for node in sample.nodes:
        match node:
            case ast.Assign(
                targets=[ast.Name(variable)], value=ast.Call(func=ast.Name(name))
            ) | ast.withitem(ast.Call(func=ast.Name(name)), ast.Name(variable)) if (
                name in sample.classes
            ):
                yield variable
            case _:
                pass


def find_sample_package(operations: Iterable[Operation], package: str) -> str:
    """Find the package that most Python samples import a client from.

    Args:
        operations: Operations with samples.
        package: Name of the client package.

    Returns:
        Name of the package; `""` if it is the client package, if it is not an ASCII
        identifier, or if there are no samples.
    """
    counts = Counter(
        imported
        for operation in operations
        for sample in operation.samples
        for language, source in sample.sources
        if is_python(language) and (imported := _Sample.parse(source).package)
    )
    name = min(counts, key=lambda item: (-counts[item], item), default="")
    return name if name.isascii() and name.isidentifier() and name != package else ""


def replace_imports(code: str, package: str, client: str) -> str:
    """Replace the package and the client class in a sample by those of this client.

    Returns:
        The changed source; `""` if the sample is not valid Python or creates no client.
    """
    sample = _Sample.parse(code)
    if not sample.package:
        return ""
    classes = {
        name: f"Async{client}" if name.startswith("Async") else client
        for name in sample.classes
    }
    lines = [line.encode() for line in code.split("\n")]
    edits = sorted(_edits(sample, lines, classes, package), reverse=True)
    for line, start, end, replacement in edits:
        lines[line] = lines[line][:start] + replacement.encode() + lines[line][end:]
    return b"\n".join(lines).decode().strip("\n")


@dataclass(frozen=True, slots=True)
class _Sample:
    """A parsed sample, and the package that it imports its client from.

    Args:
        nodes: Nodes of the syntax tree; empty if the sample creates no client.
        package: Name of the package; `""` if the sample creates no client, or clients
            of several packages.
        classes: Classes of that package that the sample creates instances of.
    """

    nodes: tuple[ast.AST, ...] = ()
    package: str = ""
    classes: tuple[str, ...] = ()

    @classmethod
    @lru_cache(maxsize=1024)
    def parse(cls, code: str) -> _Sample:
        """Parse a sample."""
        tree = parse_sample(code)
        if tree is None:
            return cls()
        nodes = tuple(ast.walk(tree))
        called = set(_called_names(nodes))
        imports = [
            (node.module.split(".")[0], alias.name)
            for node in nodes
            if isinstance(node, ast.ImportFrom) and node.module and not node.level
            # Classes imported from a `types` module are values, not clients.
            if "types" not in node.module.split(".")
            for alias in node.names
            if alias.name in called and alias.name[:1].isupper()
        ]
        packages = {package for package, _ in imports}
        if len(packages) != 1:
            return cls()
        return cls(nodes, packages.pop(), tuple(name for _, name in imports))


def _called_names(nodes: Iterable[ast.AST]) -> Iterator[str]:
    """Yield the names that are called."""
    for node in nodes:
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            yield node.func.id


def _edits(
    sample: _Sample, lines: list[bytes], classes: dict[str, str], package: str
) -> Iterator[tuple[int, int, int, str]]:
    """Yield the replacements: line, first byte, end byte (exclusive), replacement."""
    for node in sample.nodes:
        match node:
            case ast.ImportFrom(module=str(module)) if (
                module.split(".")[0] == sample.package
            ):
                line = node.lineno - 1
                imported = _IMPORTED_MODULE.match(lines[line], node.col_offset)
                if imported is not None:
                    start = imported.start(2)
                    yield line, start, start + len(sample.package.encode()), package
            case ast.Name(name) | ast.alias(name) if name in classes:
                start = node.col_offset
                yield node.lineno - 1, start, start + len(name.encode()), classes[name]
