"""The table reports all faults of generated clients."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.corpus import checkers
from tests.corpus import measure as measuring
from tests.corpus.checkers import PACKAGE, find_errors, pyright, run, unformatted
from tests.corpus.documents import Document, counts
from tests.corpus.measure import compare_second_run, measure
from tests.corpus.table import YARDSTICK, Row, closing, judge_cost, line
from tests.patience import longer_if_late

pytestmark = pytest.mark.slow

PETS = """\
openapi: 3.2.0
info: {title: Pets, version: "1"}
paths:
  /pets:
    get: {responses: {"204": {description: ok}}}
    query: {responses: {"204": {description: ok}}}
    additionalOperations: {COPY: {responses: {"204": {description: ok}}}}
    parameters: []
  /boxes: {$ref: boxes.yaml}
  x-note: {get: {}}
components: {schemas: {Pet: {type: object}, Box: {type: string}}}
"""


@pytest.fixture
def pets(tmp_path: Path) -> Document:
    (tmp_path / "pets.yaml").write_text(PETS, "utf-8")
    (tmp_path / "boxes.yaml").write_text("post: {responses: {}}\n", "utf-8")
    return Document("pets", tmp_path / "pets.yaml")


def test_operations_and_schemas_are_counted(pets: Document) -> None:
    assert counts(pets.path) == (4, 2)


def test_valid_document_has_no_faults(pets: Document, tmp_path: Path) -> None:
    row = measure(pets, False, tmp_path)
    compare_second_run([pets], [row])
    assert row.faults == []
    assert (row.generated, row.declared, row.broken, row.same) == (4, 2, 0, True)
    assert row.megabytes == pytest.approx((len(PETS) + 23) / 1e6, rel=0.05)
    assert row.mypy == row.pyright == row.unformatted == -1
    assert "4/4" in line(row)


def test_lost_operations_are_faults(
    pets: Document, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(measuring, "counts", lambda path: (5, 3))
    monkeypatch.setattr(measuring, "_second_digests", lambda paths: {})
    row = measure(pets, False, tmp_path)
    compare_second_run([pets], [row])
    assert row.faults == [
        "4 of 5 operations",
        "2 of 3 schemas",
        "a second run gave other bytes",
    ]


def test_import_errors_are_faults(
    pets: Document, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(measuring, "imports", lambda folder: ["corpus_client.x Error"])
    row = measure(pets, False, tmp_path)
    assert row.broken == 1
    assert row.faults == ["does not import: corpus_client.x Error"]


def test_tracebacks_and_errors_are_faults(
    pets: Document, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pets.path.write_text("openapi: 9.0\npaths: {}\n", "utf-8")
    assert measure(pets, False, tmp_path).faults == ["nothing was generated"]

    def fail(*arguments: object) -> None:
        raise KeyError("gone")

    monkeypatch.setattr(measuring, "build", fail)
    assert measure(pets, False, tmp_path).faults == ["KeyError: 'gone'"]


def test_timeouts_are_faults(
    pets: Document, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def hang(*arguments: object) -> None:
        while True:
            pass

    monkeypatch.setattr(measuring, "build", hang)
    monkeypatch.setattr(measuring, "_PATIENCE", 1)
    assert measure(pets, False, tmp_path).faults == [
        "TimeoutError: not done after 1 seconds"
    ]


def test_cost_is_relative_to_the_document_of_openai() -> None:
    rows = [
        Row(YARDSTICK, seconds=1.0, megabytes=2.0),
        Row("dear", seconds=6.0, megabytes=1.0),
        Row("small", seconds=0.1, megabytes=0.001),
    ]
    judge_cost(rows)
    assert [round(row.cost, 1) for row in rows] == [1.0, 12.0, 4.0]
    assert [len(row.faults) for row in rows] == [0, 1, 0]
    assert closing(rows).startswith("2 of 3 documents without fault")


def test_cost_is_not_checked_without_the_document_of_openai() -> None:
    rows = [Row("dear", seconds=100.0, megabytes=1.0)]
    judge_cost(rows)
    assert rows[0].faults == []


def test_every_line_with_an_error_is_counted() -> None:
    output = """\
/client/types/a.py
  /client/types/a.py:3:9 - error: Code is too complex to analyze (reportGeneralTypeIssues)
  /client/types/a.py:7:1 - warning: "b" is not accessed
/client/types/b.py: error: Maximum parse depth exceeded
error: internal error
c.py:4: error: Missing return statement  [return]
c.py:4: note: see the page about errors
3 errors, 1 warning, 0 informations
Found 1 error in 1 file (checked 5 source files)
"""
    assert [line.partition(": ")[2] for line in find_errors(output, 1)] == [
        "Code is too complex to analyze (reportGeneralTypeIssues)",
        "error: Maximum parse depth exceeded",
        "internal error",
        "error: Missing return statement  [return]",
    ]


@pytest.mark.parametrize(
    ("output", "code", "expected"),
    [
        ("Success: no issues found in 5 source files", 0, []),
        (
            'An internal error occurred while type checking file "a.py": RangeError\n'
            "    at run (typeEvaluator.ts:5325:5)",
            2,
            ['An internal error occurred while type checking file "a.py": RangeError'],
        ),
        (
            "a.py:3: error: INTERNAL ERROR -- Please try using mypy master",
            2,
            ["a.py:3: error: INTERNAL ERROR -- Please try using mypy master"],
        ),
        (
            "Traceback (most recent call last):\nRecursionError",
            1,
            ["Traceback (most recent call last):"],
        ),
        ("a.py\nKilled\n", -9, ["exit code -9: Killed"]),
        ("", 1, ["exit code 1: "]),
        ("a.py:4: note: error codes", 0, []),
        ("checking a.py", None, ["not done after 900 seconds"]),
    ],
)
def test_failures_of_checkers_are_errors(
    output: str, code: int | None, expected: list[str]
) -> None:
    assert find_errors(output, code) == expected


@pytest.fixture
def packages(tmp_path: Path) -> list[Path]:
    """Packages, the second of which has a type error."""
    values = {"a": "1", "b": '"text"', "c": "2"}
    for name, value in values.items():
        package = tmp_path / name / PACKAGE
        package.mkdir(parents=True)
        (package / "__init__.py").write_text(f"x: int = {value}\n", "utf-8")
    return [tmp_path / name for name in values]


def test_pyright_checks_several_packages(packages: list[Path]) -> None:
    first, second, third = packages
    errors = pyright(packages)
    assert list(map(len, errors.values())) == [0, 1, 0]
    assert "is not assignable to declared type" in errors[second][0]
    assert pyright([second])[second] != []
    assert pyright([first, third]) == {first: [], third: []}


def test_files_that_black_changes(packages: list[Path]) -> None:
    first, second, third = packages
    assert unformatted(first) == unformatted(second) == []
    (second / PACKAGE / "types").mkdir()
    (second / PACKAGE / "types/a.py").write_text("x=1\n", "utf-8")
    (second / PACKAGE / "_runtime").mkdir()
    (second / PACKAGE / "_runtime/b.py").write_text("x=1\n", "utf-8")
    assert unformatted(second) == [f"{PACKAGE}/types/a.py: would be reformatted"]
    (third / PACKAGE / "__init__.py").write_text("x = (\n", "utf-8")
    (line,) = (text.lower() for text in unformatted(third))
    assert line.startswith(f"{PACKAGE}/__init__.py: cannot parse")


def test_packages_are_checked_singly_after_an_error_of_no_package(
    packages: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    commands: list[list[str]] = []

    def run(command: list[str], directory: Path) -> tuple[str, int]:
        commands.append(command)
        return ("error: out of memory\n", 1) if len(commands) == 1 else ("", 0)

    monkeypatch.setattr(checkers, "run", run)
    assert pyright(packages) == {package: [] for package in packages}
    assert [len(command) for command in commands] == [8, 6, 6, 6]


@longer_if_late
def test_checker_that_hangs_is_stopped_with_its_children(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, factor: int
) -> None:
    monkeypatch.setattr(checkers, "_PATIENCE", 2 * factor)
    wait = "import time; print('started', flush=True); time.sleep(600)"
    start = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {wait!r}])"
    text, code = run([sys.executable, "-c", start], tmp_path)
    assert (text, code) == ("started\n", None)
    assert find_errors(text, code) == [f"not done after {2 * factor} seconds"]


def test_exit_code_of_a_checker_is_returned(tmp_path: Path) -> None:
    code = "import sys; print('gone'); sys.exit(3)"
    assert run([sys.executable, "-c", code], tmp_path) == ("gone\n", 3)
