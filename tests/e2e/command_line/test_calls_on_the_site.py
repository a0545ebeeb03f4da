"""The site shows the call of each operation in a shell that the Markdown shows."""

from __future__ import annotations

import html
import re
from pathlib import Path

import pytest

from generator.config import Config, read_settings
from generator.diagnostics import Diagnostics
from generator.pipeline import build

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[3]
IN_MARKDOWN = re.compile(r"On the command line:\n\n```sh\n(.*?)\n```", re.DOTALL)
IN_HTML = re.compile(
    r'<div class="source" data-language="Command line">.*?<code>(.*?)</code>', re.DOTALL
)


def calls(config: Config) -> tuple[dict[str, str], dict[str, str]]:
    """Return the calls by operation, of the Markdown and of the section on the site."""
    files = build(config, Diagnostics()).files
    texts = {path: content.decode() for path, content in files.items()}
    markdown = {
        match[1].split()[1]: match[1]
        for path, text in texts.items()
        if path.endswith(".md") and not path.startswith("docs/site/")
        for match in IN_MARKDOWN.finditer(text)
    }
    site: dict[str, str] = {}
    for path, text in texts.items():
        if path.startswith("docs/site/") and path.endswith(".html"):
            for match in IN_HTML.finditer(text):
                ids = re.findall(r'id="([^"]+)"', text[: match.start()])
                owner = next(name for name in reversed(ids) if name in markdown)
                assert owner not in site, owner
                site[owner] = html.unescape(re.sub(r"<[^>]*>", "", match[1]))
    return markdown, site


def test_calls_of_a_petstore_and_of_the_complete_document(shared: Path) -> None:
    (own,) = read_settings(ROOT / "pyproject.toml")
    for directory, spec, count in (
        (Path(__file__).parent, "petstore.yaml", 10),
        (own.directory, own.specs[0], 75),
        (shared / "specs" / "openai", "2026-08.yaml", 288),
    ):
        config = Config(
            package="shown_client",
            client="Client",
            specs=(spec,),
            directory=directory,
            output="out",
            docs=("markdown", "site"),
            command_line=True,
        )
        markdown, site = calls(config)
        assert len(markdown) >= count
        assert site == markdown
