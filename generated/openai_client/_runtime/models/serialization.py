"""Serialization of models, with the methods and arguments of pydantic."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Set
from typing import Any, Literal, NamedTuple, TypeAlias

from .declarations import declaration_of
from .records import JSONObject, json_default, merge_into_base, type_of


@merge_into_base
class SerializableObject(JSONObject):
    """A JSON object with the methods of pydantic and of other SDKs for serialization."""

    __slots__ = ()

    def model_dump(
        self,
        *,
        mode: Literal["python", "json"] | str = "python",
        include: IncEx | None = None,
        exclude: IncEx | None = None,
        by_alias: bool | None = None,
        exclude_unset: bool = False,
        exclude_defaults: bool = False,
        exclude_none: bool = False,
        warnings: bool | str = True,
    ) -> dict[str, Any]:
        """Return the attributes in new dicts and lists, as pydantic does.

        Missing optional fields have their default, unlike in `to_dict`.

        Args:
            mode: `"json"` converts values that JSON does not have, such as dates.
            include: Names or indices of the members to include. A mapping selects inside
                of a member: `{"choices": {0: {"message"}}}`; `"__all__"` stands for all
                names or indices.
            exclude: Names or indices of the members to omit.
            by_alias: Whether the keys are those of the API instead of attribute names.
            exclude_unset: Whether to omit fields that are missing in the JSON object.
            exclude_defaults: Whether to omit fields that are equal to their default.
            exclude_none: Whether to omit attributes that are `None`.
            warnings: No effect; accepted as by pydantic.

        Raises:
            TypeError: A value cannot be encoded as JSON, or `include` or `exclude` is
                neither a set nor a mapping.
        """
        dump = Dump(
            json=mode == "json",
            by_alias=bool(by_alias),
            exclude_unset=exclude_unset,
            exclude_defaults=exclude_defaults,
            exclude_none=exclude_none,
        )
        return dump.model(self, include, exclude)

    def model_dump_json(
        self,
        *,
        indent: int | None = None,
        include: IncEx | None = None,
        exclude: IncEx | None = None,
        by_alias: bool | None = None,
        exclude_unset: bool = False,
        exclude_defaults: bool = False,
        exclude_none: bool = False,
        warnings: bool | str = True,
    ) -> str:
        """Encode the attributes as JSON, as pydantic does.

        `indent` is the number of spaces per level; `None` gives one line without spaces.
        The other arguments are those of `model_dump`.
        """
        dumped = self.model_dump(
            mode="json",
            include=include,
            exclude=exclude,
            by_alias=by_alias,
            exclude_unset=exclude_unset,
            exclude_defaults=exclude_defaults,
            exclude_none=exclude_none,
        )
        return _encode(dumped, indent)

    def to_dict(
        self,
        *,
        mode: Literal["python", "json"] = "python",
        use_api_names: bool = True,
        exclude_unset: bool = True,
        exclude_defaults: bool = False,
        exclude_none: bool = False,
        warnings: bool = True,
    ) -> dict[str, Any]:
        """Return the JSON object in new dicts and lists, with the API's JSON keys.

        `use_api_names=False` gives attribute names instead of JSON keys. The other
        arguments are those of `model_dump`.
        """
        return self.model_dump(
            mode=mode,
            by_alias=use_api_names,
            exclude_unset=exclude_unset,
            exclude_defaults=exclude_defaults,
            exclude_none=exclude_none,
        )

    def to_json(
        self,
        *,
        indent: int | None = 2,
        use_api_names: bool = True,
        exclude_unset: bool = True,
        exclude_defaults: bool = False,
        exclude_none: bool = False,
        warnings: bool = True,
    ) -> str:
        """Encode the JSON object as a string.

        `indent` is the number of spaces per level; `None` gives one line without spaces.
        The other arguments are those of `to_dict`.
        """
        dumped = self.to_dict(
            mode="json",
            use_api_names=use_api_names,
            exclude_unset=exclude_unset,
            exclude_defaults=exclude_defaults,
            exclude_none=exclude_none,
        )
        return _encode(dumped, indent)

    def __iter__(self) -> Iterator[Any]:
        """Iterate over pairs of attribute name and value, so that `dict(model)` works."""
        # `Any`: pages, which are models as well, iterate over their items.
        members = self.__dict__
        declared = declaration_of(type(self)).by_key
        for key, field in declared.items():
            if key in members:
                yield field.name, members[key]
            elif not field.required:
                yield field.name, getattr(type(self), field.name)
        for key, value in members.items():
            if key not in declared:
                yield key, value


def _encode(value: Any, indent: int | None) -> str:
    separators = (",", ":") if indent is None else None
    return json.dumps(value, ensure_ascii=False, indent=indent, separators=separators)


IncEx: TypeAlias = (
    "set[int] | set[str] | Mapping[int, IncEx | bool] | Mapping[str, IncEx | bool]"
)
"""Names of attributes, keys or indices of items to include or to exclude.

A mapping selects inside of the value of a name; the key `"__all__"` stands for all names
or indices, and the value `True` for a whole value.
"""


class Dump(NamedTuple):
    """Options of the serialization of a model.

    Attributes:
        json: Whether to convert values that JSON does not have, such as dates.
        by_alias: Whether the keys are those of the API instead of attribute names.
        exclude_unset: Whether to omit fields that are missing in the JSON object.
        exclude_defaults: Whether to omit fields that are equal to their default.
        exclude_none: Whether to omit members of models that are `None`.
    """

    json: bool
    by_alias: bool
    exclude_unset: bool
    exclude_defaults: bool
    exclude_none: bool

    def model(
        self, model: JSONObject, include: Any = None, exclude: Any = None
    ) -> dict[str, Any]:
        """Return the members of a model.

        Missing optional fields have their default. Declared fields are first, in the order
        of their declaration, unless `exclude_unset` omits the missing ones.
        """
        cls, members = type_of(model), model.__dict__
        declared = declaration_of(cls).by_key
        keys = members if self.exclude_unset else {**declared, **members}
        dumped: dict[str, Any] = {}
        for key in keys:
            field = declared.get(key)
            name = key if field is None else field.name
            selected = _select(name, include, exclude)
            if selected is None:
                continue
            if field is None or field.required:
                if key not in members:
                    continue
                value = members[key]
            else:
                default = getattr(cls, name)
                value = members.get(key, default)
                if self.exclude_defaults and value == default:
                    continue
            if value is not None or not self.exclude_none:
                dumped[key if self.by_alias else name] = self.value(value, *selected)
        return dumped

    def value(self, value: Any, include: Any = None, exclude: Any = None) -> Any:
        """Return a value in new dicts and lists.

        Raises:
            TypeError: The value cannot be encoded as JSON.
            RecursionError: The value contains itself.
        """
        kind = type_of(value)
        if issubclass(kind, JSONObject):
            return self.model(value, include, exclude)
        if issubclass(kind, dict):
            return {
                key: self.value(item, *selected)
                for key, item in value.items()
                if (selected := _select(key, include, exclude)) is not None
            }
        if issubclass(kind, (list, tuple)):
            count = len(value)
            include, exclude = _from_start(include, count), _from_start(exclude, count)
            return [
                self.value(item, *selected)
                for index, item in enumerate(value)
                if (selected := _select(index, include, exclude)) is not None
            ]
        if not self.json or value is None or issubclass(kind, (str, int, float)):
            return value
        return self.value(json_default(value))


def _select(key: Any, include: Any, exclude: Any) -> tuple[Any, Any] | None:
    """Return what to include and exclude inside of a value; `None`: omit the value."""
    if include is None and exclude is None:
        return None, None
    inner = None if exclude is None else _entry("exclude", exclude, key)
    if inner is True:
        return None
    if include is None:
        return None, inner
    kept = _entry("include", include, key)
    if kept is None:
        return None
    return (None if kept is True else kept), inner


def _entry(argument: str, selection: Any, key: Any) -> Any:
    """Return what is selected inside of a value: `True` for all, `None` for nothing.

    Raises:
        TypeError: The selection is neither a set nor a mapping.
    """
    entries = _as_mapping(selection)
    if entries is None:
        kind = type_of(selection).__name__
        raise TypeError(f"{argument} must be a set or a mapping, not {kind}")
    return _merge(entries.get(key), entries.get("__all__"))


def _merge(own: Any, general: Any) -> Any:
    """Merge the selection of a name with that of all names; `True` and `...` mean all.

    If one of them selects everything, the selection of the name has priority.
    """
    left, right = _as_mapping(own), _as_mapping(general)
    if left is None or right is None:
        selection = general if own is None else own
        return True if selection is ... else selection
    return {key: _merge(left.get(key), right.get(key)) for key in {**left, **right}}


def _as_mapping(selection: Any) -> Mapping[Any, Any] | None:
    """Return a set as a mapping to `True`; `None` if it is neither a set nor a mapping."""
    kind = type_of(selection)
    if issubclass(kind, Set):
        return dict.fromkeys(selection, True)
    return selection if issubclass(kind, Mapping) else None


def _from_start(selection: Any, count: int) -> Any:
    """Replace negative indices, which count from the end of a list."""
    entries = _as_mapping(selection)
    if entries is None:
        return selection
    return {
        key + count if isinstance(key, int) and key < 0 else key: value
        for key, value in entries.items()
    }
