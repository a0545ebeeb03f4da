"""Tests of text from documents in Markdown pages."""

from __future__ import annotations

import pytest
from hypothesis import given

from generator.rendering.markdown.markdown import (
    cell,
    code,
    code_cell,
    markdown,
    plain,
)
from tests.unit.rendering.pages import active_markup, cell_counts, headings, tokens
from tests.unit.rendering.strategies import examples, prose, texts

pytestmark = pytest.mark.slow

_TABLE = "| a | b |\n| --- | --- |\n| {} | end |\n"


def _code_spans(page: str) -> list[str]:
    return [token.content for token in tokens(page) if token.type == "code_inline"]


@examples(400)
@given(prose)
def test_blocks_contain_no_active_markup(source: str) -> None:
    page = f"# Page\n\n{markdown(source)}\n\n### Next\n"
    assert active_markup(page) == []
    assert headings(page) == ["# Page", "### Next"]


@examples(300)
@given(prose)
def test_cells_fit_into_one_table_row(source: str) -> None:
    content = cell(source)
    assert len(content.splitlines()) <= 1
    page = _TABLE.format(content)
    assert active_markup(page) == []
    assert cell_counts(page) == [2, 2]


@examples(100)
@given(prose)
def test_plain_text_is_rendered_literally(source: str) -> None:
    page = f"# {plain(source)}\n"
    kinds = {token.type for token in tokens(page)}
    assert kinds <= {"heading_open", "heading_close", "inline", "text", "text_special"}
    assert "\n" not in plain(source)


@examples(100)
@given(texts)
def test_code_spans_keep_their_content(source: str) -> None:
    (content,) = _code_spans(f"a {code(source)} b")
    if source.strip() and source.isprintable() and source.isascii():
        assert content.strip() == source.strip()


@examples(100)
@given(prose)
def test_code_does_not_end_its_cell(source: str) -> None:
    page = _TABLE.format(code_cell(source))
    assert cell_counts(page) == [2, 2]
    assert active_markup(page) == []
    assert len(_code_spans(page)) == 1


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("plain *words* and **more**", "plain *words* and **more**"),
        ("a < b & c", "a &lt; b &amp; c"),
        ("a &lt; b", "a &lt; b"),
        ("`a < b`", "`a < b`"),
        ("`a\nb`", "`a b`"),
        ("one ` tick", "one \\` tick"),
        ("[a](https://a.test/x_(y)?z=1)", "[a](https://a.test/x_(y)?z=1)"),
        ("[a `b`](https://a.test 'title')", "[a `b`](https://a.test)"),
        ("[a](/docs/a)", "a (`/docs/a`)"),
        ("![a](https://a.test/a.png)", "[a](https://a.test/a.png)"),
        ("<https://a.test>", "<https://a.test>"),
        ("[a]: https://a.test", "\\[a]: https://a.test"),
        ("# Title\ntext", "**Title**\n\ntext"),
        ("## About `x` now ##", "**About `x` now**"),
        ("Title\n=====\ntext", "Title\n\ntext"),
        ("- a\n- b", "- a\n- b"),
        (
            "| a | b |\n| - | - |\n| `x|y` | z |",
            "| a | b |\n| - | - |\n| `x\\|y` | z |",
        ),
        ("```json\n<b>\n```", "```json\n<b>\n```"),
        ("```\nnever closed", "```\nnever closed\n```"),
        ("- a\n  ```\n<b>\n  ```", "- a\n  ```\n  <b>\n  ```"),
        ("a\n    ```\n    b\n    ```", "a\n\n    ```\n    b\n    ```"),
        ("non\xa0breaking", "non breaking"),
    ],
)
def test_block_formatting(source: str, expected: str) -> None:
    assert markdown(source) == expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("one\n\ntwo", "one<br><br> two"),
        ("either:\n- a\n- b", "either:<br>- a<br>- b"),
        ("a | b", "a \\| b"),
        ("a \\| b", "a \\| b"),
        ("see\n```\n<b> | c\n```\nhere", "see<br>`<b> \\| c` here"),
        ("# Title\n\nmore", "**Title**<br><br> more"),
    ],
)
def test_cell_formatting(source: str, expected: str) -> None:
    assert cell(source) == expected
