"""Building of operations with their names and results."""

from __future__ import annotations

from collections.abc import Mapping

from ...diagnostics import Diagnostics, Rule, Severity
from ...limits import MAX_RESOURCE_DEPTH
from ...model.naming import Naming
from ...model.operations import Operation, Parameter, ParameterPlace, Result
from ...openapi.groups import Meta
from ...openapi.sdk_name_patterns import read_pattern_name
from ...openapi.sdk_names import read_group, read_method
from ...recorded_names import RecordedNames
from ...words import split_words
from ..chapters.tags import find_badges
from ..examples.samples import (
    find_python_samples,
    read_request_examples,
    read_response_examples,
    read_samples,
)
from ..external_docs import read_external_docs
from ..names.assign import assign_names
from ..names.from_path import NamingInput
from ..names.paths import has_too_many_segments
from ..names.titles import choose_title
from ..schemas.reader import SchemaReader
from ..streaming.undocumented import UndocumentedStreams
from .commands import read_command_names
from .drafts import Draft
from .requirements import Requirements
from .results import build_result, find_response_key, returns_list
from .servers import Servers

LONG_PATH = Rule(
    "long-path",
    Severity.NOTE,
    f"A path has more than {MAX_RESOURCE_DEPTH} static segments. The first segments name "
    "the resource of the operation; the last segment or the verb names the method.",
)


def build_operations(
    reader: SchemaReader,
    drafts: list[Draft],
    servers: Servers,
    requirements: Requirements,
    names: Mapping[str, str],
    recorded: RecordedNames,
) -> list[Operation]:
    """Return the operations with their names and results.

    Args:
        reader: Contains the declarations.
        drafts: The operations.
        servers: The servers of the API and of operations.
        requirements: The security requirements of operations.
        names: The setting `names`: method names by operation id or `METHOD /path`.
        recorded: Names of an earlier output.
    """
    diagnostics = reader.diagnostics
    declarations = reader.declarations
    responses = (draft.responses for draft in drafts)
    streams = UndocumentedStreams(declarations, responses)
    results = [
        build_result(draft, declarations, streams, diagnostics) for draft in drafts
    ]
    calls = [
        NamingInput(
            draft.id,
            draft.method,
            draft.path,
            returns_list(result, declarations),
            find_python_samples(reader.document, draft.node),
            find_response_key(result),
            draft.node.tags,
            read_group(draft.node),
            read_method(draft.node) or read_pattern_name(draft.root, draft.id),
        )
        for draft, result in zip(drafts, results, strict=True)
    ]
    _report_long_paths(drafts, diagnostics)
    namings = assign_names(calls, names, diagnostics, recorded)
    marks = find_badges(reader.document.roots)
    return [
        _build_operation(reader, draft, result, naming, servers, requirements, marks)
        for draft, result, naming in zip(drafts, results, namings, strict=True)
    ]


def _report_long_paths(drafts: list[Draft], diagnostics: Diagnostics) -> None:
    for draft in drafts:
        if has_too_many_segments(draft.path):
            diagnostics.add(
                LONG_PATH,
                f"the path has more than {MAX_RESOURCE_DEPTH} static segments",
                draft.node.location,
                hint="set a name in the setting `names`",
            )


def _build_operation(
    reader: SchemaReader,
    draft: Draft,
    result: Result,
    naming: Naming,
    servers: Servers,
    requirements: Requirements,
    marks: Mapping[str, str],
) -> Operation:
    node = draft.node
    meta = node.oai_meta or Meta({}, node.file, node.pointer)
    parameters, positional = _sort_positional(draft.parameters, naming)
    return Operation(
        id=draft.id,
        method=draft.method,
        path=draft.path,
        resource=naming.resource,
        name=naming.name,
        naming=naming,
        title=meta.name
        or node.summary
        or choose_title(node.description, draft.id, draft.method, draft.path, naming),
        summary=node.summary or draft.item.summary,
        description=node.description or draft.item.description,
        returns=meta.text("returns"),
        deprecated=node.deprecated or meta.deprecated,
        beta=meta.beta,
        legacy=meta.legacy,
        parameters=parameters,
        positional=positional,
        body=draft.body,
        responses=draft.responses,
        result=result,
        security=requirements.for_operation(draft),
        servers=servers.for_operation(draft.root, draft.item, node),
        samples=read_samples(reader.document, node),
        request_examples=read_request_examples(reader.context, node),
        examples=read_response_examples(reader.context, node),
        origin=node.location,
        group=meta.group,
        tags=node.tags,
        badges=tuple(
            dict.fromkeys(
                (*(marks[name] for name in node.tags if name in marks), *node.badges)
            )
        ),
        external_docs=read_external_docs(node),
        callbacks=draft.callbacks,
        command=read_command_names(node, draft.item),
    )


def _sort_positional(
    parameters: tuple[Parameter, ...], naming: Naming
) -> tuple[tuple[Parameter, ...], int]:
    """Return the parameters, those that can be passed by position first, and their number.

    They are those that the samples pass by position, otherwise the last path parameter:
    in `files.retrieve("file", folder="a")`, the file, although the folder precedes it in
    the path.
    """
    keywords = {split_words(keyword) for keyword in naming.keywords}
    path = [item for item in parameters if item.place is ParameterPlace.PATH]
    unnamed = [item for item in path if split_words(item.name) not in keywords]
    count = naming.positional
    positional = unnamed[-count:] if count and unnamed else path[-1:]
    others = (item for item in parameters if item not in positional)
    return (*positional, *others), len(positional)
