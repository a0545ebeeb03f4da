"""Time of pagination relative to a plain loop.

Measured with the client of this project's own documents, as callers have it.
"""

from __future__ import annotations

import asyncio
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx2

from tests.bench.runtime import loopback

GENERATED = Path(__file__).parents[2] / "generated"
HEADERS = {"Authorization": "Bearer sk-test"}

Figure = tuple[str, float, float]


def figures() -> list[Figure]:
    """Return the name, the measured value and the goal of each figure."""
    sys.path.insert(0, str(GENERATED))
    try:
        with loopback() as port:
            base = f"http://127.0.0.1:{port}/v1"
            return [
                ("1,000 pages, loopback server", _ratio(base, _generated, _bare), 1.3),
                (
                    "1,000 pages, async",
                    _ratio(base, _generated_async, _bare_async),
                    1.3,
                ),
            ]
    finally:
        sys.path.remove(str(GENERATED))


def _generated(base: str) -> int:
    import openai_client  # type: ignore[import-not-found]  # generated

    with openai_client.OpenAI(api_key="sk-test", base_url=base) as client:
        return sum(file.bytes for file in client.files.list(limit=20))


def _bare(base: str) -> int:
    total, query = 0, {"limit": "20"}
    with httpx2.Client() as http:
        while True:
            page = http.get(f"{base}/files", params=query, headers=HEADERS).json()
            total += sum(file["bytes"] for file in page["data"])
            if not page["has_more"]:
                return total
            query["after"] = page["last_id"]


def _generated_async(base: str) -> int:
    import openai_client

    async def walk() -> int:
        asynchronous = openai_client.AsyncOpenAI
        async with asynchronous(api_key="sk-test", base_url=base) as client:
            return sum([file.bytes async for file in client.files.list(limit=20)])

    return asyncio.run(walk())


def _bare_async(base: str) -> int:
    async def walk() -> int:
        total, query = 0, {"limit": "20"}
        async with httpx2.AsyncClient() as http:
            while True:
                response = await http.get(
                    f"{base}/files", params=query, headers=HEADERS
                )
                page: Any = response.json()
                total += sum(file["bytes"] for file in page["data"])
                if not page["has_more"]:
                    return total
                query["after"] = page["last_id"]

    return asyncio.run(walk())


def _ratio(
    base: str, generated: Callable[[str], int], bare: Callable[[str], int]
) -> float:
    """Return the median ratio of two functions, measured alternately."""
    assert generated(base) == bare(base)
    ratios = []
    for _ in range(3):
        spent = []
        for work in (generated, bare):
            started = time.perf_counter()
            work(base)
            spent.append(time.perf_counter() - started)
        ratios.append(spent[0] / spent[1])
    return statistics.median(ratios)
