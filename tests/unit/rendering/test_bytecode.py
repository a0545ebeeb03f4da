"""Bytecode of templates."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from jinja2 import Environment, FileSystemLoader

from generator.rendering.bytecode import TemplateBytecode


@pytest.fixture(autouse=True)
def write_bytecode(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let Python write bytecode, beside the sources."""
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(sys, "pycache_prefix", None)


def render(folder: Path, text: str = "{{ name }}") -> str:
    """Write a template and render it with a new environment."""
    (folder / "greeting.jinja").write_text(text, encoding="utf-8")
    environment = Environment(
        loader=FileSystemLoader(folder), bytecode_cache=TemplateBytecode()
    )
    return environment.get_template("greeting.jinja").render(name="Ada")


def bytecode(folder: Path) -> Path:
    """Return the file with the bytecode."""
    (file,) = (folder / "__pycache__").iterdir()
    return file


def test_bytecode_is_stored_and_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert render(tmp_path) == "Ada"
    assert sys.implementation.cache_tag in bytecode(tmp_path).name
    monkeypatch.delattr(Environment, "_parse")  # cannot compile
    assert render(tmp_path) == "Ada"


def test_a_changed_template_is_compiled_again(tmp_path: Path) -> None:
    assert render(tmp_path) == "Ada"
    assert render(tmp_path, "Hello {{ name }}") == "Hello Ada"


@pytest.mark.parametrize("kept", [0, 3, 60, 200])
def test_a_damaged_file_is_replaced(tmp_path: Path, kept: int) -> None:
    render(tmp_path)
    complete = bytecode(tmp_path).read_bytes()
    bytecode(tmp_path).write_bytes(complete[:kept])
    assert render(tmp_path) == "Ada"
    assert bytecode(tmp_path).read_bytes() == complete


def test_bytecode_of_another_python_is_replaced(tmp_path: Path) -> None:
    render(tmp_path)
    complete = bytecode(tmp_path).read_bytes()
    bytecode(tmp_path).write_bytes(b"\0\0\0\0" + complete[4:])
    assert render(tmp_path) == "Ada"
    assert bytecode(tmp_path).read_bytes() == complete


def test_writing_of_bytecode_can_be_disabled(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert render(tmp_path) == "Ada"
    assert not (tmp_path / "__pycache__").exists()


def test_folders_that_cannot_be_written_are_no_error(tmp_path: Path) -> None:
    (tmp_path / "__pycache__").write_text("a file", encoding="utf-8")
    assert render(tmp_path) == "Ada"


def test_bytecode_can_have_a_folder_elsewhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "pycache_prefix", str(tmp_path / "elsewhere"))
    source = tmp_path / "templates"
    source.mkdir()
    assert render(source) == "Ada"
    assert not (source / "__pycache__").exists()
    files = [file for file in (tmp_path / "elsewhere").rglob("*") if file.is_file()]
    assert len(files) == 1
