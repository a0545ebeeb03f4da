"""The values of the arguments of a command, from flags, pairs and files."""

from __future__ import annotations

import re
import sys
from io import BytesIO
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, Final

from ..requests.encoding import is_object
from .checking import check
from .pairs import Pair, assign, repeated, schema_at, split_pair
from .schemas import ArgumentError, unknown_member
from .texts import parse_json, parse_text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .index import Argument, Command, Schema
    from .schemas import Schemas

_JSON_START: Final = ("{", "[", '"')
_ESCAPED: Final = re.compile(r"\\+@")
"""Start of a text that begins with `@`, or with backslashes and `@`."""
_JSON_SCALAR: Final = re.compile(r"true|false|null|-?\d+(\.\d+)?([eE][+-]?\d+)?")


class Inputs:
    """The arguments of a call, as they are collected.

    Args:
        command: The command.
        schemas: The schemas of the client.
        strict: Whether to accept only values that the API describes.

    Attributes:
        values: Values by the name of the argument.
        extra: Undeclared properties of the body by name.
        warnings: Members that are not declared, but sent.
    """

    def __init__(self, command: Command, schemas: Schemas, strict: bool = True) -> None:
        self._command = command
        self._strict = strict
        # Undeclared properties of the body have any value if they are accepted at all.
        self._extra = command.extra if strict or command.extra else {}
        self._schemas = schemas
        self._by_name = {item.name: item for item in command.arguments}
        self._names = frozenset(
            name for item in command.arguments for name in item.all_names
        )
        self._reads_stdin = ""
        self._in_body: set[str] = set()
        self.values: dict[str, Any] = {}
        self.extra: dict[str, Any] = {}
        self.warnings: list[str] = []

    def add_body(self, text: str) -> None:
        """Add the whole body: JSON, the name of a file, or `-` for standard input.

        Raises:
            ArgumentError: It cannot be read, or the operation has no such body.
        """
        whole = self._command.whole
        body = self._command.body
        if whole is None and not body:
            raise ArgumentError("--body", "the operation has no body")
        if whole is not None and not body:
            self.values[whole.name] = self._read_whole(text, whole)
            return
        value = self._read_json(text)
        if not is_object(value):
            name = self._command.null if value is None else ""
            if whole is None and not name:
                raise ArgumentError("--body", "must be a JSON object")
            self.values[name if whole is None else whole.name] = value
            return
        by_key = {item.key: item for item in body}
        for key, member in value.items():
            if key in by_key:
                self.values[by_key[key].name] = member
                self._in_body.add(by_key[key].name)
            elif self._extra is not None:
                self.extra[key] = member
            else:
                raise ArgumentError(f"--body: {key}", unknown_member(key, [*by_key]))

    def _read_whole(self, text: str, argument: Argument) -> Any:
        schema = argument.schema
        if self._schemas.is_file(schema):
            return self._upload(_file_name(text), "--body")
        kinds = self._schemas.kinds(schema)
        if kinds and kinds <= {"string"} and not text.startswith('"'):
            return self._read_text(_file_name(text), "--body")
        return self._read_json(text)

    def _read_json(self, text: str) -> Any:
        content = text if _is_json(text) else self._read(_file_name(text), "--body")
        return parse_json(content, "--body")

    def add_flag(self, argument: Argument, texts: Iterable[str]) -> None:
        """Add the values of a flag.

        Args:
            argument: The argument.
            texts: Its texts; several of them are the items of an array.

        Raises:
            ArgumentError: A text does not represent a value of the argument.
        """
        name = argument.name
        items = list(texts)
        self._replace_body(name)
        if name in self.values:
            raise repeated(argument.schema, self._schemas, name)
        are_files = self._schemas.are_files(argument.schema)
        if are_files or self._schemas.is_file(argument.schema):
            files = [self._upload(_file_name(text), name) for text in items]
            self.values[name] = files if are_files or len(files) > 1 else files[0]
        elif len(items) == 1:
            self.values[name] = parse_text(
                items[0], argument.schema, self._schemas, name
            )
        else:
            child, _ = self._schemas.child(argument.schema, 0)
            if child is None or "array" not in self._schemas.kinds(argument.schema):
                raise repeated(argument.schema, self._schemas, name)
            self.values[name] = [
                parse_text(text, child, self._schemas, f"{name}[{index}]")
                for index, text in enumerate(items)
            ]

    def add_words(self, words: Iterable[str]) -> None:
        """Add pairs, and the values of positional arguments.

        Raises:
            ArgumentError: A pair names no argument, or there are too many values.
        """
        positions = [item for item in self._command.arguments if item.positional]
        for word in words:
            pair = split_pair(word, self._names)
            if pair is not None:
                self._add_pair(pair)
                continue
            waiting = [item for item in positions if item.name not in self.values]
            if not waiting:
                raise ArgumentError(
                    "", f"unexpected argument {word!r}; write arguments as NAME=VALUE"
                )
            self.add_flag(waiting[0], [word])

    def _add_pair(self, pair: Pair) -> None:
        argument = self._find(pair.name)
        whole = self._command.whole
        if argument is None and whole is not None:
            # A member of a body that is one argument.
            pair = Pair(whole.name, (pair.name, *pair.path), pair.operator, pair.text)
            argument = whole
        if argument is None:
            self._add_extra(pair)
            return
        if pair.name == argument.key != argument.name and pair.name.endswith("[]"):
            # Brackets that are part of the name in the request append, too.
            pair = pair._replace(path=("", *pair.path))
        if not pair.path:
            self._replace_body(argument.name)
        pair = pair._replace(name=argument.name)
        schema, are_items = self._schema_at(argument, pair)
        is_upload = pair.operator == "@" or (
            pair.operator == "=" and pair.text.startswith("@")
        )
        if is_upload and self._schemas.are_files(schema):
            pair = pair._replace(path=(*pair.path, ""))
            schema, are_items = self._schema_at(argument, pair)
        self._assign(self.values, pair, are_items, schema)

    def _assign(
        self,
        target: dict[str, Any],
        pair: Pair,
        are_items: tuple[bool, ...],
        schema: Schema,
    ) -> None:
        error = repeated(schema, self._schemas, pair.place)
        assign(target, pair, are_items, self._value(pair, schema), error)

    def _schema_at(
        self, argument: Argument, pair: Pair
    ) -> tuple[Schema, tuple[bool, ...]]:
        return schema_at(
            argument.schema, pair.path, self._schemas, argument.name, self._strict
        )

    def _replace_body(self, name: str) -> None:
        """Remove a value of `--body`, over which flags and pairs have precedence."""
        if name in self._in_body:
            self._in_body.remove(name)
            del self.values[name]

    def _add_extra(self, pair: Pair) -> None:
        """Add an undeclared property of the body."""
        extra = self._extra
        if extra is None:
            names = sorted(self._names)
            problem = unknown_member(pair.name, names).replace("member", "argument")
            raise ArgumentError(pair.name, problem)
        schema, are_items = schema_at(
            extra, pair.path, self._schemas, pair.name, self._strict
        )
        self._assign(self.extra, pair, are_items, schema)

    def _find(self, name: str) -> Argument | None:
        """Return the argument with a name, or with a name in the request.

        Raises:
            ArgumentError: Several arguments have this name in the request.
        """
        if name in self._by_name:
            return self._by_name[name]
        same = [it for it in self._command.arguments if name in it.all_names]
        if len(same) > 1:
            names = " or ".join(item.name for item in same)
            raise ArgumentError(name, f"is ambiguous; write {names}")
        return same[0] if same else None

    def _value(self, pair: Pair, schema: Any) -> Any:
        text, place = pair.text, pair.place
        if pair.operator == "@":
            return self._upload(text, place)
        is_file = text.startswith("@")
        if pair.operator == ":=":
            content = self._read(text[1:], place) if is_file else text
            return parse_json(content, place)
        if self._schemas.is_file(schema) and is_file:
            return self._upload(text[1:], place)
        if is_file:
            text = self._read_text(text[1:], place)
        elif _ESCAPED.match(text):
            text = text[1:]
        return parse_text(text, schema, self._schemas, place)

    def _read_text(self, name: str, place: str) -> str:
        try:
            return self._read(name, place).decode()
        except UnicodeDecodeError:
            raise ArgumentError(place, "the file is not UTF-8 text") from None

    def _read(self, name: str, place: str) -> bytes:
        """Return the content of a file, or of standard input."""
        try:
            if name == "-":
                return self._claim_stdin(place).read()
            return _path(name, place).read_bytes()
        except OSError as error:
            raise ArgumentError(place, f"{error.strerror}: {name}") from None

    def _upload(self, name: str, place: str) -> Any:
        """Return a file to upload, which is read while it is sent."""
        if name == "-":
            stdin = self._claim_stdin(place)
            # After the end of the input, a terminal waits for more.
            return BytesIO(stdin.read()) if stdin.isatty() else stdin
        path = _path(name, place)
        try:
            path.open("rb").close()
        except OSError as error:
            raise ArgumentError(place, f"{error.strerror}: {name}") from None
        return path

    def _claim_stdin(self, place: str) -> IO[bytes]:
        """Return standard input, which only one value can have."""
        if self._reads_stdin:
            problem = f"standard input is already read by {self._reads_stdin}"
            raise ArgumentError(place, problem)
        stdin: Any = sys.stdin
        if stdin is None:
            raise ArgumentError(place, "standard input is closed")
        self._reads_stdin = place
        content: IO[bytes] = stdin.buffer
        return content

    def check(self) -> None:
        """Check that required arguments are there, and the types of all values.

        Raises:
            ArgumentError: A value is missing, or has another type.
        """
        sent = self.values.keys()
        is_null = self._command.null in sent
        for item in self._command.arguments:
            is_missing = item.required and item.name not in sent
            if is_missing and not (is_null and item.place == "body"):
                how = "a value" if item.positional else self._form(item)
                raise ArgumentError(item.label, f"is required; add {how}")
        members = sent & {item.name for item in self._command.body}
        if is_null and (members or self.extra):
            raise ArgumentError("--body", "null cannot be combined with members")
        if not self._strict:
            return
        for name, value in self.values.items():
            argument = self._by_name.get(name)
            schema = {} if argument is None else argument.schema
            self.warnings += check(value, schema, self._schemas, name)
        for name, value in self.extra.items():
            self.warnings += check(value, self._extra or {}, self._schemas, name)

    def _form(self, item: Argument) -> str:
        """Return a pair with the name of an argument, whose value has to be written."""
        kinds = self._schemas.kinds(item.schema)
        if self._schemas.is_file(item.schema) or self._schemas.are_files(item.schema):
            return f"{item.label}@FILE"
        if item.whole or (kinds and kinds <= {"array", "object"}):
            return "--body JSON" if item.whole else f"{item.label}:=JSON"
        return f"{item.label}=VALUE"


def _is_json(text: str) -> bool:
    """Return whether a body is JSON rather than the name of a file."""
    start = text.strip()
    return start.startswith(_JSON_START) or bool(_JSON_SCALAR.fullmatch(start))


def _file_name(text: str) -> str:
    """Return the name of a file, which can be written with `@` as in pairs."""
    return text.removeprefix("@")


def _path(name: str, place: str) -> Path:
    if not name:
        raise ArgumentError(place, "needs the name of a file, or - for standard input")
    return Path(name)
