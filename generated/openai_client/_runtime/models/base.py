"""The base of the classes that describe an API's answers: decoded JSON, read as attributes.

    class Choice(BaseModel):
        index: int
        message: Message                            # required
        tool_calls: list[ToolCall] | None = None    # optional
        class_: str = field(key="class")            # not named as its key

Nothing is validated and nothing is lost. What a server sends beyond the declaration is
there as attributes and in `model_extra`; what is not as declared stays as it came.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from copy import deepcopy
from importlib import import_module
from reprlib import recursive_repr
from types import FunctionType
from typing import Any, Self, dataclass_transform

from .declarations import declaration_of
from .jsonable import json_default as json_default
from .conversion import view_converter
from .records import Record, kind_of, plain, set_request_id
from .records import field as field


@dataclass_transform(kw_only_default=True, field_specifiers=(field,))
class BaseModel(Record):
    """A JSON object of an API, as an object of Python.

    Its members are attributes, which can be set and deleted; lists are lists. An optional
    field that is absent reads as its default, which is None; reading a required one that
    is absent is an `AttributeError`. Two of one class are equal if their members are.

    The keyword arguments of a class are its fields.

    Raises:
        TypeError: A required field is missing, or there is no field of that name.
    """

    __slots__ = ()

    def __init_subclass__(cls, *, extra: str | None = None) -> None:
        """Takes the class argument `extra`.

        Args:
            extra: The annotation of values whose keys are not declared; default: any JSON.
        """
        if extra is not None:
            cls._extra = extra

    def __init__(self, /, **values: Any) -> None:
        fields = declaration_of(type(self)).by_name
        unknown = [name for name in values if name not in fields]
        if unknown:
            raise TypeError(f"{type(self).__name__} has no field {_listed(unknown)}")
        missing = [
            name
            for name, field in fields.items()
            if field.required and name not in values
        ]
        if missing:
            raise TypeError(f"{type(self).__name__} requires {_listed(missing)}")
        self.__dict__ = {fields[name].key: value for name, value in values.items()}

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """The view of a JSON object, with views in its fields where classes are declared.

        The data is copied first, and is not changed. Nothing is validated.

        Raises:
            TypeError: The data is no mapping.
        """
        members: Any = data.__dict__ if isinstance(data, Record) else data
        if not hasattr(members, "keys"):
            raise TypeError(f"a {kind_of(members).__name__} is no JSON object")
        view: Self = view_converter(cls)(plain(dict(members)))
        return view

    @classmethod
    def model_validate(cls, obj: Mapping[str, Any]) -> Self:
        """As `from_dict`, by pydantic's name."""  # An assigned alias mypy misreads.
        return cls.from_dict(obj)

    def to_dict(self) -> dict[str, Any]:
        """The JSON object as it is now, in new dicts and lists; keys are those of the API."""
        return {key: plain(value) for key, value in self.__dict__.items()}

    model_dump = to_dict

    def to_json(self, indent: int | None = None) -> str:
        """The JSON object as it is now, as text.

        Args:
            indent: Spaces for each level; default: all on one line, without spaces.
        """
        return json.dumps(
            self.__dict__,
            default=json_default,
            ensure_ascii=False,
            indent=indent,
            separators=(",", ":") if indent is None else None,
        )

    model_dump_json = to_json

    @property
    def model_fields_set(self) -> set[str]:
        """The names of what is there: null counts, and fields that are not declared."""
        declared = declaration_of(type(self)).by_key
        return {declared[key].name if key in declared else key for key in self.__dict__}

    @property
    def model_extra(self) -> dict[str, Any]:
        """The members whose keys are not declared, in a new dict."""
        declared = declaration_of(type(self)).by_key
        return {
            key: value for key, value in self.__dict__.items() if key not in declared
        }

    @property
    def _request_id(self) -> str | None:
        """The server's identifier of the request that this answers; not part of the JSON."""
        return getattr(self, "_answered", None)

    @_request_id.setter
    def _request_id(self, value: str | None) -> None:
        self._answered = value

    def __eq__(self, other: object) -> bool:
        if type(other) is not type(self):
            return NotImplemented
        return self.__dict__ == other.__dict__

    @recursive_repr()
    def __repr__(self) -> str:
        declared = declaration_of(type(self)).by_key
        named: list[str] = []
        unnamed: list[str] = []
        for key, value in self.__dict__.items():
            name = declared[key].name if key in declared else key
            if name.isidentifier():
                named.append(f"{name}={value!r}")
            else:
                unnamed.append(f"{name!r}: {value!r}")
        if unnamed:
            named.append(f"**{{{', '.join(unnamed)}}}")
        return f"{type(self).__name__}({', '.join(named)})"

    def __copy__(self) -> Self:
        return self._with(dict(self.__dict__))

    def __deepcopy__(self, memo: dict[int, Any]) -> Self:
        copied = self._with({})
        memo[id(self)] = copied  # Before its members, which may lead back to it.
        copied.__dict__.update(deepcopy(self.__dict__, memo))
        return copied

    def _with(self, members: dict[str, Any]) -> Self:
        """Another view of the same class and answer."""
        view = object.__new__(type(self))
        view.__dict__ = members
        set_request_id(view, self._request_id)
        return view

    def __reduce_ex__(self, protocol: Any) -> tuple[Any, ...]:
        # The one of `object` asks the instance for methods, which the members may shadow.
        return _blank, (type(self),), (self.__dict__, self._request_id)

    def __setstate__(self, state: tuple[dict[str, Any], str | None]) -> None:
        self.__dict__, self._answered = state
        declaration_of(type(self)).notice_absent(self.__dict__)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: Any) -> Any:
        """Lets pydantic take views and objects for a field, and give objects for it.

        So FastAPI can take one for a body and give one as an answer. A body is told by
        `Annotated[Order, Body()]`: without, FastAPI looks for what is no class of
        pydantic's own in the query.
        """
        # Not a dependency: whoever asks has it.
        core_schema: Any = import_module("pydantic_core.core_schema")
        return core_schema.no_info_plain_validator_function(
            cls._validated,
            serialization=core_schema.plain_serializer_function_ser_schema(cls.to_dict),
        )

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: Any, handler: Any) -> dict[str, Any]:
        """The object's keys; of their values nothing, as nothing is validated."""
        fields = declaration_of(cls).by_key
        return {
            "type": "object",
            "title": cls.__name__,
            "properties": {key: {} for key in fields},
            "required": [key for key, field in fields.items() if field.required],
        }

    @classmethod
    def _validated(cls, value: Any) -> Self:
        if isinstance(value, cls):
            return value
        try:
            return cls.from_dict(value)
        except TypeError as error:  # A `ValueError` is what pydantic reports.
            raise ValueError(str(error)) from error


def _blank(cls: type[BaseModel]) -> BaseModel:
    """A view without members, for `pickle` to fill."""
    return object.__new__(cls)


def _listed(names: list[str]) -> str:
    return ", ".join(map(repr, names))


class _Method:
    """A method that a member of the instance cannot shadow, since it can be "set"."""

    __slots__ = ("_function", "_name")

    def __init__(self, name: str, function: Any) -> None:
        self._name = name
        self._function = function

    def __get__(self, instance: Record | None, owner: type[Record]) -> Any:
        return self._function.__get__(instance, owner)

    def __set__(self, instance: Record, value: Any) -> None:
        raise AttributeError(
            f"{self._name!r} is a method of {type(instance).__name__}; a member of that"
            " name is set in vars(...)",
            name=self._name,
            obj=instance,
        )


def protect(cls: type[Record]) -> None:
    """Puts the methods that are asked of instances out of the reach of their members.

    Python asks classes, not instances, for most methods with two underscores; the `copy`
    and `pickle` modules ask instances for theirs.
    """
    asked = {"__deepcopy__", "__reduce_ex__"}
    for name, value in tuple(vars(cls).items()):
        if isinstance(value, (FunctionType, classmethod)) and (
            name in asked or not name.startswith("__")
        ):
            setattr(cls, name, _Method(name, value))


protect(BaseModel)
