"""Reports of changes: text, Markdown, JSON, and annotations of GitHub Actions."""

from __future__ import annotations

from collections.abc import Callable

from .content import Report
from .github import format_github
from .json_report import format_json
from .markdown import format_markdown
from .text import format_text

FORMATS: dict[str, Callable[[Report], str]] = {
    "text": format_text,
    "markdown": format_markdown,
    "json": format_json,
    "github": format_github,
}
"""Functions that return a report, by the name of the format."""

__all__ = ["FORMATS", "Report"]
