"""Results on standard output: as JSON, a table, YAML or lines."""

from __future__ import annotations

import json
import os
import re
import sys
from importlib import import_module
from itertools import chain
from typing import IO, TYPE_CHECKING, Any, Final, cast

from ..features import NATIVE_TYPES, load_feature
from ..models.records import JSONObject
from ..requests.encoding import is_list, is_object

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_MAX_CELL: Final = 40
_UNLIMITED: Final = 10_000
_TOKEN: Final = re.compile(
    r'("(?:[^"\\]|\\.)*")(\s*:)?|\b(true|false|null)\b|(-?\d[\d.eE+-]*)'
)
_COLORS: Final = {"key": "36", "string": "32", "word": "35", "number": "33"}
# C0 and C1 control characters, which a terminal would interpret; not tabs and line feeds.
_CONTROL: Final = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")


class OutputError(Exception):
    """A result that cannot be printed as requested."""


class Output:
    """Standard output, or a file, in one of the formats.

    Args:
        form: One of `options.FORMATS`; `""` for JSON, in lines and colors on a terminal.
        query: JMESPath expression that selects what is printed; `""` for the whole result.
        stream: Default: standard output.
    """

    def __init__(self, form: str, query: str, stream: IO[str] | None = None) -> None:
        self.form = form or "json"
        self.is_default = not form
        self.query = query
        self._stream = stream or sys.stdout
        self.is_terminal = self._stream.isatty()
        self._colored = self.is_terminal and not os.environ.get("NO_COLOR")

    def print_value(self, value: Any) -> None:
        """Print a result."""
        self._print(self._select(plain(value)))

    def print_items(self, items: Iterable[Any]) -> None:
        """Print the items of a list or of a stream, as they arrive if possible."""
        values = map(plain, items)
        if self.form in ("jsonl", "lines"):
            for value in values:
                self._print(self._select(value))
                self._stream.flush()
        elif self.form == "json" and not self.query:
            self._print_array(values)
        else:
            self._print(self._select(list(values)))

    def print_text(self, pieces: Iterable[str]) -> None:
        """Print the pieces of a text as they arrive."""
        last = "\n"
        for piece in pieces:
            self._write(self._clean(piece))
            self._stream.flush()
            last = piece[-1:] or last
        if last != "\n":
            self._write("\n")

    def print_bytes(self, content: bytes) -> None:
        """Print a body unchanged.

        Raises:
            OutputError: Standard output is a terminal, and the body is not text.
        """
        if self.is_terminal:
            try:
                self.print_text((content.decode(),))
            except UnicodeDecodeError:
                raise OutputError(
                    "the response is binary; write it to a file with --output-file FILE"
                ) from None
        else:
            buffer: IO[bytes] = cast("Any", self._stream).buffer
            buffer.write(content)
            buffer.flush()

    def _select(self, value: Any) -> Any:
        if not self.query:
            return value
        jmespath: Any = load_extra("jmespath", "--query")
        try:
            return jmespath.search(self.query, value)
        except jmespath.exceptions.JMESPathError as error:
            raise OutputError(f"--query: {error}") from None

    def _print(self, value: Any) -> None:
        if self.form == "jsonl":
            for item in value if is_list(value) else [value]:
                self._write(f"{dump_json(item)}\n")
        elif self.form == "lines":
            for item in value if is_list(value) else [value]:
                self._write(f"{self._clean(_line(item))}\n")
        elif self.form == "table":
            self._write(self._clean(_table(value, self._width())))
        elif self.form == "yaml":
            yaml: Any = load_extra("yaml", "the format yaml")
            self._write(yaml.safe_dump(value, allow_unicode=True, sort_keys=False))
        else:
            self._write(f"{self._json(value)}\n")

    def _print_array(self, values: Iterator[Any]) -> None:
        """Print an array whose items arrive one by one."""
        first = next(values, _END)
        if first is _END:
            self._write("[]\n")
            return
        pretty = self.is_terminal
        opening = "[\n" if pretty else "["
        for value in chain((first,), values):
            text = self._json(value)
            if pretty:
                text = "  " + text.replace("\n", "\n  ")
            self._write(opening + text)
            self._stream.flush()
            opening = ",\n" if pretty else ","
        self._write("\n]\n" if pretty else "]\n")

    def _json(self, value: Any) -> str:
        if not self.is_terminal:
            return dump_json(value)
        text = _CONTROL.sub(_escape_in_json, dump_json(value, indent=2))
        return _TOKEN.sub(_color, text) if self._colored else text

    def _write(self, text: str) -> None:
        try:
            self._stream.write(text)
        except UnicodeEncodeError as error:
            encoded = text.encode(error.encoding, "backslashreplace")
            self._stream.write(encoded.decode(error.encoding))

    def _clean(self, text: str) -> str:
        """Return a text without control characters that a terminal would interpret."""
        return _CONTROL.sub(_escape, text) if self.is_terminal else text

    def _width(self) -> int:
        if not self.is_terminal:
            return _UNLIMITED
        from shutil import get_terminal_size

        return get_terminal_size().columns


_END: Final = object()


def plain(value: Any) -> Any:
    """Return a value whose objects are dicts, as they were received."""
    if isinstance(value, JSONObject):
        value = value.__dict__
    if is_object(value):
        return {name: plain(item) for name, item in value.items()}
    if is_list(value):
        return [plain(item) for item in value]
    if NATIVE_TYPES:
        return load_feature("models.native_types").native_json(value)
    return value


def dump_json(value: Any, indent: int | None = None) -> str:
    """Return a value as JSON, in one line unless `indent` is set."""
    separators = None if indent else (",", ":")
    return json.dumps(
        value, ensure_ascii=False, indent=indent, separators=separators, default=str
    )


def load_extra(module: str, purpose: str) -> Any:
    """Import a library of the extra `cli`.

    Raises:
        OutputError: It is not installed.
    """
    try:
        return import_module(module)
    except ImportError:
        raise OutputError(
            f"{purpose} requires {module}: install the client with its extra `cli`"
        ) from None


def _color(match: re.Match[str]) -> str:
    if match[1]:
        kind = "key" if match[2] else "string"
        return f"\x1b[{_COLORS[kind]}m{match[1]}\x1b[0m{match[2] or ''}"
    kind = "word" if match[3] else "number"
    return f"\x1b[{_COLORS[kind]}m{match[0]}\x1b[0m"


def _escape(match: re.Match[str]) -> str:
    return f"\\x{ord(match[0]):02x}"


def _escape_in_json(match: re.Match[str]) -> str:
    return f"\\u{ord(match[0]):04x}"


def _line(value: Any) -> str:
    """Return a value in one line: the members of an object are separated by tabs."""
    if is_object(value):
        return "\t".join(map(_cell, value.values()))
    if is_list(value):
        return "\t".join(map(_cell, value))
    return _cell(value)


def _cell(value: Any) -> str:
    text = value if isinstance(value, str) else dump_json(value)
    return text.replace("\\", "\\\\").replace("\n", "\\n").replace("\t", "\\t")


def _table(value: Any, width: int) -> str:
    """Return objects as a table whose columns are members with scalar values."""
    if is_object(value):
        return _align([[name, _cell(item)] for name, item in value.items()], width)
    if not is_list(value):
        return f"{_cell(value)}\n"
    items = list(value)
    if not all(isinstance(item, dict) for item in items):
        return "".join(f"{_line(item)}\n" for item in items)
    names = [
        name
        for name in dict.fromkeys(name for item in items for name in item)
        if not any(isinstance(item.get(name), (dict, list)) for item in items)
    ]
    rows = [
        [_cell(item[name]) if name in item else "" for name in names] for item in items
    ]
    return _align([[name.upper() for name in names], *rows], width) if items else ""


def _align(rows: list[list[str]], width: int) -> str:
    """Return rows with aligned columns; columns that exceed the width are left out."""
    widths = [
        min(_MAX_CELL, max(len(row[index]) for row in rows))
        for index in range(len(rows[0]))
    ]
    count, total = 0, 0
    for size in widths:
        total += size + 2
        if count and total - 2 > width:
            break
        count += 1
    lines = (
        "  ".join(
            _fit(cell, size) for cell, size in zip(row[:count], widths, strict=False)
        )
        for row in rows
    )
    return "".join(f"{line.rstrip()}\n" for line in lines)


def _fit(text: str, size: int) -> str:
    return text.ljust(size) if len(text) <= size else f"{text[: size - 1]}…"
