"""What the reference calls an operation for which the document has no name or summary."""

from __future__ import annotations

import re

from ...model.operations import Naming
from ...words import split_words

_LONGEST = 80
_MARKS = re.compile(r"[*`]|\[([^\[\]]*)\]\([^()]*\)")
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z*`\[(])")


def title(
    description: str, identity: str, method: str, path: str, naming: Naming
) -> str:
    """A short first sentence of the description, else the id as one would say it.

    An id that only repeats method and path says less than the name of the call does.
    """
    paragraph = description.strip().partition("\n\n")[0]
    sentence = " ".join(_MARKS.sub(r"\1", _SENTENCE.split(paragraph)[0]).split())
    if 0 < len(sentence) <= _LONGEST and sentence[0].isalpha():
        return sentence
    words = split_words(identity)
    if {*words} <= {method.lower(), *split_words(path)}:
        words = (*naming.name, *split_words(naming.resource[-1]))
    text = " ".join(words) or identity
    return text[:1].upper() + text[1:]
