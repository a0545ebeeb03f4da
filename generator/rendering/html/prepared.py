"""The trees that the templates of the site print; fields are already formatted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from ...python.expressions import Subscript, TypeExpr
from ...reference.links import Link
from ...reference.rows import HeaderRow, Row
from ...reference.site import ObjectSection, OperationSection, TypeSection
from ...reference.variants import SampleVariant
from .examples import titled_examples
from .fields import FieldLists
from .row_limits import MAX_REQUEST_ROWS, MAX_RESPONSE_ROWS
from .trees import Trees, own_rows
from .types import linked_type

_LOCATIONS = {
    "path": "Path parameters",
    "query": "Query parameters",
    "header": "Headers",
    "cookie": "Cookies",
    "body": "Request body",
    "": "Request body",
}


@dataclass(frozen=True, slots=True)
class ParameterGroup:
    """Parameters of one location.

    Args:
        title: Heading.
        anchor: Anchor of the group.
        fields: The parameters as a list.
        media_types: Media types of the body; empty for other parameters.
    """

    title: str
    anchor: str
    fields: Markup
    media_types: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PreparedResponse:
    """A response.

    Args:
        status: Status code, `4XX` or `default`; `""` if the document declares none.
        is_error: Whether it is an error.
        description: Description in CommonMark.
        type: Type of the body with links; empty without a body.
        fields: Fields of the body.
        headers: Headers of the response.
    """

    status: str
    is_error: bool
    description: str
    type: Markup
    fields: Markup
    headers: tuple[HeaderRow, ...]


@dataclass(frozen=True, slots=True)
class PreparedOperation:
    """The section of an operation.

    Args:
        item: The section of the tree.
        signature: Signature of the method, with links to types.
        groups: Parameters by location.
        responses: Responses, the successful ones first.
        events: Fields of the events of a stream.
        event: Type of the events with links; empty without streaming.
        anchors: Further anchors of the section.
        examples: Samples, each with a title that no other has; `""` for a single one
            without a title.
    """

    item: OperationSection
    signature: Markup
    groups: tuple[ParameterGroup, ...]
    responses: tuple[PreparedResponse, ...]
    event: Markup
    events: Markup
    anchors: tuple[str, ...]
    examples: tuple[tuple[str, SampleVariant], ...]

    @property
    def choices(self) -> tuple[str, ...]:
        """Titles of the samples; empty if there is only one sample."""
        titles = tuple(title for title, _ in self.examples)
        return titles if len(titles) > 1 else ()

    @property
    def returns_text(self) -> str:
        """Description of the response; `""` if a status code has the same description."""
        texts = {row.description.strip() for row in self.item.successes}
        text = self.item.returns_text
        return "" if text.strip() in texts else text


@dataclass(frozen=True, slots=True)
class PreparedType:
    """The section of a type or object.

    Args:
        item: The section of the tree.
        value: Value of an alias with links; empty for classes.
        fields: Fields as a list.
        members: Members of a union with their descriptions.
    """

    item: TypeSection
    value: Markup
    fields: Markup
    members: tuple[tuple[Markup, str], ...]


@dataclass(frozen=True, slots=True)
class PreparedObject:
    """The section of an object or event in a chapter."""

    item: ObjectSection
    type: PreparedType


@dataclass(frozen=True, slots=True)
class Preparation:
    """Writer of the formatted parts of one page.

    Args:
        trees: Builder of trees.
        lists: Writer of the lists of the page.
        links: Link to the section of each type, by type name.
        limit: Maximum number of nested rows of each tree.
    """

    trees: Trees
    lists: FieldLists
    links: Mapping[str, Link]
    limit: int

    def operation(self, item: OperationSection) -> PreparedOperation:
        """Prepare an operation."""
        events = Markup()
        if item.event is not None:
            events = self._fields(item.event, f"{item.anchor}.events")
        further = dict.fromkeys((item.id, *item.earlier_anchors))
        return PreparedOperation(
            item=item,
            signature=self._signature(item),
            groups=tuple(self._groups(item)),
            responses=tuple(self._responses(item)),
            event=self._type(item.event),
            events=events,
            anchors=tuple(name for name in further if name and name != item.anchor),
            examples=titled_examples(item.variants),
        )

    def type(self, item: TypeSection, anchor: str) -> PreparedType:
        """Prepare a type.

        Args:
            item: Section of the type.
            anchor: Anchor of the section.
        """
        limit = min(self.limit, MAX_RESPONSE_ROWS)
        fields = Markup()
        if item.rows:
            fields = self.lists.rows(self.trees.rows(item.rows, limit), anchor)
        return PreparedType(
            item,
            self._type(item.value),
            fields,
            tuple((self._type(each.type), each.description) for each in item.members),
        )

    def object(self, item: ObjectSection) -> PreparedObject:
        """Prepare an object or event."""
        return PreparedObject(item, self.type(item.type, item.anchor))

    def _type(self, type_: TypeExpr | None) -> Markup:
        if type_ is None:
            return Markup()
        return linked_type(type_, self.links, self.lists.root)

    def _fields(self, type_: TypeExpr, anchor: str) -> Markup:
        variants = self.trees.type(type_, "", min(self.limit, MAX_RESPONSE_ROWS))
        return self.lists.variants(variants, anchor)

    def _groups(self, item: OperationSection) -> Iterator[ParameterGroup]:
        rows: dict[str, list[Row]] = {}
        for row in own_rows(item.rows):
            rows.setdefault(_LOCATIONS[row.location], []).append(row)
        for title in dict.fromkeys(_LOCATIONS.values()):
            if title not in rows:
                continue
            nodes = self.trees.rows(rows[title], min(self.limit, MAX_REQUEST_ROWS))
            is_body = title == _LOCATIONS["body"]
            yield ParameterGroup(
                title,
                f"{item.anchor}.{title.split()[-1].lower()}",
                self.lists.rows(nodes, item.anchor),
                item.request_types if is_body else (),
            )

    def _responses(self, item: OperationSection) -> Iterator[PreparedResponse]:
        written: set[TypeExpr] = set()
        for rows, is_error in ((item.successes, False), (item.errors, True)):
            for row in rows:
                type_ = row.type
                if type_ is None and not is_error and row is rows[0]:
                    type_ = item.returns
                fields = Markup()
                if type_ is not None and type_ not in written:
                    written.add(type_)
                    anchor = f"{item.anchor}.response-{row.status.lower()}"
                    fields = self._fields(type_, anchor)
                yield PreparedResponse(
                    row.status,
                    is_error,
                    row.description,
                    self._type(type_),
                    fields,
                    tuple(x for x in item.headers if row.status in x.statuses),
                )
        if not item.successes and item.returns is not None:
            fields = self._fields(item.returns, f"{item.anchor}.response")
            yield PreparedResponse("", False, "", self._type(item.returns), fields, ())

    def _returns(self, item: OperationSection) -> Markup:
        """Return what a method returns: a response, a stream, or one of both."""
        types = [] if item.returns is None else [item.returns]
        if item.event is not None:
            types.append(Subscript("Stream", (item.event,)))
        return Markup(" | ").join(map(self._type, types)) or Markup("None")

    def _signature(self, item: OperationSection) -> Markup:
        """Return the signature of the method, one parameter per line."""
        rows = [row for row in own_rows(item.rows) if not row.is_extra]
        returns = self._returns(item)
        head = Markup('<span class="f">{}</span>').format(f"client.{item.call}")
        if not rows:
            return Markup("{}() -&gt; {}").format(head, returns)
        lines = Markup("\n").join(
            Markup("    {}: {}{},").format(
                row.name, self._type(row.type), "" if row.required else " = …"
            )
            for row in sorted(rows, key=lambda row: not row.required)
        )
        return Markup("{}(\n{}\n) -&gt; {}").format(head, lines, returns)
