"""Reading an SDK: its client and resources, and the calls that they offer."""

from __future__ import annotations

import ast
import importlib.machinery
import re
from collections.abc import Iterator
from pathlib import Path

from ..words import split_words
from .calls import Sdk, SdkArgument, SdkCall
from .classes import Class, Classes, is_deprecated
from .exported_types import read_types
from .modules import Function, Key, Modules
from .requests import find_requests

_MAX_DEPTH = 8
_MAX_RESOURCES = 20_000
_VARIANT = re.compile(
    r"_async$|_with_http_info$|_without_preload_content$|_raw$|^async_|^a(?=sync)"
)
_API_CLASS = re.compile(r"(.+?)(?:Api|API)")


class SdkError(Exception):
    """A package that cannot be read as an SDK; the message says what to do."""


def find_package(name: str, search_path: list[str] | None = None) -> Path:
    """Return the directory of an installed or unpacked package, without importing it.

    Args:
        name: Path of a directory, or name of an installed package.
        search_path: Directories to search. Default: those of the interpreter.

    Raises:
        SdkError: There is no such package.
    """
    directory = Path(name)
    if directory.is_dir():
        return _find_inner(directory)
    if not name.isidentifier():
        raise SdkError(f"{name!r} is neither a directory nor the name of a package")
    spec = importlib.machinery.PathFinder.find_spec(name, search_path)
    if spec is None or not spec.submodule_search_locations:
        raise SdkError(
            f"no package {name!r} is installed for this Python; give the directory of "
            "the package, or install it into the environment of oasmith"
        )
    return Path(next(iter(spec.submodule_search_locations)))


def _find_inner(directory: Path) -> Path:
    """Return the package of an unpacked distribution: the only one in the directory."""
    if (directory / "__init__.py").is_file():
        return directory
    for folder in (directory / "src", directory):
        inner = sorted(
            item.parent
            for item in folder.glob("*/__init__.py")
            if item.parent.name not in ("tests", "test", "examples", "docs")
        )
        if len(inner) == 1:
            return inner[0]
        if inner:
            names = ", ".join(item.name for item in inner)
            raise SdkError(f"{folder} contains several packages: {names}; give one")
    raise SdkError(f"{directory} contains no Python package")


def read_sdk(package: Path) -> Sdk:
    """Return the calls of an SDK.

    Args:
        package: Directory of the package.

    Raises:
        SdkError: No method sends a request in a known way.
    """
    modules = Modules(package)
    classes = Classes(modules)
    candidates = (
        ("client with resources", _read_client(classes)),
        ("classes of APIs", _read_api_classes(classes)),
        ("modules of functions", _read_functions(modules)),
    )
    layout, calls = max(
        candidates, key=lambda item: len({call.request for call in item[1]})
    )
    if not calls:
        raise SdkError(
            f"no method in {package} sends a request in a way that oasmith knows; "
            "supported are the layouts of Stainless, Fern, Speakeasy, OpenAPI Generator "
            "(python) and openapi-python-client"
        )
    return Sdk(
        package.name,
        layout,
        tuple(calls),
        tuple(modules.unreadable),
        tuple(read_types(modules, classes, package.name)),
    )


def _read_arguments(function: Function) -> tuple[SdkArgument, ...]:
    """Return the named arguments of a method besides `self`."""
    spec = function.args
    positional = [*spec.posonlyargs, *spec.args]
    count = len(positional) - len(spec.defaults)
    defaults = [None] * count + [*spec.defaults]
    pairs = [
        *zip(positional, defaults, strict=True),
        *zip(spec.kwonlyargs, spec.kw_defaults, strict=True),
    ]
    return tuple(
        SdkArgument(item.arg, default is None)
        for item, default in pairs[1:]
        if not item.arg.startswith("_")
    )


def _read_client(classes: Classes) -> list[SdkCall]:
    """Return the calls of the class that reaches the most requests."""
    best: list[SdkCall] = []
    best_rank: tuple[int, ...] = ()
    for key in classes.keys:
        client = classes.get(key)
        if key[1].startswith(("Async", "_")):
            continue
        public = {name for name in client.attributes if not name.startswith("_")}
        if not public:
            continue
        budget = iter(range(_MAX_RESOURCES))
        calls = list(_walk(client, (), classes, (), budget))
        rank = (
            len({call.request for call in calls}),
            sum(len(call.resource) for call in calls),
            -len(client.lineage),
            -key[0].count("."),
        )
        if not best_rank or rank > best_rank:
            best, best_rank = calls, rank
    return best


def _walk(
    owner: Class,
    resource: tuple[str, ...],
    classes: Classes,
    parents: tuple[Key, ...],
    budget: Iterator[int],
) -> Iterator[SdkCall]:
    """Yield the calls of a class, then those of its attributes.

    Raises:
        SdkError: There are more resources than `budget` has items.
    """
    if next(budget, None) is None:
        raise SdkError(
            f"the client {parents[0][1]} has over {_MAX_RESOURCES} resources"
        )
    yield from _read_methods(owner, resource)
    if len(resource) >= _MAX_DEPTH:
        return
    for name, key in owner.attributes.items():
        if not name.startswith("_") and key not in (*parents, owner.key):
            path, above = (*resource, name), (*parents, owner.key)
            yield from _walk(classes.get(key), path, classes, above, budget)


def _read_methods(owner: Class, resource: tuple[str, ...]) -> Iterator[SdkCall]:
    for name, method in owner.methods.items():
        if name.startswith("_") or _VARIANT.search(name):
            continue
        if name in owner.attributes:
            continue
        requests, is_direct = owner.requests_of(name)
        result, item = _find_result(method.node.returns)
        for request in requests:
            yield SdkCall(
                resource=resource,
                name=name,
                request=request,
                result=result,
                item=item,
                is_deprecated=is_deprecated(method.node),
                is_direct=is_direct,
                file=method.module.file,
                line=method.node.lineno,
                arguments=_read_arguments(method.node),
            )


def _find_result(returns: ast.expr | None) -> tuple[str, str]:
    """Return the name of the class that a function returns, and that of its items."""
    match returns:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name, ""
        case ast.Subscript(value=outer, slice=inner):
            return _find_result(outer)[0], _find_result(inner)[0]
        case ast.Constant(value=str(text)):
            try:
                return _find_result(ast.parse(text, mode="eval").body)
            except (SyntaxError, ValueError, RecursionError, MemoryError):
                return "", ""
        case _:
            return "", ""


def _read_api_classes(classes: Classes) -> list[SdkCall]:
    """Return the calls of classes such as `PetsApi`, each of which is a resource."""
    calls: list[SdkCall] = []
    for key in classes.keys:
        match = _API_CLASS.fullmatch(key[1])
        if match and not key[1].startswith(("Async", "_")):
            resource = ("_".join(split_words(match[1])),)
            calls.extend(_read_methods(classes.get(key), resource))
    return calls


def _read_functions(modules: Modules) -> list[SdkCall]:
    """Return the calls of modules with one operation each: `api/pets/list_pets.py`."""
    calls: list[SdkCall] = []
    for module in modules.by_name.values():
        function = module.functions.get("_get_kwargs")
        parts = module.name.split(".")
        if function is None or "api" not in parts:
            continue
        *resource, name = parts[parts.index("api") + 1 :]
        calls.extend(
            SdkCall(
                tuple(resource), name, request, file=module.file, line=function.lineno
            )
            for request in find_requests(function)
        )
    return calls
