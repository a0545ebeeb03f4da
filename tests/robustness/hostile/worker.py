"""Use generated packages in a separate process.

Each line of standard input is a directory and a package as a JSON array; each line of
standard output is the array of what went wrong.
"""

from __future__ import annotations

import asyncio
import importlib
import inspect
import json
import pathlib
import re
import sys
import traceback
import warnings
from collections.abc import Callable, Iterator
from typing import Any

_BASE_URL = "https://a.test/v1"


def main() -> None:
    """Respond to each line of the input."""
    warnings.simplefilter("ignore", DeprecationWarning)
    for line in sys.stdin:
        directory, package, client, calls = json.loads(line)
        sys.path.insert(0, directory)
        importlib.invalidate_caches()
        try:
            faults = list(_faults(pathlib.Path(directory), package, client, calls))
        except BaseException:
            faults = [traceback.format_exc()]
        sys.path.remove(directory)
        for name in [name for name in sys.modules if name.split(".")[0] == package]:
            del sys.modules[name]
        print(json.dumps(faults), flush=True)


def _faults(
    directory: pathlib.Path, package: str, client: str, calls: list[tuple[str, object]]
) -> Iterator[str]:
    for file in sorted((directory / package).rglob("*.py")):
        parts = file.relative_to(directory).with_suffix("").parts
        if "_runtime" in parts:
            continue
        name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
        yield from _imported(name)
    module = importlib.import_module(package)
    testing = importlib.import_module(f"{package}.testing")
    yield from _annotations(package)
    for asynchronous in (False, True):
        generated = getattr(module, f"Async{client}" if asynchronous else client)
        yield from _called(generated, testing, calls, asynchronous)


def _imported(name: str) -> Iterator[str]:
    try:
        module = importlib.import_module(name)
        for public in getattr(module, "__all__", ()):
            getattr(module, public)
    except Exception:  # any fault is printed for the test
        yield f"import {name}: {traceback.format_exc()}"


def _annotations(package: str) -> Iterator[str]:
    declarations = importlib.import_module(f"{package}._runtime.models.declarations")
    plans = importlib.import_module(f"{package}._runtime.models.conversion")
    types = importlib.import_module(f"{package}.types")
    for name in [name for text in _lazy(types) for name in text.split()]:
        try:
            result = getattr(types, name)
            if isinstance(result, type) and hasattr(result, "from_dict"):
                declaration = declarations.declaration_of(result)
                declaration.literals()
                plans.model_converter(result)({})
                result.from_dict({key: [{}] for key in declaration.by_key})
                plans.model_converter(result)({key: {} for key in declaration.by_key})
        except Exception:  # any fault is printed for the test
            yield f"types.{name}: {traceback.format_exc()}"


def _lazy(types: Any) -> list[str]:
    return list(getattr(types, "_NAMES", {}).values())


def _called(
    generated: Any, testing: Any, calls: list[tuple[str, object]], asynchronous: bool
) -> Iterator[str]:
    class Mock(testing.MockAPI):  # type: ignore[misc]
        """A mock that also issues tokens."""

        def _handle(self, request: Any) -> Any:
            import httpx2

            if b"grant_type=" in request.content:
                return httpx2.Response(200, json={"access_token": "token"})
            return super()._handle(request)

    mock = Mock(_BASE_URL)
    http = mock.async_client() if asynchronous else mock.client()
    arguments = {
        name: ("user", "password") if "Pair" in str(item.annotation) else "secret"
        for name, item in inspect.signature(generated).parameters.items()
        if "Secret" in str(item.annotation)
    }
    try:
        # A server variable without a default must be passed, so a URL is passed.
        generated(base_url=_BASE_URL, **arguments)
        client = generated(
            http_client=http, max_retries=0, base_url=_BASE_URL, **arguments
        )
    except Exception:  # any fault is printed for the test
        yield f"the client: {traceback.format_exc()}"
        return
    for call, body in calls:
        for whole in (False, True):
            try:
                method = client
                for name in call.split("."):
                    method = getattr(method, name)
                response = method(*_positional(method), **_named(method, whole, body))
                if asynchronous:
                    response = asyncio.run(_awaited(response))
                if inspect.isgenerator(response):
                    list(response)
            except Exception:  # any fault is printed for the test
                yield f"{call}: {traceback.format_exc()}"


async def _awaited(response: Any) -> Any:
    return await response if inspect.isawaitable(response) else response


def _positional(method: Callable[..., Any]) -> list[object]:
    return [
        _value(str(item.annotation), None)
        for item in inspect.signature(method).parameters.values()
        if item.kind is item.POSITIONAL_OR_KEYWORD and item.default is item.empty
    ]


def _named(method: Callable[..., Any], whole: bool, body: object) -> dict[str, object]:
    return {
        name: _value(str(item.annotation), body if name == "body" else None)
        for name, item in inspect.signature(method).parameters.items()
        if item.kind is item.KEYWORD_ONLY
        if (whole and "Stream" not in str(item.annotation))
        or item.default is item.empty
    }


def _value(annotation: str, other: object) -> object:
    """Return a value for a parameter type, or a default for types that are not scalar."""
    if annotation.startswith(("Sequence", "list")):
        return ["a"]
    if annotation.startswith(("int", "float")):
        return 1
    if annotation.startswith("bool"):
        return True
    if re.match(r"FileTypes\b", annotation):
        return b"content"
    if annotation.startswith("Mapping"):
        return {"a": "b"}
    scalar = annotation.startswith(("str", "bytes", "Literal"))
    return other if other is not None and not scalar else "a"


if __name__ == "__main__":
    main()
