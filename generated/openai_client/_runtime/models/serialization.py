"""Methods of models that return their members as Python objects or JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, Literal

from .declarations import declaration_of
from .dumping import Dump, IncEx
from .records import JSONObject


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
