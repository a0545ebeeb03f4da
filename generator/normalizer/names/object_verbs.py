"""Verbs of operation ids that say what is done to the noun at the end of a path.

`POST /emails` with the id `sendEmail` is `emails.send`, and `DELETE /grants/{id}` with the id
`revokeGrant` is `grants.revoke`: the verb of the HTTP method would say something else.
"""

from __future__ import annotations

from itertools import takewhile

from ...words import is_plural, singular, split_words
from .id_verbs import BULK, CLASS_OF, is_verb

_HTTP_VERBS = frozenset(CLASS_OF) | {"post", "put", "head", "options", "trace"}
_SAME_AS = {
    **dict.fromkeys(("assign", "attach", "start", "upload"), "create"),
    **dict.fromkeys(("detach", "unassign"), "delete"),
    "upsert": "update",
}
"""Verbs that say the same as another: to assign a role creates an assignment."""

Words = tuple[str, ...]


def find_object_verb(id_words: Words, path: str, noun: Words, verb: Words) -> Words:
    """Return the verb of an id whose object is the noun at the end of a path.

    Words of the path are not verbs, and only they may precede the verb, as in
    `oauth/revoke-grant`. Verbs that follow from HTTP methods, such as `create`, are ignored.

    Args:
        id_words: Words of the operation id.
        path: Path as declared.
        noun: Words of the noun.
        verb: Words of the verb that method and path result in.

    Returns:
        The words of the verb, with `batch` or `bulk` before it; `()` if there is none.
    """
    in_path = split_words(path)
    nouns, joined = {*map(singular, in_path)}, "".join(in_path)

    def is_noun(word: str) -> bool:
        # `genai` is a word of `/gen-ai`.
        return singular(word) in nouns or (not is_verb(word) and word in joined)

    before = tuple(takewhile(is_noun, id_words))
    words = id_words[len(before) :]
    is_bulk = words[:1] != () and words[0] in BULK
    count = 2 if is_bulk else 1
    object_ = words[count:] or before[-len(noun) :]
    if len(words) < count or not is_verb(words[count - 1]):
        return ()
    if not {*map(singular, noun)} <= {*map(singular, object_)}:
        return ()
    if is_bulk:
        return words[:2] if verb[1:] != ("all",) else ()
    if words[0] in CLASS_OF or _SAME_AS.get(words[0]) == verb[0]:
        return ()
    if any(word in _HTTP_VERBS and word not in nouns for word in words[1:]):
        return ()
    is_all = verb[1:] == ("all",) and any(map(is_plural, object_))
    return (words[0], "all") if is_all else words[:1]
