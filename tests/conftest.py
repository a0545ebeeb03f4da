"""Fixtures of all tests: the option to update expected texts, and shared data."""

from __future__ import annotations

import gc
import os
import ssl
import sys
from collections.abc import Generator, Iterator
from contextlib import suppress
from functools import cache
from pathlib import Path

import httpcore2
import pytest
from hypothesis import HealthCheck, settings

from tests.compiled import compiled_once

SHARED = Path(__file__).parents[2] / "shared"
MISSING = "needs the folder ../shared, which is not beside the project"

# mypy reads the libraries once per worker instead of once per test. Two processes must not
# write to one cache at a time.
os.environ["MYPY_CACHE_DIR"] = str(
    Path(__file__).parents[1]
    / ".mypy_cache"
    / os.environ.get("PYTEST_XDIST_WORKER", "tests")
)

# On a busy machine, each example can take long; that is not a fault. All runs have the same
# examples, so that a change does not fail by chance; `tests/robustness/fuzz` looks for others.
settings.register_profile(
    "busy",
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("busy")

# Newer versions take examples from the constants of all loaded modules; which modules are
# loaded depends on the tests that ran before.
with suppress(ImportError):
    from hypothesis.internal.conjecture import providers

    providers._get_local_constants = lambda: providers._local_constants


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add `--update`, which rewrites expected texts instead of comparing them."""
    parser.addoption(
        "--update", action="store_true", help="rewrite the expected texts of cases"
    )


def pytest_configure(config: pytest.Config) -> None:
    """Keep the order of files: xdist would start those with the most tests first."""
    config.option.loadscopereorder = False


@pytest.hookimpl(wrapper=True)
def pytest_collection(session: pytest.Session) -> Generator[None, object, object]:
    """Collect thousands of tests in less time.

    All that is collected remains until the end, so the garbage collector need not look at
    it, now or later. Workers of xdist keep the bytecode, even if Python was started without,
    because the next run collects the same files.
    """
    write_none = sys.dont_write_bytecode
    if hasattr(session.config, "workerinput"):
        sys.dont_write_bytecode = False
    gc.disable()
    try:
        return (yield)
    finally:
        gc.freeze()
        gc.enable()
        sys.dont_write_bytecode = write_none


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(
    config: pytest.Config, items: list[pytest.Item]
) -> None:
    """Start the files that take longest first, if workers of xdist run whole files.

    A long file that starts last would leave the other workers without work. The marker
    `slow` states the time. Files without a time are sorted by their number of tests.
    """
    if not hasattr(config, "workerinput"):
        return
    costs: dict[Path, tuple[float, int]] = {}
    for item in items:
        times = [mark.kwargs.get("seconds", 0) for mark in item.iter_markers("slow")]
        seconds, count = costs.get(item.path, (0, 0))
        costs[item.path] = (max([seconds, *times]), count + 1)
    items.sort(key=lambda item: costs[item.path], reverse=True)


def pytest_make_parametrize_id(val: object, argname: str) -> str | None:
    """Name bytes after their argument: compressed content can hold the time of day.

    Workers that collect in different seconds would otherwise name one test differently.
    """
    return argname if isinstance(val, bytes) else None


@pytest.fixture(scope="session", autouse=True)
def certificates() -> Iterator[None]:
    """Load the certificates once, not for each client, which takes most tests longer."""
    load = httpcore2.default_ssl_context

    @cache
    def loaded(trust_env: bool, *_: str | None) -> ssl.SSLContext:
        return load(_trust_env=trust_env)

    def default_ssl_context(*, _trust_env: bool = True) -> ssl.SSLContext:
        names = ("SSL_CERT_FILE", "SSL_CERT_DIR")
        return loaded(_trust_env, *map(os.environ.get, names))

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(httpcore2, "default_ssl_context", default_ssl_context)
        yield


@pytest.fixture(scope="session", autouse=True)
def compiled() -> Iterator[None]:
    """Compile the runtime once, not for each generated client that is imported."""
    with compiled_once():
        yield


@pytest.fixture(scope="session")
def update(request: pytest.FixtureRequest) -> bool:
    """Whether to rewrite expected texts."""
    return bool(request.config.getoption("--update"))


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of documents beside the project; skips the test where it is absent."""
    if not SHARED.is_dir():
        pytest.skip(MISSING)
    return SHARED
