"""`oasmith explain`: codes of diagnostics, and rules of `oasmith diff`."""

from __future__ import annotations

import click

from ..comparison import RULES
from ..diagnostics.explain import UnknownCodeError, explain_code, list_codes
from .console import Console


def explain(code: str | None) -> None:
    """Explain a diagnostic, with an example."""
    with Console() as console:
        if code in RULES:
            rule = RULES[code]
            console.write(f"{rule.level.name.capitalize()}. {rule.explanation}\n")
            return
        try:
            text = explain_code(code) if code else list_codes(console.columns)
        except UnknownCodeError as error:
            raise click.BadParameter(str(error), param_hint="CODE") from None
        console.write(text)
