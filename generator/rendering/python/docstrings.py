"""Docstrings from descriptions of the document, wrapped and escaped.

The text remains CommonMark: paragraphs are wrapped, list items have a hanging indent, and
code, tables and headings keep their lines.
"""

from __future__ import annotations

import re
from functools import lru_cache

from ...python.expressions import Docstring
from ...python.literals import escape_unseen
from .layout import INDENT, WIDTH, fits

_ITEM = re.compile(r"([-*+]|\d{1,3}[.)]) +")
_QUOTES = re.compile('"{3,}')
_FENCE = re.compile(r"(`{3,}|~{3,})")
_BREAKS = re.compile("\r\n|[\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")

_BLOCK = re.compile(r"\s*(?:[-*+>|#]|\d+[.)]\s|```|~~~|    )")
_ITEMS = re.compile(r"^\s*(?:[-*+] |\d+[.)] |\||```|~~~)", re.MULTILINE)
_OPEN_END = re.compile(r"[A-Za-z0-9)`]$(?<![.!?].)")
"""The end of a summary that lacks a full stop."""
_ABBREVIATIONS = ("e.g.", "i.e.", "etc.", "vs.", "cf.", "approx.", "no.", "No.")
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-Z*`\[(\"'])")


def format_docstring(content: Docstring, indent: str) -> str:
    """Return a docstring with its quotes, in Google style.

    Args:
        content: Content of the docstring.
        indent: White space before each line.

    Returns:
        The lines; `""` if there is no content.
    """
    width = WIDTH - len(indent)
    return _quote(content, _with_summary(content, width - 3), indent)


def _quote(content: Docstring, text: str, indent: str) -> str:
    """Return a docstring with its quotes, with another text than that of the content."""
    width = WIDTH - len(indent)
    lines = _wrap(text, width, 3)
    if content.arguments:
        lines += ["", "Args:"] if lines else ["Args:"]
        for argument in content.arguments:
            lines += _format_entry(f"{argument.name}: ", argument.text, len(indent))
    for title, part in (("Returns:", content.returns), ("Raises:", content.raises)):
        if part:
            lines += ["", title] if lines else [title]
            wrapped = _wrap(part, width - len(INDENT))
            lines += [f"{INDENT}{line}" if line else "" for line in wrapped]
    if content.example:
        lines += ["", "Example:"] if lines else ["Example:"]
        lines += [f"{INDENT}{_escape(line)}" for line in content.example.split("\n")]
    if not lines:
        return ""
    lines[0] = lines[0].lstrip(" ")
    if len(lines) == 1:
        only = f'{indent}"""{_separate_quotes(lines[0])}"""'
        if fits(only):
            return only
        lines = _wrap(text, width, 7)
        if len(lines) == 1:
            return only
    body = [f'"""{_separate_start(lines[0])}', *_dedent(lines[1:]), '"""']
    return "\n".join([f"{indent}{line}".rstrip() if line else "" for line in body])


def _with_summary(content: Docstring, width: int) -> str:
    """Return the text of a docstring with a first paragraph that fits on one line.

    That is the first paragraph or its first sentence if it fits, else the summary of the
    docstring. Without a summary, the text stays as it is.
    """
    text = content.text.strip()
    first, _, rest = text.partition("\n\n")
    paragraph = " ".join(first.split())
    if not text or _BLOCK.match(first) or ("\n" in first and _ITEMS.search(first)):
        return f"{content.summary}\n\n{text}".strip()
    if len(_escape(paragraph)) + 3 <= width:
        if paragraph.endswith(":") and content.summary:
            return f"{content.summary}\n\n{text}"
        end = "." if _OPEN_END.search(paragraph) else ""
        return f"{paragraph}{end}\n\n{rest}".strip()
    for match in _SENTENCE_END.finditer(paragraph):
        sentence, others = paragraph[: match.start()], paragraph[match.end() :]
        if len(_escape(sentence)) > width:
            break
        if sentence.count("`") % 2 == 0 and not sentence.endswith(_ABBREVIATIONS):
            return f"{sentence}\n\n{others}\n\n{rest}".strip()
    return f"{content.summary}\n\n{text}" if content.summary else text


def format_module_docstring(text: str) -> str:
    """Return the docstring of a module."""
    return format_docstring(Docstring(text), "")


@lru_cache(maxsize=1 << 14)  # The types of a schema in both directions have the same.
def format_attribute_docstring(content: Docstring, indent: str) -> str:
    """Return the docstring of an attribute, with the closing quotes on the last line.

    A module can have hundreds of attributes; one line less for each is easier to read.
    """
    text = _quote(content, content.text or content.summary, indent)
    body, newline, end = text.rpartition("\n")
    last = body.rpartition("\n")[2]
    is_separate = newline and end == f'{indent}"""'
    has_space = last.strip() and len(last) + 3 <= WIDTH and fits(last)
    if is_separate and has_space and not last.endswith(('"', "\\")):
        return f'{body}"""'
    return text


def _dedent(lines: list[str]) -> list[str]:
    """Remove the common indent of all lines, as black does."""
    indents = [len(line) - len(line.lstrip(" ")) for line in lines if line]
    shared = min(indents, default=0)
    return [line[shared:] for line in lines] if shared else lines


@lru_cache(maxsize=1 << 12)  # The methods of both clients have the same arguments.
def _format_entry(head: str, text: str, indent: int) -> tuple[str, ...]:
    """Return the lines of `name: text` with a hanging indent."""
    inner = WIDTH - indent - 8
    lines = _wrap(text, inner, len(head) - 4)
    first = f"{INDENT}{head}{lines[0] if lines else ''}".rstrip()
    others = [f"{INDENT}{INDENT}{line}" if line else "" for line in lines[1:]]
    return (first, *others)


def _wrap(text: str, width: int, first: int = 0) -> list[str]:
    """Wrap a text into lines of at most `width` columns.

    Args:
        text: CommonMark.
        width: Maximum columns of a line; longer words stay whole.
        first: Columns of the first line that are not available.
    """
    if len(text) + first <= width and "\n" not in text and text.isprintable():
        plain = _escape(text.strip())
        if len(plain) + first <= width:
            return [plain] if plain else []
    blocks = _split_blocks(_BREAKS.sub("\n", text).expandtabs(4).split("\n"))
    lines: list[str] = []
    for block in blocks:
        if isinstance(block, str):
            lines.append(_escape(block.rstrip()))
        else:
            prefix, words = block
            taken = first if not lines else 0
            lines += _fill_lines(words, prefix, width, taken)
    while lines and not lines[-1]:
        lines.pop()
    while lines and not lines[0]:
        lines.pop(0)
    return lines


def _split_blocks(lines: list[str]) -> list[str | tuple[str, list[str]]]:
    """Split lines into verbatim lines, and paragraphs with their hanging indent and words."""
    blocks: list[str | tuple[str, list[str]]] = []
    words: list[str] | None = None
    fence = ""
    for line in lines:
        stripped = line.strip()
        if fence:
            blocks.append(line)
            fence = "" if stripped.startswith(fence) else fence
        elif match := _FENCE.match(stripped):
            words, fence = None, match[1]
            blocks.append(line)
        elif not stripped:
            if words is not None or (blocks and blocks[-1] != ""):
                blocks.append("")
            words = None
        elif match := _ITEM.match(stripped):
            words = stripped.split()
            blocks.append((" " * _hanging_width(line, match.end()), words))
        elif stripped[0] in "|#" or (words is None and line.startswith(INDENT)):
            words = None
            blocks.append(line)
        elif words is not None:
            words += stripped.split()
        else:
            words = stripped.split()
            blocks.append(("", words))
    return blocks


def _hanging_width(line: str, marker: int) -> int:
    """Return the indent of the second and later lines of a list item, in columns."""
    indent = len(line) - len(line.lstrip())
    return min(indent, 8) + marker


def _fill_lines(words: list[str], hanging: str, width: int, taken: int) -> list[str]:
    """Distribute words over lines.

    Args:
        words: Words of a paragraph; the first one of a list item is its marker.
        hanging: Indent of the second and later lines.
        width: Maximum columns of a line; longer words stay whole.
        taken: Columns of the first line that are not available.
    """
    marker = len(words[0]) + 1 if hanging else 0
    prefix = " " * (len(hanging) - marker) if hanging else ""
    text = _escape(" ".join(words))
    lines: list[str] = []
    start, available = 0, width - taken
    while len(prefix) + len(text) - start > available:
        last = start + max(available - len(prefix), 0)
        end = text.rfind(" ", start, last + 1)
        if end < 0:
            end = text.find(" ", last)
        if end < 0:
            break
        lines.append(prefix + text[start:end])
        start, prefix, available = end + 1, hanging, width
    return [*lines, prefix + text[start:]]


def _escape(text: str) -> str:
    """Escape a text for a triple-quoted string."""
    if "\\" in text:
        text = text.replace("\\", "\\\\")
    if '""' in text:
        # Escape the whole run; an escaped quote and two others would end the string.
        text = _QUOTES.sub(lambda run: '\\"' * len(run[0]), text)
    return text if text.isprintable() and text.isascii() else escape_unseen(text)


def _separate_start(line: str) -> str:
    """Separate a first line from quotes before it with a space, as black does."""
    return f" {line}" if line.startswith('"') else line


def _separate_quotes(line: str) -> str:
    """Separate a line from the quotes around it with spaces, as black does."""
    line = _separate_start(line)
    return f"{line} " if line.endswith('"') else line
