"""Parameters of edits."""

from __future__ import annotations

from typing import TYPE_CHECKING, Required

from typing_extensions import TypedDict

from .. import _runtime

if TYPE_CHECKING:
    from .edits import CreateEditRequestModelOption

_runtime.defer_imports(__name__)


class CreateEditRequestParam(TypedDict, total=False):
    """The text to edit and the instruction to apply."""

    model: Required[str | CreateEditRequestModelOption]
    """The model that edits the text."""

    input: str | None
    """The text to edit. If omitted, the model generates new text. Default: `""`."""

    instruction: Required[str]
    """The instruction that describes the edit."""

    n: int | None
    """The number of edited texts to generate. At least 1, at most 20. Default: `1`."""

    temperature: float | None
    """The sampling temperature. Higher values produce more varied text; 0 is nearly
    deterministic. Set either this or `top_p`, not both. At least 0, at most 2. Default:
    `1`."""

    top_p: float | None
    """The cumulative probability of the tokens considered in nucleus sampling. Set
    either this or `temperature`, not both. At least 0, at most 1. Default: `1`."""
