"""Samples of an operation in several languages."""

from __future__ import annotations

from ..frozen_dataclass import dataclass


@dataclass(frozen=True, slots=True)
class SampleSource:
    """A sample in one language.

    Args:
        language: Name of the language for readers, such as `Python`.
        lexer: Name of the language for highlighting, such as `python`.
        code: Source code.
    """

    language: str
    lexer: str
    code: str


@dataclass(frozen=True, slots=True)
class ResponseExample:
    """A further example of the response.

    Args:
        title: Title; `""` if the document has none.
        text: Example as text.
    """

    title: str
    text: str


@dataclass(frozen=True, slots=True)
class SampleVariant:
    """A use of an operation, in each language that has a sample of it.

    Args:
        title: Title; `""` if the variant needs none.
        sources: Samples; at least one.
        response: Example response as text; `""` if there is none.
        is_generated: Whether the response is generated from the schema.
        more: Further examples of the response.
    """

    title: str
    sources: tuple[SampleSource, ...]
    response: str
    is_generated: bool = False
    more: tuple[ResponseExample, ...] = ()
