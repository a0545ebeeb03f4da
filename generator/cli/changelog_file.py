"""Sections of a changelog in the format of Keep a Changelog."""

from __future__ import annotations

import re
from itertools import pairwise

_TITLE = "# Changelog\n"
_VERSION = re.compile(r"^## ", re.MULTILINE)
_UNRELEASED = re.compile(r"## \[?unreleased\b", re.IGNORECASE)


def add_section(text: str, section: str) -> str:
    """Return a changelog with a section for a version, before those of other versions.

    If the changelog has a section with the same heading, lines that it lacks are added to
    it, so that adding a section twice has no effect. A section of unreleased changes stays
    first.

    Args:
        text: Changelog; `""` for a new one.
        section: Section of one version, which begins with its heading `## [1.5.0]`.
    """
    heading, _, _ = section.partition("\n")
    starts = [match.start() for match in _VERSION.finditer(text)]
    bounds = list(pairwise([*starts, len(text)]))
    for start, end in bounds:
        if text[start:end].partition("\n")[0].startswith(heading):
            merged = _merge(text[start:end], section)
            return f"{text[:start]}{merged}{text[end:]}"
    if not text.strip():
        text, bounds = _TITLE, []
    position = next(
        (start for start, end in bounds if not _UNRELEASED.match(text, start, end)),
        len(text),
    )
    before, after = text[:position].rstrip("\n"), text[position:].lstrip("\n")
    return f"{before}\n\n{section.rstrip()}\n" + (f"\n{after}" if after else "")


def _merge(old: str, new: str) -> str:
    """Return a section with the lines of another one that it lacks, under their titles."""
    parts = _split(old)
    for title, lines in _split(new.partition("\n")[2]).items():
        known = parts.setdefault(title, [])
        while known and not known[-1]:
            del known[-1]
        known += [line for line in lines if line and line not in known]
    blocks = []
    for title, lines in parts.items():
        content = "\n".join(lines).strip("\n")
        heading = [title] if title else []
        blocks.append("\n\n".join([*heading, *([content] if content else [])]))
    end = "\n" * (len(old) - len(old.rstrip("\n")) or 1)
    return "\n\n".join(block for block in blocks if block) + end


def _split(section: str) -> dict[str, list[str]]:
    """Return the lines by title; those before the first title by `""`."""
    parts: dict[str, list[str]] = {"": []}
    title = ""
    for line in section.splitlines():
        if line.startswith("### "):
            title = line.rstrip()
            parts.setdefault(title, [])
        else:
            parts[title].append(line)
    return parts
