"""Code samples and examples of a document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from ...model.operations import Example, Sample
from ...openapi.document import BrokenReference, Document
from ...openapi.media_types import media_type_name
from ...openapi.node import Node
from ...openapi.operation import CodeSample, Operation
from ...openapi.parameter import MediaType
from ...source import Location
from ..context import Context
from ..media_types import resolve_media_type
from .values import read_example_values


def read_samples(document: Document, operation: Operation) -> tuple[Sample, ...]:
    """Read `x-oaiMeta.examples`, else `x-codeSamples` or `x-code-samples`."""
    meta = operation.oai_meta
    if meta is not None:
        raw = meta.raw("examples")
        items = raw if isinstance(raw, list) else [raw]
        samples = [_read_sample(item) for item in items if isinstance(item, dict)]
        if samples:
            return tuple(samples)
    for nodes in _resolve_code_samples(document, operation):
        if nodes:
            return tuple(_read_labelled(nodes))
    return ()


def _resolve_code_samples(
    document: Document, operation: Operation
) -> Iterator[list[CodeSample]]:
    """Yield the samples with source of each key; those behind a `$ref` are resolved."""
    for samples in operation.code_samples:
        targets = map(document.resolve, samples)
        yield [
            target
            for target in targets
            if not isinstance(target, BrokenReference) and target.source
        ]


def _read_labelled(nodes: Sequence[CodeSample]) -> Iterator[Sample]:
    """Yield the samples of `x-codeSamples`, one for each label of a repeated language.

    If each language occurs once, all are one sample, because many documents use the label
    for the name of the language.
    """
    languages = [node.language for node in nodes]
    is_repeated = len(set(map(str.lower, languages))) < len(languages)
    samples: dict[tuple[str, int], list[tuple[str, str]]] = {}
    counts: Counter[tuple[str, str]] = Counter()
    for node, language in zip(nodes, languages, strict=True):
        label = node.label if is_repeated else ""
        place = (label, counts[language.lower(), label])
        counts[language.lower(), label] += 1
        samples.setdefault(place, []).append((language, node.source))
    for (label, _), sources in samples.items():
        yield Sample(label, tuple(sources), "")


def find_python_samples(
    document: Document, operation: Operation
) -> tuple[tuple[str, Location], ...]:
    """Return the Python samples of an operation, each with its location."""
    samples: list[tuple[str, Location]] = []
    meta = operation.oai_meta
    if meta is not None:
        single = meta.find("examples", Node)
        for node in meta.sequence("examples", Node) or ([single] if single else []):
            request = node.find("request", Node)
            for language, code in request.members(Node) if request else ():
                if language.lower() == "python" and isinstance(code.value, str):
                    samples.append((code.value, code.location))
    for code_samples in _resolve_code_samples(document, operation):
        samples += [
            (item.source, item.location)
            for item in code_samples
            if item.language.lower().startswith("python")
        ]
    return tuple(samples)


def _read_sample(raw: dict[str, Any]) -> Sample:
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
    title, response = raw.get("title"), raw.get("response")
    return Sample(
        title if isinstance(title, str) else "",
        sources,
        response if isinstance(response, str) else "",
    )


def read_request_examples(
    context: Context, operation: Operation
) -> tuple[Example, ...]:
    """Read the examples of the request body."""
    node = operation.request_body
    target = context.document.resolve(node) if node is not None else None
    if target is None or isinstance(target, BrokenReference):
        return ()
    return _read_examples(context, target.content)


def read_response_examples(
    context: Context, operation: Operation
) -> tuple[Example, ...]:
    """Read the examples of successful responses; those of others are only checked."""
    examples: list[Example] = []
    for status, node in operation.responses.items():
        target = context.document.resolve(node)
        if not isinstance(target, BrokenReference):
            values = _read_examples(context, target.content)
            examples += values if status.startswith("2") else ()
    return tuple(examples)


def _read_examples(
    context: Context, contents: dict[str, MediaType]
) -> tuple[Example, ...]:
    examples: list[Example] = []
    for name, content in contents.items():
        media = resolve_media_type(context, content)
        if media is None:
            continue
        media_type = media_type_name(name)
        examples += [
            Example(title, media_type, value)
            for title, value in read_example_values(context, media)
        ]
    return tuple(examples)
