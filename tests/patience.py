"""Tests that depend on time or on other threads, on machines that are slow or busy."""

from __future__ import annotations

import functools
import inspect
import time
import warnings
from collections.abc import Callable
from typing import Any

import anyio
import pytest

SECONDS = 60.0
"""Time in which other threads and processes react, however busy the machine is."""
FACTORS = (1, 4, 16)

# Tests replace these functions of the modules.
_monotonic, _sleep = time.monotonic, time.sleep
_sleep_async = anyio.sleep


def wait_until(condition: Callable[[], object], seconds: float = SECONDS) -> None:
    """Wait until a condition is true.

    Raises:
        AssertionError: It does not become true in time.
    """
    end = _monotonic() + seconds
    while not condition():
        assert _monotonic() < end, "the condition does not become true"
        _sleep(0.005)


async def wait_until_async(
    condition: Callable[[], object], seconds: float = SECONDS
) -> None:
    """Wait until a condition is true, while other tasks run; see `wait_until`."""
    end = _monotonic() + seconds
    while not condition():
        assert _monotonic() < end, "the condition does not become true"
        await _sleep_async(0.005)


def longer_if_late(test: Callable[..., Any]) -> Callable[..., Any]:
    """Repeat a test with longer times if it fails, because the machine may be busy.

    Args:
        test: Test whose keyword argument `factor` multiplies its times. It is 1, 4 and 16.

    Returns:
        The test without this argument. It fails if the last attempt fails, and warns about
        the others.
    """

    @functools.wraps(test)
    def attempt(**fixtures: Any) -> None:
        for factor in FACTORS[:-1]:
            try:
                return test(**fixtures, factor=factor)
            # Failures of pytest, and groups that contain them, are no `Exception`.
            except (Exception, BaseExceptionGroup, pytest.fail.Exception) as error:
                warnings.warn(f"repeated after {error!r}", stacklevel=1)
        return test(**fixtures, factor=FACTORS[-1])

    signature = inspect.signature(test)
    parameters = [
        each for each in signature.parameters.values() if each.name != "factor"
    ]
    attempt.__signature__ = signature.replace(parameters=parameters)  # type: ignore[attr-defined]
    return attempt
