"""Commands without the documents that they need say what to write."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.unit.cli.conftest import Run


@pytest.mark.parametrize(
    ("arguments", "example"),
    [
        (("generate",), "oasmith generate openapi.yaml"),
        (("check",), "oasmith check openapi.yaml"),
        (("adopt", "acme"), "oasmith adopt PACKAGE openapi.yaml"),
        (("adopt-edit", "a.py"), "oasmith init"),
        (("diff", "main..HEAD"), "oasmith diff OLD NEW"),
    ],
)
def test_message_has_an_example_of_the_command(
    run: Run, here: Path, arguments: tuple[str, ...], example: str
) -> None:
    assert run(*arguments, code=2).stderr == (
        "error: there is no pyproject.toml with [tool.oasmith], and no document was "
        f"passed; try: {example}\n"
    )


def test_diff_of_one_document_names_both(run: Run, here: Path) -> None:
    (here / "shop.yaml").write_text("openapi: 3.1.0")
    message = run("diff", "shop.yaml", code=2).stderr
    assert (
        "there is only one document, shop.yaml; add another: oasmith diff OLD NEW"
        in message
    )


def test_misspelled_file_has_a_suggestion(run: Run, here: Path) -> None:
    (here / "shop.yaml").write_text("openapi: 3.1.0")
    assert "did you mean 'shop.yaml'?" in run("generate", "shpo.yaml", code=1).stderr
    assert "hint: check the path" in run("generate", "none/x.yaml", code=1).stderr


@pytest.mark.parametrize(
    ("option", "name"), [("--package", "class_client"), ("--client", "ClassClient")]
)
def test_keyword_is_not_a_name(run: Run, here: Path, option: str, name: str) -> None:
    (here / "a.yaml").write_text(
        "openapi: 3.1.0\ninfo: {title: Shop, version: '1'}\npaths: {}\n"
    )
    message = run("generate", "a.yaml", option, "class", code=2).stderr
    assert f"because it is a keyword of Python; try {name}\n" in message
