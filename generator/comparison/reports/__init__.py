"""Reports of changes, one module for each format."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from .changelog import format_changelog
from .content import Report
from .github import format_github
from .html_report import format_html
from .json_report import format_json
from .junit import format_junit
from .markdown import format_markdown
from .sarif import format_sarif
from .text import format_text

FORMATS: dict[str, Callable[[Sequence[Report]], str]] = {
    "text": format_text,
    "markdown": format_markdown,
    "json": format_json,
    "github": format_github,
    "sarif": format_sarif,
    "junit": format_junit,
    "changelog": format_changelog,
    "html": format_html,
}
"""Functions that return one document about clients, by the name of the format."""

__all__ = ["FORMATS", "Report"]
