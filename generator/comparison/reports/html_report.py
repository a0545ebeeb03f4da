"""The report as one HTML file, which loads nothing and runs no scripts.

The policy in the file allows its own style sheet only, by its digest. Source: W3C, "Content
Security Policy Level 3", sections 2.3.1 and 3.3.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterator, Sequence
from html import escape

from ..changes import Change, Level
from .content import Report, cause_text, printable, subjects, uses_text
from .text import TITLES

_STYLE = """
:root { color-scheme: light dark; --line: #8884; --dim: #777;
  --breaking: #c62828; --warning: #b26a00; --compatible: #2e7d32; --info: #546e7a; }
* { box-sizing: border-box; }
body { font: 15px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 0 auto;
  padding: 2rem 1rem; overflow-wrap: anywhere; }
h1 { font-size: 1.6rem; margin: 0 0 .5rem; }
h2 { font-size: 1.2rem; margin: 2rem 0 .5rem; padding-left: .6rem;
  border-left: .3rem solid var(--level); }
h3 { font: 600 .95rem/1.5 ui-monospace, monospace; margin: 1.2rem 0 .2rem; }
nav a { margin-right: 1rem; }
ul { list-style: none; margin: 0; padding: 0; }
li { padding: .5rem 0; border-top: 1px solid var(--line); }
code, pre, .place { font-family: ui-monospace, monospace; font-size: .88em; }
pre { margin: .4rem 0 0; padding: .6rem; border: 1px solid var(--line);
  white-space: pre-wrap; }
.place, .rule, .use { color: var(--dim); display: block; }
.breaking { --level: var(--breaking); } .warning { --level: var(--warning); }
.compatible { --level: var(--compatible); } .info { --level: var(--info); }
.due { font-size: 1.1rem; }
@media print { body { max-width: none; padding: 0; font-size: 10pt; }
  nav { display: none; } li { break-inside: avoid; } h2, h3 { break-after: avoid; } }
"""
_DIGEST = base64.b64encode(hashlib.sha256(_STYLE.encode()).digest()).decode()
_POLICY = (
    f"default-src 'none'; style-src 'sha256-{_DIGEST}'; base-uri 'none'; "
    "form-action 'none'"
)


def format_html(reports: Sequence[Report]) -> str:
    """Return a page with the changes by level, and the version that is due."""
    title = reports[0].title if len(reports) == 1 else "Changes of the clients"
    lines = [
        "<!DOCTYPE html>",
        '<html lang="en">',
        "<head>",
        '<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{escape(_POLICY)}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        '<meta name="referrer" content="no-referrer">',
        f"<title>{_text(title)}</title>",
        f"<style>{_STYLE}</style>",
        "</head>",
        "<body>",
    ]
    for report in reports:
        lines += _client(report)
    return "\n".join([*lines, "</body>", "</html>"]) + "\n"


def _client(report: Report) -> Iterator[str]:
    yield "<article>"
    yield f"<h1>{_text(report.title)}</h1>"
    yield f'<p class="due">{_text(report.version.sentence.capitalize())}.</p>'
    yield "<nav>"
    levels = list(report.levels())
    for level, changes in levels:
        name = f"{TITLES[level]} ({len(changes)})"
        yield f'<a href="#{_id(report, level.name.lower())}">{name}</a>'
    yield "</nav>"
    for level, changes in levels:
        yield from _section(report, level, changes)
    yield "</article>"


def _id(report: Report, name: str) -> str:
    """Return the identifier of an element, which is unique in the page."""
    return escape(f"{report.client}-{name}" if report.client else name)


def _section(report: Report, level: Level, changes: list[Change]) -> Iterator[str]:
    name = level.name.lower()
    yield f'<section class="{name}" id="{_id(report, name)}">'
    yield f"<h2>{TITLES[level]} ({len(changes)})</h2>"
    selected, left = report.shorten(changes)
    for subject, items in subjects(selected):
        yield f"<h3>{_text(subject)}</h3>"
        yield "<ul>"
        for item in items:
            yield from _item(report, item)
        yield "</ul>"
    if left:
        yield f"<p>{left} more; show them with <code>--all</code>.</p>"
    yield "</section>"


def _item(report: Report, item: Change) -> Iterator[str]:
    identifier = _id(report, f"c-{item.fingerprint}")
    yield f'<li id="{identifier}">{_message(item.message + cause_text(item))}'
    yield f'<span class="rule">{item.rule.id} {item.fingerprint}</span>'
    places = [report.place(item, side) for side in ("old", "new")]
    where = " → ".join(place for place in places if place)
    if where:
        yield f'<span class="place">{_text(where)}</span>'
    if uses := uses_text(item):
        yield f'<span class="use">{_text(uses)}</span>'
    if item.witness and item.level is Level.BREAKING:
        yield f"<pre>{_text(item.witness)}</pre>"
    yield "</li>"


def _message(message: str) -> str:
    """Return a message with its code spans as elements."""
    parts = re.split(r"`([^`\n]*)`", message)
    return "".join(
        f"<code>{_text(part)}</code>" if number % 2 else _text(part)
        for number, part in enumerate(parts)
    )


def _text(text: str) -> str:
    return escape(printable(text))
