"""Titled samples, and several examples of a response."""

from __future__ import annotations

import re
from pathlib import Path

from tests.unit.rendering.html.site_pages import SHOP, Parsed, broken_links, build_site

ONE = "- {lang: PHP, source: \"echo $shop->update('1');\"}"
EXAMPLES = """
              schema: {$ref: '#/components/schemas/Order'}
              examples:
                plain: {summary: A plain order, value: {id: first_order}}
                large: {summary: A <large> order, value: {id: second_order}}
                none: {value: {id: third_order}}
"""


def panels(text: str) -> list[tuple[str, list[str]]]:
    """Return the title and the languages of each sample."""
    return [
        (
            "".join(re.findall(r'<h3 class="example-title">(.*?)</h3>', part)),
            re.findall(r'<button type="button" data-language="([^"]+)"', part),
        )
        for part in text.split('<div class="example')[1:]
    ]


def choices(text: str) -> list[str]:
    """Return the titles between which readers of an operation choose."""
    return re.findall(r'<option value="(.*?)">\1</option>', text)


def with_samples(directory: Path, *samples: str) -> list[tuple[str, list[str]]]:
    lines = "\n        ".join(f"- {{{sample}}}" for sample in samples)
    assert ONE in SHOP
    return panels(build_site(directory, SHOP.replace(ONE, lines))["orders.html"])


def test_labels_of_different_languages_are_no_titles(tmp_path: Path) -> None:
    variants = with_samples(
        tmp_path,
        "lang: JavaScript, label: Node.js, source: a()",
        "lang: Go, label: Go SDK, source: b()",
    )
    assert variants == [
        ("", ["Python", "Python (async)", "Shell", "JavaScript", "Go"]),
    ]


def test_samples_of_one_language_are_titled_by_their_labels(tmp_path: Path) -> None:
    variants = with_samples(
        tmp_path,
        "lang: Go, label: Close an order, source: a()",
        "lang: PHP, label: Close an order, source: b()",
        "lang: Go, label: Open an order, source: c()",
    )
    assert variants == [
        ("Close an order", ["Python", "Python (async)", "Shell", "Go", "PHP"]),
        ("Open an order", ["Go"]),
    ]


def test_no_sample_is_lost_without_labels(tmp_path: Path) -> None:
    variants = with_samples(tmp_path, "lang: Go, source: a()", "lang: go, source: b()")
    assert [languages[-1] for _, languages in variants] == ["Go", "Go"]
    assert [title for title, _ in variants] == ["Example 1", "Example 2"]


TITLED = """      x-oaiMeta:
        examples:
          - {title: Plain <b>, request: {curl: curl plain}, response: "1"}
          - {title: Stream, request: {curl: curl stream}, response: "2"}
          - {title: Stream, request: {curl: curl again}, response: "3"}
"""


def test_readers_choose_between_titled_samples(tmp_path: Path) -> None:
    document = SHOP.replace(f"      x-codeSamples:\n        {ONE}\n", TITLED)
    assert TITLED in document
    text = build_site(tmp_path, document)["orders.html"]
    titles = ["Plain &lt;b&gt;", "Stream", "Stream (2)"]
    assert choices(text) == titles
    assert [title for title, _ in panels(text)] == titles
    # The first sample is shown at first.
    assert text.count('<div class="example on" data-example="Plain &lt;b&gt;">') == 1
    assert text.count('<div class="example on"') == 1
    parts = text.split('<div class="example')[1:]
    for part, words in zip(parts, ("plain", "stream", "again"), strict=True):
        assert words in part


def test_a_single_sample_leaves_no_choice(tmp_path: Path) -> None:
    text = build_site(tmp_path)["orders.html"]
    assert choices(text) == [] and "<select" not in text


def test_all_examples_of_a_response_are_on_the_page(tmp_path: Path) -> None:
    schema = "\n              schema: {$ref: '#/components/schemas/Order'}\n"
    assert schema in SHOP
    files = build_site(tmp_path, SHOP.replace(schema, EXAMPLES))
    page = Parsed(files["orders.html"])
    for text in ("first_order", "second_order", "third_order"):
        assert text in page.text
    assert "A <large> order" in page.text
    assert "Another response" in page.text
    assert page.unbalanced == [] and broken_links(files) == []
