"""The report of all diagnostics: those that are ignored are left out."""

from __future__ import annotations

import datetime as dt

from ..background_validation import BackgroundValidation
from ..config import Config
from ..diagnostics import Diagnostics
from ..diagnostics.annotations import github_annotations
from ..diagnostics.render import as_json, in_line_order, json_text, render
from ..diagnostics.sarif import as_sarif
from ..ignoring import remove_ignored
from .console import Console, relative_name
from .summary import count


def finish_diagnostics(
    validation: BackgroundValidation,
    diagnostics: Diagnostics,
    config: Config,
    console: Console,
) -> bool:
    """Add the results of the validation, and remove what the settings ignore.

    Args:
        validation: The running validation.
        diagnostics: Diagnostics of the stages.
        config: Settings of the client.
        console: Where the progress is shown.

    Returns:
        Whether the documents were validated completely.
    """
    is_complete = validation.finish(diagnostics, console.waiting("validating"))
    # Dates in the settings are meant in the time zone of the user.
    today = dt.datetime.now().astimezone().date()
    ignored = remove_ignored(diagnostics, config, today, is_complete=is_complete)
    if ignored:
        console.note(f"{count(ignored, 'diagnostic')} ignored by the settings")
    return is_complete


def format_report(
    diagnostics: Diagnostics, output_format: str, console: Console, limit: int | None
) -> str:
    """Return diagnostics in the order of the lines.

    Args:
        diagnostics: The diagnostics.
        output_format: `text`, `json`, `sarif` or `github`.
        console: Where the text will be printed.
        limit: Number of diagnostics of each code in a text; `None` for all.
    """
    items = in_line_order(diagnostics)
    match output_format:
        case "json":
            return json_text(as_json(items, relative_name))
        case "sarif":
            return json_text(as_sarif(items, relative_name))
        case "github":
            return github_annotations(items, relative_name)
    if not items:
        return "no diagnostics\n"
    return render(
        items,
        color=console.has_color,
        limit=limit,
        name=relative_name,
        columns=console.columns,
        grouped=False,
    )
