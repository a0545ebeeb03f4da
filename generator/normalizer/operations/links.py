"""Links of responses to the operations that can follow them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from ...diagnostics import Rule, Severity
from ...frozen_dataclass import dataclass
from ...model.links import (
    Expression,
    ExpressionSource,
    Link,
    LinkArgument,
    LinkValue,
    Template,
)
from ...model.operations import Operation, Parameter, ParameterPlace
from ...model.types import Declaration, Key
from ...openapi.document import BrokenReference
from ...openapi.link import Link as LinkNode
from ...openapi.node import AnyNode
from ...source import JsonPointer
from ...suggestions import did_you_mean
from ..context import Context
from ..rules import UNRESOLVED_REFERENCE
from .drafts import Draft
from .link_expressions import InvalidExpressionError, read_value
from .link_paths import find_impossible_key

INVALID_LINK = Rule(
    "invalid-link",
    Severity.WARNING,
    "A link of a response names an operation or a parameter that does not exist, contains "
    "an invalid runtime expression, reads a value that the call or its response does not "
    "have, or has no target. The reference does not list the link, and the client has no "
    "method for it.",
)

_REQUEST_PLACES = {
    ExpressionSource.REQUEST_PATH: ParameterPlace.PATH,
    ExpressionSource.REQUEST_QUERY: ParameterPlace.QUERY,
}


_MAX_SUGGESTIONS = 20
"""Unknown operation ids for which a similar one is searched."""


class _InvalidLinkError(Exception):
    """A link that is left out.

    Args:
        message: What is wrong.
        keys: Keys from the link to the value.
        hint: What to do; `""` for nothing.
    """

    def __init__(self, message: str, *keys: str, hint: str = "") -> None:
        super().__init__(message)
        self.keys = keys
        self.hint = hint


def add_links(
    context: Context,
    declarations: Mapping[Key, Declaration],
    drafts: Sequence[Draft],
    operations: Sequence[Operation],
) -> list[Operation]:
    """Return operations with the links of their responses.

    Args:
        context: The document.
        declarations: Declarations by key.
        drafts: All operations of the document.
        operations: The same operations, with their names.
    """
    targets = _Targets(context, declarations, drafts)
    return [
        (
            replace(operation, links=links)
            if (links := tuple(_read_links(targets, draft)))
            else operation
        )
        for draft, operation in zip(drafts, operations, strict=True)
    ]


class _Targets:
    """The operations that links can call.

    Args:
        context: The document.
        declarations: Declarations by key.
        drafts: The operations.
    """

    def __init__(
        self,
        context: Context,
        declarations: Mapping[Key, Declaration],
        drafts: Sequence[Draft],
    ) -> None:
        self.context = context
        self.declarations = declarations
        self._by_key = {draft.node.key: draft for draft in drafts}
        self._by_id: dict[str, list[Draft]] = {}
        for draft in drafts:
            self._by_id.setdefault(draft.node.operation_id, []).append(draft)
        self._suggestions = 0

    def find(self, source: Draft, link: LinkNode) -> Draft:
        """Return the target of a link.

        Raises:
            _InvalidLinkError: It does not exist.
        """
        if reference := link.operation_ref:
            return self._find_referenced(link, reference)
        name = link.operation_id
        if not name:
            raise _InvalidLinkError(
                "the link has neither `operationId` nor `operationRef`"
            )
        matches = self._by_id.get(name, ())
        # Operations of several entry documents can have the same id.
        for draft in matches:
            if draft.root is source.root:
                return draft
        if matches:
            return matches[0]
        hint = self._suggest(name)
        raise _InvalidLinkError(
            f"the operation {name!r} does not exist", "operationId", hint=hint
        )

    def _suggest(self, name: str) -> str:
        """Return a similar operation id as a hint; comparing all of them takes time."""
        self._suggestions += 1
        is_allowed = self._suggestions <= _MAX_SUGGESTIONS
        return did_you_mean(name, self._by_id) if is_allowed else ""

    def _find_referenced(self, link: LinkNode, reference: str) -> Draft:
        here = AnyNode(link.value, link.file, link.pointer)
        target = self.context.document.target(here, reference)
        if isinstance(target, BrokenReference):
            raise _InvalidLinkError(target.reason, "operationRef")
        draft = self._by_key.get(target.key)
        if draft is None:
            raise _InvalidLinkError(
                f"{reference!r} is not an operation of the client", "operationRef"
            )
        return draft


def _read_links(targets: _Targets, source: Draft) -> Iterator[Link]:
    context = targets.context
    for status, response in source.node.responses.items():
        resolved = context.document.resolve(response)
        if isinstance(resolved, BrokenReference):
            continue  # reported with the response
        for name, node in resolved.links.items():
            link = context.document.resolve(node)
            if isinstance(link, BrokenReference):
                context.diagnostics.add(
                    UNRESOLVED_REFERENCE, link.reason, node.location
                )
                continue
            try:
                yield _read_link(targets, source, (name, status), link)
            except _InvalidLinkError as error:
                place = link.child(*error.keys) if error.keys else link
                context.diagnostics.add(
                    INVALID_LINK,
                    f"link {name!r}: {error}",
                    place.location,
                    hint=error.hint,
                )


def _read_link(
    targets: _Targets, source: Draft, names: tuple[str, str], link: LinkNode
) -> Link:
    target = targets.find(source, link)
    name, status = names
    status = status if status == "default" else status.upper()
    values = _Values(targets, source, status)
    arguments = tuple(
        _read_argument(values, target, key, value)
        for key, value in link.parameters.items()
    )
    body = None
    if link.has("requestBody"):
        if target.body is None:
            raise _InvalidLinkError(
                f"the operation {target.id!r} has no request body", "requestBody"
            )
        body = values.read(link.raw("requestBody"), ("requestBody",))
    return Link(
        name,
        status,
        link.description,
        target.id,
        arguments,
        body,
        _read_server(link),
    )


def _read_server(link: LinkNode) -> str:
    """Return the URL of the server of a link, with the defaults of its variables."""
    server = link.server
    if server is None:
        return ""
    url = server.url
    for name, variable in server.variables.items():
        url = url.replace(f"{{{name}}}", variable.text("default"))
    return url


def _read_argument(
    values: _Values, target: Draft, key: str, value: object
) -> LinkArgument:
    parameter = _find_parameter(target, key)
    return LinkArgument(
        parameter.place.value,
        parameter.name,
        values.read(value, ("parameters", key)),
    )


def _find_parameter(target: Draft, key: str) -> Parameter:
    """Return a parameter of the target by its name, or by its location and name."""
    matches = [item for item in target.parameters if _matches(item, item.name, key)]
    place, _, name = key.partition(".")
    matches = matches or [
        item
        for item in target.parameters
        if item.place.value == place and _matches(item, item.name, name)
    ]
    if len(matches) == 1:
        return matches[0]
    keys = ("parameters", key)
    if matches:
        raise _InvalidLinkError(
            f"the operation {target.id!r} has several parameters {key!r}",
            *keys,
            hint=f"write `{matches[0].place.value}.{key}`",
        )
    raise _InvalidLinkError(
        f"the operation {target.id!r} has no parameter {key!r}",
        *keys,
        hint=did_you_mean(key, [item.name for item in target.parameters]),
    )


def _matches(parameter: Parameter, name: str, key: str) -> bool:
    """Return whether a key is a name; names of headers are case-insensitive."""
    if parameter.place is ParameterPlace.HEADER:
        return name.lower() == key.lower()
    return name == key


@dataclass(frozen=True, slots=True)
class _Values:
    """Reader of the values that links of a response pass.

    Args:
        targets: The document and its declarations.
        source: The operation that has the response.
        status: Status code of the response.
    """

    targets: _Targets
    source: Draft
    status: str

    def read(self, value: object, keys: JsonPointer) -> LinkValue:
        """Return the value of a parameter or a body.

        Raises:
            _InvalidLinkError: An expression is invalid, or reads a value that the call or
                its response does not have.
        """
        try:
            result = read_value(value)
        except InvalidExpressionError as error:
            raise _InvalidLinkError(str(error), *keys) from None
        for item in _list_expressions(result):
            problem = self._find_problem(item)
            if problem:
                raise _InvalidLinkError(problem, *keys)
        return result

    def _find_problem(self, item: Expression) -> str:
        """Return why an expression cannot be evaluated; `""` if it can."""
        source = self.source
        place = _REQUEST_PLACES.get(item.source)
        if place is not None and not any(
            each.place is place and each.name == item.name for each in source.parameters
        ):
            return f"the operation {source.id!r} has no {place.value} parameter {item.name!r}"
        if item.source is ExpressionSource.REQUEST_BODY and source.body is None:
            return f"the operation {source.id!r} has no request body"
        if item.source is ExpressionSource.RESPONSE_BODY:
            responses = {each.status: each for each in source.responses}
            key = find_impossible_key(
                responses.get(self.status), item.pointer, self.targets.declarations
            )
            if key is not None:
                return f"the schema of the response has no {key!r} at that place"
        return ""


def _list_expressions(value: LinkValue) -> Iterator[Expression]:
    if isinstance(value, Expression):
        yield value
    elif isinstance(value, Template):
        yield from (part for part in value.parts if isinstance(part, Expression))
