"""Segments, parameters and versions of paths."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from ...limits import MAX_RESOURCE_DEPTH

_BASES = frozenset({"api", "apis", "rest"})
"""First segments that are ignored if other segments follow."""

_ACTION = re.compile(r"[A-Za-z][\w-]*")
_KEY_IN_PARENTHESES = re.compile(r"(\w+)\(['\"]?\{[^{}]*\}['\"]?\)")
_VERSION = re.compile(
    r"v?[0-9]+([.-][0-9]+)*(?:[.-]?(alpha|beta|preview|rc)([0-9]*))?", re.IGNORECASE
)
_FILE_FORMAT = re.compile(r"\.(?:json|xml|ya?ml)$")
_NUMBER = re.compile("[0-9]+")
_PUNCTUATION = " .,;:()'\"=@$!*+~_-"
_PARAMETER = re.compile(r"\{([^{}]*)\}")


def has_too_many_segments(path: str) -> bool:
    """Return whether a path has more static segments than a resource may have levels."""
    return len(split_dots(list_nouns(path))) > MAX_RESOURCE_DEPTH


def list_nouns(path: str) -> list[str]:
    """Return the significant segments of a path that are not parameters."""
    return [part for part in list_significant(path) if part != "{}"]


def list_significant(path: str) -> list[str]:
    """Return the segments of a path without bases and versions."""
    segments = list_segments(path)
    for index, segment in enumerate(segments[:-2]):
        if segment == "providers" and "." in segments[index + 1]:
            # As in `/subscriptions/{id}/providers/Acme.Storage/accounts`: a scope that
            # all resources share, then the name of a service.
            segments = segments[index + 2 :]
            break
    significant = []
    for index, segment in enumerate(segments):
        has_next = segments[index + 1 : index + 2] not in ((), ("{}",))
        if index < 3 and segment.lower() in _BASES and has_next:
            continue
        if index > 3 or not _VERSION.fullmatch(segment):
            significant.append(segment)
    return significant


def find_shared_prefix(paths: Sequence[str]) -> tuple[str, ...]:
    """Return the segments before the version that say nothing about a path.

    Such as `acme` in `/acme/v1/orders` and `/acme/v1/files`: the same in all paths with a
    segment before their version. At most one path in five has a version without it, and
    the paths continue with different static segments, or repeat it: `/orders/v0/orders`.
    """
    splits = [_split_at_version(list_segments(path)) for path in paths]
    prefixes = Counter(before for before, _ in splits)
    without = prefixes.pop((), 0)
    nouns = {noun for _, noun in splits}
    prefix = next(iter(prefixes), ())
    if len(prefixes) != 1 or (len(nouns) < 2 and nouns != {*prefix[-1:]}):
        return ()
    if not all(nouns):
        return ()
    return () if without > len(paths) / 5 else prefix


def drop_prefix(path: str, prefix: tuple[str, ...]) -> str:
    """Return a path without the segments that `find_shared_prefix` returned."""
    joined = "".join(f"/{segment}" for segment in prefix)
    return path.removeprefix(joined) if path.startswith(f"{joined}/") else path


def _split_at_version(segments: tuple[str, ...]) -> tuple[tuple[str, ...], str]:
    """Return the segments before a version, and the static segment after it."""
    for index, segment in enumerate(segments[:3]):
        if segment == "{}":
            break
        if _VERSION.fullmatch(segment):
            after = next((part for part in segments[index + 1 :] if part != "{}"), "")
            return segments[:index], after
    return (), ""


@lru_cache(maxsize=1 << 16)
def list_segments(path: str) -> tuple[str, ...]:
    """Return the segments of a path, with `{}` for each parameter.

    A segment that contains a parameter and static text is reduced to the text:
    `thumbnail.{format}` becomes `thumbnail`. A key in parentheses, `Orders({key})`, and an
    action after a colon, `{id}:cancel`, are separate segments.
    """
    segments: list[str] = []
    path_only = _FILE_FORMAT.sub("", path.partition("?")[0].partition("#")[0])
    for part in path_only.split("/"):
        noun, colon, action = part.rpartition(":")
        if colon and noun and _ACTION.fullmatch(action):
            segments += (_normalize_segment(noun), f":{action}")
        elif match := _KEY_IN_PARENTHESES.fullmatch(part):
            segments += (match[1], "{}")
        elif part:
            segments.append(_normalize_segment(part))
    return tuple(segments)


def _normalize_segment(segment: str) -> str:
    if "{" not in segment:
        return segment
    static = _PARAMETER.sub(" ", segment).strip(_PUNCTUATION)
    return static if len(static) > 1 else "{}"


@dataclass(frozen=True, slots=True, order=True)
class Version:
    """The version in a path; a later one is greater.

    Args:
        numbers: Its numbers, without those of a pre-release; `()` if there is no version.
        is_stable: Whether it is not a pre-release.
        pre_release: `alpha`, `beta`, `preview` or `rc`.
        pre_release_number: Number of the pre-release.
    """

    numbers: tuple[int, ...] = ()
    is_stable: bool = True
    pre_release: str = ""
    pre_release_number: int = 0

    @property
    def words(self) -> str:
        """The version as a word of a name: `v2`, `v1_beta2` or `unversioned`."""
        if not self.numbers:
            return "unversioned"
        name = "v" + "_".join(map(str, self.numbers))
        number = self.pre_release_number or ""
        return name if self.is_stable else f"{name}_{self.pre_release}{number}"


def find_version(path: str) -> Version:
    """Return the version in a path."""
    for segment in list_segments(path)[:4]:
        if match := _VERSION.fullmatch(segment):
            pre_release = (match[2] or "").lower()
            number = int(match[3]) if match[3] else 0
            numbers = segment[: match.start(2)] if pre_release else segment
            return Version(
                tuple(map(int, _NUMBER.findall(numbers))),
                not pre_release,
                pre_release,
                number,
            )
    return Version()


def list_parameters(path: str) -> list[str]:
    """Return the names of the parameters of a path, in order."""
    return _PARAMETER.findall(path.partition("?")[0])


def split_dots(nouns: list[str]) -> list[str]:
    """Split nouns such as `chat.postMessage` into two."""
    return [part for noun in nouns for part in noun.split(".") if part]
