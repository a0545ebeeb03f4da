"""The limit of nested fields on a page."""

from __future__ import annotations

import json
import re
from pathlib import Path

from tests.unit.rendering.html.site_pages import Parsed, broken_links, build_site

FIELDS = 100


def document(operations: int) -> str:
    """Return a document whose operations respond with nested objects of many fields."""

    def fields(prefix: str) -> dict[str, object]:
        return {f"{prefix}{index}": {"type": "string"} for index in range(FIELDS)}

    inner = {"type": "object", "properties": fields("inner_")}
    schemas = {
        "Small": {
            "type": "object",
            "properties": {"part": {"$ref": "#/components/schemas/Part"}},
        },
        "Part": {"type": "object", "properties": {"name": {"type": "string"}}},
        "Inner": inner,
        "Large": {
            "type": "object",
            "properties": {
                "inner": {"$ref": "#/components/schemas/Inner"},
                "top": {"type": "string"},
            },
        },
    }

    def operation(index: int) -> dict[str, object]:
        name = "Small" if index % 2 else "Large"
        schema = {"$ref": f"#/components/schemas/{name}"}
        content = {"application/json": {"schema": schema}}
        return {
            "operationId": f"call{index}",
            "tags": ["All"],
            "responses": {"200": {"description": "ok", "content": content}},
        }

    return json.dumps(
        {
            "openapi": "3.1.0",
            "info": {"title": "Shop", "version": "1"},
            "tags": [{"name": "All"}],
            "paths": {
                f"/all/thing{index}": {"get": operation(index)}
                for index in range(operations)
            },
            "components": {"schemas": schemas},
        }
    )


def test_small_chapters_show_all_fields(tmp_path: Path) -> None:
    text = build_site(tmp_path, document(4))["all.html"]
    assert len(re.findall(r'id="[^"]*\.inner_99"', text)) == 2


def test_large_chapters_have_links_in_place_of_deep_fields(tmp_path: Path) -> None:
    files = build_site(tmp_path, document(60))
    text = files["all.html"]
    # 30 trees of 102 rows exceed the limit of the page; the others are complete.
    assert not re.findall(r'id="[^"]*\.inner_99"', text)
    assert len(re.findall(r'id="[^"]*\.part\.name"', text)) == 30
    assert len(re.findall(r'id="[^"]*\.top"', text)) == 30
    assert len(re.findall(r'href="types/all.html#\w*inner"', text)) == 30
    assert broken_links(files) == []
    assert Parsed(text).unbalanced == []
