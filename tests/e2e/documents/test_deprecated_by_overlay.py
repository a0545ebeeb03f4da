"""Operations that an overlay marks as deprecated, as the guide shows."""

from __future__ import annotations

import warnings
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import httpx2
import pytest

from tests.guards.pages import blocks
from tests.guards.sources import ROOT

ClientOf = Callable[..., ModuleType]
KIND = "A vendor's SDK marks methods as deprecated, but the document does not."
RESULT = (
    "An overlay with one action marks all operations with a tag, some paths, or ids of a "
    "pattern. Calls of their methods raise a `DeprecationWarning`."
)
GUIDE = ROOT / "generator/docs/guide-overlays.md"
DOCUMENT = """
openapi: 3.1.0
info: {title: Acme, version: '1'}
servers: [{url: 'https://acme.test/v1'}]
paths:
  /orders:
    get: {operationId: listOrders, tags: [Orders], responses: &done {'200': {
      description: Done., content: {application/json: {schema: {type: object}}}}}}
  /orders/{id}:
    get: {operationId: legacyGetOrder, tags: [Orders], parameters: [{name: id, in: path,
      required: true, schema: {type: string}}], responses: *done}
  /parcels:
    get: {operationId: listParcels, tags: [Parcels, Orders], responses: *done}
"""
BY_TAG = "$.paths.*[?@.tags[0] == 'Orders']"


def warned(acme: ModuleType, call: Callable[[Any], object]) -> bool:
    """Return whether a call raises a DeprecationWarning."""
    transport = httpx2.MockTransport(lambda _: httpx2.Response(200, json={}))
    with acme.Acme(http_client=httpx2.Client(transport=transport)) as client:
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            call(client)
    return any(item.category is DeprecationWarning for item in caught)


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        (BY_TAG, (True, True, False)),
        ("$.paths['/orders','/orders/{id}'].*", (True, True, False)),
        ("$.paths.*[?match(@.operationId, 'legacy.*')]", (False, True, False)),
    ],
)
def test_marked_operations_warn(
    target: str, expected: tuple[bool, ...], client_of: ClientOf, tmp_path: Path
) -> None:
    guide = GUIDE.read_text(encoding="utf-8")
    assert target in " ".join(guide.split())
    (overlay,) = (text for text in blocks(GUIDE, "yaml") if BY_TAG in text)
    (tmp_path / "deprecated.yaml").write_text(
        overlay.replace(BY_TAG, f'"{target}"'), encoding="utf-8"
    )
    acme = client_of(DOCUMENT, overlays=("deprecated.yaml",), reference_folders=(".",))
    calls: tuple[Callable[[Any], object], ...] = (
        lambda client: client.orders.list(),
        lambda client: client.orders.retrieve("1"),
        lambda client: client.parcels.list(),
    )
    assert tuple(warned(acme, call) for call in calls) == expected
