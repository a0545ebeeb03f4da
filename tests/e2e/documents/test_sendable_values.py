"""Whatever the signature of a method accepts can be sent."""

from __future__ import annotations

import collections.abc
import datetime
import inspect
import itertools
import json
import typing
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.clients import generate, import_from
from tests.e2e.documents.sendable import build_document, strategy_of

KIND = "A schema describes values that its media type or style cannot represent."
RESULT = (
    "Arguments have types whose values can be sent: forms are mappings, other media types "
    "strings or files. JSON is preferred to ranges such as `application/*+json`."
)


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> ModuleType:
    """Return the client of a document with every kind of argument."""
    folder = tmp_path_factory.mktemp("sendable")
    spec = folder / "openapi.json"
    spec.write_text(json.dumps(build_document()))
    generate(spec, folder / "output", "sendable_client")
    return import_from(folder / "output", "sendable_client")


def methods(client: ModuleType) -> Iterator[tuple[str, Callable[..., Any]]]:
    """Yield the methods of a client that use a mock."""
    testing = __import__(f"{client.__name__}.testing", fromlist=["MockAPI"])
    generated = client.Acme(http_client=testing.MockAPI().client(), max_retries=0)
    folder = Path(str(client.__file__)).parent
    for item in json.loads((folder / "_samples.json").read_bytes())["operations"]:
        target: Any = generated
        for part in item["call"].split("."):
            target = getattr(target, part)
        yield f"{item['method']} {item['path']}", target


def arguments(
    client: ModuleType, method: Callable[..., Any], place: str
) -> tuple[list[st.SearchStrategy[Any]], dict[str, st.SearchStrategy[Any]]]:
    """Return strategies for the positional and the keyword arguments of a method."""
    names = {
        **vars(typing),
        **vars(collections.abc),
        **vars(client._runtime),
        **{name: getattr(client.types, name) for name in client.types.__all__},
        **{"datetime": datetime.datetime, "date": datetime.date},
        **{name: getattr(client._runtime, name) for name in ("FileTypes", "Omit")},
    }
    positional: list[st.SearchStrategy[Any]] = []
    keywords: dict[str, st.SearchStrategy[Any]] = {}
    for name, parameter in inspect.signature(method).parameters.items():
        if parameter.kind is parameter.VAR_KEYWORD:
            continue
        strategy = strategy_of(eval(str(parameter.annotation), names), client, place)
        if parameter.kind is parameter.KEYWORD_ONLY:
            keywords[name] = strategy
        else:
            positional.append(strategy)
    return positional, keywords


@pytest.fixture(scope="module")
def calls(client: ModuleType) -> list[tuple[str, Callable[..., Any], Any]]:
    """Return the operations with their methods and the strategy of their arguments."""
    result = []
    for operation, method in methods(client):
        first = operation.split(" ")[1].removeprefix("/").partition("_")[0]
        place = {"header": "headers", "cookie": "cookies"}.get(first, first)
        positional, keywords = arguments(client, method, place)
        strategy = st.tuples(st.tuples(*positional), st.fixed_dictionaries(keywords))
        result.append((operation, method, strategy))
    return result
