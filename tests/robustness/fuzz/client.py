"""Check that a generated client can be compiled, imported, created and called."""

from __future__ import annotations

import asyncio
import importlib
import inspect
import itertools
import json
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

from tests.robustness.fuzz.arguments import UNKNOWN, minimal
from tests.robustness.fuzz.runtime import SharedRuntime
from tests.robustness.fuzz.verdicts import Failure

_MOST_CALLS = 25
_MOST_MODULES = 150
_MOST_ASYNC = 4
_DEEPEST = 4


def check(output: Path, package: str, name: str) -> None:
    """Raise `Failure` if a part of a client cannot be used."""
    sys.dont_write_bytecode = True
    sys.path.insert(0, str(output))
    _compile(output / package)
    SharedRuntime(package).install()
    module = _import(output, package)
    mock = _attempt("constructs", output, lambda: module.testing.MockAPI())
    calls, base_url = _known(output / package)
    generated = _attempt(
        "constructs", output, lambda: _construct(module, name, mock.client(), base_url)
    )
    for call in calls[:_MOST_CALLS]:
        _attempt("calls", output, lambda: _walk(_call(generated, call), _DEEPEST), call)
    _attempt(
        "calls",
        output,
        lambda: asyncio.run(_asynchronous(module, name, calls, base_url)),
    )


def _compile(package: Path) -> None:
    for path in sorted(package.rglob("*.py")):
        if "_runtime" in path.parts:
            continue
        try:
            compile(path.read_bytes(), str(path), "exec", dont_inherit=True)
        except (SyntaxError, ValueError) as error:
            raise Failure("compiles", _summarize(error), f"{path}: {error!r}") from None


def _import(output: Path, package: str) -> ModuleType:
    results: ModuleType = _attempt(
        "imports", output, lambda: importlib.import_module(package)
    )
    files = sorted((output / package).rglob("*.py"))
    own = [path for path in files if "_runtime" not in path.parts]
    for path in own[:_MOST_MODULES]:
        parts = path.relative_to(output).with_suffix("").parts
        dotted = ".".join(part for part in parts if part != "__init__")
        _attempt("imports", output, lambda: importlib.import_module(dotted))
    for public in getattr(results, "__all__", ()):
        _attempt("imports", output, lambda: getattr(results, public))
    return results


def _attempt(kind: str, output: Path, action: Any, call: str = "") -> Any:
    from tests.robustness.fuzz.oracle import format_error, place_of

    try:
        return action()
    except Failure:
        raise
    except (MemoryError, KeyboardInterrupt):
        raise
    except BaseException as error:
        if kind == "calls" and _documented(error):
            return None
        place = place_of(error, "generator")
        if place == type(error).__name__:
            place = place_of(error, output.name)
        signature = f"{place.partition(' ')[0]} {_generic(place)}"
        raise Failure(kind, signature, f"{call}\n{format_error(error)}") from None


def _generic(place: str) -> str:
    """Return the location in the runtime, since names of client modules are arbitrary."""
    _, _, where = place.partition(" ")
    return where if where.startswith("runtime/") else "client"


def _documented(error: BaseException) -> bool:
    """Return whether an exception is documented for calls."""
    if isinstance(error, ValueError) and "must be an absolute URL" in str(error):
        return True
    return "APIError" in {kind.__name__ for kind in type(error).__mro__}


def _summarize(error: BaseException) -> str:
    return f"{type(error).__name__} {str(error).partition('(')[0].strip()}"


def _known(package: Path) -> tuple[list[str], str]:
    """Return the calls of a client, and a base URL if it has no server."""
    data = json.loads((package / "_samples.json").read_bytes())
    served = data["servers"][:1] and "://" in data["servers"][0]
    calls = [operation["call"] for operation in data["operations"]]
    return calls, "" if served else "https://api.test"


def _construct(module: ModuleType, name: str, http_client: Any, base_url: str) -> Any:
    kind = getattr(module, name)
    argument: dict[str, Any] = {"http_client": http_client, "max_retries": 0}
    for key, parameter in inspect.signature(kind.__init__).parameters.items():
        text = str(parameter.annotation)
        if key in ("self", "http_client", "max_retries"):
            continue
        if key == "base_url":
            if base_url or parameter.default is parameter.empty:
                argument[key] = base_url or "https://api.test"
        elif key in ("server", "webhook_secret") or not text.startswith("str"):
            continue
        else:
            argument[key] = "secret"
    return kind(**argument)


def _call(generated: Any, call: str) -> Any:
    """Call an operation with minimal arguments."""
    target = generated
    for part in call.split("."):
        target = getattr(target, part)
    positional, named = _arguments(target)
    try:
        return target(*positional, **named)
    except (TypeError, ValueError):
        guessed = [item for item in (*positional, *named.values()) if item == UNKNOWN]
        if not guessed:
            raise
    texts = {key: "x" if item == UNKNOWN else item for key, item in named.items()}
    return target(*("x" if item == UNKNOWN else item for item in positional), **texts)


def _arguments(target: Any) -> tuple[list[Any], dict[str, Any]]:
    positional: list[Any] = []
    named: dict[str, Any] = {}
    for key, parameter in inspect.signature(target).parameters.items():
        if parameter.default is not inspect.Parameter.empty:
            continue
        if parameter.kind in (parameter.VAR_KEYWORD, parameter.VAR_POSITIONAL):
            continue
        value = minimal(str(parameter.annotation))
        if parameter.kind is parameter.KEYWORD_ONLY:
            named[key] = value
        else:
            positional.append(value)
    return positional, named


async def _asynchronous(
    module: ModuleType, name: str, calls: list[str], base_url: str
) -> None:
    mock = module.testing.MockAPI()
    generated = _construct(module, f"Async{name}", mock.async_client(), base_url)
    for call in calls[:_MOST_ASYNC]:
        try:
            result = _call(generated, call)
            if inspect.isawaitable(result):
                await result
        except Exception as error:
            if not _documented(error):
                raise


def _walk(value: Any, depth: int) -> None:
    """Read all fields of a response, so that they are converted."""
    if depth == 0 or value is None or isinstance(value, (str, bytes, int, float)):
        return
    if isinstance(value, dict):
        for item in itertools.islice(value.values(), 20):
            _walk(item, depth - 1)
    elif isinstance(value, list) or hasattr(value, "__next__"):
        for item in itertools.islice(value, 5):
            _walk(item, depth - 1)
    elif hasattr(value, "to_dict"):
        repr(value)
        value.to_dict()
        for key in itertools.islice(vars(type(value)).get("__annotations__", {}), 60):
            try:
                results = getattr(value, key)
            except AttributeError as error:
                if (
                    "required" in str(error)
                    or "absent" in str(error)
                    or "has no" in str(error)
                ):
                    continue
                raise
            _walk(results, depth - 1)
