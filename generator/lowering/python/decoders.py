"""Lowering of the contents of strings to methods that decode them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet

from ...model.types import EncodedContent, Nullable, Property
from ...python.expressions import Docstring, Name
from ...python.types import Decoder
from .expressions import ModelTypes, optional
from .identifiers import distinct

_BYTES = Name("bytes")


def build_decoders(
    properties: Sequence[Property],
    attributes: Mapping[str, str],
    types: ModelTypes,
    taken: Sequence[AbstractSet[str]],
) -> tuple[Decoder, ...]:
    """Return the methods of a model that decode the contents of its strings.

    Args:
        properties: The properties with contents.
        attributes: Attribute of each property of the model.
        types: Type expressions of responses.
        taken: Sets of other names that methods cannot have.
    """
    if not properties:
        return ()
    preferred = {
        item.name: f"decode_{attributes[item.name].rstrip('_')}" for item in properties
    }
    names = distinct(preferred, {*attributes.values()}, *taken)
    return tuple(
        _build(item, item.content, names[item.name], attributes[item.name], types)
        for item in properties
        if item.content is not None
    )


def _build(
    item: Property,
    content: EncodedContent,
    name: str,
    attribute: str,
    types: ModelTypes,
) -> Decoder:
    json = types.of(content.type) if content.type is not None else None
    returns = json or _BYTES
    can_lack = not item.required or isinstance(item.type, Nullable)
    return Decoder(
        name=name,
        attribute=attribute,
        key=item.name,
        encoding=content.encoding,
        json=json,
        returns=optional(returns) if can_lack else returns,
        docstring=_docstring(content, attribute, can_lack),
    )


def _docstring(content: EncodedContent, attribute: str, can_lack: bool) -> Docstring:
    """Return the docstring of a method."""
    subject = "JSON value" if content.type is not None else "bytes"
    source = f" ({content.encoding})" if content.encoding else ""
    text = f"Decode `{attribute}`{source} and return the {subject} that it contains."
    return Docstring(
        text,
        returns="`None` if the attribute is `None`." if can_lack else "",
        raises="ValueError: The string cannot be decoded.",
    )
