"""A document that is parsed in a copy of the process has the same value and diagnostics."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.cli.inputs import parse_ahead
from generator.config import Config
from generator.diagnostics import Diagnostics, GenerationError
from generator.forked import can_fork
from generator.loader import ParsedAhead, ahead, load
from generator.loader.reading import make_source, parse
from generator.loader.references import find_mentions

ROOT = Path(__file__).parents[3]

HEAD = "openapi: 3.1.0\ninfo: {title: A, version: '1'}\npaths: {}\n"

pytestmark = pytest.mark.skipif(not can_fork(), reason="Linux with two processors only")


@pytest.fixture(autouse=True)
def small_documents(monkeypatch: pytest.MonkeyPatch) -> None:
    """Parse documents of any size ahead."""
    monkeypatch.setattr(ahead, "MIN_BYTES", 0)


def take(path: Path, text: str) -> Any:
    """Write a text, and return its value from a copy of the process; `None` for none."""
    path.write_text(text, encoding="utf-8", errors="surrogatepass", newline="")
    with ParsedAhead([path]) as parsed:
        result = parsed.take(make_source(path.name, path.as_uri(), text))
    return None if result is None else result.value


def outcome(path: Path, parsed: ParsedAhead | None) -> list[object]:
    """Return the value of the loaded document, and the diagnostics with their places."""
    diagnostics = Diagnostics()
    value: object = None
    try:
        document = load(
            [path], relative_to=path.parent, diagnostics=diagnostics, parsed=parsed
        )
        value = document.roots[0].value
    except GenerationError:
        value = "an error"
    places = [
        (item.rule.code, item.message, getattr(item.location, "place", None))
        for item in diagnostics
    ]
    return [repr(value), places]


@pytest.mark.parametrize(
    "document", sorted((ROOT / "specs").rglob("*.yaml")), ids=lambda path: path.name
)
def test_documents_have_the_same_value(document: Path) -> None:
    text = document.read_text(encoding="utf-8")
    source = make_source(document.name, document.as_uri(), text)
    with ParsedAhead([document]) as parsed:
        result = parsed.take(source)
    assert result is not None
    expected = parse(source, Diagnostics())
    assert repr(result.value) == repr(expected)
    assert result.mentions == find_mentions(expected)


@pytest.mark.parametrize(
    "text",
    [
        HEAD,
        f"{HEAD}x-a: &a {{b: 1}}\nx-c: *a\n",
        f"{HEAD}info: {{title: B, version: '2'}}\n",
        f"{HEAD}x-a: 1e999\nx-b: .inf\nx-c: !unknown 1\n",
        f"{HEAD}x-a: *missing\n",
        f"{HEAD}x-a: [1\n",
        f"{HEAD}---\n{HEAD}",
        f"%YAML 1.2\n---\n{HEAD}",
        f"{HEAD}x-a:\t1\n",
        f"{HEAD}x-\u00e9: '\U0001f600'\n".replace("\n", "\r\n"),
        "{openapi: 3.1.0, paths: {}}",
        '{"openapi": "3.1.0", "paths": {}}',
        f"{HEAD}x-deep: {'[' * 3000}{']' * 3000}\n",
        "openapi",
        "",
    ],
)
def test_results_are_the_same_with_and_without_a_copy(
    text: str, tmp_path: Path
) -> None:
    path = tmp_path / "openapi.yaml"
    path.write_text(text, encoding="utf-8", newline="")
    with ParsedAhead([path]) as parsed:
        assert outcome(path, parsed) == outcome(path, None)


@given(st.text("ab:-&*!'\"#[]{}>|\n\t ,?%", max_size=30))
@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_arbitrary_endings_have_the_same_results(tmp_path: Path, text: str) -> None:
    path = tmp_path / "openapi.yaml"
    path.write_text(f"{HEAD}{text}", encoding="utf-8", newline="")
    with ParsedAhead([path]) as parsed:
        assert outcome(path, parsed) == outcome(path, None)


def test_aliases_are_the_same_object_as_their_anchor(tmp_path: Path) -> None:
    value = take(tmp_path / "a.yaml", f"{HEAD}x-a: &a {{b: [1]}}\nx-c: [*a, *a]\n")
    assert value["x-a"] is value["x-c"][0] is value["x-c"][1]


def test_a_text_that_changed_is_not_used(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(HEAD, encoding="utf-8")
    with ParsedAhead([path]) as parsed:
        changed = make_source("a.yaml", path.as_uri(), f"{HEAD}x-a: 1\n")
        assert parsed.take(changed) is None


def test_texts_with_diagnostics_are_parsed_again(tmp_path: Path) -> None:
    assert take(tmp_path / "a.yaml", f"{HEAD}x-a: 1\n") is not None
    assert take(tmp_path / "a.yaml", f"{HEAD}x-a: 1\nx-a: 2\n") is None
    assert take(tmp_path / "a.yaml", f"{HEAD}x-a: *b\n") is None


def test_only_one_large_yaml_file_is_parsed_ahead(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, link = tmp_path / "a.yaml", tmp_path / "link.yaml"
    path.write_text(HEAD, encoding="utf-8")
    link.symlink_to(path)
    (tmp_path / "a.json").write_text("{}", encoding="utf-8")
    source = make_source("a.yaml", path.as_uri(), HEAD)

    def is_parsed(*specs: Path) -> bool:
        with ParsedAhead(specs) as parsed:
            return parsed.take(source) is not None

    assert is_parsed(path)
    assert is_parsed(link)
    assert not is_parsed(path, link)
    assert not is_parsed(tmp_path)
    assert not is_parsed(tmp_path / "a.json")
    assert not is_parsed(tmp_path / "missing.yaml")
    assert not is_parsed()
    monkeypatch.setattr(ahead, "MIN_BYTES", os.path.getsize(path) + 1)
    assert not is_parsed(path)


def test_nothing_is_parsed_ahead_without_a_copy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ahead, "can_fork", lambda: False)
    assert take(tmp_path / "a.yaml", HEAD) is None


def test_nothing_is_parsed_ahead_when_the_stages_are_imported(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(HEAD, encoding="utf-8")
    source = make_source("a.yaml", path.as_uri(), HEAD)
    config = Config(specs=("a.yaml",), directory=tmp_path)
    monkeypatch.delitem(sys.modules, "generator.pipeline", raising=False)
    with parse_ahead(config) as parsed:
        assert parsed.take(source) is not None
    monkeypatch.setitem(sys.modules, "generator.pipeline", sys)
    with parse_ahead(config) as parsed:
        assert parsed.take(source) is None
