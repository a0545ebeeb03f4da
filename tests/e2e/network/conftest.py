"""Servers that control each byte, and clients of every kind that call them.

`wire` starts a `Wire`, which performs acts such as `sends(http_response(...))` and records
the requests. `caller` runs a test with a synchronous client, and with an asynchronous one
in asyncio and in trio. `client_of` generates the client of a document.
"""

from __future__ import annotations

from tests.e2e.documents.conftest import client_of
from tests.e2e.faults.conftest import caller, wire
from tests.unit.runtime.conftest import acme, clean_environment, no_waiting

__all__ = ["acme", "caller", "clean_environment", "client_of", "no_waiting", "wire"]
