"""Results on standard output: as JSON, a table, YAML or lines."""

from __future__ import annotations

import os
import re
import sys
from codecs import iterdecode
from functools import cache
from importlib import import_module
from itertools import chain
from typing import IO, TYPE_CHECKING, Any, Final, cast

from ..lazy import load_feature
from ..missing import NATIVE_TYPES
from ..models.records import JSONObject
from ..requests.encoding import is_list, is_object
from .tables import dump_json, table, to_line
from .terminal import is_unicode

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_TOKEN: Final = re.compile(
    r'("(?:[^"\\]|\\.)*")(\s*:)?|\b(true|false|null)\b|(-?\d[\d.eE+-]*)'
)
_COLORS: Final = {"key": "36", "string": "32", "word": "35", "number": "33"}
# C0 and C1 control characters, which a terminal would interpret; not tabs and line feeds.
_CONTROL: Final = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")


# A number of YAML 1.2, which PyYAML does not know.
_YAML_NUMBER: Final = r"[-+]?(\.\d+|\d+(\.\d*)?)(e[-+]?\d+)?|0o[0-7]+|0x[0-9a-f]+"


class OutputError(Exception):
    """A result that cannot be printed as requested."""


class Output:
    """Standard output, or a file, in one of the formats.

    Args:
        form: One of `options.FORMATS`; `""` for JSON, in lines and colors on a terminal.
        query: JMESPath expression that selects what is printed; `""` for the whole result.
        stream: Default: standard output.

    Raises:
        OutputError: The expression is invalid, or a library is not installed.
    """

    def __init__(self, form: str, query: str, stream: IO[str] | None = None) -> None:
        self.form = form or "json"
        self.is_default = not form
        self.query = query
        self._expression = _compile(query) if query else None
        self._yaml = load_extra("yaml", "the format yaml") if form == "yaml" else None
        self._stream = stream or sys.stdout
        self.is_terminal = self._stream.isatty()
        self._is_unicode = is_unicode(self._stream)
        self._colored = self.is_terminal and not (
            os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
        )

    def with_stream(self, stream: IO[str]) -> Output:
        """Return the same output on another stream."""
        return Output("" if self.is_default else self.form, self.query, stream)

    def print_value(self, value: Any) -> None:
        """Print a result."""
        self._print(self._select(plain(value)))

    def print_items(self, items: Iterable[Any], default: str = "json") -> None:
        """Print the items of a list or of a stream, as they arrive if possible.

        Args:
            items: The items.
            default: The format if none was selected.
        """
        if self.is_default:
            self.form = default
        values = map(plain, items)
        if self.form in ("jsonl", "lines"):
            for value in values:
                self._print(self._select(value))
                self._stream.flush()
        elif self.form == "json" and not self.query:
            self._print_array(values)
        elif self.form == "yaml" and not self.query:
            self._print_yaml(values)
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

    def print_decoded(self, chunks: Iterable[bytes], encoding: str = "utf-8") -> None:
        """Print the chunks of a text as they arrive.

        Raises:
            OutputError: They are not text.
        """
        try:
            self.print_text(iterdecode(chunks, encoding))
        except (UnicodeDecodeError, LookupError):
            raise OutputError(
                "the response is binary; write it to a file with --output-file FILE"
            ) from None

    def print_bytes(self, content: bytes, encoding: str = "utf-8") -> None:
        """Print a body unchanged.

        Args:
            content: The body.
            encoding: Its charset, for a terminal.

        Raises:
            OutputError: Standard output is a terminal, and the body is not text.
        """
        if self.is_terminal:
            self.print_decoded((content,), encoding)
        else:
            buffer: IO[bytes] = cast("Any", self._stream).buffer
            buffer.write(content)
            buffer.flush()

    def _select(self, value: Any) -> Any:
        if self._expression is None:
            return value
        # A subclass of ValueError, as all errors of the library.
        try:
            return self._expression.search(value)
        except ValueError as error:
            raise OutputError(f"--query: {error}") from None

    def _print(self, value: Any) -> None:
        if self.form == "jsonl":
            for item in value if is_list(value) else [value]:
                self._write(f"{self._dump(item)}\n")
        elif self.form == "lines":
            for item in value if is_list(value) else [value]:
                self._write(f"{self._clean(to_line(item))}\n")
        elif self.form == "table":
            text, omitted = table(value, self._width())
            self._write(self._clean(text))
            if omitted:
                _note_omitted(omitted)
        elif self.form == "yaml":
            self._write(self._dump_yaml(value))
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

    def _print_yaml(self, values: Iterator[Any]) -> None:
        """Print a sequence whose items arrive one by one."""
        is_empty = True
        for value in values:
            self._write(self._dump_yaml([value]))
            self._stream.flush()
            is_empty = False
        if is_empty:
            self._write("[]\n")

    def _dump_yaml(self, value: Any) -> str:
        yaml: Any = self._yaml
        text: str = yaml.dump(
            value,
            Dumper=_dumper(yaml),
            allow_unicode=self._is_unicode,
            sort_keys=False,
        )
        return text.removesuffix("...\n")

    def _json(self, value: Any) -> str:
        if not self.is_terminal:
            return self._dump(value)
        text = _CONTROL.sub(_escape_in_json, self._dump(value, indent=2))
        return _TOKEN.sub(_color, text) if self._colored else text

    def _dump(self, value: Any, indent: int | None = None) -> str:
        # With escapes, because those of `_write` are not valid in JSON.
        return dump_json(value, indent, ascii_only=not self._is_unicode)

    def _write(self, text: str) -> None:
        try:
            self._stream.write(text)
        except UnicodeEncodeError as error:
            encoded = text.encode(error.encoding, "backslashreplace")
            self._stream.write(encoded.decode(error.encoding))

    def _clean(self, text: str) -> str:
        """Return a text without control characters that a terminal would interpret."""
        return _CONTROL.sub(_escape, text) if self.is_terminal else text

    def _width(self) -> int | None:
        if not self.is_terminal:
            return None
        from shutil import get_terminal_size

        return get_terminal_size().columns


def _note_omitted(names: list[str]) -> None:
    """Print the names of the members that a table leaves out on standard error."""
    listed = ", ".join(dump_json(name) for name in names[:_MAX_NAMES])
    if len(names) > _MAX_NAMES:
        listed += f" and {len(names) - _MAX_NAMES} more"
    text = f"Note: the table leaves out {listed}; select members with --query"
    sys.stderr.write(f"{_CONTROL.sub('', text)}\n")


_END: Final = object()
_MAX_NAMES: Final = 10


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


def _compile(query: str) -> Any:
    jmespath: Any = load_extra("jmespath", "--query")
    try:
        return jmespath.compile(query)
    except jmespath.exceptions.JMESPathError as error:
        raise OutputError(f"--query: {error}") from None


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


@cache
def _dumper(yaml: Any) -> Any:
    """Return the class that writes YAML whose strings are strings in each version of it."""
    dumper_class: Any = type("Dumper", (yaml.SafeDumper,), {})

    def represent(dumper: Any, text: str) -> Any:
        # PyYAML writes this line break of YAML 1.1 as it is, and reads it as a space.
        style = '"' if "\x85" in text else None
        if re.fullmatch(_YAML_NUMBER, text, re.IGNORECASE):
            style = "'"
        return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)

    dumper_class.add_representer(str, represent)
    return dumper_class
