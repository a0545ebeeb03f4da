"""Reads YAML into plain values: one loop over libyaml's events, no recursion.

PyYAML's composer and constructor are left aside: they read YAML 1.1 scalars, drop
duplicate keys in silence, refuse an anchor that is defined twice, and recurse. Keys
are always text, as they are written, since OpenAPI knows no others.
"""

from __future__ import annotations

import json
from sys import intern
from typing import Any, NoReturn

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from ...diagnostics import Diagnostics, Rule, Severity, GenerationError
from ...limits import MAX_DEPTH
from ..duplicates import report_duplicate_keys
from ..limits import NUMBER_OUT_OF_RANGE, check_shared, report_too_deep, shorten
from ..locate import yaml_places
from .scalars import SPECIAL, Scalar, resolve, tagged
from .errors import report_yaml_error
from ...source import SourceFile, Span

UNKNOWN_ALIAS = Rule(
    "yaml-unknown-alias",
    Severity.ERROR,
    "A YAML alias (`*name`) names an anchor (`&name`) that does not stand above it."
    " Text that begins with an asterisk needs quotes.",
)
RECURSIVE_ALIAS = Rule(
    "yaml-recursive-alias",
    Severity.ERROR,
    "A YAML alias stands inside the very node that it repeats, which has no end."
    " Recursive schemas are written with `$ref`.",
)
KEY_NOT_TEXT = Rule(
    "yaml-key-not-text",
    Severity.ERROR,
    "A mapping or a list stands where a key should be. That happens with text in"
    " braces or brackets that has no quotes, such as the marks of a template.",
)
UNKNOWN_TAG = Rule(
    "yaml-unknown-tag",
    Severity.WARNING,
    "A YAML tag (`!name`) is not one of the core schema (`!!str`, `!!int`, …), or does"
    " not fit its value. The value is read as if the tag were not there.",
)
SEVERAL_DOCUMENTS = Rule(
    "yaml-several-documents",
    Severity.WARNING,
    "A file holds several YAML documents, parted by `---`. Only the first is read.",
)
BAD_MERGE = Rule(
    "yaml-bad-merge",
    Severity.WARNING,
    "A merge key (`<<`) takes a mapping or a list of mappings. Anything else is left"
    " out.",
)


_Parser: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""libyaml's parser; PyYAML's own, many times slower, where it was built without."""


def read_yaml(file: SourceFile, diagnostics: Diagnostics) -> Any:
    """The value of the first document of a YAML text (YAML 1.2, core schema).

    Values are `dict` with `str` keys, `list`, `str`, `int`, `float`, `bool` and `None`;
    an alias is the same object as its anchor. Of two equal keys of one mapping the
    last wins. An empty text is `None`.

    Raises:
        GenerationError: the text is not YAML, or nothing that JSON could say.
    """
    try:
        return _Reader(file, diagnostics).read()
    except yaml.YAMLError as error:
        report_yaml_error(error, file, diagnostics)
        raise GenerationError from None


class _Values(dict[str, Any]):
    """Plain scalars that were met, with their values."""

    def __missing__(self, text: str) -> Any:
        value = self[text] = resolve(text)
        return value


class _Reader:
    """One reading of one file."""

    def __init__(self, file: SourceFile, diagnostics: Diagnostics) -> None:
        self._file = file
        self._diagnostics = diagnostics
        self._anchors: dict[str, Any] = {}
        self._shared = False
        self._doubled = False

    def read(self) -> Any:
        """The value of the first document."""
        value = self._build()
        if self._doubled:
            report_duplicate_keys(self._file, yaml_places, self._diagnostics)
        if self._shared:
            check_shared(value, self._file, self._diagnostics)
        return value

    def _build(self) -> Any:
        # The loop runs 130,000 times for a document of 3 MB: events are told apart by
        # their class in the order of their frequency, and no method is called for the
        # usual ones. `key` is the key that waits for its value.
        root: list[Any] = []
        node: Any = root
        mapping, key = False, None
        stack: list[tuple[Any, bool]] = []
        merging: list[dict[str, Any]] = []
        values, anchors = _Values(), self._anchors
        for event in iter(_Parser(self._file.text).get_event, None):
            kind = type(event)
            if kind is ScalarEvent:
                value = event.value
                if mapping and key is None:
                    key = intern(value)
                    if event.anchor is not None:
                        anchors[event.anchor] = value
                    if key in node:
                        self._doubled = True
                    elif key == "<<" and not event.style:
                        merging.append(node)
                    continue
                if event.tag is not None:
                    value = self._tagged(event)
                elif not event.style and value[:1] in SPECIAL:
                    try:
                        value = values[value]
                    except ValueError:
                        self._out_of_range(event)
                if event.anchor is not None:
                    anchors[event.anchor] = value
            elif kind is MappingStartEvent or kind is SequenceStartEvent:
                value = self._opened(event, mapping and key is None, len(stack))
            elif kind is MappingEndEvent or kind is SequenceEndEvent:
                if merging and merging[-1] is node:
                    self._merge(merging.pop(), event)
                node, mapping = stack.pop()
                key = None
                continue
            elif kind is AliasEvent:
                value = self._alias(event, node, stack)
                if mapping and key is None:
                    key = self._alias_key(value, event)
                    continue
            elif kind is DocumentStartEvent and root:
                self._say(SEVERAL_DOCUMENTS, "only the first document is read", event)
                break
            else:
                continue
            if mapping:
                node[key] = value
                key = None
            else:
                node.append(value)
            if kind is MappingStartEvent or kind is SequenceStartEvent:
                stack.append((node, mapping))
                node, mapping = value, kind is MappingStartEvent
        return root[0] if root else None

    def _opened(self, event: Any, is_key: bool, depth: int) -> Any:
        """The empty mapping or list that begins."""
        if is_key:
            self._fail(
                KEY_NOT_TEXT,
                "a mapping or a list stands where a key should be",
                event,
                hint="put quotes around text that begins with a brace or a bracket",
            )
        if depth >= MAX_DEPTH:
            report_too_deep(self._span(event), self._diagnostics)
            raise GenerationError
        if event.tag is not None and event.tag not in _CONTAINER_TAGS:
            self._unknown_tag(event)
        value: Any = {} if type(event) is MappingStartEvent else []
        if event.anchor is not None:
            self._anchors[event.anchor] = value
        return value

    def _tagged(self, event: Any) -> Scalar:
        text: str = event.value
        try:
            return tagged(event.tag, text)
        except (KeyError, ValueError):
            self._unknown_tag(event)
            return text

    def _unknown_tag(self, event: Any) -> None:
        name = event.tag.replace("tag:yaml.org,2002:", "!!")
        self._say(UNKNOWN_TAG, f"the tag {name} is passed over", event)

    def _out_of_range(self, event: Any) -> None:
        self._say(
            NUMBER_OUT_OF_RANGE,
            f"{shorten(event.value)} is no number that JSON can hold; it is read as text",
            event,
        )

    def _alias(self, event: Any, node: Any, stack: list[tuple[Any, bool]]) -> Any:
        name = event.anchor
        if name not in self._anchors:
            self._fail(
                UNKNOWN_ALIAS,
                f"no anchor is called &{shorten(name)} above",
                event,
                hint="put quotes around text that begins with an asterisk",
            )
        value = self._anchors[name]
        if isinstance(value, dict | list):
            self._shared = True
            if value is node or any(value is outer for outer, _ in stack):
                self._fail(
                    RECURSIVE_ALIAS,
                    f"*{name} stands inside the node that it repeats",
                    event,
                    hint="write recursion with `$ref`",
                )
        return value

    def _alias_key(self, value: Any, event: Any) -> str:
        if isinstance(value, dict | list):
            self._opened(event, True, 0)
        if isinstance(value, str):
            return value
        return json.dumps(value)

    def _merge(self, node: dict[str, Any], event: Any) -> None:
        """Replaces `<<` by the entries that it names; earlier sources win, own most."""
        sources = node.pop("<<")
        own = dict(node)
        node.clear()
        for source in reversed(sources if isinstance(sources, list) else [sources]):
            if isinstance(source, dict):
                node.update(source)
            else:
                self._say(BAD_MERGE, "`<<` names something that is no mapping", event)
        node.update(own)

    def _say(self, rule: Rule, message: str, event: Any, *, hint: str = "") -> None:
        self._diagnostics.add(rule, message, self._span(event), hint=hint)

    def _span(self, event: Any) -> Span:
        return self._file.span(event.start_mark.index, event.end_mark.index)

    def _fail(
        self, rule: Rule, message: str, event: Any, *, hint: str = ""
    ) -> NoReturn:
        self._say(rule, message, event, hint=hint)
        raise GenerationError


_CONTAINER_TAGS = frozenset({"!", "tag:yaml.org,2002:map", "tag:yaml.org,2002:seq"})
