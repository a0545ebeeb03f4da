"""Calls of the client itself, such as `client.embed()`, become callable resources."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.adoption import Sdk, SdkCall, adopt_names, match_operations
from generator.adoption.calls import Request
from generator.config import Config
from generator.diagnostics import Diagnostics
from generator.model.operations import Operation
from generator.normalizer import normalize
from generator.pipeline import read

DOCUMENT = """
openapi: 3.1.0
info: {title: Shop, version: '1'}
servers: [{url: https://shop.test}]
paths:
  /embed: {post: {operationId: embed, responses: {'204': {description: Done.}}}}
  /check-key: {post: {operationId: checkAPIKey, responses: {'204': {description: Done.}}}}
  /orders: {get: {operationId: listOrders, responses: {'204': {description: Done.}}}}
"""


def operations(document: str, names: dict[str, str]) -> list[Operation]:
    config = Config(package="p", client="P", specs=(document,), names=names)
    diagnostics = Diagnostics()
    return list(normalize(read(config, diagnostics), config, diagnostics).operations)


@pytest.fixture
def document(tmp_path: Path) -> str:
    file = tmp_path / "openapi.yaml"
    file.write_text(DOCUMENT)
    return str(file)


SDK = Sdk(
    "shop",
    "client with resources",
    (
        SdkCall((), "embed", Request("POST", "embed")),
        SdkCall((), "check_api_key", Request("POST", "check-key")),
        SdkCall(("orders",), "list", Request("GET", "orders")),
    ),
)


def test_only_calls_that_differ_are_settings(document: str) -> None:
    known = operations(document, {})
    adopted = adopt_names(match_operations(SDK, known), known)
    assert adopted.names == {"checkAPIKey": "check_api_key"}
    assert not adopted.aliases


def test_adopted_settings_leave_nothing_to_adopt(document: str) -> None:
    known = operations(document, {"checkAPIKey": "check_api_key"})
    (check,) = (item for item in known if item.id == "checkAPIKey")
    assert check.calls_resource
    assert check.resource == ("check_api_key",)
    assert not adopt_names(match_operations(SDK, known), known).names


@pytest.mark.parametrize(
    "names",
    [
        {"embed": "run", "checkAPIKey": "run"},
        {"embed": "jobs.run", "checkAPIKey": "jobs.run"},
        {"embed": "jobs.run", "POST /check-key": "jobs.run"},
        {"POST *": "jobs.run"},
        {"embed": "jobs.runAll", "checkAPIKey": "jobs.run_all"},
    ],
)
def test_two_operations_cannot_have_one_call(
    document: str, names: dict[str, str]
) -> None:
    config = Config(package="p", client="P", specs=(document,), names=names)
    diagnostics = Diagnostics()
    normalize(read(config, diagnostics), config, diagnostics)
    messages = {
        item.message for item in diagnostics if item.rule.code == "unknown-name"
    }
    assert messages == {
        f"`names`: {call!r} is the call of several operations"
        for call in names.values()
    }
