"""Calls that fail, for tests of errors."""

from __future__ import annotations

from collections.abc import Callable
from types import ModuleType
from typing import Any

import pytest

from tests.unit.runtime.conftest import Server, json_reply

Serve = Callable[..., Server]


GOOD = json_reply({"id": "c", "choices": []})


def create_client(acme: ModuleType, server: Server, **settings: Any) -> Any:
    return acme.Acme(api_key="sk-test-secret", base_url=server.url, **settings)


def call_failing(acme: ModuleType, server: Server, **settings: Any) -> Any:
    """Return the exception that a request raises."""
    with pytest.raises(acme.errors.APIError) as raised:
        create_client(acme, server, **settings).chat.completions.retrieve("x")
    return raised.value
