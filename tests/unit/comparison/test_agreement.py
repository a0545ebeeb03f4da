"""griffe and mypy detect no break that the comparison does not name.

Programs use everything of the old client. mypy checks them with the new client, and griffe
compares the sources of both. Each error needs a change with the same subject.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path
from random import Random

import pytest
import yaml

from generator.comparison import Change, compare
from generator.comparison.sides import Side
from generator.config import Config
from generator.diagnostics import Diagnostics
from generator.pipeline import Generated, analyze
from tests.clients import generate
from tests.unit.comparison.callers import Callers, unnamed_errors
from tests.unit.comparison.cases import all_cases
from tests.unit.comparison.checking import mypy_messages, write_client
from tests.unit.comparison.griffe_breakages import unnamed_breakages
from tests.unit.comparison.mutations import mutate

DATES = ("2022-06", "2023-07", "2024-01", "2024-07", "2025-01", "2026-08")
SEEDS = range(60)


@dataclass(frozen=True)
class _Pair:
    """Two clients, their changes, and the program of the old one."""

    name: str
    old: Side
    changes: tuple[Change, ...]
    lines: list[tuple[str, str]]

    def write_program(self, folder: Path) -> None:
        text = "\n".join(line for line, _ in self.lines)
        (folder / f"{self.name}.py").write_text(f"{text}\n", encoding="utf-8")


def _unnamed(pairs: list[_Pair], folder: Path, *flags: str) -> list[str]:
    """Return the errors that no change names, for each pair."""
    messages = mypy_messages(folder, *flags)
    return [
        f"{pair.name}: {error}"
        for pair in pairs
        for error in unnamed_errors(
            pair.old,
            pair.changes,
            pair.lines,
            [
                (message.line - 1, message.text)
                for message in messages
                if message.file == f"{pair.name}.py"
            ],
        )
    ]


@pytest.fixture(scope="module")
def client(
    shared: Path, tmp_path_factory: pytest.TempPathFactory
) -> Callable[[str], tuple[Generated, Path]]:
    """Return a function that writes the client of a date once, and its folder."""

    @cache
    def write(date: str) -> tuple[Generated, Path]:
        folder = tmp_path_factory.mktemp(date)
        document = shared / f"specs/openai/{date}.yaml"
        return generate(document, folder, "acme", "Acme", docs=False), folder

    return write


@pytest.mark.slow(seconds=60)
@pytest.mark.parametrize(("old", "new"), [*pairwise(DATES), (DATES[0], DATES[-1])])
def test_breaks_of_real_documents_are_named(
    old: str, new: str, client: Callable[[str], tuple[Generated, Path]]
) -> None:
    clients, folders = zip(client(old), client(new), strict=True)
    sides = [(each.api, each.package) for each in clients]
    before = Side(*sides[0])
    pair = _Pair("use", before, compare(*sides), Callers(before).lines())
    for folder in folders:
        pair.write_program(folder)
    assert mypy_messages(folders[0]) == []
    assert mypy_messages(folders[1]) != []
    assert _unnamed([pair], folders[1]) == []
    assert unnamed_breakages(before, pair.changes, folders) == []


def _write_pair(name: str, folder: Path, documents: tuple[str, str]) -> _Pair:
    """Write both clients of a pair and its program."""
    clients = []
    for side, document in zip(("old", "new"), documents, strict=True):
        (folder / side).mkdir(exist_ok=True)
        path = folder / side / f"{name}.yaml"
        path.write_text(document, encoding="utf-8")
        config = Config(f"acme_{name}", "Acme", (path.name,), directory=path.parent)
        analysis = analyze(config, Diagnostics())
        clients.append((analysis.api, analysis.package))
        write_client(config, folder / side)
    old = Side(*clients[0])
    pair = _Pair(name, old, compare(*clients), Callers(old).lines())
    for side in ("old", "new"):
        pair.write_program(folder / side)
    return pair


def _mutated(seed: int) -> tuple[str, str]:
    random = Random(seed)
    counts = (random.randrange(3), random.randrange(1, 5))
    old, new = (yaml.safe_dump(mutate(random, count)) for count in counts)
    return old, new


def _check(pairs: list[_Pair], folder: Path) -> None:
    flags = ("--implicit-reexport",)
    assert mypy_messages(folder / "old", *flags) == []
    assert mypy_messages(folder / "new", *flags) != []
    assert _unnamed(pairs, folder / "new", *flags) == []
    folders = (folder / "old", folder / "new")
    breakages = [
        f"{pair.name}: {text}"
        for pair in pairs
        for text in unnamed_breakages(pair.old, pair.changes, folders)
    ]
    assert breakages == []


@pytest.mark.slow
def test_breaks_of_random_changes_are_named(tmp_path: Path) -> None:
    pairs = [_write_pair(f"n{seed}", tmp_path, _mutated(seed)) for seed in SEEDS]
    _check(pairs, tmp_path)


@pytest.mark.slow
def test_breaks_of_all_cases_are_named(tmp_path: Path) -> None:
    pairs = [
        _write_pair(f"{name}_{direction}", tmp_path, documents)
        for case in all_cases()
        for name in (case.rule.replace("-", "_"),)
        for direction, documents in (
            ("forward", (case.old, case.new)),
            ("back", (case.new, case.old)),
        )
    ]
    _check(pairs, tmp_path)
