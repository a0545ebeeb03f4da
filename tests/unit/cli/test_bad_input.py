"""Bad input: exit code, message with a hint, and unchanged output."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.unit.cli.conftest import SMALL, Run, snapshot

pytestmark = pytest.mark.slow

PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"


@pytest.mark.parametrize(
    ("name", "content", "place", "hint"),
    [
        ("a.yaml", b"openapi: 3.1.0\npaths: {a: [}", "a.yaml:2:13", "hint:"),
        ("a.yaml", b"openapi: 3.1.0\n\tpaths: {}", "a.yaml:2:1", "hint:"),
        ("a.yaml", b"", "a.yaml:1:1", "pass the file"),
        ("a.yaml", b"name: shop\nversion: 1\n", "a.yaml:1:1", "hint:"),
        ("a.yaml", b"openapi: 9.0.0\npaths: {}\n", "a.yaml:1:", "hint:"),
        ("a.yaml", PNG, "a.yaml:1:1", "hint:"),
        ("a.json", b'{"openapi": "3.1.0", "pa', "a.json:1:", "hint:"),
        ("a.json", SMALL.encode()[:40], "a.json:", "hint:"),
    ],
)
def test_invalid_document(
    run: Run, here: Path, name: str, content: bytes, place: str, hint: str
) -> None:
    run("generate", "small.yaml")
    before = snapshot(here / "generated")
    (here / name).write_bytes(content)
    endings = {
        "generate": "nothing was written",
        "check": "the generated files were not checked",
        "inspect": "there is nothing to inspect",
    }
    for command, ending in endings.items():
        result = run(command, name, code=1)
        assert place in result.stderr and "error[" in result.stderr
        assert hint in result.stderr
        assert result.stderr.rstrip().endswith(ending)
    assert place in run("validate", name, code=1).stdout
    assert snapshot(here / "generated") == before


def test_missing_file(run: Run, here: Path) -> None:
    result = run("generate", "missing.yaml", code=1)
    assert "the file or directory 'missing.yaml' does not exist" in result.stderr
    assert "hint: check the path" in result.stderr
    assert snapshot(here) == {"small.yaml": SMALL.encode()}


@pytest.mark.parametrize(
    ("address", "instead"),
    [
        (
            "https://api.example/v1/openapi.json?a=*",
            "curl -fsSL https://api.example/v1",
        ),
        ("HTTP://api.example", "oasmith generate -"),
        ("file:///srv/openapi.yaml", "give the path without the scheme"),
    ],
)
def test_url(run: Run, here: Path, address: str, instead: str) -> None:
    for command in ("generate", "check", "validate", "inspect", "init"):
        message = " ".join(run(command, address, code=2).stderr.split())
        assert address in message and instead in message
    settings = f'[tool.oasmith]\nspecs = "{address}"\n'
    (here / "pyproject.toml").write_text(settings, encoding="utf-8")
    assert address in run("generate", code=2).stderr
    assert not (here / "generated").exists()


def test_unreadable_file(run: Run, here: Path) -> None:
    (here / "loop.yaml").symlink_to("loop.yaml")
    result = run("generate", "loop.yaml", code=1)
    assert "loop.yaml" in result.stderr and "hint:" in result.stderr
    assert not (here / "generated").exists()


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0,
    reason="permissions do not apply to root",
)
def test_file_without_permission(run: Run, here: Path) -> None:
    (here / "small.yaml").chmod(0)
    result = run("generate", "small.yaml", code=1)
    assert "permission denied" in result.stderr.lower()


def test_output_that_is_a_file(run: Run, here: Path) -> None:
    (here / "out").write_bytes(b"mine")
    result = run("generate", "small.yaml", "--output", "out", code=1)
    assert "is not a directory; choose another output directory" in result.stderr
    assert (here / "out").read_bytes() == b"mine"


def test_output_with_an_invalid_name(run: Run, here: Path) -> None:
    result = run("generate", "small.yaml", "--output", "x" * 300, code=1)
    assert "cannot be written" in result.stderr
    run("generate", "small.yaml")
    before = snapshot(here)
    run("generate", "small.yaml", "--package", "x" * 300, code=1)
    assert snapshot(here) == before


@pytest.mark.parametrize("package", ["my-client", "3d", "class", "a.b", "../x", "con"])
def test_invalid_package_name(run: Run, here: Path, package: str) -> None:
    # A reserved name of Windows is rejected as a path when it is written.
    code = 1 if package == "con" else 2
    result = run("generate", "small.yaml", "--package", package, code=code)
    assert package in result.stderr
    assert snapshot(here) == {"small.yaml": SMALL.encode()}


def test_unresolved_reference_is_a_warning_unless_strict(run: Run, here: Path) -> None:
    run("generate", "small.yaml")
    before = snapshot(here / "generated")
    text = SMALL.replace("schemas/Thing'", "schemas/Thin'")
    (here / "small.yaml").write_text(text, encoding="utf-8")
    result = run("generate", "small.yaml", "--strict", code=1)
    assert "warning[unresolved-reference] small.yaml:12:" in result.stderr
    assert "nothing was written" in result.stderr
    assert snapshot(here / "generated") == before
    result = run("generate", "small.yaml")
    assert "warning[unresolved-reference] small.yaml:12:" in result.stderr
    assert "1 operation" in result.stdout
    assert snapshot(here / "generated") != before


def test_edited_file_is_reported_and_kept(run: Run, here: Path) -> None:
    run("generate", "small.yaml")
    file = here / "generated/small_client/_client.py"
    file.write_text("# mine\n", encoding="utf-8")
    result = run("generate", "small.yaml", code=1)
    assert "small_client/_client.py" in result.stderr and "--force" in result.stderr
    assert file.read_text(encoding="utf-8") == "# mine\n"
    assert "edited by hand" in run("check", "small.yaml", code=1).stdout
    run("generate", "small.yaml", "--force")
    assert "# mine" not in file.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "content", ["[tool.oasmith]\nspec = 'a'\n", "[tool.oasmith]\n[[x", "[tool.oasmith]"]
)
def test_invalid_settings(run: Run, here: Path, content: str) -> None:
    (here / "pyproject.toml").write_text(content, encoding="utf-8")
    for command in ("generate", "check", "validate", "inspect"):
        assert run(command, code=2).stderr.startswith("error: ")


def test_missing_document_argument(run: Run) -> None:
    for command in ("generate", "check", "validate", "inspect"):
        assert f"try: oasmith {command} " in run(command, code=2).stderr
    assert "missing.toml" in run("check", "--config", "missing.toml", code=2).stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ("generate", "--colour"),
        ("generate", "--output"),
        ("generate", "small.yaml", "--format", "json"),
        ("check", "small.yaml", "--force"),
        ("validate", "small.yaml", "--format", "xml"),
        ("inspect", "small.yaml", "--stage", "moon"),
        ("build",),
        ("--unknown",),
    ],
)
def test_wrong_usage_exits_with_2(
    run: Run, here: Path, arguments: tuple[str, ...]
) -> None:
    result = run(*arguments, code=2)
    assert "Error: " in result.stderr
    assert not (here / "generated").exists()
