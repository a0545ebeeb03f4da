"""HTML in descriptions, which CommonMark allows, becomes CommonMark itself.

Many documents hold paragraphs, links and code as HTML only. What readers see of them in
an editor, a terminal or a page that lets no HTML through should be prose, not tags. Tags
that mean nothing here stay as they are: `<your-key>` is text. So does all code.
"""

from __future__ import annotations

import html
import re
from bisect import bisect_left
from collections.abc import Callable

_FAR = 4000
"""Characters in which a tag must be closed: so that looking for its end stays cheap."""

_CODE = re.compile(r"^ *```.*?^ *```|`[^`\n]+`", re.DOTALL | re.MULTILINE)
_BLOCKS = r"p|div|ul|ol|table|thead|tbody|tr|blockquote|section|center|html|body"
_NOTHING = r"span|sup|sub|font|u|small|nobr|details|summary"
_KNOWN = re.compile(
    rf"</?(?:{_BLOCKS}|{_NOTHING}|br|code|tt|pre|a|b|strong|i|em|li|td|th|h[1-6]|hr)"
    r"(?:\s[^<>]*)?/?>|<!--",
    re.IGNORECASE,
)
_KEPT = "\x00"
_PLACE = re.compile(r"\x00([0-9]+)\x00")
_SPACE = re.compile(r"[ \t]+(?=\n)|(?<=\n)[ \t]+(?=\n)")
_GAP = re.compile(r"\n{3,}")


def commonmark(text: str) -> str:
    """The text without HTML, where that has a counterpart or says nothing."""
    if "<" not in text or _KEPT in text or not _KNOWN.search(text):
        return text
    kept: list[str] = []

    def keep(code: str) -> str:
        """What stands for code, in which no tag is one, until all is done."""
        kept.append(code)
        return f"{_KEPT}{len(kept) - 1}{_KEPT}"

    text = _CODE.sub(lambda found: keep(found[0]), text)
    text = _replaced(_PRE, lambda found: keep(_block(found)), text)
    text = _replaced(_SPAN, lambda found: keep(_code(found)), text)
    for pattern, shown in _RULES:
        text = _replaced(pattern, shown, text)
    text = _PLACE.sub(lambda found: kept[int(found[1])], text)
    return _GAP.sub("\n\n", _SPACE.sub("", text)).strip()


def _replaced(
    pattern: re.Pattern[str], shown: str | Callable[[re.Match[str]], str], text: str
) -> str:
    """The text with `shown` for each element, and for whatever else a pattern finds.

    An element begins only where its end is near, which is looked up: to look for an end
    behind every begin would take the square of the time.
    """
    names = _ENDS.get(pattern)
    if names is None or isinstance(shown, str):
        return pattern.sub(shown, text)
    ends: dict[str, list[int]] = {}
    for end in re.finditer(rf"</({names})\s*>", text, re.IGNORECASE):
        ends.setdefault(end[1].lower(), []).append(end.start())
    if not ends:
        return text
    pieces: list[str] = []
    position = 0
    for begin in re.finditer(rf"<({names})(?=[\s>])", text, re.IGNORECASE):
        if begin.start() < position:
            continue
        places = ends.get(begin[1].lower(), [])
        next_ = bisect_left(places, begin.end())
        if next_ == len(places) or places[next_] > begin.end() + 2 * _FAR:
            continue
        found = pattern.match(text, begin.start())
        if found is not None:
            pieces += text[position : begin.start()], shown(found)
            position = found.end()
    return "".join([*pieces, text[position:]])


def _pair(names: str) -> re.Pattern[str]:
    """An element of one of these names that holds text."""
    pattern = re.compile(
        rf"<({names})(?:\s[^<>]*)?>\s*(.{{0,{_FAR}}}?)\s*</\1\s*>",
        re.DOTALL | re.IGNORECASE,
    )
    _ENDS[pattern] = names
    return pattern


def _tag(names: str) -> re.Pattern[str]:
    """The begin or the end of an element of one of these names."""
    return re.compile(rf"</?(?:{names})(?:\s[^<>]*)?/?>", re.IGNORECASE)


def _plain(text: str) -> str:
    """What is inside code: no tags, no entities."""
    return html.unescape(_ANY.sub("", text))


def _code(found: re.Match[str]) -> str:
    inside = " ".join(_plain(found[2]).split())
    return inside if not inside or "`" in inside else f"`{inside}`"


def _block(found: re.Match[str]) -> str:
    inside = _plain(found[2])
    return inside if "```" in inside else f"\n\n```\n{inside}\n```\n\n"


def _link(found: re.Match[str]) -> str:
    target, words = found[1].strip(), " ".join(found[2].split())
    safe = target.lower().startswith(("http://", "https://", "mailto:"))
    if not words or not safe or re.search(r"[\s()<>]", target):
        return words
    return f"[{words}]({target})"


def _marked(mark: str, found: re.Match[str]) -> str:
    inside = found[2]
    bare = not inside or "\n\n" in inside or inside[0] in "*_" or inside[-1] in "*_"
    return inside if bare else f"{mark}{inside}{mark}"


def _break(found: re.Match[str]) -> str:
    """A line ends, but for rows of tables and items of lists, which are one line."""
    text = found.string
    line = text[text.rfind("\n", 0, found.start()) + 1 : found.start()]
    return " " if "|" in line or re.match(r"\s*(?:[-*+]|\d+[.)])\s", line) else "\n\n"


_ENDS: dict[re.Pattern[str], str] = {}
"""The names of the elements that a pattern finds."""

_LINK = re.compile(
    r"<a\s[^<>]*?href\s*=\s*[\"']?([^\"'<>\s]*)[^<>]*>" rf"(.{{0,{_FAR}}}?)</a\s*>",
    re.DOTALL | re.IGNORECASE,
)
_ENDS[_LINK] = "a"
_PRE, _SPAN = _pair("pre"), _pair("code|tt")
_ANY = re.compile(r"</?[a-zA-Z][^<>]*>")
_RULES = (
    (re.compile(rf"<!--.{{0,{_FAR}}}?-->", re.DOTALL), ""),
    (_LINK, _link),
    (_pair("b|strong"), lambda found: _marked("**", found)),
    (_pair("i|em"), lambda found: _marked("*", found)),
    (_pair("h[1-6]"), lambda found: f"\n\n{_marked('**', found)}\n\n"),
    (re.compile(r"</t[dh]\s*>\s*<t[dh](?:\s[^<>]*)?>", re.IGNORECASE), " · "),
    (re.compile(r"\s{0,40}<(?:li|tr)(?:\s[^<>]*)?>\s{0,40}", re.IGNORECASE), "\n- "),
    (_tag("br"), _break),
    (_tag("li|tr|td|th"), ""),
    (_tag(f"{_BLOCKS}|hr"), "\n\n"),
    (_tag(f"{_NOTHING}|a"), ""),
)
"""What stands for what, in this order."""
