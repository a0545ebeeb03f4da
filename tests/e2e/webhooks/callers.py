"""Code of callers, which is type-checked but not run."""

from __future__ import annotations

from typing import assert_type

from events_client import AsyncEvents, Events
from events_client.errors import InvalidWebhookSignatureError
from events_client.types import Paid, Refunded, UnwrapWebhookEvent


def receive(client: Events, body: bytes, headers: dict[str, str]) -> None:
    event = client.webhooks.unwrap(body, headers)
    assert_type(event, Paid | Refunded)
    again: UnwrapWebhookEvent = event
    if event.type == "paid":
        assert_type(event.amount, int)
    client.webhooks.verify_signature(body, headers, secret="whsec_x", tolerance=10)
    print(again, InvalidWebhookSignatureError)


def receive_async(client: AsyncEvents, body: str, headers: dict[str, str]) -> None:
    assert_type(client.webhooks.unwrap(body, headers), Paid | Refunded)
