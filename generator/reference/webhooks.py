"""The page of the webhooks of an API."""

from __future__ import annotations

from dataclasses import dataclass

from ..python.expressions import TypeExpr


@dataclass(frozen=True, slots=True)
class WebhookSection:
    """A request that the API sends without a preceding operation.

    Args:
        name: Name of the webhook.
        item: What the section stands for.
        anchor: Anchor of the section.
        summary: One line for the table of webhooks; `""` if there is none.
        description: Description in CommonMark.
        payloads: Type of the payload by media type, and whether the client parses it;
            empty if the request has no payload.
    """

    name: str
    item: str
    anchor: str
    summary: str
    description: str
    payloads: tuple[tuple[str, TypeExpr, bool], ...]

    @property
    def types(self) -> tuple[TypeExpr, ...]:
        """The types of the payloads, without duplicates."""
        return tuple(dict.fromkeys(type_ for _, type_, _ in self.payloads))


@dataclass(frozen=True, slots=True)
class WebhooksPage:
    """The page of the webhooks.

    Args:
        name: Name of the page.
        call: Path of the method on the client that checks and parses a request; `""` if
            the client parses none of the payloads.
        event: Type of its result; `None` without such a method.
        sections: Webhooks in the order of the document.
    """

    name: str
    call: str
    event: TypeExpr | None
    sections: tuple[WebhookSection, ...]
