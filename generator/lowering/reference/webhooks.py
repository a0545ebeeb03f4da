"""Lowering of the webhooks to a page of the reference."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet

from ...model.api import Api, Webhook
from ...reference.webhooks import WebhookSection, WebhooksPage
from ...words import split_words
from ..python.callbacks import build_event, one_line
from ..python.docstrings import summarize
from ..python.expressions import ModelTypes
from ..python.identifiers import distinct, module_name
from ..python.resource_names import WEBHOOKS, name_attributes
from .kept_pages import KeptPages, webhook_item

_NAME = "webhooks"
_NAME_BESIDE_CHAPTER = "webhook_requests"


def build_webhooks(
    api: Api, models: ModelTypes, chapters: AbstractSet[str], kept: KeptPages
) -> WebhooksPage | None:
    """Build the page of the webhooks; `None` if the API has none.

    Args:
        api: The API.
        models: Type expressions of the payloads.
        chapters: Names of the pages of the chapters, which stay.
        kept: Pages of an earlier output.
    """
    if not api.webhooks:
        return None
    preferred = _NAME if _NAME not in chapters else _NAME_BESIDE_CHAPTER
    name, earlier = kept.find_webhooks(map(webhook_item, api.webhooks))
    name = name or distinct({_NAME: preferred}, chapters)[_NAME]
    anchors = _anchors(api.webhooks, earlier)
    event = build_event(api, models)
    attribute = name_attributes(api.root, frozenset(), event is not None)
    return WebhooksPage(
        name=name,
        call=f"{attribute[WEBHOOKS]}.unwrap" if event is not None else "",
        event=event.type if event is not None else None,
        sections=tuple(
            WebhookSection(
                name=one_line(item.name),
                item=webhook_item(item),
                anchor=anchors[item.origin.uri],
                summary=summarize(item.description),
                description=item.description,
                payloads=tuple(
                    (each.media_type, models.of(each.type), each.is_parsed)
                    for each in item.payloads
                ),
            )
            for item in api.webhooks
        ),
    )


def _anchors(webhooks: Iterable[Webhook], earlier: Mapping[str, str]) -> dict[str, str]:
    """Return the anchor of each webhook, by the URI of its origin.

    Args:
        webhooks: The webhooks.
        earlier: Anchors of an earlier output, which stay, by webhook.
    """
    kept: dict[str, str] = {}
    new: dict[str, str] = {}
    for item in webhooks:
        anchor = earlier.get(webhook_item(item), "")
        if anchor and anchor not in kept.values():
            kept[item.origin.uri] = anchor
        else:
            name = module_name("_".join(split_words(item.name)))
            new[item.origin.uri] = name
    return kept | distinct(new, set(kept.values()))
