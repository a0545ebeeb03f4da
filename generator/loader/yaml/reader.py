"""Read YAML into plain values in one loop over the events of libyaml, without recursion.

The composer and the constructor of PyYAML are not used: they read YAML 1.1 scalars, silently
drop duplicate keys, reject an anchor that is defined twice, and recurse. Keys are always
strings as written, since OpenAPI has no other keys.
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

from ...diagnostics import Diagnostics, GenerationError, Rule, Severity
from ...limits import MAX_DEPTH
from ...source import SourceFile, Span
from ..duplicates import report_duplicate_keys
from ..limits import NUMBER_OUT_OF_RANGE, check_shared, report_too_deep, shorten
from .errors import report_yaml_error
from .places import yaml_places
from .scalars import SPECIAL, resolve, resolve_tagged

UNKNOWN_ALIAS = Rule(
    "yaml-unknown-alias",
    Severity.ERROR,
    "A YAML alias (`*name`) refers to an anchor (`&name`) that is not defined before it."
    " Text that begins with an asterisk needs quotes.",
)
RECURSIVE_ALIAS = Rule(
    "yaml-recursive-alias",
    Severity.ERROR,
    "A YAML alias is inside of the node that it refers to, which would be infinite. Use"
    " `$ref` for recursive schemas.",
)
KEY_NOT_TEXT = Rule(
    "yaml-key-not-text",
    Severity.ERROR,
    "A key is a mapping or a list. The usual cause is text in braces or brackets without"
    " quotes, such as template placeholders.",
)
UNKNOWN_TAG = Rule(
    "yaml-unknown-tag",
    Severity.WARNING,
    "A YAML tag (`!name`) is not a tag of the core schema (`!!str`, `!!int`, …), or does not"
    " match its value. The tag is ignored.",
    hint="remove the tag, or use one of the core schema such as `!!str`",
)
SEVERAL_DOCUMENTS = Rule(
    "yaml-several-documents",
    Severity.WARNING,
    "A file contains several YAML documents, separated by `---`. Only the first is read.",
    hint="put each document into its own file",
)
BAD_MERGE = Rule(
    "yaml-bad-merge",
    Severity.WARNING,
    "The value of a merge key (`<<`) must be a mapping or a list of mappings. Other values"
    " are ignored.",
    hint="merge a mapping, such as an alias of one",
)


_Parser: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The parser of libyaml, or the much slower one of PyYAML if libyaml is missing."""


def read_yaml(file: SourceFile, diagnostics: Diagnostics) -> Any:
    """Return the value of the first document of a YAML text (YAML 1.2, core schema).

    Values are `dict` with `str` keys, `list`, `str`, `int`, `float`, `bool` and `None`. An
    alias is the same object as its anchor. If a mapping contains a key twice, the last value
    is used. The value of an empty text is `None`.

    Args:
        file: Source of the text.
        diagnostics: Receives the diagnostics.

    Raises:
        GenerationError: The text is not YAML, or cannot be represented as JSON.
    """
    try:
        return _Reader(file, diagnostics).read()
    except yaml.YAMLError as error:
        report_yaml_error(error, file, diagnostics)
        raise GenerationError from None


class _Values(dict[str, Any]):
    """Cache of the values of plain scalars."""

    def __missing__(self, text: str) -> Any:
        value = self[text] = resolve(text)
        return value


class _Reader:
    """Reads one file."""

    def __init__(self, file: SourceFile, diagnostics: Diagnostics) -> None:
        self._file = file
        self._diagnostics = diagnostics
        self._anchors: dict[str, Any] = {}
        self._values = _Values()
        self._shared = False
        self._has_duplicates = False

    def read(self) -> Any:
        """Return the value of the first document."""
        value = self._build()
        if self._has_duplicates:
            report_duplicate_keys(self._file, yaml_places, self._diagnostics)
        if self._shared:
            check_shared(value, self._file, self._diagnostics)
        return value

    def _build(self) -> Any:  # noqa: C901 - one loop, for speed
        # The loop runs 130,000 times for a document of 3 MB. Therefore it compares the
        # classes of events in the order of their frequency, and calls no methods for
        # common events. `key` is the key whose value follows.
        root: list[Any] = []
        node: Any = root
        mapping, key = False, None
        stack: list[tuple[Any, bool]] = []
        merge_nodes: list[dict[str, Any]] = []
        anchors = self._anchors
        for event in iter(_Parser(self._file.text).get_event, None):
            kind = type(event)
            if kind is ScalarEvent:
                value = event.value
                if mapping and key is None:
                    key = intern(value)
                    if event.anchor is not None:
                        anchors[event.anchor] = value
                    if key in node:
                        self._has_duplicates = True
                    elif key == "<<" and not event.style:
                        merge_nodes.append(node)
                    continue
                if event.tag is not None or (not event.style and value[:1] in SPECIAL):
                    value = self._resolve_scalar(event)
                if event.anchor is not None:
                    anchors[event.anchor] = value
            elif kind is MappingStartEvent or kind is SequenceStartEvent:
                value = self._start_container(
                    event, mapping and key is None, len(stack)
                )
            elif kind is MappingEndEvent or kind is SequenceEndEvent:
                if merge_nodes and merge_nodes[-1] is node:
                    self._merge(merge_nodes.pop(), event)
                node, mapping = stack.pop()
                key = None
                continue
            elif kind is AliasEvent:
                value = self._resolve_alias(event, node, stack)
                if mapping and key is None:
                    key = self._resolve_alias_key(value, event)
                    continue
            elif kind is DocumentStartEvent and root:
                self._report_several_documents(event)
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

    def _report_several_documents(self, event: Any) -> None:
        self._report(SEVERAL_DOCUMENTS, "only the first document is read", event)

    def _start_container(self, event: Any, is_key: bool, depth: int) -> Any:
        """Return the new mapping or list for a start event."""
        if is_key:
            self._fail(
                KEY_NOT_TEXT,
                "a key cannot be a mapping or a list",
                event,
                hint="put quotes around text that begins with a brace or a bracket",
            )
        if depth >= MAX_DEPTH:
            report_too_deep(self._span(event), self._diagnostics)
            raise GenerationError
        if event.tag is not None and event.tag not in _CONTAINER_TAGS:
            self._report_unknown_tag(event)
        value: Any = {} if type(event) is MappingStartEvent else []
        if event.anchor is not None:
            self._anchors[event.anchor] = value
        return value

    def _resolve_scalar(self, event: Any) -> Any:
        """Return the value of a scalar that has a tag or may not be a string."""
        text: str = event.value
        if event.tag is None:
            try:
                return self._values[text]
            except ValueError:
                self._report_out_of_range(event)
                return text
        try:
            return resolve_tagged(event.tag, text)
        except (KeyError, ValueError):
            self._report_unknown_tag(event)
            return text

    def _report_unknown_tag(self, event: Any) -> None:
        name = event.tag.replace("tag:yaml.org,2002:", "!!")
        self._report(UNKNOWN_TAG, f"the tag {name} is ignored", event)

    def _report_out_of_range(self, event: Any) -> None:
        self._report(
            NUMBER_OUT_OF_RANGE,
            f"{shorten(event.value)} cannot be represented as a number; it is read as a string",
            event,
        )

    def _resolve_alias(
        self, event: Any, node: Any, stack: list[tuple[Any, bool]]
    ) -> Any:
        name = event.anchor
        if name not in self._anchors:
            self._fail(
                UNKNOWN_ALIAS,
                f"the anchor &{shorten(name)} is not defined before the alias",
                event,
                hint="put quotes around text that begins with an asterisk",
            )
        value = self._anchors[name]
        if isinstance(value, dict | list):
            self._shared = True
            if value is node or any(value is outer for outer, _ in stack):
                self._fail(
                    RECURSIVE_ALIAS,
                    f"*{name} is inside of the node that it refers to",
                    event,
                    hint="use `$ref` for recursive schemas",
                )
        return value

    def _resolve_alias_key(self, value: Any, event: Any) -> str:
        if isinstance(value, dict | list):
            self._start_container(event, True, 0)
        if isinstance(value, str):
            return value
        return json.dumps(value)

    def _merge(self, node: dict[str, Any], event: Any) -> None:
        """Replace `<<` by the entries of its sources.

        Entries of the mapping itself take precedence, then those of earlier sources.
        """
        sources = node.pop("<<")
        own = dict(node)
        node.clear()
        for source in reversed(sources if isinstance(sources, list) else [sources]):
            if isinstance(source, dict):
                node.update(source)
            else:
                self._report(BAD_MERGE, "the value of `<<` is not a mapping", event)
        node.update(own)

    def _report(self, rule: Rule, message: str, event: Any, *, hint: str = "") -> None:
        self._diagnostics.add(rule, message, self._span(event), hint=hint)

    def _span(self, event: Any) -> Span:
        return self._file.span(event.start_mark.index, event.end_mark.index)

    def _fail(
        self, rule: Rule, message: str, event: Any, *, hint: str = ""
    ) -> NoReturn:
        self._report(rule, message, event, hint=hint)
        raise GenerationError


_CONTAINER_TAGS = frozenset({"!", "tag:yaml.org,2002:map", "tag:yaml.org,2002:seq"})
