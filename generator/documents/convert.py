"""Upgrade the text of a document to OpenAPI 3.1."""

from __future__ import annotations

import json
from typing import Any, NamedTuple

from ..loader.yaml.dump import dump_yaml
from ..openapi.document import Document
from .swagger import SwaggerDocument
from .upgrade import upgrade_openapi
from .yaml_text import Comment, find_comments, rewrite_yaml


class Converted(NamedTuple):
    """A changed document.

    Attributes:
        text: The document as YAML or JSON.
        lost: Comments of the original that it does not contain.
    """

    text: str
    lost: tuple[Comment, ...]


def upgrade_text(document: Document, original: Any, *, as_json: bool) -> Converted:
    """Return the main document as OpenAPI 3.1.

    Args:
        document: Loaded document of one file.
        original: Value of its text.
        as_json: Whether to write JSON, not YAML.
    """
    file = document.roots[0].file
    origins: dict[int, Any] = {}
    value = original
    if "swagger" in original:
        loaded = document.files[file.uri].value
        swagger = SwaggerDocument(loaded, original, file)
        value, origins = swagger.value, swagger.origins
    value = upgrade_openapi(value, origins)
    return write_document(file.text, original, value, origins, as_json=as_json)


def write_document(
    text: str, old: Any, new: Any, origins: dict[int, Any], *, as_json: bool
) -> Converted:
    """Return a changed document as YAML or JSON, with as many comments as possible."""
    is_json = text[:1000].lstrip()[:1] == "{"
    if as_json:
        lost = () if is_json else tuple(find_comments(text))
        return Converted(json.dumps(new, indent=2, ensure_ascii=False) + "\n", lost)
    if is_json:
        return Converted(dump_yaml(new), ())
    return Converted(*rewrite_yaml(text, old, new, origins))
