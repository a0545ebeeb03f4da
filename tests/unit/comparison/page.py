"""Write the page of the rules of changes from the code and the cases."""

from __future__ import annotations

from generator.comparison import RULES, ChangeRule
from generator.comparison.refusals import NOT_REPORTED
from tests.unit.comparison.cases import Case, all_cases
from tests.unit.comparison.families import Family, all_families

_INTRODUCTION = """\
# Changes that `oasmith diff` reports

`oasmith diff` compares the clients of two documents, not the documents. Each change has a rule, and each rule has a
level:

- Breaking: code that worked fails, or a type checker rejects it.
- Warning: code is accepted as before, but requests or responses behave differently.
- Compatible: the client can do more; code works as before.
- Info: nothing changes for code that uses the client.

Most breaking changes have a witness: an import and a statement that type checkers accept with the old client and reject
with the new one. Tests run mypy to prove both.

The direction matters. A required property is a new required argument in a request, and an attribute without `None` in a
response. An argument may accept more, and a response may contain less, without breaking code.

A change of a class is reported once, for the class, and not for each call that uses it.

| Rule | Level | Meaning |
| --- | --- | --- |
"""
_REFUSED = """\
## Differences that are not reported

| Difference | Reason |
| --- | --- |
"""


_FAMILIES = """\
## Checks of other tools

Tools that compare documents report changes of the documents themselves. The table lists their kinds of checks, as
oasdiff names them, with the rules of which one reports such a change if it affects callers.

| Check | Rules | Not reported |
| --- | --- | --- |
"""


def format_page() -> str:
    """Return the page as Markdown."""
    cases = {case.rule: case for case in all_cases()}
    rows = "".join(map(_format_row, RULES.values()))
    refused = "".join(f"| {one} | {reason} |\n" for one, reason in NOT_REPORTED)
    sections = [_format_section(rule, cases[rule.id]) for rule in RULES.values()]
    listed = [item for item in all_families() if item.kind == "document"]
    families = "".join(map(_format_family, listed))
    tables = [_INTRODUCTION + rows, _REFUSED + refused, _FAMILIES + families]
    return "\n".join([*tables, *sections])


def _format_family(family: Family) -> str:
    names = ", ".join(family.names)
    rules = ", ".join(f"[{rule}](#{rule})" for rule in family.rules)
    return f"| {names} | {rules or '—'} | {family.note} |\n"


def _format_row(rule: ChangeRule) -> str:
    first = rule.explanation.partition(". ")[0].rstrip(".").replace("|", "\\|")
    return f"| [{rule.id}](#{rule.id}) | {rule.level.name.lower()} | {first}. |\n"


def _format_section(rule: ChangeRule, case: Case) -> str:
    # Headings in a report would be headings of the page.
    report = case.report.partition("\n\n")[2]
    return (
        f"## {rule.id}\n\n"
        f"*{rule.level.name.capitalize()}.* {rule.explanation}\n\n"
        f"*Example.* {case.text}\n\n"
        f"````markdown\n{report}````\n"
    )
