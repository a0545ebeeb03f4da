"""Markdown pages that are written by hand."""

from __future__ import annotations

from tests.guards.sources import ROOT

README = ROOT / "README.md"
DOCS = ROOT / "generator/docs"
COMMANDS_PAGE = DOCS / "reference-commands.md"
SPECS_PAGE = DOCS / "specs.md"
ARCHITECTURE = ROOT / "generator/ARCHITECTURE.md"
CONTRIBUTING = ROOT / ".github/CONTRIBUTING.md"

GUIDES = (README, *sorted(DOCS.glob("*.md")))
"""Pages for users."""

PAGES = (
    *GUIDES,
    *sorted((DOCS / "decisions").glob("*.md")),
    ARCHITECTURE,
    *sorted((ROOT / ".github").glob("*.md")),
)
"""All pages, including those for contributors."""
