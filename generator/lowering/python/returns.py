"""Return types of methods: by status code, and by the media type that is requested."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from ...frozen_dataclass import dataclass
from ...model.media_types import is_text
from ...model.operations import Content, Operation, Result
from ...model.types import Scalar, ScalarKind, Type
from ...python.expressions import (
    ANY,
    NONE,
    OBJECT,
    Name,
    TypeExpr,
    renamed,
    union_members,
)
from ...python.resources import Argument, Place, ReturnSelector, ReturnVariant
from .expressions import ModelTypes, join, literal_expr, optional
from .parts import part_types

BINARY = Name("BinaryResponse")
_TEXT = Name("str")
_JSON = ("application/json", "*/*", "text/json", "")


@dataclass(frozen=True, slots=True)
class ReturnTypes:
    """Return types of methods.

    Args:
        models: Types of JSON responses.
    """

    models: ModelTypes

    def of(self, result: Result) -> TypeExpr:
        """Return the type of the responses that are not streams."""
        if result.undeclared:
            return ANY
        types = [self.of_content(content) for content in result.contents]
        if not types:
            return NONE
        if result.text_format is not None:
            types.append(_TEXT)
        return join([*types, NONE] if result.empty else types)

    def by_status(self, result: Result) -> dict[str, TypeExpr]:
        """Return the types by status code; empty if all status codes have one type.

        A status code without content has the type of all responses, because servers also
        send undocumented bodies. It is only listed if it is an exception of a range.
        """
        union = self.of(result)
        text = () if result.text_format is None else (_TEXT,)
        by_status = dict(result.by_status)
        types = {
            status: join((*map(self.of_content, each), *text)) if each else union
            for status, each in result.by_status
            if each or by_status.get("2XX")
        }
        return types if set(types.values()) - {union} else {}

    def variants(self, operation: Operation) -> dict[str, dict[str, TypeExpr]]:
        """Return the keywords of an endpoint for types that differ from the default."""
        return {
            "returns_by_status": (
                self.by_status(operation.result) if operation.pagination is None else {}
            ),
            "alternatives": self.alternatives(operation),
            "parts": part_types(operation.result.streaming, self.models),
        }

    def alternatives(self, operation: Operation) -> dict[str, TypeExpr]:
        """Return the types of the representations other than the default, by media type."""
        contents = list_alternatives(operation)
        return {item.full_media_type: self.of_content(item) for item in contents}

    def selector(
        self, operation: Operation, arguments: Iterable[Argument]
    ) -> ReturnSelector | None:
        """Return the argument that selects the return type, or `None`.

        Args:
            operation: Operation that the method calls.
            arguments: Arguments of the method.
        """
        if operation.result.text_format is not None:
            return self._text_selector(operation.result, arguments)
        default = self.of(operation.result)
        values: dict[TypeExpr, list[str]] = {default: []}
        others = self.alternatives(operation)
        for media_type in list_accepted(operation):
            values.setdefault(others.get(media_type, default), []).append(media_type)
        if len(values) == 1:
            return None
        variants = (
            _variant(literal_expr(tuple(names)), type_, is_default=type_ is default)
            for type_, names in values.items()
        )
        return ReturnSelector("Accept", Place.HEADERS, tuple(variants))

    def _text_selector(
        self, result: Result, arguments: Iterable[Argument]
    ) -> ReturnSelector | None:
        """Return the argument that selects a text in place of JSON."""
        selected = result.text_format
        json = self.of(replace(result, text_format=None))
        if selected is None or json in (ANY, OBJECT, _TEXT):
            return None
        place = Place.BODY if selected.in_body else Place.QUERY
        types = [
            item.type
            for item in arguments
            if (item.key, item.place) == (selected.name, place)
        ]
        if not types:
            return None
        text_type = literal_expr(selected.text_values)
        json_type = literal_expr(selected.other_values)
        if NONE in union_members(types[0]):
            text_type, json_type = (
                (optional(text_type), json_type)
                if selected.default_on
                else (text_type, optional(json_type))
            )
        variants = (
            _variant(json_type, json, is_default=not selected.default_on),
            _variant(text_type, _TEXT, is_default=selected.default_on),
        )
        ordered = variants[::-1] if selected.default_on else variants
        return ReturnSelector(selected.name, place, ordered)

    def of_content(self, content: Content) -> TypeExpr:
        """Return the type of a response in one media type."""
        if content.type == Scalar(ScalarKind.BINARY):
            return BINARY
        media_type = content.media_type
        if media_type in _JSON or media_type.endswith("+json"):
            type_ = self.models.of(content.type) if content.type is not None else ANY
            is_any_text = media_type == "*/*" and _is_string(content.type)
            return join((_TEXT, BINARY)) if is_any_text else type_
        return _TEXT if is_text(media_type) else BINARY


def _is_string(type_: Type | None) -> bool:
    """Return whether a type is a string of any format, also of one that is native."""
    return isinstance(type_, Scalar) and type_.kind in (
        ScalarKind.STRING,
        ScalarKind.BINARY,
    )


def _variant(values: TypeExpr, type_: TypeExpr, *, is_default: bool) -> ReturnVariant:
    return ReturnVariant(values, is_default, type_, for_async(type_))


def for_async(type_: TypeExpr) -> TypeExpr:
    """Return the type for an async client, whose downloads have another class."""
    return renamed(type_, {BINARY.name: f"Async{BINARY.name}"})


def list_alternatives(operation: Operation) -> tuple[Content, ...]:
    """Return the representations that the argument `accept` of a method selects.

    Methods that return pages or streams have no such argument, nor those with another
    argument that selects a text.
    """
    result = operation.result
    if operation.pagination is not None or result.streaming is not None:
        return ()
    if result.text_format is not None:
        return ()
    return result.alternatives if result.contents else ()


def list_accepted(operation: Operation) -> tuple[str, ...]:
    """Return the values of the argument `accept`; empty if there is no such argument."""
    contents = (*operation.result.contents, *list_alternatives(operation))
    names = tuple(dict.fromkeys(item.full_media_type for item in contents))
    return names if list_alternatives(operation) else ()
