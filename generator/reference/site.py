"""The reference of a client: an index, a page per chapter, pages of types."""

from __future__ import annotations

from dataclasses import dataclass

from ..python.expressions import TypeExpr


@dataclass(frozen=True, slots=True)
class Link:
    """A way to a section of a page, from the top of the site.

    Args:
        text: what readers see.
        page: the file of the page, below the site's top.
        anchor: of the section; `""` for the top of the page.
    """

    text: str
    page: str
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A parameter, a property or a field.

    Args:
        name: in Python.
        key: on the wire, where it is another name; else `""`.
        type: its type.
        text: what is said of it, CommonMark.
        required: whether it must be there.
        default: as source, `""` for none.
        limits: in words, `""` for none.
        place: where a parameter goes; `""` for fields.
        label: what the document calls the type, `""` where that says no more.
        inside: what stands before the name of what is inside another: `audio.`.
        choice: whether it is one of the things that the row above it may be.
    """

    name: str
    key: str
    type: TypeExpr
    text: str
    required: bool
    default: str
    limits: str
    place: str = ""
    label: str = ""
    inside: str = ""
    choice: bool = False


@dataclass(frozen=True, slots=True)
class SampleCode:
    """A call, and what comes of it.

    Args:
        title: what it shows; `""` for a call like any other.
        code: Python source, of the document or made from what must be given.
        answer: what it may be answered, as text; `""` when the document shows nothing.
    """

    title: str
    code: str
    answer: str


@dataclass(frozen=True, slots=True)
class OperationSection:
    """An operation.

    Args:
        call: how it is called: `chat.completions.create`.
        anchor: of the section.
        title: what readers see.
        method, path: the HTTP request.
        summary: one line, for the index.
        text: CommonMark.
        example: the shortest call, as Python source.
        samples: calls to show, at least one.
        rows: what it takes.
        returns: the type of the answer, `None` for nothing.
        event: the type of each event of a stream, where there is one.
        returns_text: what is said of the answer.
        ways: how a list, a stream or a long work is walked or waited for, CommonMark.
        credentials: alternatives of what callers show; empty for nothing.
        sends: the media types of the body.
        accepts: the media types of answers.
        errors: statuses of failures, with what they mean.
        notes: its standing: `Beta`, `Legacy`, `Deprecated`; and badges.
    """

    call: str
    anchor: str
    title: str
    method: str
    path: str
    summary: str
    text: str
    example: str
    samples: tuple[SampleCode, ...]
    rows: tuple[Row, ...]
    returns: TypeExpr | None
    event: TypeExpr | None
    returns_text: str
    usage_notes: tuple[str, ...]
    credentials: tuple[tuple[str, ...], ...]
    sends: tuple[str, ...]
    accepts: tuple[str, ...]
    errors: tuple[tuple[str, str], ...]
    notes: tuple[str, ...]

    @property
    def alternatives(self) -> bool:
        """Whether there are several ways for callers to show who they are."""
        return len(self.credentials) > 1

    @property
    def more_samples(self) -> tuple[SampleCode, ...]:
        """The calls to show besides the first."""
        return self.samples[1:]


@dataclass(frozen=True, slots=True)
class Member:
    """One of the types that a union is made of.

    Args:
        type: the type.
        text: what is said of it, in a line.
    """

    type: TypeExpr
    text: str


@dataclass(frozen=True, slots=True)
class TypeSection:
    """A type.

    Args:
        name: of the class or alias.
        anchor: of the section.
        text: CommonMark.
        rows: its fields.
        value: what an alias stands for, or the view whose fields a page has; `None` for
            a class.
        relation: what stands before `value`.
        members: those of a union of which something is said; else empty.
        example: a sample, as text; `""` for none.
        shown: where a chapter shows it, with its sample; `None` for nowhere.
    """

    name: str
    anchor: str
    text: str
    rows: tuple[Row, ...]
    value: TypeExpr | None
    relation: str = ""
    members: tuple[Member, ...] = ()
    example: str = ""
    shown: Link | None = None


@dataclass(frozen=True, slots=True)
class ObjectSection:
    """An object, or an event of a stream, that a chapter shows.

    Args:
        title: what readers see.
        anchor: of the section.
        type: what it is made of.
        link: where its type stands among the others.
        notes: its standing.
    """

    title: str
    anchor: str
    type: TypeSection
    link: Link
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the table of contents.

    Args:
        title: of a part or a chapter.
        depth: how many parts it is inside of.
        file: the page, `""` for a part that has none.
        notes: its standing.
        text: what it is about, in a sentence; `""` where that is not said.
    """

    title: str
    depth: int
    file: str
    notes: tuple[str, ...]
    text: str

    @property
    def indent(self) -> str:
        """What stands before the line."""
        return "  " * self.depth


@dataclass(frozen=True, slots=True)
class Page:
    """A chapter.

    Args:
        file: below the top of the site.
        title: what readers see.
        text: CommonMark.
        trail: the titles of the parts around it, outermost first.
        notes: its standing.
        sections: operations and objects, in order.
        children: the chapters inside it.
    """

    file: str
    title: str
    text: str
    trail: tuple[str, ...]
    notes: tuple[str, ...]
    sections: tuple[OperationSection | ObjectSection, ...]
    children: tuple[Entry, ...]

    @property
    def operations(self) -> tuple[OperationSection, ...]:
        """The operations alone."""
        return tuple(
            item for item in self.sections if isinstance(item, OperationSection)
        )

    @property
    def objects(self) -> tuple[ObjectSection, ...]:
        """The objects alone."""
        return tuple(item for item in self.sections if isinstance(item, ObjectSection))


@dataclass(frozen=True, slots=True)
class TypesPage:
    """A module of types."""

    file: str
    title: str
    types: tuple[TypeSection, ...]


@dataclass(frozen=True, slots=True)
class Site:
    """All pages.

    Args:
        title: of the API.
        version: of the API.
        text: CommonMark.
        package: the name of the client package.
        client: the name of its client.
        contents: all parts and chapters, in order.
        pages: the chapters, in order.
        types: in the order of the alphabet.
        links: where each type is described, by its name.
        other: the package that samples of the document are written for, `""` when that
            is ours, or none.
    """

    title: str
    version: str
    text: str
    package: str
    client: str
    contents: tuple[Entry, ...]
    pages: tuple[Page, ...]
    types: tuple[TypesPage, ...]
    links: dict[str, Link]
    other: str = ""

    @property
    def other_page(self) -> str:
        """The page for those who come from that package."""
        return f"coming-from-{self.other.replace('_', '-').lower()}.md"
