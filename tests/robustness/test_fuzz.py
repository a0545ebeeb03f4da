"""The fuzzer detects known failures, and a fixed set of cases has none."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.robustness.fuzz.arguments import minimal
from tests.robustness.fuzz.cases import Case, make_case
from tests.robustness.fuzz.reduce import reduce_case

REPOSITORY = Path(__file__).parents[2]
SEED, CASES, SECONDS = 7, 20, 12

_FAULTY = """
import json, sys, tempfile
from pathlib import Path
from tests.robustness.fuzz import oracle, sandbox
from tests.robustness.fuzz.cases import Case
sandbox.CPU_SECONDS, sandbox.IDLE_SECONDS, sandbox.MEGABYTES = 2, 8, 400
def act(arguments):
    print("error: nothing was written", file=sys.stderr)
    try:
        exec(arguments[1])
    except OSError:
        pass  # like the program
    sys.stdout.flush()
    sys.stderr.flush()
    return 1
oracle._run = act
found = {}
with tempfile.TemporaryDirectory() as folder:
    for action in json.loads(sys.argv[1]):
        case = Case(1, "", {}, ("generate", action))
        found[action] = sandbox.run_case(case, Path(folder)).kind
print(json.dumps(found))
"""
FAULTS = {
    "pass": "refused",
    "raise SystemExit('broken')": "fuzzer",
    "while True: pass": "hang",
    "open('pipe.yaml').read()": "hang",
    "open('../outside/canary.txt').read()": "read-outside",
    "open('link.yaml').read()": "read-outside",
    "open('/proc/self/environ').read()": "read-outside",
    "import os; print(os.environ['SECRET_CANARY'])": "read-outside",
    "import socket; socket.create_connection(('127.0.0.1', 9))": "read-outside",
    "open('../written', 'w').write('x')": "write-outside",
    "import os; os.remove('../outside/canary.txt')": "write-outside",
    "import os; os.mkdir('generated')": "exit-code",
    "import ctypes; ctypes.string_at(0)": "crash",
    "x = bytearray(450_000_000)": "memory",
}


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, *arguments]
    return subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True)


@pytest.mark.slow
def test_sandbox_detects_failures() -> None:
    done = run("-c", _FAULTY, json.dumps(list(FAULTS)))
    assert done.stdout and json.loads(done.stdout) == FAULTS, done.stderr


def test_cases_are_reproducible() -> None:
    assert [make_case(3, n) for n in range(30)] == [make_case(3, n) for n in range(30)]
    assert make_case(3, 1) != make_case(4, 1)


def test_failing_case_is_reduced() -> None:
    tree = {"a": {"b": [1, 2, {"bad": 1}]}, "c": "x" * 50, "d": [{}] * 20}
    files = {"x.json": json.dumps(tree).encode(), "y.json": b"{}"}
    case = Case(1, "", files, ("generate", "x.json"))
    smaller = reduce_case(
        case, lambda item: b"bad" in item.files.get("x.json", b""), 20
    )
    assert smaller.files == {"x.json": b'{"a": {"b": [{"bad": 1}]}}'}


@pytest.mark.parametrize(
    ("annotation", "value"),
    [
        ("str | Omit", "x"),
        ("Literal['a', 'b']", "a"),
        ("Sequence[int | str]", [1]),
        ("Mapping[str, object]", {"x": "x"}),
        ("Unknown", {"x": "x"}),
    ],
)
def test_minimal_arguments(annotation: str, value: object) -> None:
    assert minimal(annotation) == value


@pytest.mark.slow
def test_cases_of_a_fixed_seed_pass() -> None:
    numbers = ("--seed", str(SEED), "--cases", str(CASES), "--seconds", str(SECONDS))
    done = run("-m", "tests.robustness.fuzz", *numbers, "--reduce", "0")
    assert done.returncode == 0, done.stdout + done.stderr
    assert f"seed {SEED}: 0 cases" not in done.stdout
