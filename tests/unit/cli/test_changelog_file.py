"""Sections that are added to a changelog."""

from __future__ import annotations

from generator.cli.changelog_file import add_section

SECTION = "## [1.5.0]\n\n### Added\n\n- a\n- b\n"


def test_a_new_changelog_has_a_title() -> None:
    assert add_section("", SECTION) == f"# Changelog\n\n{SECTION}"


def test_a_section_is_added_before_those_of_other_versions() -> None:
    text = (
        "# Changelog\n\nAbout.\n\n## [Unreleased]\n\n## [1.4.2] - 2026-01-01\n\n- x\n"
    )
    expected = (
        "# Changelog\n\nAbout.\n\n## [Unreleased]\n\n"
        f"{SECTION}\n## [1.4.2] - 2026-01-01\n\n- x\n"
    )
    assert add_section(text, SECTION) == expected
    assert add_section(expected, SECTION) == expected


def test_a_changelog_without_versions_gets_the_section_at_its_end() -> None:
    assert add_section("# Changes\n", SECTION) == f"# Changes\n\n{SECTION}"


def test_a_section_of_the_same_version_gets_the_missing_lines() -> None:
    text = f"# Changelog\n\n{SECTION}\n## [1.4.2]\n\n- x\n"
    other = "## [1.5.0]\n\n### Breaking\n\n- c\n\n### Added\n\n- b\n- d\n"
    merged = "## [1.5.0]\n\n### Added\n\n- a\n- b\n- d\n\n### Breaking\n\n- c\n"
    expected = f"# Changelog\n\n{merged}\n## [1.4.2]\n\n- x\n"
    assert add_section(text, other) == expected
    assert add_section(expected, other) == expected


def test_the_heading_of_a_released_version_keeps_its_date() -> None:
    text = "# Changelog\n\n## [1.5.0] - 2026-01-01\n\n### Added\n\n- a\n"
    merged = add_section(text, SECTION)
    assert "## [1.5.0] - 2026-01-01\n\n### Added\n\n- a\n- b\n" in merged
