"""The test of each point that the reference as a site must show."""

from __future__ import annotations

import ast

import pytest

from tests.guards.sources import ROOT

_PAGES = "tests/unit/rendering/html/test_reference_points.py"
_SITE = "tests/unit/rendering/html/test_site.py"
_SAMPLES = "tests/unit/rendering/html/test_samples.py"
_BROWSER = "tests/e2e/site/test_browser.py"
_LINKS = "tests/e2e/site/test_links.py"
_PRINTING = "tests/e2e/site/test_printing.py"
_AXE = "tests/e2e/site/test_accessibility.py"
_HEADINGS = "tests/e2e/site/test_headings.py"

POINTS = {
    # Pages
    "static pages that open offline": (_BROWSER, "test_the_site_works_from_files"),
    "read without JavaScript": (_BROWSER, "test_the_site_is_readable_without_scripts"),
    "navigation, prose, and code that follows": (
        _BROWSER,
        "test_samples_stay_beside_the_text_while_it_is_read",
    ),
    "navigation": (_BROWSER, "test_the_navigation_opens_chapters_and_operations"),
    "search": (_BROWSER, "test_the_search_covers_parameters_and_chapters"),
    # Each operation
    "method and path": (_PAGES, "test_method_path_and_call"),
    "security": (_PAGES, "test_security"),
    "servers": (_PAGES, "test_servers"),
    "parameters by place": (_PAGES, "test_parameters_by_place"),
    "body and responses as an expandable tree": (
        _PAGES,
        "test_body_and_responses_are_trees_in_place",
    ),
    "enums with descriptions": (_PAGES, "test_enums_with_descriptions"),
    "defaults": (_PAGES, "test_defaults"),
    "limits": (_PAGES, "test_limits_and_patterns"),
    "required, nullable, read-only": (
        _PAGES,
        "test_required_nullable_read_only_and_write_only",
    ),
    "errors": (_PAGES, "test_errors"),
    "headers of responses": (_PAGES, "test_response_headers"),
    "streaming": (_PAGES, "test_streaming"),
    "paging": (_PAGES, "test_paging"),
    "polling": (_PAGES, "test_polling"),
    "deprecation": (_PAGES, "test_deprecation"),
    "unions by variant": (_PAGES, "test_unions_by_variant"),
    "recursion as a link": (_PAGES, "test_recursion_is_a_link"),
    "objects and events beside the methods with an example": (
        _PAGES,
        "test_objects_and_events_beside_methods_with_an_example",
    ),
    # Samples
    "samples in several languages": (
        _PAGES,
        "test_samples_in_several_languages_with_the_response",
    ),
    "samples made from the schema": (
        _PAGES,
        "test_samples_without_examples_come_from_the_schema",
    ),
    "one choice of the language that stays": (
        _BROWSER,
        "test_the_language_is_kept_on_other_pages",
    ),
    "titled samples": (_SAMPLES, "test_readers_choose_between_titled_samples"),
    "one choice of the title that stays": (
        _BROWSER,
        "test_the_chosen_example_is_kept_on_other_pages",
    ),
    "copy button": (_BROWSER, "test_samples_calls_and_pages_are_copied"),
    # Links
    "deep links": (_LINKS, "test_links_to_nested_fields_open_what_encloses_them"),
    "links that survive a new generation": (
        _LINKS,
        "test_anchors_of_earlier_outputs_stay",
    ),
    "links of other viewers": (
        _LINKS,
        "test_links_of_other_viewers_open_the_operation",
    ),
    # Craft
    "dark mode": (
        _BROWSER,
        "test_the_theme_is_kept_and_applied_before_the_page_is_painted",
    ),
    "print": (_PRINTING, "test_the_printed_page_has_the_text_and_no_controls"),
    "keyboard and focus": (_BROWSER, "test_the_page_is_used_by_keyboard_only"),
    "search by keyboard": (_BROWSER, "test_the_search_is_used_by_keyboard"),
    "buttons, labels and contrast": (_AXE, "test_pages_break_no_rule"),
    "headings in order": (_HEADINGS, "test_headings_of_the_document_of_openai"),
    # Programs
    "llms.txt": (_SITE, "test_programs_find_the_operations"),
    "Markdown of every page": (
        _SITE,
        "test_each_page_exists_as_html_and_as_markdown",
    ),
    "no request to another host": (_SITE, "test_pages_load_nothing_from_other_hosts"),
}
"""File and function of the test, by point."""


@pytest.mark.parametrize("point", POINTS)
def test_each_point_has_a_test_that_must_pass(point: str) -> None:
    file, name = POINTS[point]
    tree = ast.parse((ROOT / file).read_text(encoding="utf-8"))
    (test,) = (
        node
        for node in tree.body
        if isinstance(node, ast.FunctionDef) and node.name == name
    )
    marks = [ast.unparse(item) for item in test.decorator_list]
    assert not [mark for mark in marks if "xfail" in mark or "skip" in mark]
    assert [node for node in ast.walk(test) if isinstance(node, ast.Assert | ast.Call)]
