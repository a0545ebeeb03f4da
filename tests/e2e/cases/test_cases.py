"""Small documents and their expected output: one text file per case.

A case begins with a description. Then it contains documents, each after a line
`=== name.yaml`, and the expected output, each part after a line that names it:

- `=== model`, `=== python`: the outline of a stage, as printed by `oasmith inspect`
- `=== report`: all diagnostics, as printed; a case without this part has none
- `=== out/path`: a generated file of the package `client`

`pytest --update` rewrites the expected parts of each case. Review the changes before you
commit them.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.cli.inspect import render_stage
from generator.config import Config
from generator.diagnostics import Diagnostics, GenerationError
from generator.diagnostics.render import render
from generator.pipeline import Generated, build

CASES = sorted((Path(__file__).parent).glob("*.txt"))
_HEADING = re.compile(r"^=== (.+)\n", re.MULTILINE)
_NAME_ORIGIN = re.compile(r"^    named by .*\n", re.MULTILINE)
"""Origin of an operation's name, which these cases do not test."""
_EXPECTED = re.compile(r"model|python|report|out/.+")


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_output_of_case(case: Path, tmp_path: Path, update: bool) -> None:
    description, *pieces = _HEADING.split(case.read_text("utf-8"))
    parts = dict(zip(pieces[::2], pieces[1::2], strict=True))
    documents = {k: v for k, v in parts.items() if not _EXPECTED.fullmatch(k)}
    expected = {k: v for k, v in parts.items() if k not in documents}
    actual = _generate(documents, list(expected), tmp_path)
    if update:
        content = "".join(
            f"=== {name}\n{part}" for name, part in {**documents, **actual}.items()
        )
        case.write_text(description + content, "utf-8")
    else:
        assert actual == expected


def _generate(
    documents: dict[str, str], names: list[str], folder: Path
) -> dict[str, str]:
    """Return the named parts of the output, and the report if there are diagnostics."""
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
    generated: Generated | None = None
    try:
        generated = build(config, diagnostics)
    except GenerationError:
        assert names == ["report"], render(diagnostics)
    parts: dict[str, str] = {}
    for name in names:
        if name == "report":
            continue
        assert generated is not None
        parts[name] = (
            generated.files[name.removeprefix("out/")].decode()
            if name.startswith("out/")
            else _NAME_ORIGIN.sub("", render_stage(generated, name, None, "text"))
        )
    if len(diagnostics):
        parts["report"] = render(diagnostics)
    return parts


def test_cases_exist() -> None:
    assert len(CASES) >= 25
