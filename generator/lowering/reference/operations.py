"""Lowering of operations to sections of the reference."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from ...frozen_dataclass import dataclass
from ...model.api import Api
from ...model.operations import Operation, StatusResponse
from ...model.response_headers import ResponseHeader
from ...model.types import Declaration, Documentation, Key, Property
from ...python.expressions import NONE, TypeExpr
from ...python.features import Convenience
from ...python.resources import Method, Place
from ...reference.callbacks import CallbackSection
from ...reference.response_links import LinkSection
from ...reference.rows import HeaderRow, Row, StatusRow
from ...reference.site import OperationSection, SampleCode
from ..python.arguments import PLACES, REQUIRED_WITH_BODY
from ..python.bodies import body_format, extra_type
from ..python.callbacks import Callbacks
from ..python.docstrings import summarize
from ..python.errors import is_error
from ..python.expressions import ModelTypes, ParamTypes
from ..python.methods import operation_text
from ..python.returns import list_alternatives
from .examples import Aliases, example_arguments, example_call, example_values
from .generated_values import generated_values, needed_keys
from .links import LinkSections
from .samples import operation_samples
from .shell import ShellCalls
from .tables import Tables, describe, enumerated_values, extra_row, with_access
from .usage_notes import CallsByOperation, usage_notes
from .value_notes import external_link, value_notes
from .variants import Variants

_LOCATIONS = {
    Place.PATH: "path",
    Place.QUERY: "query",
    Place.HEADERS: "header",
    Place.COOKIES: "cookie",
    Place.BODY: "body",
}
_MAX_SUMMARY = 240
"""Characters of a summary in the index; a longer one is replaced by the title."""


@dataclass(frozen=True, slots=True)
class OperationSections:
    """Builder of the sections of operations.

    Args:
        api: API with the operations.
        tables: Builder of the rows of parameters.
        methods: Method of each operation, by operation id.
        calls: Path of each method on the client, by operation id.
        credentials: Client argument of each security scheme.
        aliases: Value of each type alias, by name.
        polling_calls: Methods that poll an operation, by operation id.
        parsing_calls: Methods that parse the response, by operation id.
        stream_calls: Methods that stream the response as typed events, by operation id.
        models: Type expressions of response bodies.
        arguments: Type expressions of arguments.
        callbacks: Methods that parse payloads of callbacks.
        package: Name of the client package.
        client: Name of the client class.
        variants: Builder of the samples in all languages.
        links: Builder of the sections of links.
        shell: Calls of the command line; `None` if the client has none.
        omitted: Parts of the client that the settings leave out.
    """

    api: Api
    tables: Tables
    methods: Mapping[str, Method]
    calls: Mapping[str, str]
    credentials: Mapping[str, str]
    aliases: Aliases
    polling_calls: CallsByOperation
    parsing_calls: CallsByOperation
    stream_calls: CallsByOperation
    models: ModelTypes
    arguments: ParamTypes
    callbacks: Callbacks
    package: str
    client: str
    variants: Variants
    links: LinkSections
    shell: ShellCalls | None = None
    omitted: tuple[Convenience, ...] = ()

    def example(self, operation: Operation) -> str:
        """Return the shortest call of an operation as Python source."""
        return example_call(
            self.calls[operation.id],
            self.methods[operation.id],
            _argument_documentation(operation, self.tables.declarations),
            self.aliases,
            generated_values(operation, self.tables.declarations, self.variants.values),
            needed_keys(operation, self.tables.declarations),
        )

    def example_arguments(self, operation: Operation) -> tuple[str, ...]:
        """Return the arguments of the shortest call of an operation as Python source."""
        return example_arguments(
            self.methods[operation.id],
            _argument_documentation(operation, self.tables.declarations),
            self.aliases,
            needed=needed_keys(operation, self.tables.declarations),
        )

    def build(
        self, operation: Operation, chapter_badges: Iterable[str] = ()
    ) -> OperationSection:
        """Build the section of an operation.

        Args:
            operation: Operation to document.
            chapter_badges: Status badges of the enclosing chapters.
        """
        method, call = self.methods[operation.id], self.calls[operation.id]
        body = operation.body
        example = self.example(operation)
        badges = status_badges(operation.beta, operation.legacy, operation.deprecated)
        calls = (
            self.polling_calls.get(operation.id, ()),
            self.parsing_calls.get(operation.id, ()),
            self.stream_calls.get(operation.id, ()),
        )
        successes = self._responses(operation, errors=False)
        python = operation_samples(operation, self.package, self.client, self.omitted)
        samples = python or _example_sample(operation, example)
        shell = self._shell_call(operation, samples, example)
        return OperationSection(
            call=call,
            anchor=call.replace(".", "-").lower(),
            title=_title(operation),
            method=operation.method,
            path=_address(operation),
            summary=_summary(operation),
            description=_description(operation),
            example=example,
            samples=samples,
            rows=self._rows(operation, method),
            returns=None if method.returns == NONE else method.default_returns,
            event=method.event,
            returns_text=_returns_text(method, successes),
            usage_notes=usage_notes(call, method, *calls),
            credentials=self._credentials(operation),
            request_types=(body.media_types or (body.media_type,)) if body else (),
            response_types=_response_types(operation),
            successes=successes,
            errors=self._responses(operation, errors=True),
            headers=_headers(operation),
            request_headers=operation.headers,
            link=external_link(operation.external_docs),
            badges=tuple(dict.fromkeys((*chapter_badges, *badges, *operation.badges))),
            callbacks=self._callbacks(operation),
            id=operation.id,
            variants=self.variants.build(operation, python, example, shell),
            shell=shell,
            response_links=self._response_links(operation),
        )

    def _response_links(self, operation: Operation) -> tuple[LinkSection, ...]:
        """Return the sections of the links of an operation."""
        if not operation.links:
            return ()
        operations = [
            operation,
            *(
                item
                for link in operation.links
                if (item := self.links.operations.get(link.operation_id)) is not None
            ),
        ]
        examples = {
            item.id: example_values(
                self.methods[item.id],
                _argument_documentation(item, self.tables.declarations),
                self.aliases,
                generated_values(item, self.tables.declarations, self.variants.values),
            )
            for item in operations
        }
        return self.links.build(operation, examples)

    def _shell_call(
        self, operation: Operation, samples: tuple[SampleCode, ...], example: str
    ) -> str:
        """Return the first sample as a call in a shell, or else the shortest call."""
        if self.shell is None or operation.alias_of:
            return ""
        sources = (*(item.code for item in samples), example)
        return self.shell.example(operation.id, sources)

    def _rows(self, operation: Operation, method: Method) -> tuple[Row, ...]:
        documentation = _argument_documentation(operation, self.tables.declarations)
        descriptions = {doc.name: doc.text for doc in method.docstring.arguments}
        default = {item.name: item for item in method.default_arguments}
        properties = _body_properties(operation, self.tables.declarations)
        access = {item.name: item.access for item in properties}
        rows: list[Row] = []
        for item in method.arguments:
            described = Documentation(descriptions.get(item.name, ""))
            details = documentation.get((item.place, item.key), described)
            if item.replaces:
                details = described
            row = self.tables.row(
                item.name,
                "" if item.whole else item.key,
                item.type,
                default.get(item.name, item).required,
                details,
                "" if item.whole else _LOCATIONS[item.place],
            )
            if item.with_body:
                row = replace(row, usage=(REQUIRED_WITH_BODY,))
            if item.place is Place.BODY and item.key in access:
                row = with_access(row, access[item.key])
            rows += self.tables.expand(row, details)
        return (*rows, *self._extra_rows(operation))

    def _extra_rows(self, operation: Operation) -> tuple[Row, ...]:
        """Return the row of the undeclared properties of the body, if it has any."""
        body = operation.body
        extra = extra_type(body, self.tables.declarations) if body is not None else None
        if extra is None:
            return ()
        row = extra_row(self.arguments.of(extra), "Passed in `extra_body`.")
        return (replace(row, location=_LOCATIONS[Place.BODY]),)

    def _responses(
        self, operation: Operation, *, errors: bool
    ) -> tuple[StatusRow, ...]:
        """Return the rows of error responses, or of all others."""
        return tuple(
            StatusRow(response.status, response.description, self._body_type(response))
            for response in operation.responses
            if is_error(operation, response) is errors
        )

    def _body_type(self, response: StatusResponse) -> TypeExpr | None:
        """Return the type of a JSON body, or `None` if there is none."""
        for content in response.contents:
            if "json" in content.media_type and content.type is not None:
                return self.models.of(content.type)
        return None

    def _callbacks(self, operation: Operation) -> tuple[CallbackSection, ...]:
        return tuple(
            CallbackSection(
                name=item.name,
                method=item.method,
                expression=item.expression,
                description=item.description,
                payloads=tuple(
                    (each.media_type, self.models.of(each.type), each.is_parsed)
                    for each in item.payloads
                ),
                call=self.callbacks.calls.get(item, ""),
                responses=item.responses,
                parent=item.parents[-1] if item.parents else "",
            )
            for item in operation.callbacks
        )

    def _credentials(self, operation: Operation) -> tuple[tuple[str, ...], ...]:
        own = operation.security
        alternatives = self.api.security if own is None else own
        return tuple(
            tuple(self.credentials[name] for name in names)
            for names in alternatives
            if names
        )


def _example_sample(operation: Operation, example: str) -> tuple[SampleCode, ...]:
    """Return the shortest call as the only sample, with a response of the document."""
    responses = (item.response for item in operation.samples if item.response)
    return (SampleCode("", example, next(responses, "")),)


def status_badges(beta: bool, legacy: bool, deprecated: bool) -> tuple[str, ...]:
    """Return the badges of a status: `Beta`, `Legacy`, `Deprecated`."""
    flags = (("Beta", beta), ("Legacy", legacy), ("Deprecated", deprecated))
    return tuple(badge for badge, is_set in flags if is_set)


def _address(operation: Operation) -> str:
    """Return the path, below the URL of the server if the operation has its own."""
    base = operation.servers[0].url.rstrip("/") if operation.servers else ""
    return f"{base}{operation.path}"


def _title(operation: Operation) -> str:
    """Return the title on one line, without a full stop."""
    return summarize(operation.title).removesuffix(".")


def _description(operation: Operation) -> str:
    """Return the description, without a first paragraph that repeats the title."""
    description = operation_text(operation)
    first, _, rest = description.partition("\n\n")
    return (
        rest.strip()
        if first.strip().removesuffix(".") == _title(operation)
        else (description)
    )


def _summary(operation: Operation) -> str:
    """Return one sentence for tables of operations, or the title if it is too long."""
    text = operation.summary or operation.description
    paragraph, _, rest = text.strip().partition("\n\n")
    sentence = summarize(paragraph)
    if (rest or len(sentence) > _MAX_SUMMARY) and operation.title != text:
        return operation.title
    return sentence or operation.title


def _response_types(operation: Operation) -> tuple[str, ...]:
    contents = (*operation.result.contents, *list_alternatives(operation))
    names = [content.full_media_type for content in contents]
    if operation.result.streaming is not None:
        names.append(operation.result.streaming.media_type)
    return tuple(dict.fromkeys(names))


def _returns_text(method: Method, successes: tuple[StatusRow, ...]) -> str:
    """Return the description of the response, unless the table of statuses has it."""
    text = method.docstring.returns
    in_table = len(successes) > 1 and any(
        row.description.strip() == text for row in successes
    )
    return "" if in_table else text


def _headers(operation: Operation) -> tuple[HeaderRow, ...]:
    """Return the headers of all responses; equal headers are one row."""
    statuses: list[tuple[ResponseHeader, list[str]]] = []
    for response in operation.responses:
        for header in response.headers:
            names = [names for other, names in statuses if other == header]
            if names:
                names[0].append(response.status)
            else:
                statuses.append((header, [response.status]))
    return tuple(
        HeaderRow(
            header.name,
            " or ".join(header.types),
            describe(header.documentation),
            tuple(names),
            header.required,
            value_notes(header.documentation),
            enumerated_values(header.documentation),
        )
        for header, names in statuses
    )


def _argument_documentation(
    operation: Operation, declarations: Mapping[Key, Declaration]
) -> dict[tuple[Place, str], Documentation]:
    """Return the documentation of each argument, by location and name in the request."""
    documentation = {
        (PLACES[item.place], item.name): item.documentation
        for item in operation.parameters
    }
    for item in _body_properties(operation, declarations):
        documentation[Place.BODY, item.name] = item.documentation
    return documentation


def _body_properties(
    operation: Operation, declarations: Mapping[Key, Declaration]
) -> tuple[Property, ...]:
    """Return the properties of the request body that are arguments."""
    if operation.body is None:
        return ()
    return body_format(operation.body, declarations).properties or ()
