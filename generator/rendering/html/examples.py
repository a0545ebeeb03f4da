"""Titles of the samples of an operation, between which readers choose."""

from __future__ import annotations

from itertools import count

from ...reference.variants import SampleVariant


def titled_examples(
    variants: tuple[SampleVariant, ...],
) -> tuple[tuple[str, SampleVariant], ...]:
    """Return the samples with titles that differ.

    Samples without a title are called `Example` and their position. A title that an
    earlier sample has is followed by a number.

    Args:
        variants: Samples of an operation.

    Returns:
        Title and sample; the title of a single sample without one stays `""`.
    """
    if len(variants) == 1:
        return ((variants[0].title, variants[0]),)
    titles: dict[str, SampleVariant] = {}
    for number, variant in enumerate(variants, start=1):
        title = variant.title or f"Example {number}"
        numbered = (f"{title} ({index})" for index in count(2))
        while title in titles:
            title = next(numbered)
        titles[title] = variant
    return tuple(titles.items())
