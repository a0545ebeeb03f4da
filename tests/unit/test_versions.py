"""Versions of packages, and the versions that remove aliases."""

from __future__ import annotations

import pytest
from packaging.version import Version

from generator.versions import NEVER, is_reached, is_version, removal_version


@pytest.mark.parametrize(
    ("version", "removal"),
    [
        ("1.4.2", "2.0.0"),
        ("1", "2.0.0"),
        ("2.0.0rc1", "3.0.0"),
        ("0.3.1", "0.4.0"),
        ("0", "0.1.0"),
        ("2026.5.1", "2027.5.1"),
    ],
)
def test_aliases_end_with_the_next_version_that_may_break(
    version: str, removal: str
) -> None:
    assert removal_version(version) == removal
    assert not is_reached(version, removal)
    assert is_reached(removal, removal) and is_reached(f"{removal}rc1", removal)


def test_some_aliases_never_end() -> None:
    assert not is_reached("9.0", "") and not is_reached("9.0", NEVER)


def test_versions_of_different_lengths_are_compared_by_their_numbers() -> None:
    assert is_reached("2", "2.0.0") and not is_reached("1.10", "1.10.1")


@pytest.mark.parametrize("text", ["1", "1.4.2", "0.1.dev3", "1.0rc1", "2026.5.1"])
def test_normal_versions_are_accepted(text: str) -> None:
    assert is_version(text) and str(Version(text)) == text


@pytest.mark.parametrize("text", ["", "v1", "1.", "01", "1.0-beta", "1!2", "1.0\n"])
def test_other_texts_are_no_versions(text: str) -> None:
    assert not is_version(text)
