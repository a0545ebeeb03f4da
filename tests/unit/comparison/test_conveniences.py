"""Parts of the client that the setting `runtime` leaves out are breaking changes."""

from __future__ import annotations

from pathlib import Path

from generator.comparison import Change, Level, compare
from generator.config import Config
from generator.diagnostics import Diagnostics
from generator.pipeline import analyze

DOCUMENT = """
openapi: 3.1.0
info: {title: Acme, version: '1'}
paths:
  /pets:
    get: {operationId: listPets, tags: [pets], responses: {'204': {description: None.}}}
"""


def changes(folder: Path, *runtimes: str) -> tuple[Change, ...]:
    """Return the changes between clients of a document with two values of `runtime`."""
    (folder / "acme.yaml").write_text(DOCUMENT, encoding="utf-8")
    old, new = (
        analyze(
            Config("acme", "Acme", ("acme.yaml",), directory=folder, runtime=runtime),
            Diagnostics(),
        )
        for runtime in runtimes
    )
    return compare((old.api, old.package), (new.api, new.package))


def test_parts_that_are_left_out_are_reported(tmp_path: Path) -> None:
    reported = changes(tmp_path, "needed", "minimal")
    assert [(item.rule.id, item.subject, item.witness) for item in reported] == [
        (
            "export-removed",
            "acme.raw_responses",
            "from acme import Acme\nattribute = Acme().with_raw_response",
        ),
        (
            "export-removed",
            "acme.untyped_calls",
            "from acme import Acme\nattribute = Acme().get",
        ),
        (
            "export-removed",
            "acme.default_client",
            "import acme\nresource = acme.pets",
        ),
        ("export-removed", "acme.pydantic", ""),
    ]
    assert {item.rule.level for item in reported} == {Level.BREAKING}
    assert 'runtime = "minimal"' in reported[0].message


def test_parts_that_are_added_or_stay_are_no_changes(tmp_path: Path) -> None:
    assert changes(tmp_path, "minimal", "needed") == ()
    assert changes(tmp_path, "minimal", "minimal") == ()
