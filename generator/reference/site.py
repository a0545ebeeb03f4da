"""The reference of a client: an index, a page for each chapter, and pages of types."""

from __future__ import annotations

from ..frozen_dataclass import dataclass
from ..python.expressions import TypeExpr
from .callbacks import CallbackSection
from .guide import Guide
from .links import ExternalLink, Link
from .migration import Migration
from .response_links import LinkSection
from .rows import EnumeratedValue, HeaderRow, Row, StatusRow, ValueNotes
from .text import Text
from .variants import SampleVariant
from .webhooks import WebhooksPage

MAX_LINKED_PAGES = 500
"""Number of chapters and pages of types up to which each page links all of them."""


@dataclass(frozen=True, slots=True)
class SampleCode:
    """A code sample with an example response.

    Args:
        title: Title; `""` if the sample needs none.
        code: Python source, taken from the document or generated.
        response: Example response as text; `""` if the document has none.
    """

    title: str
    code: str
    response: str


@dataclass(frozen=True, slots=True)
class UsageNote:
    """A note about how to use a method.

    Args:
        title: Heading, such as `Streaming`.
        paragraphs: Paragraphs of the note.
    """

    title: str
    paragraphs: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class OperationSection:
    """The section of an operation.

    Args:
        call: Path of the method on the client, such as `chat.completions.create`.
        anchor: Anchor of the section.
        title: Heading.
        method: HTTP method.
        path: Path of the request, or the URL if the operation has its own server.
        summary: One line for tables of operations.
        description: Description in CommonMark.
        example: Shortest call, as Python source.
        samples: Code samples; at least one.
        rows: Parameters.
        returns: Return type; `None` if the method returns nothing.
        event: Type of the events of a streaming response; `None` without streaming.
        returns_text: Description of the response.
        usage_notes: Notes about pagination, streaming, polling and files.
        credentials: Alternative sets of client arguments that authorize the request;
            empty if no authorization is required.
        request_types: Media types of the request body.
        response_types: Media types of the response.
        successes: Successful responses.
        errors: Error responses.
        headers: Headers of the responses.
        link: Link to external documentation, if there is one.
        badges: Status of the operation (`Beta`, `Legacy`, `Deprecated`), and badges
            from the document.
        callbacks: Requests that the API sends after the operation.
        request_headers: Names and values of constant headers of the request.
        item: The call, as `client.CALL` with the words of the model.
        earlier_anchors: Anchors of the section in earlier outputs.
        id: Operation id.
        variants: Samples in all languages; at least one.
        shell: Call in a shell; `""` if the client has no command line.
        response_links: Calls that can follow the responses.
    """

    call: str
    anchor: str
    title: str
    method: str
    path: str
    summary: str
    description: str
    example: str
    samples: tuple[SampleCode, ...]
    rows: tuple[Row, ...]
    returns: TypeExpr | None
    event: TypeExpr | None
    returns_text: str
    usage_notes: tuple[UsageNote, ...]
    credentials: tuple[tuple[str, ...], ...]
    request_types: tuple[str, ...]
    response_types: tuple[str, ...]
    successes: tuple[StatusRow, ...]
    errors: tuple[StatusRow, ...]
    headers: tuple[HeaderRow, ...]
    link: ExternalLink | None
    badges: tuple[str, ...]
    callbacks: tuple[CallbackSection, ...]
    request_headers: tuple[tuple[str, str], ...] = ()
    item: str = ""
    earlier_anchors: tuple[str, ...] = ()
    id: str = ""
    variants: tuple[SampleVariant, ...] = ()
    shell: str = ""
    response_links: tuple[LinkSection, ...] = ()

    @property
    def has_alternative_credentials(self) -> bool:
        """Whether several sets of credentials are accepted."""
        return len(self.credentials) > 1

    @property
    def success_status(self) -> str:
        """Status code of the only successful response; `""` if there are several."""
        return self.successes[0].status if len(self.successes) == 1 else ""

    @property
    def more_samples(self) -> tuple[SampleCode, ...]:
        """The samples after the first."""
        return self.samples[1:]


@dataclass(frozen=True, slots=True)
class Member:
    """A member of a union.

    Args:
        type: Type of the member.
        description: Description in one line.
    """

    type: TypeExpr
    description: str


@dataclass(frozen=True, slots=True)
class TypeSection:
    """The section of a type.

    Args:
        name: Name of the class or alias.
        anchor: Anchor of the section.
        description: Description in CommonMark.
        rows: Fields.
        value: Value of an alias, or the class that a page inherits its fields from;
            `None` for any other class.
        relation: Words that introduce `value`.
        members: Members of a union; empty if none of them has a description.
        example: Example as text; `""` if there is none.
        documented_in: Section of a chapter that documents the type with its example;
            `None` if there is no such section.
        notes: Default, limits, examples and status of the type.
        values: Enumerated values, if any of them has a name or a description.
        usage: How to use the type, in place of a description.
        schema: Name of the schema in an entry document whose links refer to this type;
            `""` for none.
    """

    name: str
    anchor: str
    description: str
    rows: tuple[Row, ...]
    value: TypeExpr | None
    relation: str = ""
    members: tuple[Member, ...] = ()
    example: str = ""
    documented_in: Link | None = None
    notes: ValueNotes = ValueNotes()
    values: tuple[EnumeratedValue, ...] = ()
    usage: Text = ()
    schema: str = ""


@dataclass(frozen=True, slots=True)
class ObjectSection:
    """The section of a chapter that documents an object or a stream event.

    Args:
        title: Heading.
        anchor: Anchor of the section.
        type: Type of the object.
        link: Link to the type on the page of its module.
        badges: Status of the object: `Beta`, `Legacy`, `Deprecated`.
        item: The type, as `types.NAME`.
        earlier_anchors: Anchors of the section in earlier outputs.
    """

    title: str
    anchor: str
    type: TypeSection
    link: Link
    badges: tuple[str, ...]
    item: str = ""
    earlier_anchors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ContentsEntry:
    """An entry of the table of contents.

    Args:
        title: Title of a part or chapter.
        depth: Number of enclosing parts.
        page: Name of the page; `""` if the part has no page.
        badges: Status of the chapter: `Beta`, `Legacy`, `Deprecated`.
        summary: Summary in one sentence; `""` if there is none.
    """

    title: str
    depth: int
    page: str
    badges: tuple[str, ...]
    summary: str


@dataclass(frozen=True, slots=True)
class Page:
    """The page of a chapter.

    Args:
        name: Name of the page, such as `chat`.
        title: Heading.
        description: Description in CommonMark.
        breadcrumbs: Titles of the enclosing parts, outermost first.
        badges: Status of the chapter: `Beta`, `Legacy`, `Deprecated`.
        sections: Operations and objects in order.
        children: Chapters within this one.
        link: Link to external documentation, if there is one.
        chapter: Ids of the chapter and its ancestors, joined by slashes.
    """

    name: str
    title: str
    description: str
    breadcrumbs: tuple[str, ...]
    badges: tuple[str, ...]
    sections: tuple[OperationSection | ObjectSection, ...]
    children: tuple[ContentsEntry, ...]
    link: ExternalLink | None = None
    chapter: str = ""

    @property
    def operations(self) -> tuple[OperationSection, ...]:
        """The sections of operations."""
        return tuple(
            item for item in self.sections if isinstance(item, OperationSection)
        )

    @property
    def objects(self) -> tuple[ObjectSection, ...]:
        """The sections of objects and events."""
        return tuple(item for item in self.sections if isinstance(item, ObjectSection))


@dataclass(frozen=True, slots=True)
class TypesPage:
    """The page of a module of types.

    Args:
        name: Name of the page, such as `types/chat`.
        title: Heading.
        types: Types of the page: those of a module, or a part of them.
        others: Links to the types of the module on further pages, whose anchors this page
            has, too.
    """

    name: str
    title: str
    types: tuple[TypeSection, ...]
    others: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class Site:
    """All pages of a reference.

    Args:
        title: Title of the API.
        version: Version of the API.
        description: Description of the API in CommonMark.
        package: Name of the client package.
        client: Name of the client class.
        construction: Source that creates a client.
        contents: Entries of the table of contents: all parts and chapters in order.
        pages: Pages of the chapters in order.
        types: Pages of types in alphabetical order.
        links: Link to the section of each type, by type name.
        migration: Page for users of another SDK, if there is one.
        webhooks: Page of the webhooks; `None` if the API has none.
        link: Link to external documentation, if there is one.
        guide: Sections that apply to all operations.
        types_index: Name of the page that lists the pages of types; `""` if the first page
            lists them.
    """

    title: str
    version: str
    description: str
    package: str
    client: str
    construction: str
    contents: tuple[ContentsEntry, ...]
    pages: tuple[Page, ...]
    types: tuple[TypesPage, ...]
    links: dict[str, Link]
    guide: Guide
    migration: Migration | None = None
    webhooks: WebhooksPage | None = None
    link: ExternalLink | None = None
    types_index: str = ""

    @property
    def is_large(self) -> bool:
        """Whether pages can link only some of the other pages to stay readable."""
        return has_many_pages(self.contents, self.types)


def has_many_pages(
    contents: tuple[ContentsEntry, ...], types: tuple[TypesPage, ...]
) -> bool:
    """Return whether a reference with these pages is large, see `Site.is_large`."""
    return len(contents) + len(types) > MAX_LINKED_PAGES
