"""The rules of retries."""

from __future__ import annotations

from email.utils import formatdate
from time import gmtime, strftime, tzset

import pytest

from generator.runtime.transport.timing import (
    is_retryable,
    requested_delay,
    retry_delay,
)

NOW = 1_800_000_000.0


@pytest.mark.parametrize(
    ("status", "wish", "expected"),
    [
        (200, None, False),
        (200, "true", False),
        (400, None, False),
        (401, None, False),
        (403, None, False),
        (404, None, False),
        (408, None, True),
        (409, None, True),
        (422, None, False),
        (429, None, True),
        (500, None, True),
        (502, None, True),
        (503, None, True),
        (599, None, True),
        (400, "true", True),
        (500, "false", False),
        (429, "false", False),
        (429, "perhaps", True),
        (400, "perhaps", False),
    ],
)
def test_retryable_responses(status: int, wish: str | None, expected: bool) -> None:
    headers = {} if wish is None else {"x-should-retry": wish}
    assert is_retryable(status, headers) is expected


@pytest.mark.parametrize(
    ("headers", "expected"),
    [
        ({}, None),
        ({"retry-after": "3"}, 3.0),
        ({"retry-after": "0.5"}, 0.5),
        ({"retry-after": " 3 "}, 3.0),
        ({"retry-after-ms": "250"}, 0.25),
        ({"retry-after-ms": "250", "retry-after": "9"}, 0.25),
        ({"retry-after-ms": "soon", "retry-after": "9"}, 9.0),
        ({"retry-after": formatdate(NOW + 7, usegmt=True)}, 7.0),
        ({"retry-after": formatdate(NOW - 7, usegmt=True)}, -7.0),
        ({"retry-after": strftime("%a %b %d %H:%M:%S %Y", gmtime(NOW + 7))}, 7.0),
        ({"retry-after": strftime("%A, %d-%b-%y %H:%M:%S GMT", gmtime(NOW + 7))}, 7.0),
        ({"retry-after": "Fri, 99 Nov 9999"}, None),
        ({"retry-after": "soon"}, None),
        ({"retry-after": "1_0"}, None),
        ({"retry-after": ""}, None),
        ({"retry-after": "nan"}, None),
        ({"retry-after": "inf"}, None),
    ],
)
def test_requested_delays(headers: dict[str, str], expected: float | None) -> None:
    assert requested_delay(headers, NOW) == expected


def test_a_date_without_time_zone_is_in_utc(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    # In the format of POSIX: five hours behind UTC.
    monkeypatch.setenv("TZ", "TST+5")
    tzset()
    try:
        text = strftime("%a %b %d %H:%M:%S %Y", gmtime(NOW + 7))
        assert requested_delay({"retry-after": text}, NOW) == 7.0
    finally:
        monkeypatch.undo()
        tzset()


@pytest.mark.parametrize(
    ("attempt", "headers", "chance", "expected"),
    [
        (0, None, 0.0, 0.5),
        (1, None, 0.0, 1.0),
        (2, None, 0.0, 2.0),
        (3, None, 0.0, 4.0),
        (4, None, 0.0, 8.0),
        (5, None, 0.0, 8.0),
        (5000, None, 0.0, 8.0),
        (0, None, 1.0, 0.375),
        (4, None, 1.0, 6.0),
        (4, None, 0.5, 7.0),
        (0, {"retry-after": "3"}, 1.0, 3.0),
        (0, {"retry-after": "120"}, 0.0, 120.0),
        # Longer than the maximum: an earlier attempt would fail, too.
        (0, {"retry-after": "121"}, 0.0, None),
        (0, {"retry-after-ms": "120001"}, 0.0, None),
        (0, {"retry-after": formatdate(NOW + 121, usegmt=True)}, 0.0, None),
        # Zero and dates in the past are ignored.
        (0, {"retry-after": "0"}, 0.0, 0.5),
        (1, {"retry-after": "-5"}, 0.0, 1.0),
        (1, {"retry-after": formatdate(NOW - 5, usegmt=True)}, 0.0, 1.0),
    ],
)
def test_delays(
    attempt: int,
    headers: dict[str, str] | None,
    chance: float,
    expected: float | None,
) -> None:
    assert retry_delay(attempt, headers, NOW, chance) == expected
