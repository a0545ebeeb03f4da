"""Operations become sections of the reference."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ..python.arguments import PLACES
from ..python.bodies import sent
from ..python.docstrings import at_a_glance
from .examples import Aliases, example_call
from ..python.methods import operation_text
from .samples import shown_samples
from .tables import Tables
from .usage_notes import usage_notes
from ...model.api import Api
from ...model.operations import Operation
from ...model.types import Declaration, Documentation, Key
from ...python.expressions import NONE
from ...python.resources import Method, Place
from ...reference.site import OperationSection, Row, SampleCode

_PLACES = {
    Place.PATH: "path",
    Place.QUERY: "query",
    Place.HEADERS: "header",
    Place.COOKIES: "cookie",
    Place.BODY: "body",
}
_LONGEST = 240
"""Characters of a line of the index; of what is longer, the title stands there."""
_FAILURES = ("4", "5")


@dataclass(frozen=True, slots=True)
class Sections:
    """Makes sections of operations.

    Args:
        api: whose operations.
        tables: makes their rows.
        methods: the method of each operation, by its id.
        calls: how each is called.
        credentials: the argument of the client for each security scheme.
        aliases: what the names of types stand for.
        waits: the calls that wait for the end of an operation, by its id, each with what
            is said of it.
        package, client: what samples import.
    """

    api: Api
    tables: Tables
    methods: Mapping[str, Method]
    calls: Mapping[str, str]
    credentials: Mapping[str, str]
    aliases: Aliases
    waits: Mapping[str, tuple[tuple[str, str], ...]]
    package: str
    client: str

    def example(self, operation: Operation) -> str:
        """The shortest call of an operation."""
        return example_call(
            self.calls[operation.id],
            self.methods[operation.id],
            _documentation(operation, self.tables.declarations),
            self.aliases,
        )

    def of(self, operation: Operation, around: Iterable[str] = ()) -> OperationSection:
        """The section of an operation.

        Args:
            operation: which.
            around: the standing of the chapters that it is in.
        """
        method, call = self.methods[operation.id], self.calls[operation.id]
        said = _documentation(operation, self.tables.declarations)
        body = operation.body
        example = self.example(operation)
        answer = next((item.answer for item in operation.samples if item.answer), "")
        shown = shown_samples(operation, self.package, self.client)
        marks = status_notes(operation.beta, operation.legacy, operation.deprecated)
        return OperationSection(
            call=call,
            anchor=call.replace(".", "-").lower(),
            title=_heading(operation),
            method=operation.method,
            path=operation.path,
            summary=_line(operation),
            text=_text(operation),
            example=example,
            samples=shown or (SampleCode("", example, answer),),
            rows=self._rows(method, said),
            returns=None if method.returns == NONE else method.returns,
            event=method.event,
            returns_text=method.docstring.returns,
            usage_notes=usage_notes(call, method, self.waits.get(operation.id, ())),
            credentials=self._security(operation),
            sends=(body.media_types or (body.media_type,)) if body else (),
            accepts=_accepts(operation),
            errors=tuple(
                (status_response.status, status_response.description)
                for status_response in operation.responses
                if status_response.status.startswith(_FAILURES)
            ),
            notes=tuple(dict.fromkeys((*around, *marks, *operation.badges))),
        )

    def _rows(
        self, method: Method, said: Mapping[tuple[Place, str], Documentation]
    ) -> tuple[Row, ...]:
        texts = {doc.name: doc.text for doc in method.docstring.arguments}
        found: list[Row] = []
        for item in method.arguments:
            text = Documentation(texts.get(item.name, ""))
            more = said.get((item.place, item.key), text)
            place = "" if item.whole else _PLACES[item.place]
            key = "" if item.whole else item.key
            row = self.tables.row(item.name, key, item.type, item.required, more, place)
            found += self.tables.unfolded(row, more)
        return tuple(found)

    def _security(self, operation: Operation) -> tuple[tuple[str, ...], ...]:
        own = operation.security
        asked = self.api.security if own is None else own
        return tuple(
            tuple(self.credentials[name] for name in names) for names in asked if names
        )


def status_notes(beta: bool, legacy: bool, deprecated: bool) -> tuple[str, ...]:
    """What readers are told of the age of something."""
    marks = (("Beta", beta), ("Legacy", legacy), ("Deprecated", deprecated))
    return tuple(mark for mark, holds in marks if holds)


def _heading(operation: Operation) -> str:
    """The title, in one line, without a full stop."""
    return at_a_glance(operation.title).removesuffix(".")


def _text(operation: Operation) -> str:
    """What is said of an operation and does not stand in its heading."""
    first, _, rest = operation_text(operation).partition("\n\n")
    if first.strip().removesuffix(".") == _heading(operation):
        return rest.strip()
    return operation_text(operation)


def _line(operation: Operation) -> str:
    """What stands of an operation in a list: a sentence, else its title."""
    said = operation.summary or operation.description
    paragraph, _, more = said.strip().partition("\n\n")
    if (more or len(at_a_glance(paragraph)) > _LONGEST) and operation.title != said:
        return operation.title
    return at_a_glance(paragraph) or operation.title


def _accepts(operation: Operation) -> tuple[str, ...]:
    names = [content.media_type for content in operation.result.contents]
    if operation.result.streaming is not None:
        names.append(operation.result.streaming.media_type)
    return tuple(dict.fromkeys(names))


def _documentation(
    operation: Operation, declarations: Mapping[Key, Declaration]
) -> dict[tuple[Place, str], Documentation]:
    """What the document says of each argument, by its place and its name on the wire."""
    said = {
        (PLACES[item.place], item.name): item.documentation
        for item in operation.parameters
    }
    body = operation.body
    properties = sent(body, declarations).properties if body is not None else None
    for item in properties or ():
        said[Place.BODY, item.name] = item.documentation
    return said
