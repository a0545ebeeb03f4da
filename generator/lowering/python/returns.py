"""Return types of methods: by status code, and by the media type that is requested."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ...model.media_types import is_text
from ...model.operations import Content, Operation, Result
from ...model.types import Scalar, ScalarKind
from ...python.expressions import ANY, NONE, Name, TypeExpr, renamed
from ...python.resources import Place, ReturnSelector, ReturnVariant
from .expressions import ModelTypes, join, literal_expr

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
        return join([*types, NONE] if result.empty else types)

    def by_status(self, result: Result) -> dict[str, TypeExpr]:
        """Return the types by status code; empty if all status codes have one type."""
        types = {status: self._join(each) for status, each in result.by_status}
        return types if len(set(types.values())) > 1 else {}

    def variants(self, operation: Operation) -> dict[str, dict[str, TypeExpr]]:
        """Return the keywords of an endpoint for types that differ from the default."""
        return {
            "returns_by_status": self.by_status(operation.result),
            "alternatives": self.alternatives(operation),
        }

    def alternatives(self, operation: Operation) -> dict[str, TypeExpr]:
        """Return the types of the representations other than the default, by media type."""
        contents = list_alternatives(operation)
        return {item.full_media_type: self.of_content(item) for item in contents}

    def selector(self, operation: Operation) -> ReturnSelector | None:
        """Return the argument `accept` if it selects the return type, else `None`."""
        default = self.of(operation.result)
        values: dict[TypeExpr, list[str]] = {default: []}
        others = self.alternatives(operation)
        for media_type in list_accepted(operation):
            values.setdefault(others.get(media_type, default), []).append(media_type)
        if len(values) == 1:
            return None
        variants = (
            ReturnVariant(
                value_type=literal_expr(tuple(names)),
                is_default=type_ is default,
                returns=type_,
                returns_async=for_async(type_),
            )
            for type_, names in values.items()
        )
        return ReturnSelector("Accept", Place.HEADERS, tuple(variants))

    def of_content(self, content: Content) -> TypeExpr:
        """Return the type of a response in one media type."""
        if content.type == Scalar(ScalarKind.BINARY):
            return BINARY
        media_type = content.media_type
        if media_type in _JSON or media_type.endswith("+json"):
            type_ = self.models.of(content.type) if content.type is not None else ANY
            is_any_text = media_type == "*/*" and type_ == _TEXT
            return join((_TEXT, BINARY)) if is_any_text else type_
        return _TEXT if is_text(media_type) else BINARY

    def _join(self, contents: Iterable[Content]) -> TypeExpr:
        return join(map(self.of_content, contents))


def for_async(type_: TypeExpr) -> TypeExpr:
    """Return the type for an async client, whose downloads have another class."""
    return renamed(type_, {BINARY.name: f"Async{BINARY.name}"})


def list_alternatives(operation: Operation) -> tuple[Content, ...]:
    """Return the representations that the argument `accept` of a method selects.

    Methods that return pages or streams have no such argument.
    """
    result = operation.result
    if operation.pagination is not None or result.streaming is not None:
        return ()
    return result.alternatives if result.contents else ()


def list_accepted(operation: Operation) -> tuple[str, ...]:
    """Return the values of the argument `accept`; empty if there is no such argument."""
    contents = (*operation.result.contents, *list_alternatives(operation))
    names = tuple(dict.fromkeys(item.full_media_type for item in contents))
    return names if list_alternatives(operation) else ()
