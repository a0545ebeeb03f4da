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
    """The moderation results of a request."""

    id: str
    """The ID of the moderation request."""

    model: str
    """The moderation model that was used."""

    results: list[Moderation]
    """The moderation results, in the order of the input."""


class Moderation(BaseModel):
    """The moderation result of one text, or of a list of content parts."""

    flagged: bool
    """Whether the content was flagged in any category."""

    categories: ModerationCategories
    """Maps each category to whether it was flagged. Older models do not support the
    `illicit` categories."""

    category_scores: ModerationCategoryScores
    """Maps each category to the model's confidence score, from 0 to 1."""

    category_applied_input_types: ModerationCategoryInputTypes | None = None
    """Maps each category to the input types in which it was detected. Not returned by
    older models."""


class ModerationCategories(BaseModel):
    """Maps each category to whether it was flagged.

    Older models do not support the `illicit` categories.
    """

    harassment: bool
    """Harassing or bullying content."""

    harassment_threatening: bool = _runtime.field(key="harassment/threatening")
    """Harassing content that includes threats."""

    hate: bool
    """Content that expresses hatred based on identity, such as origin, religion or
    gender."""

    hate_threatening: bool = _runtime.field(key="hate/threatening")
    """Hateful content that includes threats."""

    self_harm: bool = _runtime.field(key="self-harm")
    """Content that depicts or promotes self-harm."""

    self_harm_intent: bool = _runtime.field(key="self-harm/intent")
    """Statements of intent to commit self-harm."""

    self_harm_instructions: bool = _runtime.field(key="self-harm/instructions")
    """Instructions for self-harm."""

    sexual: bool
    """Sexual content."""

    sexual_minors: bool = _runtime.field(key="sexual/minors")
    """Sexual content that involves persons under 18."""

    violence: bool
    """Content that depicts death, violence or injury."""

    violence_graphic: bool = _runtime.field(key="violence/graphic")
    """Content that depicts death, violence or injury in graphic detail."""

    illicit: bool | None = None
    """Instructions for unlawful acts."""

    illicit_violent: bool | None = _runtime.field(key="illicit/violent", default=None)
    """Instructions for unlawful acts that involve violence or weapons."""


class ModerationCategoryInputTypes(BaseModel):
    """Maps each category to the input types in which it was detected.

    Not returned by older models.
    """

    harassment: list[Literal["text"]]
    """The input types in which `harassment` was detected."""

    harassment_threatening: list[Literal["text"]] = _runtime.field(
        key="harassment/threatening"
    )
    """The input types in which `harassment/threatening` was detected."""

    hate: list[Literal["text"]]
    """The input types in which `hate` was detected."""

    hate_threatening: list[Literal["text"]] = _runtime.field(key="hate/threatening")
    """The input types in which `hate/threatening` was detected."""

    illicit: list[Literal["text"]]
    """The input types in which `illicit` was detected."""

    illicit_violent: list[Literal["text"]] = _runtime.field(key="illicit/violent")
    """The input types in which `illicit/violent` was detected."""

    self_harm: list[ModerationInputType] = _runtime.field(key="self-harm")
    """The input types in which `self-harm` was detected."""

    self_harm_intent: list[ModerationInputType] = _runtime.field(key="self-harm/intent")
    """The input types in which `self-harm/intent` was detected."""

    self_harm_instructions: list[ModerationInputType] = _runtime.field(
        key="self-harm/instructions"
    )
    """The input types in which `self-harm/instructions` was detected."""

    sexual: list[ModerationInputType]
    """The input types in which `sexual` was detected."""

    sexual_minors: list[Literal["text"]] = _runtime.field(key="sexual/minors")
    """The input types in which `sexual/minors` was detected."""

    violence: list[ModerationInputType]
    """The input types in which `violence` was detected."""

    violence_graphic: list[ModerationInputType] = _runtime.field(key="violence/graphic")
    """The input types in which `violence/graphic` was detected."""


class ModerationCategoryScores(BaseModel):
    """Maps each category to the model's confidence score, from 0 to 1."""

    harassment: float
    """The score for `harassment`."""

    harassment_threatening: float = _runtime.field(key="harassment/threatening")
    """The score for `harassment/threatening`."""

    hate: float
    """The score for `hate`."""

    hate_threatening: float = _runtime.field(key="hate/threatening")
    """The score for `hate/threatening`."""

    self_harm: float = _runtime.field(key="self-harm")
    """The score for `self-harm`."""

    self_harm_intent: float = _runtime.field(key="self-harm/intent")
    """The score for `self-harm/intent`."""

    self_harm_instructions: float = _runtime.field(key="self-harm/instructions")
    """The score for `self-harm/instructions`."""

    sexual: float
    """The score for `sexual`."""

    sexual_minors: float = _runtime.field(key="sexual/minors")
    """The score for `sexual/minors`."""

    violence: float
    """The score for `violence`."""

    violence_graphic: float = _runtime.field(key="violence/graphic")
    """The score for `violence/graphic`."""

    illicit: float | None = None
    """The score for `illicit`."""

    illicit_violent: float | None = _runtime.field(key="illicit/violent", default=None)
    """The score for `illicit/violent`."""


ModerationInputType: TypeAlias = Literal["text", "image"]
"""The input type: text or image."""
