"""Webhooks of clients with selected operations."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.unit.cli.conftest import Run

pytestmark = pytest.mark.slow


def webhook(name: str) -> dict[str, Any]:
    schema = {
        "type": "object",
        "required": ["type"],
        "properties": {
            "type": {"const": name},
            name.partition(".")[2]: {"type": "string"},
        },
    }
    content = {"application/json": {"schema": schema}}
    responses = {"200": {"description": "ok"}}
    return {"post": {"requestBody": {"content": content}, "responses": responses}}


def document() -> str:
    operation = {"responses": {"204": {"description": "ok"}}}
    value = {
        "openapi": "3.1.0",
        "info": {"title": "Acme", "version": "1"},
        "paths": {
            "/a": {"get": {**operation, "operationId": "getA"}},
            "/b": {"get": {**operation, "operationId": "getB"}},
        },
        "webhooks": {name: webhook(name) for name in ("order.paid", "order.sent")},
    }
    return json.dumps(value)


def generated() -> str:
    files = sorted(Path("generated/acme_client").rglob("*.py"))
    return "".join(f"{file}\n{file.read_text()}" for file in files)


@pytest.mark.parametrize(
    ("only", "paid", "sent"),
    [
        ([], True, True),
        (["getA"], False, False),
        (["getA", "webhooks.*"], True, True),
        (["*"], True, True),
        (["getA", "webhooks.order.sent"], False, True),
    ],
)
def test_webhooks_are_selected_like_operations(
    here: Path, run: Run, only: list[str], paid: bool, sent: bool
) -> None:
    Path("openapi.json").write_text(document())
    flags = [item for pattern in only for item in ("--only", pattern)]
    run("generate", "openapi.json", *flags)
    code = generated()
    assert ("paid: str" in code, "sent: str" in code) == (paid, sent)
    assert ("_runtime/webhooks" in code) == (paid or sent)


def test_webhooks_can_be_excluded(here: Path, run: Run) -> None:
    Path("openapi.json").write_text(document())
    settings = 'specs = ["openapi.json"]\nexclude = ["webhooks.*.paid"]\n'
    Path("pyproject.toml").write_text(f"[tool.oasmith]\n{settings}")
    run("generate")
    assert "paid: str" not in generated() and "sent: str" in generated()


def test_an_unknown_webhook_is_an_error(here: Path, run: Run) -> None:
    Path("openapi.json").write_text(document())
    flags = ("--only", "getA", "--only", "webhooks.order.lost")
    assert (
        "matches no operation" in run("generate", "openapi.json", *flags, code=2).stderr
    )


@pytest.mark.parametrize("used", [True, False])
def test_used_webhooks_stay(here: Path, run: Run, used: bool) -> None:
    Path("openapi.json").write_text(document())
    code = "from acme_client import Acme\nclient = Acme()\nclient.a.retrieve()\n"
    line = "client.webhooks.unwrap(b'', {})\n" if used else ""
    Path("caller.py").write_text(code + line)
    result = run("generate", "openapi.json", "--used", "caller.py")
    assert ('"webhooks.*"]' in result.stderr) == used
    assert ("paid: str" in generated()) == used
