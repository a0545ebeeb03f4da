"""Conversion of HTML in descriptions to CommonMark.

CommonMark may contain HTML, and many documents have paragraphs, links and code as HTML
only. Docstrings and pages without HTML should contain prose instead of tags. Unknown tags,
such as `<your-key>`, and code are preserved.
"""

from __future__ import annotations

import html
import re
from bisect import bisect_left
from collections.abc import Callable

_MAX_LENGTH = 4000
"""Maximum length in characters of the content of an element.

The limit bounds the time of the search for end tags.
"""

_CODE = re.compile(r"^ *```.*?^ *```|`[^`\n]+`", re.DOTALL | re.MULTILINE)
_BLOCKS = r"p|div|ul|ol|table|thead|tbody|tr|blockquote|section|center|html|body"
_IGNORED = r"span|sup|sub|font|u|small|nobr|details|summary"
_KNOWN = re.compile(
    rf"</?(?:{_BLOCKS}|{_IGNORED}|br|code|tt|pre|a|b|strong|i|em|li|td|th|h[1-6]|hr)"
    r"(?:\s[^<>]*)?/?>|<!--",
    re.IGNORECASE,
)
_MARKER = "\x00"
_PLACEHOLDER = re.compile(r"\x00([0-9]+)\x00")
_TRAILING_SPACE = re.compile(r"[ \t]+(?=\n)|(?<=\n)[ \t]+(?=\n)")
_BLANK_LINES = re.compile(r"\n{3,}")


def commonmark(text: str) -> str:
    """Convert the HTML in a description to CommonMark.

    Elements with an equivalent are converted; tags of other known elements are removed.
    Unknown tags and code are preserved.
    """
    if "<" not in text or _MARKER in text or not _KNOWN.search(text):
        return text
    code: list[str] = []

    def protect(string: str) -> str:
        """Return a placeholder for code, which may contain tags."""
        code.append(string)
        return f"{_MARKER}{len(code) - 1}{_MARKER}"

    text = _CODE.sub(lambda match: protect(match[0]), text)
    text = _replace(_PRE, lambda match: protect(_convert_block(match)), text)
    text = _replace(_SPAN, lambda match: protect(_convert_code(match)), text)
    for pattern, replacement in _RULES:
        text = _replace(pattern, replacement, text)
    text = _PLACEHOLDER.sub(lambda match: code[int(match[1])], text)
    return _BLANK_LINES.sub("\n\n", _TRAILING_SPACE.sub("", text)).strip()


def _replace(
    pattern: re.Pattern[str],
    replacement: str | Callable[[re.Match[str]], str],
    text: str,
) -> str:
    """Return `text` with all matches of a pattern replaced.

    A pattern of an element is only tried at a start tag that has an end tag within the
    maximum length. Trying it at every start tag would take quadratic time.
    """
    names = _ELEMENTS.get(pattern)
    if names is None or isinstance(replacement, str):
        return pattern.sub(replacement, text)
    ends: dict[str, list[int]] = {}
    for end in re.finditer(rf"</({names})\s*>", text, re.IGNORECASE):
        ends.setdefault(end[1].lower(), []).append(end.start())
    if not ends:
        return text
    pieces: list[str] = []
    position = 0
    for start in re.finditer(rf"<({names})(?=[\s>])", text, re.IGNORECASE):
        if start.start() < position:
            continue
        positions = ends.get(start[1].lower(), [])
        index = bisect_left(positions, start.end())
        if index == len(positions) or positions[index] > start.end() + 2 * _MAX_LENGTH:
            continue
        match = pattern.match(text, start.start())
        if match is not None:
            pieces += text[position : start.start()], replacement(match)
            position = match.end()
    return "".join([*pieces, text[position:]])


def _element(names: str) -> re.Pattern[str]:
    """Return a pattern of elements with one of these names and their content."""
    pattern = re.compile(
        rf"<({names})(?:\s[^<>]*)?>\s*(.{{0,{_MAX_LENGTH}}}?)\s*</\1\s*>",
        re.DOTALL | re.IGNORECASE,
    )
    _ELEMENTS[pattern] = names
    return pattern


def _tag(names: str) -> re.Pattern[str]:
    """Return a pattern of start and end tags with one of these names."""
    return re.compile(rf"</?(?:{names})(?:\s[^<>]*)?/?>", re.IGNORECASE)


def _strip_html(text: str) -> str:
    """Return text without tags and entities."""
    return html.unescape(_ANY.sub("", text))


def _convert_code(match: re.Match[str]) -> str:
    content = " ".join(_strip_html(match[2]).split())
    return content if not content or "`" in content else f"`{content}`"


def _convert_block(match: re.Match[str]) -> str:
    content = _strip_html(match[2])
    return content if "```" in content else f"\n\n```\n{content}\n```\n\n"


def _convert_link(match: re.Match[str]) -> str:
    target, label = match[1].strip(), " ".join(match[2].split())
    is_safe = target.lower().startswith(("http://", "https://", "mailto:"))
    if not label or not is_safe or re.search(r"[\s()<>]", target):
        return label
    return f"[{label}]({target})"


def _convert_emphasis(mark: str, match: re.Match[str]) -> str:
    content = match[2]
    bare = not content or "\n\n" in content or content[0] in "*_" or content[-1] in "*_"
    return content if bare else f"{mark}{content}{mark}"


def _convert_break(match: re.Match[str]) -> str:
    """Return a paragraph break, or a space in table rows and list items."""
    text = match.string
    line = text[text.rfind("\n", 0, match.start()) + 1 : match.start()]
    return " " if "|" in line or re.match(r"\s*(?:[-*+]|\d+[.)])\s", line) else "\n\n"


_ELEMENTS: dict[re.Pattern[str], str] = {}
"""Names of the elements that a pattern matches."""

_LINK = re.compile(
    r"<a\s[^<>]*?href\s*=\s*[\"']?([^\"'<>\s]*)[^<>]*>"
    rf"(.{{0,{_MAX_LENGTH}}}?)</a\s*>",
    re.DOTALL | re.IGNORECASE,
)
_ELEMENTS[_LINK] = "a"
_PRE, _SPAN = _element("pre"), _element("code|tt")
_ANY = re.compile(r"</?[a-zA-Z][^<>]*>")
_RULES = (
    (re.compile(rf"<!--.{{0,{_MAX_LENGTH}}}?-->", re.DOTALL), ""),
    (_LINK, _convert_link),
    (_element("b|strong"), lambda match: _convert_emphasis("**", match)),
    (_element("i|em"), lambda match: _convert_emphasis("*", match)),
    (_element("h[1-6]"), lambda match: f"\n\n{_convert_emphasis('**', match)}\n\n"),
    (re.compile(r"</t[dh]\s*>\s*<t[dh](?:\s[^<>]*)?>", re.IGNORECASE), " · "),
    (re.compile(r"\s{0,40}<(?:li|tr)(?:\s[^<>]*)?>\s{0,40}", re.IGNORECASE), "\n- "),
    (_tag("br"), _convert_break),
    (_tag("li|tr|td|th"), ""),
    (_tag(f"{_BLOCKS}|hr"), "\n\n"),
    (_tag(f"{_IGNORED}|a"), ""),
)
"""Patterns and their replacements, in the order in which they are applied."""
