"""What failures hold, where the whole API agrees on it."""

from __future__ import annotations

from generator.lowering.expressions import ViewTypes
from generator.model.api import Api
from generator.model.types import DeclarationRef


def shared_error(api: Api, views: ViewTypes) -> tuple[tuple[str, str], ...]:
    """The type of every error body, by status; empty where operations differ in it."""
    found = {
        content.type
        for operation in api.operations
        for outcome in operation.outcomes
        if not outcome.successful
        for content in outcome.contents
        if "json" in content.media_type and isinstance(content.type, DeclarationRef)
    }
    if len(found) != 1:
        return ()
    return (("default", views.of(found.pop()).text),)
