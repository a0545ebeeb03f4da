"""Write the page of all rules from their explanations and examples."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import PurePath

from tests.guards.rules import DefinedRule
from tests.unit.diagnostics.cases import Case

_MAX_WIDTH = 100
_INTRODUCTION = """\
# Diagnostics

oasmith reports these diagnostics about documents and settings:

- Error: nothing is written.
- Warning: something is wrong with the document, or cannot be generated. Everything else
  is written.
- Note: the output is complete; the note documents a decision.

`oasmith validate` shows the diagnostics of documents, `oasmith explain CODE` a section of
this page.

| Code | Severity | Meaning |
| --- | --- | --- |
"""


def format_page(rules: Iterable[DefinedRule], cases: Iterable[Case]) -> str:
    """Return the page as Markdown.

    Args:
        rules: all rules, sorted by code.
        cases: an example of each.
    """
    rules = list(rules)
    examples = {case.code: case for case in cases}
    table = "".join(map(_format_row, rules))
    sections = (_format_section(item, examples.get(item.rule.code)) for item in rules)
    return "\n".join((f"{_INTRODUCTION}{table}", *sections))


def _format_row(item: DefinedRule) -> str:
    rule = item.rule
    first = rule.explanation.partition(". ")[0].rstrip(".").replace("|", "\\|")
    return (
        f"| [{rule.code}](#{rule.code}) | {rule.severity.name.lower()} | {first}. |\n"
    )


def _format_section(item: DefinedRule, case: Case | None) -> str:
    rule = item.rule
    parts = [
        f"## {rule.code}\n",
        f"*{rule.severity.name.capitalize()}.* {rule.explanation}\n",
        f"Defined in `{item.file}`.\n",
    ]
    if case is not None:
        report = f"```text\n{_cut_lines(case.report)}```\n"
        parts += [f"*Example.* {case.text}\n", *_format_files(case), report]
    return "\n".join(parts)


def _format_files(case: Case) -> Iterator[str]:
    for name, content in case.files.items():
        name, _, kind = name.partition(" as ")
        language = {"": PurePath(name).suffix[1:]}.get(kind, "text")
        title = f"`{name}`, as {kind}:" if kind else f"`{name}`:"
        yield f"{title}\n\n```{language}\n{_cut_lines(content)}```\n"


def _cut_lines(text: str) -> str:
    """Return a text with lines cut to the width of the page."""
    return "".join(
        line if len(line) <= _MAX_WIDTH else f"{line[: _MAX_WIDTH - 1]}…\n"
        for line in text.splitlines(keepends=True)
    )
