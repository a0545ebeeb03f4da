"""mypy accepts witnesses with the old client, and rejects them with the new one.

The clients of all cases share one copy of the runtime, and mypy runs twice: for the old
clients and for the new ones.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.comparison import Change, Level
from tests.unit.comparison.cases import all_cases
from tests.unit.comparison.checking import mypy_errors, write_client

NOT_TYPED = {
    "argument-order-changed": "the types of the arguments are the same",
    "credential-changed": "the arguments of the client are the same",
    "event-type-changed": "a stream is read by a loop, which is longer than a line",
    "field-renamed": "another attribute has the name",
    "member-added": "members are distinguished by code that is longer than a line",
    "resource-class-renamed": "another class has the name",
    "server-removed": "the argument accepts any string",
    "streaming-removed": "a stream is read by a loop, which is longer than a line",
    "type-kind-changed": "most uses of a name are the same for classes and aliases",
}
"""Breaking rules whose changes have no witness, with the reason."""


def test_breaking_rules_without_a_witness_are_known(tmp_path: Path) -> None:
    missing = {
        change.rule.id
        for case in all_cases()
        for change in case.changes(tmp_path)
        if change.level is Level.BREAKING and not change.witness
    }
    assert missing == set(NOT_TYPED)


@pytest.mark.slow
def test_mypy_agrees_with_the_witnesses(tmp_path: Path) -> None:
    witnesses = _write_witnesses(tmp_path)
    assert len(witnesses) > 30
    accepted, rejected = (
        mypy_errors(tmp_path / side, "--implicit-reexport") for side in ("old", "new")
    )
    assert accepted == {}
    assert set(witnesses) - set(rejected) == set()


def _write_witnesses(folder: Path) -> dict[str, Change]:
    """Write both clients and the witnesses of each case; return the witnesses by file."""
    result: dict[str, Change] = {}
    for case in all_cases():
        package = f"acme_{case.rule.replace('-', '_')}"
        changes = case.changes(folder, package)
        for side in ("old", "new"):
            config = case.config(folder, side, package)
            write_client(config, folder / side)
            for number, change in enumerate(changes):
                if change.witness:
                    name = f"{case.rule.replace('-', '_')}_{number}.py"
                    (folder / side / name).write_text(change.witness + "\n")
                    result[name] = change
    return result
