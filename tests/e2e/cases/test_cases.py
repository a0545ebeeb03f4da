"""Small documents, and what becomes of them: one text file a case.

A case begins with what it shows, then holds documents, each after a line
`=== name.yaml`, and then what is expected, each after a line that names it:

- `=== model`, `=== python`: the outline of the stage, as `oasmith inspect` shows it;
- `=== report`: all findings, as people get them; without this part, there are none;
- `=== out/path`: a file that is written; the package is called `client`.

`pytest --update` writes the expected parts anew, those that a case has; read what comes
out before you commit it.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.config import Config
from generator.diagnostics import Diagnostics, GenerationError
from generator.cli.inspect import show
from generator.pipeline import Generated, build
from generator.diagnostics.render import render

CASES = sorted((Path(__file__).parent).glob("*.txt"))
_MARK = re.compile(r"^=== (.+)\n", re.MULTILINE)
_NAMED = re.compile(r"^    named by .*\n", re.MULTILINE)
"""Why operations are called as they are, which these cases are not about."""
_EXPECTED = re.compile(r"model|python|report|out/.+")


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_what_comes_out_is_as_expected(
    case: Path, tmp_path: Path, update: bool
) -> None:
    about, *pieces = _MARK.split(case.read_text("utf-8"))
    parts = dict(zip(pieces[::2], pieces[1::2], strict=True))
    documents = {k: v for k, v in parts.items() if not _EXPECTED.fullmatch(k)}
    expected = {k: v for k, v in parts.items() if k not in documents}
    found = _found(documents, list(expected), tmp_path)
    if update:
        written = {**documents, **found}
        text = "".join(f"=== {name}\n{part}" for name, part in written.items())
        case.write_text(about + text, "utf-8")
    else:
        assert found == expected


def _found(
    documents: dict[str, str], wanted: list[str], folder: Path
) -> dict[str, str]:
    for name, content in documents.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, "utf-8")
    roots = [
        name
        for name, content in documents.items()
        if re.search(r"^\W*(openapi|swagger)\W", content, re.MULTILINE)
    ]
    config = Config(
        package="client",
        client="Acme",
        specs=tuple(roots),
        directory=folder,
        unused_types=True,
    )
    diagnostics = Diagnostics()
    made: Generated | None = None
    try:
        made = build(config, diagnostics)
    except GenerationError:
        assert wanted == ["report"], render(diagnostics)
    found: dict[str, str] = {}
    for name in wanted:
        if name == "report":
            continue
        assert made is not None
        found[name] = (
            made.files[name.removeprefix("out/")].decode()
            if name.startswith("out/")
            else _NAMED.sub("", show(made, name, None, "text"))
        )
    if len(diagnostics):
        found["report"] = render(diagnostics)
    return found


def test_there_are_cases() -> None:
    assert len(CASES) >= 25
