"""Parameters of edits."""

from __future__ import annotations

from typing import TYPE_CHECKING, Required, TypedDict

if TYPE_CHECKING:
    from .edits import CreateEditRequestModelOption


class CreateEditRequestParam(TypedDict, total=False):
    """The text, and how to change it."""

    model: Required[str | CreateEditRequestModelOption]
    """The model that changes the text."""

    input: str | None
    """The text to change. Without it the model writes one. Default: `""`."""

    instruction: Required[str]
    """What to change."""

    n: int | None
    """How many changed texts to return. At least 1, at most 20. Default: `1`."""

    temperature: float | None
    """The sampling temperature. Higher values give more varied texts, 0 nearly always
    the same one. Change this or `top_p`, not both. At least 0, at most 2. Default: `1`.
    """

    top_p: float | None
    """Draws tokens from the likeliest ones only, which together reach this share of
    probability. Change this or `temperature`, not both. At least 0, at most 1. Default:
    `1`."""
