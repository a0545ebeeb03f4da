"""Programs that use everything of a client, and the errors of mypy in them.

A program has one function for each argument of each call, each attribute of a model, and
each key of a dictionary. Each line has a subject: what the changes of a comparison name.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeAlias

from generator.comparison import Change, Level
from generator.comparison.sides import MethodEntry, Side
from generator.python.expressions import TypeExpr, imported_names
from generator.python.resources import Argument, Place, Streams
from generator.python.types import ModelClass, ParamClass
from generator.rendering.python.annotations import format_type
from generator.rendering.python.client import exported_names

Errors: TypeAlias = list[tuple[int, str]]
"""Numbers of lines, from 0, and messages."""

_STANDARD = {
    "Any": "typing",
    "Callable": "collections.abc",
    "Literal": "typing",
    "Mapping": "collections.abc",
    "Sequence": "collections.abc",
    "Union": "typing",
    "date": "datetime",
    "datetime": "datetime",
}


class Callers:
    """The program for a client.

    Args:
        side: The client.
    """

    def __init__(self, side: Side) -> None:
        self._side = side
        self._names: dict[str, None] = {}
        self._statements: list[tuple[str, str]] = []

    def lines(self) -> list[tuple[str, str]]:
        """Return the lines with their subjects; `""` for lines without one."""
        for entry in self._side.methods.values():
            self._add_calls(entry)
        for item in self._side.types.values():
            match item:
                case ModelClass():
                    self._add_attributes(item)
                case ParamClass():
                    self._add_keys(item)
                case _:
                    self._names.setdefault(item.name)
        package = self._side.package
        head = [(f"from {package.name} import {package.client.name}", "client")]
        head.append((f"from {package.name} import _runtime", ""))
        head += [
            (
                f"from {package.name} import {name} as exported_{name}",
                f"{package.name}.{name}",
            )
            for name in sorted(exported_names(package))
        ]
        return [*head, *self._imports(), *self._statements]

    def _imports(self) -> Iterator[tuple[str, str]]:
        package = self._side.package.name
        for name in self._names:
            if name in self._side.types:
                module = self._side.module_of(name)
                yield f"from {package}.{module} import {name}", f"{module}.{name}"
                continue
            module = _STANDARD.get(name, f"{package}._runtime")
            yield f"from {module} import {name}", ""

    def _type(self, type_: TypeExpr) -> str:
        for name in imported_names(type_):
            self._names.setdefault(name)
        return format_type(type_)

    def _add(self, subject: str, arguments: list[str], result: str, body: str) -> None:
        number = len(self._statements)
        signature = f"def use_{number}({', '.join(arguments)}) -> {result}"
        self._statements.append((f"{signature}: {body}", subject))

    def _add_calls(self, entry: MethodEntry) -> None:
        method = entry.method
        arguments = method.default_arguments
        if any(item.place is Place.PARSED for item in arguments):
            return
        needed = [item for item in arguments if item.required or item.with_body]
        self._add_call(entry, [item for item in arguments if item.required])
        self._add_call(entry, needed)
        for item in arguments:
            is_stream = item == method.stream_argument
            if item not in needed and not is_stream:
                self._add_call(entry, [*needed, item])

    def _add_call(self, entry: MethodEntry, passed: list[Argument]) -> None:
        method = entry.method
        types = [
            f"a{number}: {self._type(item.type)}" for number, item in enumerate(passed)
        ]
        values = [
            f"a{number}" if item.positional else f"{item.name}=a{number}"
            for number, item in enumerate(passed)
        ]
        client = self._side.package.client.name
        typed = method.streams is Streams.NEVER and not method.has_overloads
        result = self._type(method.returns) if typed else "object"
        # The functions of the interpreter that return nothing have no value.
        body = "" if result == "None" else "return "
        self._add(
            entry.subject,
            [f"client: {client}", *types],
            result,
            f"{body}client.{entry.call}({', '.join(values)})",
        )

    def _add_attributes(self, item: ModelClass) -> None:
        self._names.setdefault(item.name)
        subject = f"{self._side.module_of(item.name)}.{item.name}"
        for field in item.fields:
            result = self._type(field.type)
            body = f"return item.{field.name}"
            self._add(subject, [f"item: {item.name}"], result, body)

    def _add_keys(self, item: ParamClass) -> None:
        self._names.setdefault(item.name)
        subject = f"{self._side.module_of(item.name)}.{item.name}"
        for field in item.fields:
            value = f"value: {self._type(field.type)}"
            body = f"item[{field.key!r}] = value"
            self._add(subject, [f"item: {item.name}", value], "None", body)
        needed = [field for field in item.fields if field.required]
        values = [f"a{n}: {self._type(field.type)}" for n, field in enumerate(needed)]
        entries = ", ".join(f"{field.key!r}: a{n}" for n, field in enumerate(needed))
        self._add(subject, values, item.name, f"return {{{entries}}}")


def unnamed_errors(
    old: Side, changes: Iterable[Change], lines: list[tuple[str, str]], errors: Errors
) -> list[str]:
    """Return the errors whose subject no change names, with their lines.

    Args:
        old: The old client.
        changes: Changes of the comparison.
        lines: The program of the old client, with the subjects of the lines.
        errors: Messages of mypy about the program with the new client, by line.
    """
    named = {item.subject for item in changes if item.level >= Level.WARNING}
    return [
        f"{lines[number][0]}  # {message}"
        for number, message in errors
        if not named & {*_subjects(old, lines[number][1])}
    ]


def _subjects(old: Side, subject: str) -> Iterator[str]:
    """Yield a subject, and the calls whose arguments are the keys of a dictionary."""
    yield subject
    item = old.types.get(subject.rpartition(".")[2])
    if isinstance(item, ParamClass):
        for entry in old.flattened_bodies.get(item.key, []):
            yield entry.subject
