"""Base class of the models of an API: decoded JSON with attribute access.

    class Choice(BaseModel):
        index: int
        message: Message                            # required
        tool_calls: list[ToolCall] | None = None    # optional
        class_: str = field(key="class")            # JSON key differs from the name

Responses are not validated and lose no data. Undeclared members are available as attributes
and in `model_extra`. Values that do not match their declaration are kept unchanged.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from copy import deepcopy
from functools import cached_property
from reprlib import recursive_repr
from types import FunctionType, NoneType
from typing import Any, Final, Self, dataclass_transform

from ..lazy import load_feature
from .conversion import model_converter
from .declarations import declaration_of
from .records import (
    JSONObject,
    field,
    merge_into_base,
    plain,
    set_request_id,
    set_slot_values,
    slot_values,
    type_of,
)
from .serialization import SerializableObject


@dataclass_transform(kw_only_default=True, field_specifiers=(field,))
@merge_into_base
class BaseModel(SerializableObject):
    """A JSON object of the API with attribute access.

    Attributes can be set and deleted; arrays are lists. A missing optional field has its
    default value, which is usually `None`. Reading a missing required field raises
    `AttributeError`. Objects of the same class are equal if their members are equal.

    The constructor accepts the fields as keyword arguments, and undeclared members if the
    class declares their type.

    Raises:
        TypeError: A required field is missing, or an argument is not a field and the class
            declares no type of undeclared members.
    """

    __slots__ = ()

    def __init_subclass__(
        cls,
        *,
        extra: str | None = None,
        base: str | None = None,
        read_only: tuple[str, ...] = (),
    ) -> None:
        """Set what the fields do not declare.

        Args:
            extra: Annotation of the values of undeclared keys. Default: any JSON.
            base: Name of the class that this one extends in the API. In a union of
                classes that extend it, an unknown object becomes its instance.
            read_only: JSON keys that only the server sets. Requests omit them.
        """
        if extra is not None:
            cls._extra = extra
        if base is not None:
            cls._base = base
        if read_only:
            cls._read_only = read_only
        # Importing a client defines many classes. Most have fields only and no other base
        # class, so that no method is to be protected and no other base class is called.
        if cls.__bases__ != _NO_OTHER_BASES:
            # Not the next class of this one, which `merge_into_base` replaces.
            super(JSONObject, cls).__init_subclass__()
        elif _NO_METHODS.issuperset(map(type, vars(cls).values())):
            return
        protect_methods(cls)

    def __init__(self, /, **values: Any) -> None:
        declaration = declaration_of(type(self))
        fields = declaration.by_name
        # The JSON key of a renamed field is not an undeclared member.
        unknown = [
            name
            for name in values
            if name not in fields
            and (declaration.extra is None or name in declaration.by_key)
        ]
        if unknown:
            raise TypeError(
                f"{type(self).__name__}() got unexpected keyword arguments:"
                f" {', '.join(map(repr, unknown))}"
            )
        missing = [
            name
            for name, field in fields.items()
            if field.required and name not in values
        ]
        if missing:
            raise TypeError(
                f"{type(self).__name__}() missing required keyword arguments:"
                f" {', '.join(map(repr, missing))}"
            )
        self.__dict__ = {
            fields[name].key if name in fields else name: value
            for name, value in values.items()
        }

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Create an instance from a JSON object, including nested models.

        The data is copied and not modified. It is not validated.

        Raises:
            TypeError: The data is not a mapping.
        """
        members: Any = data.__dict__ if isinstance(data, JSONObject) else data
        if not hasattr(members, "keys"):
            raise TypeError(
                f"{cls.__name__} must be created from a mapping,"
                f" not {type_of(members).__name__}"
            )
        model: Self = model_converter(cls)(plain(dict(members)))
        return model

    @classmethod
    def model_validate(cls, obj: Mapping[str, Any]) -> Self:
        """Create an instance from a JSON object; same as `from_dict`."""
        # Not `model_validate = from_dict`: mypy loses the type of `cls`.
        return cls.from_dict(obj)

    @classmethod
    def model_validate_json(cls, json_data: str | bytes | bytearray) -> Self:
        """Create an instance from a JSON text; see `from_dict`.

        Raises:
            ValueError: The text is not valid JSON.
            TypeError: It is not a JSON object.
        """
        return cls.from_dict(json.loads(json_data))

    @classmethod
    def model_construct(
        cls, _fields_set: set[str] | None = None, **values: Any
    ) -> Self:
        """Create an instance from attributes or JSON keys, of which none is required.

        Args:
            _fields_set: No effect; accepted as by pydantic.
            **values: The members. Dicts become models where the class declares them.
        """
        fields = declaration_of(cls).by_name
        return cls.from_dict(
            {
                fields[name].key if name in fields else name: value
                for name, value in values.items()
            }
        )

    def model_copy(
        self, *, update: Mapping[str, Any] | None = None, deep: bool = False
    ) -> Self:
        """Return a copy.

        Args:
            update: Attributes to set in the copy. They are not validated.
            deep: Whether to copy nested models, lists and dicts as well.
        """
        copied = self.__deepcopy__({}) if deep else self.__copy__()
        fields = declaration_of(type(self)).by_name
        for name, value in (update or {}).items():
            copied.__dict__[fields[name].key if name in fields else name] = value
        return copied

    @property
    def model_fields_set(self) -> set[str]:
        """The names of all members that are present, including undeclared and null ones."""
        declared = declaration_of(type(self)).by_key
        return {declared[key].name if key in declared else key for key in self.__dict__}

    @property
    def model_extra(self) -> dict[str, Any]:
        """The undeclared members, in a new dict."""
        declared = declaration_of(type(self)).by_key
        return {
            key: value for key, value in self.__dict__.items() if key not in declared
        }

    @property
    def _request_id(self) -> str | None:
        """Request ID that the server sent with the response; not part of the JSON."""
        return getattr(self, "_response_info", None)

    @_request_id.setter
    def _request_id(self, value: str | None) -> None:
        self._response_info = value

    def __eq__(self, other: object) -> bool:
        if type(other) is not type(self):
            return NotImplemented
        return self.__dict__ == other.__dict__

    @recursive_repr()
    def __repr__(self) -> str:
        declared = declaration_of(type(self)).by_key
        keywords: list[str] = []
        others: list[str] = []
        for key, value in self.__dict__.items():
            name = declared[key].name if key in declared else key
            if name.isidentifier():
                keywords.append(f"{name}={value!r}")
            else:
                others.append(f"{name!r}: {value!r}")
        if others:
            keywords.append(f"**{{{', '.join(others)}}}")
        return f"{type(self).__name__}({', '.join(keywords)})"

    def __copy__(self) -> Self:
        return self._copy_with(dict(self.__dict__))

    def __deepcopy__(self, memo: dict[int, Any]) -> Self:
        copied = self._copy_with({})
        memo[id(self)] = copied  # Before the members, which may refer to this object.
        copied.__dict__.update(deepcopy(self.__dict__, memo))
        return copied

    def _copy_with(self, members: dict[str, Any]) -> Self:
        """Create an instance with other members and the same metadata."""
        model = object.__new__(type(self))
        model.__dict__ = members
        set_request_id(model, self._request_id)
        set_slot_values(model, slot_values(self))
        return model

    def __reduce_ex__(self, protocol: Any) -> tuple[Any, ...]:
        # `object.__reduce_ex__` looks up methods on the instance, where members shadow them.
        state = (self.__dict__, self._request_id)
        values = slot_values(self)
        return _create_empty, (type(self),), (*state, values) if values else state

    def __setstate__(self, state: tuple[Any, ...]) -> None:
        self.__dict__, self._response_info, *values = state
        set_slot_values(self, *values)
        declaration_of(type(self)).add_missing_fields(self.__dict__)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: Any) -> Any:
        """Support the class as the type of a pydantic field and as a FastAPI body.

        Pydantic checks that the required keys are present, that literal fields have one of
        their values, and that the others have a declared JSON type or are null. This selects
        the member of a union. The values inside nested objects are not checked, and
        instances are accepted unchanged.

        Declare a FastAPI body as `Annotated[Order, Body()]`: FastAPI treats parameters of
        classes that do not derive from pydantic's as query parameters.
        """
        return _pydantic_schema().build_core_schema(cls, handler)

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: Any, handler: Any) -> dict[str, Any]:
        """Return the JSON schema of the declared fields, with nested models in `$defs`."""
        json_schema: dict[str, Any] = _pydantic_schema().build_json_schema(cls, handler)
        return json_schema


def _pydantic_schema() -> Any:
    # Imported on first use: it requires pydantic, which is not a dependency.
    return load_feature("models.pydantic_schema")


def _create_empty(cls: type[BaseModel]) -> BaseModel:
    """Create an instance without members, for `pickle`."""
    return object.__new__(cls)


class _Method:
    """A method that instance attributes cannot shadow, because it is a data descriptor."""

    __slots__ = ("_function", "_name")

    def __init__(self, name: str, function: Any) -> None:
        self._name = name
        self._function = function

    @property
    def __isabstractmethod__(self) -> bool:
        """Whether the class cannot be instantiated if it derives from `abc.ABC`."""
        return getattr(self._function, "__isabstractmethod__", False)

    def __get__(self, instance: JSONObject | None, owner: type[JSONObject]) -> Any:
        return self._function.__get__(instance, owner)

    def __set__(self, instance: JSONObject, value: Any) -> None:
        raise AttributeError(
            f"cannot set {self._name!r}, a method of {type(instance).__name__};"
            " use vars(...) to set a JSON member of this name",
            name=self._name,
            obj=instance,
        )


def protect_methods(cls: type[JSONObject]) -> None:
    """Prevent the members of instances from shadowing the methods of a class.

    Python looks up most special methods on the class, but `copy` and `pickle` look up
    some on the instance.

    Raises:
        TypeError: The class has a `cached_property`, whose value would become a member of
            the JSON object.
    """
    for name, value in _methods(cls).items():
        if isinstance(value, cached_property):
            raise TypeError(
                f"{cls.__name__}.{name} is a cached_property, whose value would become a"
                " member of the JSON object; use property"
            )
        if name in _LOOKED_UP_ON_INSTANCE or not name.startswith("__"):
            setattr(cls, name, _Method(name, value))


def _methods(cls: type[JSONObject]) -> dict[str, Any]:
    """Return the methods of a class and of the base classes that are not models."""
    methods: dict[str, Any] = {}
    for base in reversed(cls.__bases__):
        if not issubclass(base, JSONObject):
            for owner in base.__mro__[-2::-1]:
                methods |= _own_methods(owner)
    return methods | _own_methods(cls)


def _own_methods(cls: type[object]) -> dict[str, Any]:
    return {
        name: value for name, value in vars(cls).items() if isinstance(value, _METHODS)
    }


_NO_OTHER_BASES: Final[tuple[type[object], ...]] = (JSONObject,)
_LOOKED_UP_ON_INSTANCE: Final = frozenset({"__deepcopy__", "__reduce_ex__"})
_NO_METHODS: Final[frozenset[type[object]]] = frozenset(
    {str, dict, tuple, NoneType, bool, int, float}
)
_METHODS: Final[tuple[type[object], ...]] = (
    FunctionType,
    classmethod,
    staticmethod,
    cached_property,
)


protect_methods(BaseModel)
