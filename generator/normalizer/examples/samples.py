"""Calls and values that a document shows."""

from __future__ import annotations

from typing import Any

from ...model.operations import Example, Sample
from ...openapi.media_types import media_type_name
from ..context import Context
from ..media_types import resolve_media_type
from ..schemas.reader import SchemaReader
from ...openapi.document import BrokenReference
from ...openapi.node import Node
from ...openapi.operation import Operation
from ...openapi.parameter import MediaType
from ...source import Location


def samples(operation: Operation) -> tuple[Sample, ...]:
    """The calls shown by `x-oaiMeta.examples`, `x-codeSamples` or `x-code-samples`."""
    meta = operation.oai_meta
    if meta is not None:
        raw = meta.raw("examples")
        several = raw if isinstance(raw, list) else [raw]
        found = [_sample(item) for item in several if isinstance(item, dict)]
        if found:
            return tuple(found)
    for key in ("x-codeSamples", "x-code-samples"):
        sources = tuple(
            (node.text("lang"), node.text("source"))
            for node in operation.sequence(key, Node)
            if node.text("source")
        )
        if sources:
            return (Sample("", sources, ""),)
    return ()


def python_samples(operation: Operation) -> tuple[tuple[str, Location], ...]:
    """The Python code that shows an operation, each with its place."""
    found: list[tuple[str, Location]] = []
    meta = operation.oai_meta
    if meta is not None:
        one = meta.find("examples", Node)
        for node in meta.sequence("examples", Node) or ([one] if one else []):
            request = node.find("request", Node)
            for language, code in request.members(Node) if request else ():
                if language.lower() == "python" and isinstance(code.value, str):
                    found.append((code.value, code.location))
    for key in ("x-codeSamples", "x-code-samples"):
        for node in operation.sequence(key, Node):
            if node.text("lang").lower().startswith("python") and node.text("source"):
                found.append((node.text("source"), node.location))
    return tuple(found)


def _sample(raw: dict[str, Any]) -> Sample:
    request = raw.get("request")
    sources: tuple[tuple[str, str], ...] = ()
    if isinstance(request, dict):
        sources = tuple(
            (str(language), code)
            for language, code in request.items()
            if isinstance(code, str)
        )
    elif isinstance(request, str):
        sources = (("text", request),)
    title, answer = raw.get("title"), raw.get("response")
    return Sample(
        title if isinstance(title, str) else "",
        sources,
        answer if isinstance(answer, str) else "",
    )


def request_examples(reader: SchemaReader, operation: Operation) -> tuple[Example, ...]:
    """The values shown for the body."""
    node = operation.request_body
    target = reader.document.resolve(node) if node is not None else None
    if target is None or isinstance(target, BrokenReference):
        return ()
    return _examples(reader, target.content)


def answer_examples(reader: SchemaReader, operation: Operation) -> tuple[Example, ...]:
    """The values shown for answers of success."""
    found: list[Example] = []
    for status, node in operation.responses.items():
        target = reader.document.resolve(node)
        if status.startswith("2") and not isinstance(target, BrokenReference):
            found += _examples(reader, target.content)
    return tuple(found)


def _examples(
    reader: SchemaReader, contents: dict[str, MediaType]
) -> tuple[Example, ...]:
    found: list[Example] = []
    for name, written in contents.items():
        media = resolve_media_type(
            Context(reader.document, reader.diagnostics), written
        )
        if media is None:
            continue
        media_type = media_type_name(name)
        if media.has_example:
            found.append(Example("", media_type, media.example))
        for node in media.examples:
            target = reader.document.resolve(node)
            if not isinstance(target, BrokenReference) and target.has_value:
                found.append(Example(target.summary, media_type, target.sample))
    return tuple(found)
