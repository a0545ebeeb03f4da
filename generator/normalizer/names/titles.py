"""Titles of operations for which the document has no name or summary."""

from __future__ import annotations

import re

from ...model.naming import Naming
from ...words import join_words, split_words
from .verbs import VERBS

_MAX_LENGTH = 80
_MARKUP = re.compile(r"[*`]|\[([^\[\]]*)\]\([^()]*\)")
_PARAMETER = re.compile(r"\{[^{}]*\}")
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-Z*`\[(])")
_VERBS = (VERBS | {"retrieve"}) - {"request"}
"""Verbs that are hardly nouns in ids such as `multipart-request`."""


def choose_title(
    description: str, operation_id: str, method: str, path: str, naming: Naming
) -> str:
    """Return a short first sentence of the description, else the id in words.

    If the id only repeats the method and the path, or the call, the words of the call are used.

    Args:
        description: Description of the operation, CommonMark.
        operation_id: Operation id.
        method: HTTP method.
        path: Path as declared.
        naming: Name of the operation.
    """
    paragraph = description.strip().partition("\n\n")[0]
    first = _SENTENCE_END.split(paragraph)[0]
    sentence = " ".join(_MARKUP.sub(r"\1", first).split())
    if 0 < len(sentence) <= _MAX_LENGTH and sentence[0].isalpha():
        return sentence
    words = split_words(operation_id)
    call = (*naming.name, *split_words(naming.resource[-1]))
    begins_with_noun = words[:1] and words[0] not in VERBS and call[0] in _VERBS
    is_call = {*words} == {*call} and begins_with_noun
    if is_call or _repeats({*words}, method, path):
        words = call
    return join_words(words or (operation_id,))


def _repeats(words: set[str], method: str, path: str) -> bool:
    """Return whether an id only has words of the method and the path.

    If it has words of parameters, it has all: `getOrder` is a title for the
    path `/orders/{order_id}`.
    """
    other = {method.lower(), *split_words(_PARAMETER.sub("/", path))}
    parameters = {*split_words(" ".join(_PARAMETER.findall(path)))}
    return words <= other or parameters <= words <= other | parameters
