"""Settings and flags that have no effect because of others are reported."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.unit.cli.conftest import Run, here, run

__all__ = ["here", "run"]

pytestmark = pytest.mark.slow


@pytest.mark.parametrize(
    ("lines", "note"),
    [
        (
            'site_files = "site"',
            '3:1: only `oasmith docs` uses `site_files`; add "site" to `docs` to use it',
        ),
        (
            'changelog = "CHANGELOG.md"\ndocs = ["markdown"]',
            '3:1: only `oasmith docs` uses `changelog`; add "site" to `docs` to use it',
        ),
        (
            'coming_from = "shop"\ndocs = false',
            "3:1: only `oasmith docs` uses `coming_from`; set `docs` to use it",
        ),
    ],
)
def test_settings_of_a_reference_that_is_not_written(
    run: Run, here: Path, lines: str, note: str
) -> None:
    (here / "site").mkdir()
    text = f'[tool.oasmith]\nspecs = ["small.yaml"]\n{lines}\n'
    (here / "pyproject.toml").write_text(text, encoding="utf-8")
    # A flag that leaves out the reference for one run needs no note.
    assert run("generate", "--no-docs", "--no-validate").stderr == ""
    result = run("generate", "--strict")
    assert f"note: pyproject.toml:{note}" in result.stderr


def test_settings_of_a_reference_that_is_written(run: Run, here: Path) -> None:
    (here / "pyproject.toml").write_text(
        '[tool.oasmith]\nspecs = ["small.yaml"]\ncoming_from = "shop"\n'
        'docs = ["site"]\nchangelog = "CHANGELOG.md"\n',
        encoding="utf-8",
    )
    assert run("generate").stderr == ""


def test_defaults_that_only_some_clients_use(run: Run, here: Path) -> None:
    client = '[[tool.oasmith.clients]]\nspecs = ["small.yaml"]\n'
    (here / "pyproject.toml").write_text(
        '[tool.oasmith]\ncoming_from = "shop"\n'
        f'{client}package = "first"\noutput = "first"\n'
        f'{client}package = "second"\noutput = "second"\ndocs = false\n',
        encoding="utf-8",
    )
    assert run("generate").stderr == ""
    assert run("generate", "--force", "--select", "second").stderr == ""
    text = (here / "pyproject.toml").read_text(encoding="utf-8")
    (here / "pyproject.toml").write_text(f'{text}changelog = "A.md"\n')
    note = "pyproject.toml:12:1: only `oasmith docs` uses `changelog`"
    assert note in run("generate").stderr


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("validate", "--force"), "--force replaces the file of --fix; add --fix FILE"),
        (
            ("bundle", "--force"),
            "--force replaces the file of --output; add --output FILE",
        ),
        (
            ("upgrade", "--force"),
            "--force replaces the file of --output; add --output FILE",
        ),
        (
            ("check", "--diff", "--format", "sarif"),
            "--format sarif has no differences; leave out --diff",
        ),
    ],
)
def test_flags_without_effect(
    run: Run, arguments: tuple[str, ...], message: str
) -> None:
    assert f"Error: {message}\n" in run(*arguments, "small.yaml", code=2).stderr
