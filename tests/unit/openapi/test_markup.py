"""Conversion of HTML in descriptions to CommonMark."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.openapi.markup import commonmark
from tests.unit.rendering.strategies import examples

pytestmark = pytest.mark.slow


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("<p>One.</p><p class='x'>Two.</p>", "One.\n\nTwo."),
        ("One.<br>Two.<br/>Three.", "One.\n\nTwo.\n\nThree."),
        ("| a<br>b | c |", "| a b | c |"),
        ("- a<br>b", "- a b"),
        ("A <code>&lt;p&gt;</code>.", "A `<p>`."),
        ("<pre>a\n  <b>b</b>\n</pre>", "```\na\n  b\n```"),
        (
            "See <a class=x href='https://shop.example/a'>the <code>a</code></a>.",
            "See [the `a`](https://shop.example/a).",
        ),
        ("See <a href='/docs/a'>there</a>.", "See there."),
        ("<a href='javascript:alert(1)'>Go</a><a name=x></a>", "Go"),
        ("<b> bold </b> and <EM>soft</EM>", "**bold** and *soft*"),
        ("Any:<ul><li>one</li><li>two</li></ul>", "Any:\n\n- one\n- two"),
        (
            "<table><tr><th>K</th><th>V</th></tr><tr><td>a</td><td>b</td></tr></table>",
            "- K · V\n- a · b",
        ),
        ("<h2>Limits</h2>None.", "**Limits**\n\nNone."),
        ("a<!-- b -->c", "ac"),
        ("<span style='x'>a</span>", "a"),
    ],
)
def test_known_elements_are_converted(source: str, expected: str) -> None:
    assert commonmark(source) == expected


@pytest.mark.parametrize(
    "source",
    [
        "a < b, c > d",
        "Bearer <your-key>",
        "<script>x</script>",
        "Say `<p>` there.",
        "```\n<p>\n```",
        "<https://shop.example>",
        "<preview>",
        "  two spaces\n\n\n\nstay  ",
        "\x000\x00<p>",
        "",
    ],
)
def test_other_text_is_preserved(source: str) -> None:
    assert commonmark(source) == source


@examples(200)
@given(
    st.lists(
        st.sampled_from(
            [
                "<p>",
                "</p>",
                "<a",
                "href='x'>",
                "</a>",
                "<code>",
                "</code>",
                "<b>",
                "</b>",
                "<li>",
                "<br>",
                "`a`",
                "```",
                "\n",
                "a",
                "|",
                "-",
                "<pre>",
                "</pre>",
                "<td>",
                "</td>",
                "<!--",
                "-->",
                "<",
                ">",
                "</",
                "&lt;",
                "\\",
                "**",
            ]
        ),
        max_size=30,
    ).map("".join)
)
def test_invalid_nesting_is_converted(source: str) -> None:
    converted = commonmark(source)
    assert "\x00" not in converted
    assert len(converted) <= 4 * len(source)


@pytest.mark.parametrize(
    "piece", ["<p>", "<a href='x'>", "<code>", "<b>", "<!-- ", "<li> ", "<pre><"]
)
def test_unclosed_tags_take_linear_time(piece: str) -> None:
    def seconds(count: int) -> float:
        begin = time.process_time()
        commonmark(piece * count)
        return time.process_time() - begin

    # Four times the length; the square would take sixteen times as long.
    assert seconds(20_000) < 8 * seconds(5_000) + 0.1
