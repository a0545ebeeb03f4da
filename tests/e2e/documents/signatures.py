"""The arguments that the signature of a generated method accepts."""

from __future__ import annotations

import inspect
import sys
from collections.abc import Callable
from types import ModuleType
from typing import Any

from hypothesis import strategies as st

from tests.e2e.documents.sendable import names_of, strategy_of


def argument_strategies(
    client: ModuleType, method: Callable[..., Any], place: str | None = None
) -> st.SearchStrategy[tuple[tuple[Any, ...], dict[str, Any]]]:
    """Return values for the positional and the keyword arguments of a method.

    Args:
        client: the generated package.
        method: method of a resource, or one of its overloads.
        place: where the arguments are sent. Default: positional arguments are in the
            path, and others have strings that are valid in headers as well.
    """
    names = {**names_of(client), **vars(sys.modules[method.__module__])}
    positional: list[st.SearchStrategy[Any]] = []
    keywords: dict[str, st.SearchStrategy[Any]] = {}
    for name, parameter in inspect.signature(method).parameters.items():
        if parameter.kind is parameter.VAR_KEYWORD or name == "self":
            continue
        is_keyword = parameter.kind is parameter.KEYWORD_ONLY
        type_ = eval(str(parameter.annotation), names)
        strategy = strategy_of(
            type_, client, place or ("headers" if is_keyword else "path")
        )
        if is_keyword:
            keywords[name] = strategy
        else:
            positional.append(strategy)
    return st.tuples(st.tuples(*positional), st.fixed_dictionaries(keywords))
