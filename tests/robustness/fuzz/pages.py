"""Check that the relative links of the generated documentation refer to files."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import unquote

from tests.robustness.fuzz.verdicts import Failure

_FENCE = re.compile(r"^(`{3,}|~{3,}).*?^\1`*~*\s*$", re.MULTILINE | re.DOTALL)
_CODE = re.compile(r"(`+)(?!`).+?(?<!`)\1(?!`)", re.DOTALL)
_LINK = re.compile(r"(?<!\\)\]\(([^()\s<>]+)\)")


def check(docs: Path) -> None:
    """Raise `Failure` for a broken link of a page."""
    for path in sorted(docs.rglob("*.md")) if docs.exists() else ():
        text = path.read_text("utf-8")
        for target in _LINK.findall(_CODE.sub("", _FENCE.sub("", text))):
            file, _, _ = target.partition("#")
            if re.match(r"[a-zA-Z][a-zA-Z0-9+.-]*:|//|/", file) or not file:
                continue
            if file.endswith(".md") and not (path.parent / unquote(file)).is_file():
                raise Failure("links", "no such page", f"{path.name}: {target}")
