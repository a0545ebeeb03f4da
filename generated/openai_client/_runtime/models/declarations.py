"""What a class of views declares: its fields, as its annotations say."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from operator import itemgetter
from typing import Any, NamedTuple, TypeVar

from .annotations import SCALARS, node_of
from .records import Absent, Record, Renamed
from .scopes import Placed, Scope, literal_values
from .unions import Converter, mark

T = TypeVar("T")

_SCALARS = SCALARS | {"Any", "object"}


class AnnotationError(TypeError):
    """An annotation cannot be read, or names what does not exist: a fault of the module."""


class Annotation(NamedTuple):
    """An annotation and where it stands."""

    value: Any
    """Text, as a rule (see `annotations.node_of`)."""
    scope: Scope
    place: str
    """What it describes, for messages: `"acme.types.chat.Choice.message"`."""

    @property
    def viewless(self) -> bool:
        """Whether a glance shows that no view is in it: scalars, or literals alone."""
        if not isinstance(self.value, str):
            return False
        text = self.value.removesuffix(" | None")
        literal = text.startswith("Literal[") and text.find("]") == len(text) - 1
        return literal or text in _SCALARS

    def read(self, action: Callable[[Placed], T]) -> T:
        """What an action finds out about the type.

        Raises:
            AnnotationError: The action could not read it, or find one of its names.
        """
        try:
            return action(Placed(node_of(self.value), self.scope))
        except (LookupError, SyntaxError) as error:
            raise AnnotationError(f"{self.place}: {self.value}: {error}") from error


class Field(NamedTuple):
    """A declared field."""

    name: str
    """In Python."""
    key: str
    """In JSON."""
    required: bool
    renamed: bool
    """Whether it has a descriptor."""
    annotation: Annotation


class Declaration:
    """The fields of a class, with those of the classes that it derives from.

    Attributes:
        by_name: The fields by their names in Python.
        by_key: The same by their keys in JSON.
        extra: The annotation of values whose keys are not declared; None: any JSON.
        present: Raises `KeyError` for an object that lacks a required field. It looks for
            no field any more that some object has lacked before.
        convert: The converter of the class, once `plans` has made it.
    """

    __slots__ = (
        "_cls",
        "_literals",
        "_watched",
        "by_key",
        "by_name",
        "convert",
        "extra",
        "present",
    )

    def __init__(self, cls: type[Record]) -> None:
        self._cls = cls
        self.by_name = {field.name: field for field in _fields(cls)}
        self.by_key = {field.key: field for field in self.by_name.values()}
        self.extra = _extra(cls)
        self.convert: Converter | None = None
        self._literals: Mapping[str, frozenset[Any]] | None = None
        self._watch(self.required())

    def required(self) -> list[str]:
        """The keys of the required fields."""
        return [key for key, field in self.by_key.items() if field.required]

    def literals(self) -> Mapping[str, frozenset[Any]]:
        """Key -> marks of the values, for the fields that are literals only."""
        if self._literals is None:
            found = {
                key: field.annotation.read(literal_values)
                for key, field in self.by_key.items()
                if field.annotation.value not in _SCALARS
            }
            self._literals = {
                key: frozenset(map(mark, values))
                for key, values in found.items()
                if values is not None
            }
        return self._literals

    def _watch(self, keys: list[str]) -> None:
        self._watched = keys
        self.present: Callable[[Any], Any] = itemgetter(*keys) if keys else len

    def notice_absent(self, data: Mapping[str, Any]) -> None:
        """Lets the class explain those required fields that an object lacks."""
        for key in self._watched:
            field = self.by_key[key]
            if key not in data and not field.renamed:
                setattr(self._cls, field.name, Absent(field.name))
        self._watch([key for key in self._watched if key in data])


def declaration_of(cls: type[Record]) -> Declaration:
    """The declaration of a class, read once."""
    declaration: Declaration | None = vars(cls).get("_declaration")
    if declaration is None:
        declaration = Declaration(cls)
        setattr(cls, "_declaration", declaration)
    return declaration


def _fields(cls: type[Record]) -> Iterator[Field]:
    for base in reversed(cls.__mro__):
        if issubclass(base, Record):
            for name, annotation in base.__annotations__.items():
                value = _class_attribute(cls, name)
                renamed = isinstance(value, Renamed)
                yield Field(
                    name,
                    key=value.key if renamed else name,
                    required=value.required if renamed else isinstance(value, Absent),
                    renamed=renamed,
                    annotation=_placed(annotation, base, f".{name}"),
                )


_ABSENT = Absent("")


def _class_attribute(cls: type, name: str) -> Any:
    """The attribute itself, where asking the class would ask a descriptor."""
    for base in cls.__mro__:
        if name in vars(base):
            return vars(base)[name]
    return _ABSENT


def _extra(cls: type[Record]) -> Annotation | None:
    for base in cls.__mro__:
        annotation = vars(base).get("_extra")
        if annotation is not None:
            return _placed(annotation, base, "(extra)")
    return None


def _placed(annotation: Any, cls: type, suffix: str) -> Annotation:
    # Type modules stand side by side in the package that knows the names of all.
    scope = Scope(cls.__module__, cls.__module__.rpartition(".")[0])
    return Annotation(annotation, scope, f"{cls.__module__}.{cls.__qualname__}{suffix}")
