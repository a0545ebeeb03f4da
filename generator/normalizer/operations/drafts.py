"""Reading of operations: the first step, which needs neither names nor declarations."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from ...diagnostics import Diagnostics, Related, Rule, Severity
from ...model.bodies import Body
from ...model.callbacks import Callback
from ...model.operations import Parameter, StatusResponse
from ...openapi.document import Root
from ...openapi.operation import Operation as OperationNode
from ...openapi.operation import PathItem
from ...words import separate_mixed, split_words
from ..context import Context
from ..schemas.reader import SchemaReader
from .bodies import build_body
from .callbacks import build_callbacks
from .parameters import build_parameters
from .path_items import DOUBLE_OPERATION, resolve_path_item
from .responses import build_responses
from .wire_names import INVALID_METHOD, INVALID_PATH, is_path, is_token

MISSING_OPERATION_ID = Rule(
    "missing-operation-id",
    Severity.NOTE,
    "An operation has no `operationId`. An id is generated from its method and path.",
    hint="add an `operationId`, or name the operation by the setting `names`",
)
DOUBLE_OPERATION_ID = Rule(
    "double-operation-id",
    Severity.WARNING,
    "Two operations have the same `operationId`. The id of the second one is generated "
    "from its method and path.",
    key="operationId",
    hint="give each operation its own `operationId`",
)
UNKNOWN_PATH_KEY = Rule(
    "unknown-path-key",
    Severity.NOTE,
    "A path does not begin with a slash. A slash is added.",
    hint="begin the path with a slash",
)


@dataclass(slots=True)
class Draft:
    """An operation without its name and its result.

    Args:
        id: Its unique id.
        method: HTTP method.
        path: Path template.
        item: Path Item Object that contains the operation.
        node: Operation Object.
        root: Entry document that contains the path.
        parameters: Parameters.
        body: Request body, if there is one.
        responses: Responses.
        callbacks: Requests that the API sends after the operation.
    """

    id: str
    method: str
    path: str
    item: PathItem
    node: OperationNode
    root: Root
    parameters: tuple[Parameter, ...]
    body: Body | None
    responses: tuple[StatusResponse, ...]
    callbacks: tuple[Callback, ...] = ()


def read_operations(reader: SchemaReader) -> list[Draft]:
    """Return the operations of all entry documents, in document order."""
    drafts: list[Draft] = []
    ids: dict[str, OperationNode] = {}
    for root, path, item, method, node in _list_operations(reader.context):
        id_ = _assign_id(reader.diagnostics, ids, method, path, node)
        words = (id_,)
        drafts.append(
            Draft(
                id=id_,
                method=method,
                path=path,
                item=item,
                node=node,
                root=root,
                parameters=build_parameters(reader, path, item, node, words),
                body=build_body(reader, node, words),
                responses=build_responses(reader, node, words),
            )
        )
    callbacks = build_callbacks(reader, {draft.id: draft.node for draft in drafts})
    return [
        replace(item, callbacks=callbacks[item.id]) if item.id in callbacks else item
        for item in drafts
    ]


def _list_operations(
    context: Context,
) -> Iterator[tuple[Root, str, PathItem, str, OperationNode]]:
    """Yield the operations that can be called, each method of a path once."""
    seen: dict[tuple[str, str], OperationNode] = {}
    for root, path, item in _list_paths(context):
        for method, node in item.operations:
            if not is_token(method):
                context.diagnostics.add(
                    INVALID_METHOD, f"invalid HTTP method {method!r}", node.location
                )
                continue
            first = seen.setdefault((method, path), node)
            if first is node:
                yield root, path, item, method, node
                continue
            context.diagnostics.add(
                DOUBLE_OPERATION,
                f"duplicate operation {method} {path}",
                node.location,
                related=(Related("first declared here", first.location),),
            )


def _list_paths(context: Context) -> Iterator[tuple[Root, str, PathItem]]:
    """Yield the valid paths of all entry documents."""
    for root in context.document.roots:
        for path, node in root.paths.items():
            item = resolve_path_item(context, node)
            if item is None:
                continue
            if not is_path(path):
                context.diagnostics.add(
                    INVALID_PATH, f"invalid path {path!r}", item.location
                )
                continue
            if not path.startswith("/"):
                context.diagnostics.add(
                    UNKNOWN_PATH_KEY,
                    f"the path {path!r} does not begin with a slash",
                    item.location,
                )
                path = f"/{path}"
            yield root, path, item


def _assign_id(
    diagnostics: Diagnostics,
    ids: dict[str, OperationNode],
    method: str,
    path: str,
    node: OperationNode,
) -> str:
    """Return a unique id for an operation and add it to `ids`."""
    # The id is not recorded: it must not depend on the list of mixed words.
    generated = "_".join(split_words(separate_mixed(f"{method.lower()} {path}")))
    id_ = node.operation_id
    if not id_:
        id_ = generated
        diagnostics.add(
            MISSING_OPERATION_ID, f"the generated id is {id_!r}", node.location
        )
    elif id_ in ids:
        diagnostics.add(
            DOUBLE_OPERATION_ID,
            f"duplicate operation id {id_!r}; the generated id is {generated!r}",
            node.location,
            related=(Related("first used here", ids[id_].location),),
        )
        id_ = generated
    number = 2
    unique = id_
    while unique in ids:
        unique = f"{id_}_{number}"
        number += 1
    ids[unique] = node
    return unique
