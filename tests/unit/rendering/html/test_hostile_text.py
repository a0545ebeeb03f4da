"""Text of a document that contains markup is escaped in the site."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import nh3
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.rendering.html.escaping import escaped
from generator.rendering.html.highlighting import highlight
from generator.rendering.html.prose import inline, plain_text, prose
from tests.unit.rendering.html.site_pages import Parsed, build_site

pytestmark = pytest.mark.slow

TAGS = {
    *("p", "a", "span", "code", "pre", "em", "strong", "ul", "ol", "li", "blockquote"),
    *("h3", "hr", "br", "div", "table", "thead", "tbody", "tr", "th", "td"),
}
ATTRIBUTES = {
    "*": {"class"},
    "a": {"href", "title", "rel"},
    "span": {"title"},
    "pre": {"tabindex"},
    "div": {"tabindex"},
    "ol": {"start"},
    "th": {"style"},
    "td": {"style"},
}
ATTACKS = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "[a](javascript:alert(1))",
    "[a](JaVaScRiPt&colon;alert(1))",
    "[a](data:text/html,<script>1</script>)",
    "[a](vbscript:x)",
    "![a](https://tracker.example/pixel.png)",
    '[a](https://x.example/"onmouseover="alert(1))',
    "<https://x.example/'><svg/onload=1>",
    "`</code><script>alert(1)</script>`",
    "```js\n</code></pre><script>alert(1)</script>\n```",
    '```"><script>\nx\n```',
    "# <b>x</b>\n\n<!-- x --><style>*{}</style>",
    "| a |\n| --- |\n| <iframe src=//x> |",
    "</script><script>alert(1)</script>",
    "]]>--><![CDATA[<x>",
    "[a]: javascript:alert(1)\n\n[a]",
    "{{ 7 * 7 }}{% raw %}",
    "\u202e\u2028\x00\x1b[31m",
]


def is_clean(fragment: str) -> bool:
    """Return whether a sanitizer leaves the elements and attributes of a fragment."""
    cleaned = nh3.clean(fragment, tags=TAGS, attributes=ATTRIBUTES, link_rel=None)
    return Parsed(cleaned).elements == Parsed(fragment).elements


@pytest.mark.parametrize("attack", ATTACKS)
def test_text_has_no_active_content(attack: str) -> None:
    for fragment in (prose(attack, 2), inline(attack), highlight(attack, "html")):
        assert is_clean(str(fragment)), fragment
        assert not [tag for tag, _ in Parsed(str(fragment)).elements if tag == "img"]


@given(
    st.lists(
        st.sampled_from([*ATTACKS, "\n", "\n\n", "> ", "- ", "*", "`", "[", "](", ")"])
    ).map("".join)
)
def test_combined_text_has_no_active_content(text: str) -> None:
    assert is_clean(str(prose(text, 2)))
    assert is_clean(str(inline(text)))
    assert "<" not in escaped(text)
    assert isinstance(plain_text(text), str)


def test_links_have_safe_schemes() -> None:
    assert 'href="https://a.example"' in prose("[a](https://a.example)")
    assert 'href="mailto:a@a.example"' in prose("[a](mailto:a@a.example)")
    for url in ("javascript:alert(1)", "/docs/a", "ftp://a.example", "//a.example"):
        text = prose(f"[words]({url})")
        assert "href" not in text and "words" in text


def _document(text: str) -> dict[str, Any]:
    """Return a document with a text in every place for names and descriptions."""
    return {
        "openapi": "3.1.0",
        "info": {"title": text, "version": text, "description": text},
        "tags": [{"name": text, "description": text}],
        "servers": [{"url": "https://a.example", "description": text}],
        "paths": {
            "/a": {
                "post": {
                    "operationId": f"a{text}",
                    "summary": text,
                    "description": text,
                    "tags": [text],
                    "x-badges": [{"name": text}],
                    "x-codeSamples": [{"lang": text, "source": text}],
                    "parameters": [
                        {
                            "name": f"q{text}",
                            "in": "query",
                            "description": text,
                            "schema": {
                                "type": "string",
                                "enum": [text],
                                "default": text,
                            },
                        }
                    ],
                    "responses": {
                        "200": {
                            "description": text,
                            "content": {
                                "application/json": {
                                    "schema": {
                                        "type": "object",
                                        "title": text,
                                        "properties": {text: {"description": text}},
                                    },
                                    "example": {text: text},
                                }
                            },
                        }
                    },
                }
            }
        },
    }


@pytest.mark.parametrize("attack", ATTACKS)
def test_a_document_of_attacks_makes_a_plain_site(attack: str, tmp_path: Path) -> None:
    text = attack.replace("\x00", "").replace("\x1b", "")
    files = build_site(tmp_path, json.dumps(_document(text)))
    for name, content in files.items():
        if not name.endswith(".html"):
            continue
        page = Parsed(content)
        assert page.unbalanced == [], name
        scripts = [attrs for tag, attrs in page.elements if tag == "script"]
        assert [set(item) for item in scripts] == [{"src"}, {"src", "defer"}]
        tags = {tag for tag, _ in page.elements}
        assert not tags & {"img", "iframe", "svg", "style", "object", "b", "x"}
        names = {name for _, attrs in page.elements for name in attrs}
        assert not [name for name in names if name.startswith("on") or name == "style"]
        for link in page.values("href"):
            scheme = link.partition(":")[0].lower()
            is_safe = scheme in ("http", "https", "mailto") or link == "data:,"
            assert ":" not in link or is_safe, link
    assert "</" not in files["assets/search-data.js"]
    assert "</" not in files["assets/anchors.js"]


def test_control_characters_do_not_become_names_of_pages(tmp_path: Path) -> None:
    # Rendered Markdown has a control character in place of the name of the first page.
    text = "\0.md `\0` [\0](\0)\n\n    \0\n\n```\0\n\0\n```"
    operation = {
        "summary": text,
        "description": text,
        "tags": ["\0"],
        "x-codeSamples": [
            {"lang": "python", "source": f"print({text!r}) # \0"},
            {"lang": "\0", "source": text},
        ],
        "responses": {
            "200": {
                "description": text,
                "content": {"application/json": {"example": {text: text}}},
            }
        },
    }
    document = {
        "openapi": "3.1.0",
        "info": {"title": text, "version": "\0", "description": text},
        "paths": {"/a": {"get": operation}},
    }
    files = build_site(tmp_path, json.dumps(document))
    for name, content in files.items():
        if name.endswith(".md"):
            assert "\0" not in content, name
            links = content.count("index.md#") + content.count("(index.html)")
            assert content.count("index") == links, name
