"""The page of all kinds of findings: made from their rules and the cases."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import PurePath

from generator.diagnostics import Rule
from tests.unit.diagnostics.cases import Case

_WIDEST = 100
_HEAD = """\
# Findings

What oasmith has to say about documents and settings. An error means that nothing is
written; a warning, that something is wrong or cannot be generated, and everything else
is; a note, that something was decided which you may want to know. `oasmith validate`
shows all of them, `oasmith explain CODE` shows a part of this page.

| Code | Severity | Meaning |
| --- | --- | --- |
"""


def page(rules: Iterable[Rule], cases: Iterable[Case]) -> str:
    """The page, as Markdown.

    Args:
        rules: all kinds of findings.
        cases: an example of each.
    """
    examples = {case.code: case for case in cases}
    ordered = sorted(rules, key=lambda rule: rule.code)
    table = "".join(map(_row, ordered))
    sections = (_section(rule, examples.get(rule.code)) for rule in ordered)
    return "\n".join((f"{_HEAD}{table}", *sections))


def _row(rule: Rule) -> str:
    first = rule.explanation.partition(". ")[0].rstrip(".").replace("|", "\\|")
    return (
        f"| [{rule.code}](#{rule.code}) | {rule.severity.name.lower()} | {first}. |\n"
    )


def _section(rule: Rule, case: Case | None) -> str:
    parts = [
        f"## {rule.code}\n",
        f"*{rule.severity.name.capitalize()}.* {rule.explanation}\n",
    ]
    if case is not None:
        report = f"```text\n{_cut(case.report)}```\n"
        parts += [f"*Example.* {case.text}\n", *_files(case), report]
    return "\n".join(parts)


def _files(case: Case) -> Iterator[str]:
    for name, content in case.files.items():
        name, _, kind = name.partition(" as ")
        language = {"": PurePath(name).suffix[1:]}.get(kind, "text")
        title = f"`{name}`, as {kind}:" if kind else f"`{name}`:"
        yield f"{title}\n\n```{language}\n{_cut(content)}```\n"


def _cut(text: str) -> str:
    """The text with lines that fit a page."""
    return "".join(
        line if len(line) <= _WIDEST else f"{line[: _WIDEST - 1]}…\n"
        for line in text.splitlines(keepends=True)
    )
