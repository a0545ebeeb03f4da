"""Paths become operations, under the names of `resources`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ...diagnostics import Diagnostics, Related, Rule, Severity
from ...model.api import Credential
from ...limits import MAX_RESOURCE_DEPTH
from ...model.operations import (
    Result,
    Body,
    Naming,
    Operation,
    StatusResponse,
    Parameter,
    ParameterPlace,
)
from ...model.types import (
    Alias,
    Declaration,
    DeclarationRef,
    Key,
    ListOf,
    Nullable,
    Object,
    Type,
)
from .responses import answer, responses
from .bodies import body
from ..names.assign import assign_names
from ..names.from_path import NamingInput, has_too_many_segments
from ...openapi.media_types import is_json
from .parameters import parameters
from ..rules import UNRESOLVED_REFERENCE
from ..examples.samples import (
    read_response_examples,
    find_python_samples,
    read_request_examples,
    read_samples,
)
from ..schemas.reader import SchemaReader
from .security import requirements
from ..context import Context
from ..chapters.tags import find_badges
from ..names.titles import choose_title
from ..streaming.undocumented import find_declared_streams
from .wire_names import INVALID_METHOD, INVALID_PATH, is_path, is_token
from ...words import split_words
from ...openapi.document import BrokenReference, Document, Root
from ...openapi.groups import Meta
from ...openapi.operation import Operation as OperationNode
from ...openapi.operation import PathItem

LONG_PATH = Rule(
    "long-path",
    Severity.NOTE,
    f"A path has more than {MAX_RESOURCE_DEPTH} static segments. The resource of the"
    " operation is named by the first ones, and the method by the last or by its verb.",
)
MISSING_OPERATION_ID = Rule(
    "missing-operation-id",
    Severity.NOTE,
    "An operation has no `operationId`. One is made from its method and path.",
)
DOUBLE_OPERATION_ID = Rule(
    "double-operation-id",
    Severity.WARNING,
    "Two operations have the same `operationId`. The second gets one made from its "
    "method and path.",
    key="operationId",
)
DOUBLE_OPERATION = Rule(
    "double-operation",
    Severity.WARNING,
    "Two documents describe the same method of the same path. The first is generated.",
)
OPERATION_SERVERS = Rule(
    "operation-servers",
    Severity.NOTE,
    "An operation is served elsewhere than the API. The client sends its requests there, "
    "unless it was made with a `base_url` of its own.",
    key="servers",
)
UNKNOWN_PATH_KEY = Rule(
    "unknown-path-key",
    Severity.NOTE,
    "A path does not begin with a slash. It is called as if it did.",
)


@dataclass(slots=True)
class Draft:
    """An operation that has been read, but for its name and what it returns."""

    id: str
    method: str
    path: str
    item: PathItem
    node: OperationNode
    root: Root
    parameters: tuple[Parameter, ...]
    body: Body | None
    responses: tuple[StatusResponse, ...]


def read_operations(reader: SchemaReader, document: Document) -> list[Draft]:
    """All operations of all entry documents, in their order."""
    drafts: list[Draft] = []
    ids: dict[str, OperationNode] = {}
    for root, path, item, method, node in _all(reader, document):
        identity = _id(reader.diagnostics, ids, method, path, node)
        words = (identity,)
        drafts.append(
            Draft(
                id=identity,
                method=method,
                path=path,
                item=item,
                node=node,
                root=root,
                parameters=parameters(reader, path, item, node, words),
                body=body(reader, node, words),
                responses=responses(reader, node, words),
            )
        )
    return drafts


def _all(
    reader: SchemaReader, document: Document
) -> Iterator[tuple[Root, str, PathItem, str, OperationNode]]:
    seen: dict[tuple[str, str], OperationNode] = {}
    for root in document.roots:
        for path, written in root.paths.items():
            item = document.resolve(written)
            if isinstance(item, BrokenReference):
                reader.diagnostics.add(
                    UNRESOLVED_REFERENCE, item.reason, written.location
                )
                continue
            if not is_path(path):
                reader.diagnostics.add(
                    INVALID_PATH, f"no request is for {path!r}", item.location
                )
                continue
            if not path.startswith("/"):
                reader.diagnostics.add(
                    UNKNOWN_PATH_KEY, f"{path!r} begins with no slash", item.location
                )
                path = f"/{path}"
            for method, node in item.operations:
                if not is_token(method):
                    reader.diagnostics.add(
                        INVALID_METHOD, f"{method!r} is no method", node.location
                    )
                    continue
                first = seen.setdefault((method, path), node)
                if first is node:
                    yield root, path, item, method, node
                    continue
                reader.diagnostics.add(
                    DOUBLE_OPERATION,
                    f"{method} {path} is described twice",
                    node.location,
                    related=(Related("it stands here first", first.location),),
                )


def _id(
    diagnostics: Diagnostics,
    ids: dict[str, OperationNode],
    method: str,
    path: str,
    node: OperationNode,
) -> str:
    made = "_".join(split_words(f"{method.lower()} {path}"))
    identity = node.operation_id
    if not identity:
        identity = made
        diagnostics.add(MISSING_OPERATION_ID, f"it is called {made!r}", node.location)
    elif identity in ids:
        diagnostics.add(
            DOUBLE_OPERATION_ID,
            f"{identity!r} is taken; this one is called {made!r}",
            node.location,
            related=(Related("it was taken here", ids[identity].location),),
        )
        identity = made
    number = 2
    unique = identity
    while unique in ids:
        unique = f"{identity}_{number}"
        number += 1
    ids[unique] = node
    return unique


def build_operations(
    reader: SchemaReader,
    drafts: list[Draft],
    credentials: tuple[Credential, ...],
    wanted: Mapping[str, str],
) -> list[Operation]:
    """The operations, named, with what they return.

    Args:
        reader: has read their schemas.
        drafts: what was read of them.
        credentials: the known security schemes.
        wanted: calls that the settings ask for, by operation id or `METHOD /path`.
    """
    declared = find_declared_streams(draft.responses for draft in drafts)
    answers = [
        answer(
            reader, draft.node, draft.responses, draft.body, draft.parameters, declared
        )
        for draft in drafts
    ]
    calls = [
        NamingInput(
            draft.id,
            draft.method,
            draft.path,
            _lists(found, reader.declarations),
            find_python_samples(draft.node),
            _answer_key(found),
        )
        for draft, found in zip(drafts, answers, strict=True)
    ]
    for draft in drafts:
        if has_too_many_segments(draft.path):
            reader.diagnostics.add(
                LONG_PATH,
                f"the path has more than {MAX_RESOURCE_DEPTH} static segments",
                draft.node.location,
                hint="set its name in the setting `names`",
            )
    names = assign_names(calls, wanted, reader.diagnostics)
    security = _Security(reader.diagnostics, credentials)
    marks = find_badges(reader.document.roots)
    return [
        _operation(reader, draft, found, name, security, marks)
        for draft, found, name in zip(drafts, answers, names, strict=True)
    ]


class _Security:
    """The requirements of operations, where they differ from those of the API."""

    def __init__(
        self, diagnostics: Diagnostics, credentials: tuple[Credential, ...]
    ) -> None:
        self._diagnostics = diagnostics
        self._known = {item.name: item for item in credentials}

    def of(self, draft: Draft) -> tuple[tuple[str, ...], ...] | None:
        nodes = draft.node.security
        declared = frozenset(draft.root.security_schemes)
        return requirements(nodes, self._known, declared, self._diagnostics)


def _operation(
    reader: SchemaReader,
    draft: Draft,
    found: Result,
    naming: Naming,
    security: _Security,
    marks: Mapping[str, str],
) -> Operation:
    node = draft.node
    meta = node.oai_meta or Meta({}, node.file, node.pointer)
    servers = node.servers or draft.item.servers
    if servers:
        reader.diagnostics.add(
            OPERATION_SERVERS, f"it is served at {servers[0].url!r}", node.location
        )
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
        parameters=_by_position(draft.parameters, naming),
        body=draft.body,
        responses=draft.responses,
        result=found,
        security=security.of(draft),
        servers=tuple(server.url for server in servers),
        samples=read_samples(node),
        request_examples=read_request_examples(
            Context(reader.document, reader.diagnostics), node
        ),
        examples=read_response_examples(
            Context(reader.document, reader.diagnostics), node
        ),
        origin=node.location,
        group=meta.group,
        tags=node.tags,
        badges=tuple(marks[name] for name in node.tags if name in marks),
    )


def _by_position(
    parameters: tuple[Parameter, ...], naming: Naming
) -> tuple[Parameter, ...]:
    """The parameters, those of the path that the sample gives by position first.

    `files.retrieve("file", folder="a")` takes the file by position, though the folder
    stands before it in the path.
    """
    named = {split_words(keyword) for keyword in naming.keywords}
    first = [
        item
        for item in parameters
        if item.place is ParameterPlace.PATH and split_words(item.name) not in named
    ][: naming.positional]
    return (*first, *(item for item in parameters if item not in first))


def _answer_key(found: Result) -> str:
    """The declaration that a call answers with, `""` when there is none."""
    for content in found.contents:
        if is_json(content.media_type) and isinstance(content.type, DeclarationRef):
            return content.type.key
    return ""


def _lists(found: Result, declarations: dict[Key, Declaration]) -> bool:
    """Whether a call returns a list, or an object that is a page of one."""
    for content in found.contents:
        if is_json(content.media_type) and content.type is not None:
            return _is_list(content.type, declarations)
    return False


def _is_list(type_: Type, declarations: dict[Key, Declaration]) -> bool:
    for _ in range(8):
        if isinstance(type_, Nullable):
            type_ = type_.type
        if not isinstance(type_, DeclarationRef):
            return isinstance(type_, ListOf)
        declaration = declarations.get(type_.key)
        if isinstance(declaration, Alias):
            type_ = declaration.type
            continue
        if not isinstance(declaration, Object):
            return False
        arrays = [
            item
            for item in declaration.properties
            if isinstance(_without_null(item.type), ListOf)
        ]
        return len(arrays) == 1 and (
            arrays[0].name in ("data", "items", "results", "value", "values", "list")
            or len(declaration.properties) <= 2
        )
    return False


def _without_null(type_: Type) -> Type:
    return type_.type if isinstance(type_, Nullable) else type_
