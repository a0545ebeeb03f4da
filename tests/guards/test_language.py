"""Words and phrases that must not come back; CONTRIBUTING explains the rules."""

from __future__ import annotations

import pytest

from tests.guards.language import (
    check_file,
    check_identifier,
    check_markdown,
    check_python,
    check_template,
    check_text,
    checked_files,
)

FOLDERS = checked_files()


@pytest.mark.parametrize("folder", FOLDERS)
def test_folder_is_written_in_plain_english(folder: str) -> None:
    occurrences = [item for file in FOLDERS[folder] for item in check_file(file)]
    lines = "\n".join(map(str, occurrences))
    assert not occurrences, f"{len(occurrences)} phrases in {folder}:\n{lines}"


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("What is said of it.", "said"),
        ("no timeout: wait for ever", "for ever"),
        ("the body is no valid JSON", "is no "),
        ("A list that goes on.", "goes on"),
        ("It stands in a table.", "stands"),
        ("A finding.", "finding"),
        ("the answer has no body", "answer"),
        ("a process of its own", "of its own"),
    ],
)
def test_excluded_phrases_are_detected(text: str, phrase: str) -> None:
    assert [found for _, found, _ in check_text(text)] == [phrase]


@pytest.mark.parametrize(
    "text",
    [
        "there is no server",
        "it is no longer used",
        "The retired API `answers` is in answers.yaml.",
        "raise NotFoundError: not found",
        "a memoryview of the body",
        "T stands for the type",
    ],
)
def test_legitimate_uses_are_accepted(text: str) -> None:
    assert list(check_text(text)) == []


def test_identifiers_are_checked() -> None:
    assert list(check_identifier("found_paths"))
    assert list(check_identifier("AnswerStream"))
    assert not list(check_identifier("NotFoundError"))
    assert not list(check_identifier("status_not_found"))
    source = "def f(told: int) -> None:\n    ways = told\n"
    assert [phrase for _, phrase, _ in check_python(source)] == ["told", "ways"]


def test_docstrings_are_checked() -> None:
    source = '''
def f():
    """What it is."""
def g():
    """Reads a file."""
def h():
    """Return a file."""
@property
def i():
    """The name."""
class C:
    """Where it is."""
'''
    phrases = [phrase for _, phrase, _ in check_python(source)]
    assert sorted(phrases) == ["Reads a file.", "What it is.", "Where it is."]


def test_code_and_tables_of_terms_are_exempt() -> None:
    page = "a `finding`\n\n<!-- language: terms -->\n\n| finding | x |\n\nA finding."
    assert [phrase for _, phrase, _ in check_markdown(page)] == ["finding"]
    assert not list(check_template("{{ finding.answer }}{% if said %}x{% endif %}"))
