"""A document with every kind of argument, and values that its annotations accept."""

from __future__ import annotations

import collections.abc
import functools
import io
import string
import types
import typing
from collections.abc import Callable, Iterator
from datetime import date, datetime
from pathlib import Path
from types import ModuleType
from typing import Any

import typing_extensions
from hypothesis import strategies as st

SCHEMAS: dict[str, Any] = {
    "string": {"type": "string"},
    "integer": {"type": "integer"},
    "number": {"type": "number"},
    "boolean": {"type": "boolean"},
    "time": {"type": "string", "format": "date-time"},
    "day": {"type": "string", "format": "date"},
    "binary": {"type": "string", "format": "binary"},
    "base64": {"type": "string", "format": "byte"},
    "enum": {"enum": ["a", "b"]},
    "mixed_enum": {"enum": ["a", 1, True, None]},
    "list": {"type": "array", "items": {"type": "string"}},
    "files": {"type": "array", "items": {"type": "string", "format": "binary"}},
    "matrix": {
        "type": "array",
        "items": {"type": "array", "items": {"type": "number"}},
    },
    "objects": {"type": "array", "items": {"$ref": "#/components/schemas/Pet"}},
    "object": {"$ref": "#/components/schemas/Pet"},
    "free_object": {"type": "object"},
    "map": {"type": "object", "additionalProperties": {"type": "integer"}},
    "nullable": {"type": ["string", "null"]},
    "nullable_object": {
        "anyOf": [{"$ref": "#/components/schemas/Pet"}, {"type": "null"}]
    },
    "null": {"type": "null"},
    "scalars": {"type": ["string", "integer", "boolean"]},
    "union": {"oneOf": [{"$ref": "#/components/schemas/Pet"}, {"type": "string"}]},
    "file_or_text": {
        "oneOf": [{"type": "string", "format": "binary"}, {"type": "string"}]
    },
    "file_or_object": {
        "oneOf": [
            {"type": "string", "format": "binary"},
            {"$ref": "#/components/schemas/Pet"},
        ]
    },
    "anything": {},
}
PET: dict[str, Any] = {
    "type": "object",
    "required": ["name"],
    "properties": {
        "name": {"type": "string"},
        "age": {"type": ["integer", "null"]},
        "photo": {"type": "string", "format": "binary"},
        "born": {"type": "string", "format": "date"},
        "friends": {"type": "array", "items": {"$ref": "#/components/schemas/Pet"}},
        "extra": {},
    },
}
STYLES = (
    *(("path", style) for style in ("simple", "label", "matrix")),
    *(
        ("query", style)
        for style in ("form", "deepObject", "spaceDelimited", "pipeDelimited")
    ),
    *(("header", "simple"), ("cookie", "form"), ("cookie", "cookie")),
)
MEDIA_TYPES = (
    *("application/json", "application/merge-patch+json", "application/*+json", "*/*"),
    *("application/*", "text/*", "image/*", "text/plain", "text/csv", "image/png"),
    *("application/xml", "image/svg+xml", "application/octet-stream"),
    *("application/x-www-form-urlencoded", "multipart/form-data", "multipart/mixed"),
)
FORMS = (*MEDIA_TYPES[-3:], "application/json")


def build_document() -> dict[str, Any]:
    """Return a document with one operation for each combination of schema and place."""
    paths: dict[str, Any] = {}
    for name, parameter in _list_parameters():
        path = f"/{name}" + ("/{value}" if parameter["in"] == "path" else "")
        paths[path] = {"get": _operation(parameters=[parameter])}
    for name, content in _list_bodies():
        body = {"required": True, "content": content}
        paths[f"/{name}"] = {"post": _operation(requestBody=body)}
    return {
        "openapi": "3.1.0",
        "info": {"title": "Acme", "version": "1"},
        "servers": [{"url": "https://acme.test"}],
        "paths": paths,
        "components": {"schemas": {"Pet": PET}},
    }


def _operation(**keys: Any) -> dict[str, Any]:
    return {**keys, "responses": {"204": {"description": "Done."}}}


def _list_parameters() -> Iterator[tuple[str, dict[str, Any]]]:
    for kind, schema in SCHEMAS.items():
        common = {"name": "value", "required": True}
        for place, style in STYLES:
            for explode in (True, False):
                yield f"{place}_{style}_{kind}_{explode}", {
                    **common,
                    "in": place,
                    "style": style,
                    "explode": explode,
                    "schema": schema,
                }
        for place in ("query", "header", "cookie", "path"):
            content = {"application/json": {"schema": schema}}
            yield f"{place}_json_{kind}", {**common, "in": place, "content": content}


def _list_bodies() -> Iterator[tuple[str, dict[str, Any]]]:
    for kind, schema in SCHEMAS.items():
        for media_type in MEDIA_TYPES:
            yield f"body_{_word(media_type)}_{kind}", {media_type: {"schema": schema}}
        for media_type in FORMS:
            member = {"type": "object", "properties": {"value": schema}}
            yield f"member_{_word(media_type)}_{kind}", {media_type: {"schema": member}}
        for media_type in ("application/xml", *FORMS):
            both = {
                "application/json": {"schema": schema},
                media_type: {"schema": member},
            }
            yield f"either_{_word(media_type)}_{kind}", both


def _word(media_type: str) -> str:
    return media_type.translate(str.maketrans("/+*-.", "__x__"))


@functools.cache
def strategy_of(type_: Any, client: ModuleType, place: str) -> st.SearchStrategy[Any]:
    """Return the values of a type that can be part of a request.

    Requests have limits that types do not express: a path parameter is not empty, and
    headers and cookies have no control characters.
    """

    def of(inner: Any) -> st.SearchStrategy[Any]:
        return strategy_of(inner, client, place)

    runtime = client._runtime
    if type_ is runtime.FileTypes:
        return _FILES
    scalar = _scalars(place).get(type_)
    if scalar is not None:
        return scalar
    alias = _resolve_alias(type_, client)
    if alias is not None:
        return st.deferred(lambda: of(alias()))
    if hasattr(type_, "__required_keys__"):
        return st.deferred(lambda: _dictionaries(type_, of))
    origin, arguments = typing.get_origin(type_), typing.get_args(type_)
    if origin in (typing_extensions.Required, typing_extensions.NotRequired):
        return of(arguments[0])
    if origin is typing.Literal:
        return st.sampled_from(arguments)
    if origin in (typing.Union, types.UnionType):
        return st.one_of([of(item) for item in arguments if item is not runtime.Omit])
    if origin in (collections.abc.Sequence, collections.abc.Iterable):
        return st.lists(of(arguments[0]), min_size=place == "path", max_size=3)
    if origin is tuple:
        return _tuples(arguments, of)
    if origin is collections.abc.Mapping:
        keys = _text(place)
        return st.dictionaries(
            keys, of(arguments[1]), min_size=place == "path", max_size=3
        )
    assert isinstance(type_, type), (type(type_), type_)
    # A model: one without members has no unknown values.
    return st.builds(type_.from_dict, st.just({}))


def _resolve_alias(type_: Any, client: ModuleType) -> Callable[[], Any] | None:
    """Return a function that returns the type of an alias or of a quoted annotation."""
    if isinstance(type_, typing_extensions.TypeAliasType):
        return lambda: type_.__value__
    if isinstance(type_, str | typing.ForwardRef):
        name = type_ if isinstance(type_, str) else type_.__forward_arg__
        return lambda: eval(name, names_of(client))
    return None


def _tuples(
    types_: tuple[Any, ...], of: Callable[[Any], st.SearchStrategy[Any]]
) -> st.SearchStrategy[tuple[Any, ...]]:
    """Return the values of a tuple, whose types may end with a variable tail."""
    match types_:
        case (item, rest) if rest is ...:
            return st.lists(of(item), max_size=3).map(tuple)
        case (*first, tail) if typing_extensions.get_origin(tail) is (
            typing_extensions.Unpack
        ):
            (inner,) = typing.get_args(tail)
            heads = st.tuples(*map(of, first))
            return st.builds(lambda head, rest: head + rest, heads, of(inner))
    return st.tuples(*map(of, types_))


@functools.cache
def names_of(client: ModuleType) -> dict[str, Any]:
    """Return the names that annotations of a client refer to."""
    return {
        **vars(typing),
        **vars(collections.abc),
        **vars(client._runtime),
        **{name: getattr(client.types, name) for name in dir(client.types)},
        "datetime": datetime,
        "date": date,
        **{name: getattr(client._runtime, name) for name in ("FileTypes", "Omit")},
    }


def _dictionaries(
    type_: Any, of: Callable[[Any], st.SearchStrategy[Any]]
) -> st.SearchStrategy[dict[str, Any]]:
    """Return the values of a `TypedDict`."""
    hints = typing_extensions.get_type_hints(type_, include_extras=True)
    required = {key: of(hints[key]) for key in sorted(type_.__required_keys__)}
    rest = {key: of(hints[key]) for key in sorted(type_.__optional_keys__)}
    return st.fixed_dictionaries(required, optional=rest)


def _text(place: str) -> st.SearchStrategy[str]:
    if place in ("headers", "cookies"):
        letters = string.ascii_letters + string.digits + "-_"
        return st.text(letters, min_size=1, max_size=5)
    text = st.text(st.characters(exclude_categories=("Cs",)), max_size=5)
    return (
        text.filter(lambda item: item not in ("", ".", ".."))
        if place == "path"
        else text
    )


def _scalars(place: str) -> dict[Any, st.SearchStrategy[Any]]:
    return {
        str: _text(place),
        int: st.integers(),
        float: st.floats(allow_nan=False, allow_infinity=False),
        bool: st.booleans(),
        **dict.fromkeys((None, type(None)), st.none()),
        date: st.dates(),
        datetime: st.datetimes(),
        **dict.fromkeys((Any, object), _JSON),
    }


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text("ab", max_size=2),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text("ab"), inner),
    max_leaves=3,
)
_CONTENT = (
    st.binary(max_size=3)
    | st.builds(bytearray)
    | st.builds(io.BytesIO)
    | st.just(Path(__file__))
    | st.lists(st.binary(max_size=3), max_size=2)
    | st.lists(st.binary(max_size=3), max_size=2).map(iter)
    | st.lists(st.binary(max_size=3), max_size=2).map(tuple)
)
_NAMES = st.none() | st.just("a.txt")
_FILES = (
    _CONTENT
    | st.tuples(_NAMES, _CONTENT)
    | st.tuples(_NAMES, _CONTENT, st.none() | st.just("text/plain"))
    | st.tuples(_NAMES, _CONTENT, st.none(), st.just({"X-Part": "1"}))
)
