"""Trees of fields as HTML lists, in which nested fields can be shown and hidden."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from markupsafe import Markup

from ...python.literals import literal_text
from ...reference.links import ExternalLink, Link
from ...reference.rows import EnumeratedValue, Row, ValueNotes
from .escaping import anchor_texts, code, escaped
from .prose import inline, is_safe_url, prose, spans
from .trees import Node, Variant
from .types import page_url, type_html


@dataclass(slots=True)
class RowTexts:
    """The parts of rows that do not depend on their place, each written once.

    Args:
        links: Link to the section of each type, by type name.
        root: Relative path from the page to the root of the site: `""` or `../`.
    """

    links: Mapping[str, Link]
    root: str
    # The rows are kept as well, so that an identity stays that of its row.
    _texts: dict[int, tuple[Row, str, str]] = field(default_factory=dict)

    def of(self, row: Row) -> tuple[str, str]:
        """Return the type and the marks of a row, and its description and notes."""
        entry = self._texts.get(id(row))
        if entry is None:
            entry = (row, self._head(row), _body(row))
            self._texts[id(row)] = entry
        return entry[1], entry[2]

    def _head(self, row: Row) -> str:
        type_ = type_html(row.type, self.links, self.root)
        marks = ' <span class="required">required</span>' if row.required else ""
        if row.notes.deprecated:
            marks += ' <span class="badge warn">deprecated</span>'
        return f'<span class="type">{type_}</span>{marks}'


@dataclass(slots=True)
class FieldLists:
    """Writer of the lists of one page.

    Args:
        texts: Texts of rows.
        anchors: Anchors that the page uses already; those of fields are added.
    """

    texts: RowTexts
    anchors: set[str]

    @property
    def root(self) -> str:
        """Relative path from the page to the root of the site."""
        return self.texts.root

    def rows(self, nodes: Iterable[Node], anchor: str) -> Markup:
        """Format fields or parameters as a list.

        Args:
            nodes: The fields.
            anchor: Anchor of the section; those of the fields begin with it.
        """
        return Markup(self._rows(nodes, anchor))  # noqa: S704 - from escaped parts

    def variants(self, variants: list[Variant], anchor: str) -> Markup:
        """Format the types of a value: the fields of one type, or a list of several."""
        if len(variants) == 1 and variants[0].rows:
            return self.rows(variants[0].rows, anchor)
        return Markup(  # noqa: S704 - from escaped parts
            "".join(self._variant(item, anchor) for item in variants)
        )

    def _rows(self, nodes: Iterable[Node], anchor: str) -> str:
        items = "".join(self._item(node, anchor) for node in nodes)
        return f'<ul class="fields">{items}</ul>'

    def _item(self, node: Node, anchor: str) -> str:
        row = node.row
        head, body = self.texts.of(row)
        start, label = self._label(row, f"{anchor}.{node.path}".replace(" ", "-"))
        values = "" if row.values else _literal_values(node.values)
        nested = self._nested(node, anchor) if node.variants else ""
        return (
            f'<li{start}><div class="field">{label} {head}</div>'
            f"{body}{values}{nested}</li>"
        )

    def _label(self, row: Row, anchor: str) -> tuple[str, str]:
        """Return the attribute `id` and the name of a field, which links to itself."""
        if row.is_extra:
            return "", escaped(row.name)
        if anchor in self.anchors:
            return "", f'<span class="name">{escaped(row.name)}</span>'
        self.anchors.add(anchor)
        id_, fragment = anchor_texts(anchor)
        link = f'<a class="name" href="#{fragment}">{escaped(row.name)}</a>'
        return f' id="{id_}"', link

    def _nested(self, node: Node, anchor: str) -> str:
        inner = "".join(self._variant(item, anchor) for item in node.variants)
        if len(node.variants) > 1 and any(item.rows for item in node.variants):
            summary = f"<summary>One of {len(node.variants)} types</summary>"
            return f"<details>{summary}{inner}</details>"
        first = node.variants[0]
        # The type of the field is the link to a type whose fields are on its page.
        is_in_place = len(node.variants) == 1 and (first.rows or first.is_recursive)
        return inner if is_in_place else ""

    def _variant(self, item: Variant, anchor: str) -> str:
        name = item.section.name
        if not item.rows:
            link = self.texts.links.get(name)
            if link is None:
                return ""
            words = "recursive" if item.is_recursive else "all fields"
            return (
                f'<p class="variant"><a href="{escaped(page_url(link, self.root))}">'
                f"{escaped(name)}</a> <small>{words}</small></p>"
            )
        count = f"{len(item.rows)} field{'' if len(item.rows) == 1 else 's'}"
        summary = f"<summary>{code(name)} <small>{count}</small></summary>"
        return f"<details>{summary}{self._rows(item.rows, anchor)}</details>"


def _body(row: Row) -> str:
    """Format the description, the notes and the described values of a row."""
    result = f"<p>{spans(row.usage)}</p>" if row.usage else ""
    if row.description:
        result += f'<div class="prose">{prose(row.description)}</div>'
    if notes := " · ".join(_notes(row.notes, row.key)):
        result += f'<p class="notes">{notes}</p>'
    return f"{result}{enumerated_values(row.values)}"


def value_notes(notes: ValueNotes) -> Markup:
    """Format the default, limits, pattern and examples of a value on one line."""
    return Markup(" · ".join(_notes(notes, "")))  # noqa: S704 - from escaped parts


def _notes(notes: ValueNotes, key: str) -> Iterator[str]:
    """Yield the notes; `key` is the name in requests if it is not that in Python."""
    if key:
        yield f"API name {code(key)}"
    if notes.access:
        yield notes.access
    if notes.format:
        yield f"format {code(notes.format)}"
    if notes.limits:
        yield escaped(notes.limits)
    if notes.pattern:
        yield f"pattern {code(notes.pattern)}"
    yield from map(spans, notes.statements)
    if notes.default:
        yield f"default {code(notes.default)}"
    if notes.examples:
        label = "example" if len(notes.examples) == 1 else "examples"
        yield f"{label} {', '.join(map(code, notes.examples))}"
    if notes.link is not None:
        yield external_link(notes.link)


def external_link(link: ExternalLink) -> Markup:
    """Format a link to another site; a URL that cannot be a link is shown as code."""
    text = link.text or "more information"
    if is_safe_url(link.url):
        return Markup('<a href="{}" rel="noopener noreferrer">{}</a>').format(
            link.url, text
        )
    return Markup("{}: <code>{}</code>").format(text, link.url)


def enumerated_values(values: tuple[EnumeratedValue, ...]) -> Markup:
    """Format enumerated values with their names and descriptions."""
    items = "".join(map(_enumerated, values))
    # The items are escaped.
    return Markup(f'<ul class="values">{items}</ul>' if items else "")  # noqa: S704


def _enumerated(item: EnumeratedValue) -> str:
    name = f" <b>{escaped(item.name)}</b>" if item.name else ""
    text = f" {inline(item.description)}" if item.description else ""
    return f"<li>{code(item.source)}{name}{text}</li>"


def _literal_values(values: tuple[object, ...]) -> str:
    """Format the values of a literal type, unless there is only one, as in the type."""
    if len(values) < 2:
        return ""
    items = ", ".join(code(literal_text(item)) for item in values)
    return f'<p class="values">One of {items}</p>'
