"""Parameters whose value makes an operation return text instead of JSON.

Such a parameter selects the format of a response that the document declares as JSON only,
as `response_format` does for a transcription that is returned as `json` or as `srt`.
"""

from __future__ import annotations

from collections.abc import Mapping

from ...model.bodies import Body
from ...model.operations import Content, Parameter, TextFormat
from ...model.types import Declaration, Key
from ...openapi.media_types import is_json
from ...words import split_words
from ..schemas.type_queries import Shapes
from ..streaming.stream_parameter import list_members

_TEXT_FORMATS = frozenset(
    {
        *("text", "txt", "plain", "plaintext", "text/plain", "srt", "vtt", "webvtt"),
        *("csv", "tsv", "text/csv", "xml", "html", "text/html", "md", "markdown"),
    }
)


def find_text_format(
    declarations: Mapping[Key, Declaration],
    body: Body | None,
    parameters: tuple[Parameter, ...],
    contents: tuple[Content, ...],
) -> TextFormat | None:
    """Find the parameter that selects a text, or return `None`.

    Its name ends with `format`, and it is an enumeration of formats of JSON and of text.

    Args:
        declarations: All declarations.
        body: Request body.
        parameters: Parameters of the operation.
        contents: Contents of the successful responses.
    """
    if not contents or not all(is_json(item.media_type) for item in contents):
        return None
    shapes = Shapes(declarations)
    for name, in_body, type_, documentation in list_members(shapes, body, parameters):
        values = shapes.values(type_)
        texts = tuple(value for value in values if value.lower() in _TEXT_FORMATS)
        others = tuple(value for value in values if value not in texts)
        if not texts or not any("json" in value.lower() for value in others):
            continue
        if split_words(name)[-1:] == ("format",):
            default_on = documentation.default in texts
            return TextFormat(name, in_body, texts, others, default_on)
    return None
