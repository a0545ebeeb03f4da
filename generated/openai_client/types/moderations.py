"""Types of moderations."""

from __future__ import annotations

from typing import Literal, TypeAlias

from .. import _runtime
from .._runtime import BaseModel

CreateModerationRequestModelOption: TypeAlias = Literal[
    "omni-moderation-latest",
    "omni-moderation-2024-09-26",
    "text-moderation-latest",
    "text-moderation-stable",
]


class CreateModerationResponse(BaseModel):
    """What was found in texts and images."""

    id: str
    """The moderation's id."""

    model: str
    """The model that classified."""

    results: list[Moderation]
    """What was found, in the order of the texts."""


class Moderation(BaseModel):
    """What was found in one text, or in texts and images together."""

    flagged: bool
    """Whether any category applies."""

    categories: ModerationCategories
    """For each category, whether it applies. Older models do not know the `illicit`
    ones."""

    category_scores: ModerationCategoryScores
    """For each category, how sure the model is that it applies, from 0 to 1."""

    category_applied_input_types: ModerationCategoryInputTypes | None = None
    """For each category, whether it was found in text or in images. Older models do not
    tell."""


class ModerationCategories(BaseModel):
    """For each category, whether it applies. Older models do not know the `illicit`
    ones."""

    harassment: bool
    """Insults and bullying."""

    harassment_threatening: bool = _runtime.field(key="harassment/threatening")
    """Insults and bullying with threats."""

    hate: bool
    """Hatred of people for what they are, such as their origin, faith or sex."""

    hate_threatening: bool = _runtime.field(key="hate/threatening")
    """Such hatred with threats."""

    self_harm: bool = _runtime.field(key="self-harm")
    """Harming oneself, shown or praised."""

    self_harm_intent: bool = _runtime.field(key="self-harm/intent")
    """Statements of people that they harm themselves, or intend to."""

    self_harm_instructions: bool = _runtime.field(key="self-harm/instructions")
    """Advice on harming oneself."""

    sexual: bool
    """Sexual content."""

    sexual_minors: bool = _runtime.field(key="sexual/minors")
    """Sexual content with people under 18."""

    violence: bool
    """Death, violence or injury."""

    violence_graphic: bool = _runtime.field(key="violence/graphic")
    """Death, violence or injury in detail."""

    illicit: bool | None = None
    """Advice on doing something unlawful."""

    illicit_violent: bool | None = _runtime.field(key="illicit/violent", default=None)
    """Advice on doing something unlawful with violence or weapons."""


class ModerationCategoryInputTypes(BaseModel):
    """For each category, whether it was found in text or in images. Older models do not
    tell."""

    harassment: list[Literal["text"]]
    """Where `harassment` was found."""

    harassment_threatening: list[Literal["text"]] = _runtime.field(
        key="harassment/threatening"
    )
    """Where `harassment/threatening` was found."""

    hate: list[Literal["text"]]
    """Where `hate` was found."""

    hate_threatening: list[Literal["text"]] = _runtime.field(key="hate/threatening")
    """Where `hate/threatening` was found."""

    illicit: list[Literal["text"]]
    """Where `illicit` was found."""

    illicit_violent: list[Literal["text"]] = _runtime.field(key="illicit/violent")
    """Where `illicit/violent` was found."""

    self_harm: list[ModerationInputType] = _runtime.field(key="self-harm")
    """Where `self-harm` was found."""

    self_harm_intent: list[ModerationInputType] = _runtime.field(key="self-harm/intent")
    """Where `self-harm/intent` was found."""

    self_harm_instructions: list[ModerationInputType] = _runtime.field(
        key="self-harm/instructions"
    )
    """Where `self-harm/instructions` was found."""

    sexual: list[ModerationInputType]
    """Where `sexual` was found."""

    sexual_minors: list[Literal["text"]] = _runtime.field(key="sexual/minors")
    """Where `sexual/minors` was found."""

    violence: list[ModerationInputType]
    """Where `violence` was found."""

    violence_graphic: list[ModerationInputType] = _runtime.field(key="violence/graphic")
    """Where `violence/graphic` was found."""


class ModerationCategoryScores(BaseModel):
    """For each category, how sure the model is that it applies, from 0 to 1."""

    harassment: float
    """The score of `harassment`."""

    harassment_threatening: float = _runtime.field(key="harassment/threatening")
    """The score of `harassment/threatening`."""

    hate: float
    """The score of `hate`."""

    hate_threatening: float = _runtime.field(key="hate/threatening")
    """The score of `hate/threatening`."""

    self_harm: float = _runtime.field(key="self-harm")
    """The score of `self-harm`."""

    self_harm_intent: float = _runtime.field(key="self-harm/intent")
    """The score of `self-harm/intent`."""

    self_harm_instructions: float = _runtime.field(key="self-harm/instructions")
    """The score of `self-harm/instructions`."""

    sexual: float
    """The score of `sexual`."""

    sexual_minors: float = _runtime.field(key="sexual/minors")
    """The score of `sexual/minors`."""

    violence: float
    """The score of `violence`."""

    violence_graphic: float = _runtime.field(key="violence/graphic")
    """The score of `violence/graphic`."""

    illicit: float | None = None
    """The score of `illicit`."""

    illicit_violent: float | None = _runtime.field(key="illicit/violent", default=None)
    """The score of `illicit/violent`."""


ModerationInputType: TypeAlias = Literal["text", "image"]
"""Text or image."""
