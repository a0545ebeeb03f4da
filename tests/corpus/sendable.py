"""Calls of generated clients of the corpus with random arguments of the declared types.

`python -m tests.corpus.sendable` measures all operations of all documents.
"""

from __future__ import annotations

import importlib
import json
import re
import sys
import tempfile
import typing
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

import click
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from tests.clients import generate, import_from
from tests.corpus.documents import Document, documents
from tests.e2e.documents.signatures import argument_strategies

Arguments = st.SearchStrategy[tuple[tuple[Any, ...], dict[str, Any]]]
BASE_URL = "https://acme.test"
_EMPTY_PATH = "Expected a non-empty value"


class Failure(NamedTuple):
    """A call that was not sent: the method, its arguments, and the error."""

    call: str
    arguments: str
    error: str


class Result(NamedTuple):
    """The number of calls, and those that failed."""

    calls: int
    failures: list[Failure]


def measure_calls(document: Document, operations: slice, examples: int) -> Result:
    """Generate the client of a document, and call its methods with a mock.

    Args:
        document: the document.
        operations: the operations to call.
        examples: number of calls for each signature.
    """
    with tempfile.TemporaryDirectory(prefix="oasmith-calls-") as directory:
        client = _import_client(document, Path(directory))
        calls = 0
        failures: list[Failure] = []
        for name, method in _methods(client, operations):
            for signature in typing.get_overloads(method) or [method]:
                strategy = argument_strategies(client, signature)
                results = _call(name, method, strategy, examples)
                calls += len(results)
                failures += filter(None, results)
    return Result(calls, failures)


def _import_client(document: Document, directory: Path) -> ModuleType:
    package = f"sendable_{re.sub(r'[^a-z0-9]', '_', document.label.lower())}"
    generate(document.path, directory, package)
    return import_from(directory, package)


def _methods(
    client: ModuleType, operations: slice
) -> Iterator[tuple[str, Callable[..., Any]]]:
    """Yield the methods of a client that uses a mock."""
    mock = importlib.import_module(f"{client.__name__}.testing").MockAPI(BASE_URL)
    instance = client.Acme(http_client=mock.client(), max_retries=0, base_url=BASE_URL)
    samples = json.loads(
        (Path(str(client.__file__)).parent / "_samples.json").read_bytes()
    )
    for item in samples["operations"][operations]:
        target: Any = instance
        for part in item["call"].split("."):
            target = getattr(target, part)
        yield item["call"], target


def _call(
    name: str, method: Callable[..., Any], strategy: Arguments, examples: int
) -> list[Failure | None]:
    """Call a method; return `None` or the failure of each call."""
    results: list[Failure | None] = []

    @settings(
        max_examples=examples,
        deadline=None,
        derandomize=True,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(strategy)
    def run(arguments: tuple[tuple[Any, ...], dict[str, Any]]) -> None:
        error = _send(method, *arguments)
        failure = Failure(name, repr(arguments)[:300], error) if error else None
        results.append(failure)

    run()
    return results


def _send(
    method: Callable[..., Any], positional: tuple[Any, ...], keywords: dict[str, Any]
) -> str:
    """Call a method; return its error, or an empty string."""
    try:
        with warnings.catch_warnings():
            # Operations and arguments can be deprecated.
            warnings.simplefilter("ignore")
            method(*positional, **keywords)
    except Exception as error:  # reported as a failure
        # An empty list or object in a path is rejected, as documented.
        is_expected = _EMPTY_PATH in str(error)
        return "" if is_expected else f"{type(error).__name__}: {error}"[:300]
    return ""


@click.command()
@click.option("--only", metavar="NAME", default="", help="Documents with this label.")
@click.option("--step", default=1, help="Call one of this number of operations.")
@click.option("--start", default=0, help="Index of the first operation.")
def main(only: str, step: int, start: int) -> None:
    """Call the methods of all documents, and print the failures; 1 if there are any."""
    calls, failures = 0, 0
    for document in documents():
        if only in document.label:
            result = measure_calls(document, slice(start, None, step), examples=3)
            calls += result.calls
            failures += len(result.failures)
            print(f"{document.label}: {len(result.failures)} of {result.calls} failed")
            for item in result.failures:
                print(f"    {item.call}: {item.error}\n        {item.arguments}")
    print(f"{failures} of {calls} calls failed")
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
