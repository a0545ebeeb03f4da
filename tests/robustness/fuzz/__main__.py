"""`python -m tests.robustness.fuzz --seed N --seconds S [--cases N] [--case ID]`."""

from __future__ import annotations

import argparse
import importlib
import io
import json
import os
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import chdir, redirect_stderr, redirect_stdout, suppress
from itertools import count
from pathlib import Path

from tests.robustness.fuzz.cases import Case, make_case
from tests.robustness.fuzz.reduce import reduce_case
from tests.robustness.fuzz.runtime import codes
from tests.robustness.fuzz.sandbox import run_case
from tests.robustness.fuzz.verdicts import Verdict

_PATHS = {"/warm": {"get": {"responses": {"200": {"description": "ok"}}}}}


def main() -> None:
    """Run cases, print the number of cases by verdict, and exit with 1 if one failed."""
    options = _options()
    _preload()
    counts: Counter[str] = Counter()
    failures: dict[tuple[str, str], list[int]] = {}
    started = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="fuzz-") as name:
        folder = Path(name)
        for number in _numbers(options, started):
            case = make_case(options.seed, number)
            verdict = run_case(case, folder)
            counts[verdict.kind] += 1
            if options.case is not None:
                _show_files(case)
            if verdict.failed:
                cache = failures.setdefault((verdict.kind, verdict.signature), [])
                if not cache:
                    _show(case, verdict, options, folder)
                cache.append(number)
    _summarise(options, counts, failures, time.monotonic() - started)
    sys.exit(bool(failures))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.robustness.fuzz")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument(
        "--seconds", type=float, default=60, help="no case begins later"
    )
    parser.add_argument("--cases", type=int, help="the most cases; default: any number")
    parser.add_argument(
        "--first", type=int, default=0, help="the number of the first case"
    )
    parser.add_argument("--case", type=int, help="one case alone; prints its files")
    parser.add_argument(
        "--reduce", type=float, default=20, help="seconds for each failure"
    )
    return parser.parse_args()


def _numbers(options: argparse.Namespace, started: float) -> Iterator[int]:
    if options.case is not None:
        yield options.case
        return
    for number in count(options.first):
        late = time.monotonic() - started > options.seconds
        if late or number - options.first == options.cases:
            return
        yield number


def _preload() -> None:
    """Load the modules that each case needs in the parent process."""
    codes()
    for name in (
        "cli",
        "cache",
        "pipeline",
        "diagnostics.render",
        "diagnostics.serialize",
        "cli.inspect",
        "cli.init",
    ):
        importlib.import_module(f"generator.{name}")
    for version in ("2.0", "3.0.3", "3.1.0", "3.2.0"):
        _warm_up(version)


def _warm_up(version: str) -> None:
    """Run the program once in this process, to load templates and schemas."""
    from generator.cli import main as run

    os.environ["OASMITH_CACHE"] = "off"
    key = "swagger" if version == "2.0" else "openapi"
    document = {
        key: version,
        "info": {"title": "Warm", "version": "1"},
        "paths": _PATHS,
    }
    with tempfile.TemporaryDirectory() as name, chdir(name):
        Path("openapi.json").write_text(json.dumps(document))
        silent = io.StringIO()
        with redirect_stdout(silent), redirect_stderr(silent), suppress(SystemExit):
            run(["generate", "openapi.json"])


def _show(
    case: Case, verdict: Verdict, options: argparse.Namespace, folder: Path
) -> None:
    def fails(smaller: Case) -> bool:
        result = run_case(smaller, folder)
        return (result.kind, result.signature) == (verdict.kind, verdict.signature)

    print(f"--- {verdict.kind}: {verdict.signature}")
    print(f"    --seed {options.seed} --case {case.id}  ({case.origin})")
    print(f"    oasmith {' '.join(map(repr, case.arguments))}")
    print("    " + verdict.detail.replace("\n", "\n    "))
    if options.reduce:
        _show_files(reduce_case(case, fails, options.reduce))
    sys.stdout.flush()


def _show_files(case: Case) -> None:
    for name, content in case.files.items():
        print(f"    {name}: {content[:3000]!r}")


def _summarise(
    options: argparse.Namespace,
    counts: Counter[str],
    failures: dict[tuple[str, str], list[int]],
    seconds: float,
) -> None:
    total = counts.total()
    print(
        f"seed {options.seed}: {total} cases in {seconds:.0f} s, {total / seconds:.1f} a second"
    )
    for kind, number in counts.most_common():
        print(f"{number:8} {kind}")
    for (kind, signature), cases in sorted(
        failures.items(), key=lambda item: -len(item[1])
    ):
        print(f"{len(cases):8} {kind}: {signature}  cases {cases[:6]}")


if __name__ == "__main__":
    sys.stdout.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]  # a text file
    main()
