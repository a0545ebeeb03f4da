"""Lowering of the webhooks to a page of the reference."""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from ...model.api import Api
from ...reference.webhooks import WebhookSection, WebhooksPage
from ...words import split_words
from ..python.callbacks import build_event, one_line
from ..python.docstrings import summarize
from ..python.expressions import ModelTypes
from ..python.identifiers import distinct, module_name
from ..python.resource_names import WEBHOOKS, name_attributes

_FILE = "webhooks"
_FILE_BESIDE_CHAPTER = "webhook_requests"


def build_webhooks(
    api: Api, models: ModelTypes, chapters: AbstractSet[str]
) -> WebhooksPage | None:
    """Build the page of the webhooks; `None` if the API has none.

    Args:
        api: The API.
        models: Type expressions of the payloads.
        chapters: Files of the chapters, which keep their names.
    """
    if not api.webhooks:
        return None
    taken = {file.removesuffix(".md") for file in chapters}
    preferred = _FILE if _FILE not in taken else _FILE_BESIDE_CHAPTER
    file = distinct({_FILE: preferred}, taken)[_FILE]
    anchors = distinct(
        {
            str(item.origin): module_name("_".join(split_words(item.name)))
            for item in api.webhooks
        }
    )
    event = build_event(api, models)
    attribute = name_attributes(api.root, frozenset(), event is not None)
    return WebhooksPage(
        file=f"{file}.md",
        call=f"{attribute[WEBHOOKS]}.unwrap" if event is not None else "",
        event=event.type if event is not None else None,
        sections=tuple(
            WebhookSection(
                name=one_line(item.name),
                anchor=anchors[str(item.origin)],
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
