"""Schemas in words: clauses about the values that a schema accepts.

Clauses are templates with values (`Statement`), because names and values of a document
may contain any character.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from urllib.parse import unquote

from ...model.types import Statement
from ...openapi.conditions import list_dependent_names, list_dependent_schemas
from ...openapi.limits import LIMITS
from ...openapi.schema import ANNOTATIONS, Schema
from ...source import parse_pointer

_MAX_DEPTH = 4
"""Depth of nested schemas that are described."""
_MAX_CLAUSES = 8
_MAX_VALUES = 12
_MAX_LENGTH = 80
"""Maximum length in characters of a value."""

_TYPES = {
    "array": "an array",
    "boolean": "a boolean",
    "integer": "an integer",
    "null": "null",
    "number": "a number",
    "object": "an object",
    "string": "a string",
}
_LIMITS = {
    "minimum": "{} is at least {}",
    "exclusiveMinimum": "{} is more than {}",
    "maximum": "{} is at most {}",
    "exclusiveMaximum": "{} is less than {}",
    "multipleOf": "{} is a multiple of {}",
    "minLength": "{} has at least {} characters",
    "maxLength": "{} has at most {} characters",
    "minItems": "{} has at least {} items",
    "maxItems": "{} has at most {} items",
    "minProperties": "{} has at least {} properties",
    "maxProperties": "{} has at most {} properties",
}
_SINGULAR = {"characters": "character", "items": "item", "properties": "property"}

IT = Statement("the value")
_EACH_ITEM = Statement("each item")
_REST = Statement("more")


def describe(
    schema: Schema, subject: Statement = IT, depth: int = 0
) -> Statement | None:
    """Return the clauses of a schema, joined by "and"; `None` if it accepts any value.

    Args:
        schema: The schema.
        subject: The value that the schema applies to.
        depth: Depth of nested schemas.
    """
    value = schema.value
    if value is False:
        return with_values("{} is absent", subject)
    if not isinstance(value, dict):
        return None
    if depth > _MAX_DEPTH:
        return with_values("{} is valid", subject)
    clauses: dict[Statement, None] = {}
    for keyword in list_constraints(schema):
        for clause in _list_clauses(schema, keyword, subject, depth + 1):
            clauses.setdefault(clause)
    listed = list(clauses)
    if len(listed) > _MAX_CLAUSES:
        listed = [*listed[:_MAX_CLAUSES], _REST]
    return join(_drop_repeated(listed, subject), " and ") if listed else None


def describe_negation(
    schema: Schema, subject: Statement = IT, depth: int = 0
) -> Statement:
    """Return the clause that a schema does not accept the value."""
    keywords = list_constraints(schema)
    if schema.enum is not None and {*keywords} <= {"enum", "const", "type"}:
        return with_values("{} is not {}", subject, _list_values(schema.enum))
    if len(keywords) == 1 and depth <= _MAX_DEPTH:
        simple = _negate(schema, keywords[0], subject, depth + 1)
        if simple is not None:
            return simple
    clause = describe(schema, subject, depth)
    if clause is None:
        return with_values("{} is absent", subject)
    return with_values("it is not true that {}", clause)


def describe_condition(
    schema: Schema, subject: Statement = IT, depth: int = 0
) -> list[Statement]:
    """Return what `then` and `else` require, with the condition of `if`."""
    if not schema.has("if"):
        return []
    test = _describe_test(schema.at("if", Schema), subject, depth)
    then, otherwise = (
        describe(schema.at(key, Schema), subject, depth) if schema.has(key) else None
        for key in ("then", "else")
    )
    if test is None:
        # Without constraints, the condition is always met.
        return [then] if then is not None else []
    if then is not None and otherwise is not None:
        return [with_values("if {}: {}, otherwise: {}", test, then, otherwise)]
    if then is not None:
        return [with_values("if {}: {}", test, then)]
    return [] if otherwise is None else [with_values("unless {}: {}", test, otherwise)]


def _describe_test(schema: Schema, subject: Statement, depth: int) -> Statement | None:
    """Describe a condition, without the presence of properties that have a value."""
    if isinstance(schema.value, dict):
        named = {
            key
            for key, item in schema.properties.items()
            if describe(item, IT, depth + 1)
        }
        absent = [name for name in schema.required if name not in named]
        value = {**schema.value, "required": absent}
        schema = Schema(value, schema.file, schema.pointer)
    return describe(schema, subject, depth)


def describe_dependencies(
    schema: Schema, ignored: Collection[str] = (), depth: int = 0
) -> list[Statement]:
    """Return the clauses about properties that depend on other properties.

    Args:
        schema: The schema.
        ignored: Properties whose `dependentRequired` is left out.
        depth: Depth of nested schemas.
    """
    statements = [
        with_values("{} requires {}", list_names([name]), list_names(required))
        for name, required in list_dependent_names(schema).items()
        if required and name not in ignored
    ]
    for name, item in list_dependent_schemas(schema):
        clause = describe(item, IT, depth)
        if clause is not None:
            statements.append(
                with_values("if {} is present: {}", list_names([name]), clause)
            )
    return statements


def list_constraints(schema: Schema) -> list[str]:
    """Return the keywords of a schema that constrain values."""
    ignored = ANNOTATIONS | {"$defs", "definitions", "$id", "$anchor", "$schema"}
    if not isinstance(schema.value, dict):
        return []
    return [
        key for key in schema.value if key not in ignored and not key.startswith("x-")
    ]


def with_values(template: str, *parts: Statement) -> Statement:
    """Return a statement in which each `{}` of the template is another statement."""
    first, *others = template.split("{}")
    text = first + "".join(
        part.template + other for part, other in zip(parts, others, strict=True)
    )
    return Statement(text, tuple(value for part in parts for value in part.values))


def join(statements: Iterable[Statement], separator: str) -> Statement:
    """Return several statements as one."""
    items = list(statements)
    return with_values(separator.join("{}" for _ in items), *items)


def list_names(names: Iterable[str], word: str = "and") -> Statement:
    """Return names as code: `a`, `b` and `c`."""
    codes = [_code(name) for name in names]
    if len(codes) > _MAX_VALUES:
        codes = [*codes[:_MAX_VALUES], _REST]
    *others, last = codes
    return (
        with_values(f"{{}} {word} {{}}", join(others, ", "), last) if others else last
    )


def _drop_repeated(clauses: list[Statement], subject: Statement) -> Iterator[Statement]:
    """Yield clauses, without the subject in those that follow one with the same."""
    prefix, count = f"{subject.template} ", len(subject.values)
    is_repeated = False
    for clause in clauses:
        is_same = clause.template.startswith(prefix)
        is_same = is_same and clause.values[:count] == subject.values
        if is_same and is_repeated:
            yield Statement(clause.template[len(prefix) :], clause.values[count:])
        else:
            yield clause
        is_repeated = is_same


def _list_clauses(
    schema: Schema, keyword: str, subject: Statement, depth: int
) -> Iterator[Statement]:
    """Yield the clauses of one keyword of a schema."""
    known = _CLAUSES.get(keyword)
    if known is not None:
        yield from filter(None, known(schema, subject, depth))
    elif keyword in LIMITS:
        yield from _describe_limit(keyword, schema.limits.get(keyword), subject)
    elif keyword not in ("then", "else"):
        text = json.dumps(schema.raw(keyword), ensure_ascii=False, default=str)
        yield with_values("{} has {}", subject, _code(f"{keyword}: {text}"))


def _describe_limit(
    keyword: str, value: object, subject: Statement
) -> Iterator[Statement]:
    template = _LIMITS.get(keyword)
    if template and isinstance(value, int | float) and not isinstance(value, bool):
        words, _, unit = template.rpartition(" ")
        if value == 1 and unit in _SINGULAR:
            template = f"{words} {_SINGULAR[unit]}"
        yield with_values(template, subject, Statement("{}", (str(value),)))
    elif keyword == "pattern" and isinstance(value, str):
        yield with_values("{} matches {}", subject, _code(value))
    elif keyword == "uniqueItems" and value is True:
        yield with_values("{} has no duplicates", subject)


_Clauses = Iterable[Statement | None]


def _describe_enum(schema: Schema, subject: Statement, depth: int) -> _Clauses:
    if schema.enum:
        yield with_values("{} is {}", subject, _list_values(schema.enum))


def _describe_type(schema: Schema, subject: Statement, depth: int) -> _Clauses:
    if schema.types and schema.enum is None:
        yield with_values("{} is {}", subject, _list_types(schema.types))


def _describe_format(schema: Schema, subject: Statement, depth: int) -> _Clauses:
    yield with_values("{} has the format {}", subject, _code(schema.format))


def _describe_required(schema: Schema, subject: Statement, depth: int) -> _Clauses:
    names = schema.required
    if names:
        verb = "is" if len(names) == 1 else "are"
        yield with_values(f"{{}} {verb} present", list_names(names))


def _describe_reference(schema: Schema, subject: Statement, depth: int) -> _Clauses:
    yield with_values("{} has the type {}", subject, _name_target(schema))


def _describe_properties(schema: Schema, subject: Statement, depth: int) -> _Clauses:
    for name, item in schema.properties.items():
        yield describe(item, _name_property(name, subject), depth)


def _describe_items(schema: Schema, subject: Statement, depth: int) -> _Clauses:
    if schema.items is not None:
        yield describe(schema.items, _EACH_ITEM, depth)


def _describe_all(schema: Schema, subject: Statement, depth: int) -> _Clauses:
    return [describe(item, subject, depth) for item in schema.all_of]


def _describe_any(schema: Schema, subject: Statement, depth: int) -> _Clauses:
    for members in (schema.any_of, schema.one_of):
        clauses = [describe(item, subject, depth) for item in members]
        options = [item for item in clauses if item is not None]
        if options and len(options) == len(clauses):
            yield options[0] if len(options) == 1 else _group(options)


def _describe_not(schema: Schema, subject: Statement, depth: int) -> _Clauses:
    yield describe_negation(schema.at("not", Schema), subject, depth)


def _describe_if(schema: Schema, subject: Statement, depth: int) -> _Clauses:
    return describe_condition(schema, subject, depth)


def _describe_closing(schema: Schema, subject: Statement, depth: int) -> _Clauses:
    extra = schema.additional_properties
    if extra is not None and extra.value is False:
        yield Statement("there are no other properties")


def _describe_dependent(schema: Schema, subject: Statement, depth: int) -> _Clauses:
    return describe_dependencies(schema, (), depth)


_CLAUSES: Mapping[str, Callable[[Schema, Statement, int], _Clauses]] = {
    "enum": _describe_enum,
    "const": _describe_enum,
    "type": _describe_type,
    "format": _describe_format,
    "required": _describe_required,
    "$ref": _describe_reference,
    "properties": _describe_properties,
    "items": _describe_items,
    "allOf": _describe_all,
    "anyOf": _describe_any,
    "oneOf": _describe_any,
    "not": _describe_not,
    "if": _describe_if,
    "additionalProperties": _describe_closing,
    "unevaluatedProperties": _describe_closing,
    "dependentRequired": _describe_dependent,
    "dependentSchemas": _describe_dependent,
    "dependencies": _describe_dependent,
}


def _negate(
    schema: Schema, keyword: str, subject: Statement, depth: int
) -> Statement | None:
    """Return the negation of one keyword; `None` if it has no short form."""
    match keyword:
        case "type" if schema.types:
            return with_values("{} is not {}", subject, _list_types(schema.types))
        case "required" if schema.required:
            names = schema.required
            verb = "is absent" if len(names) == 1 else "are not present together"
            return with_values(f"{{}} {verb}", list_names(names))
        case "pattern":
            pattern = _code(schema.text("pattern"))
            return with_values("{} does not match {}", subject, pattern)
        case "$ref":
            return with_values(
                "{} has another type than {}", subject, _name_target(schema)
            )
        case "properties" if len(schema.properties) == 1:
            ((name, item),) = schema.properties.items()
            return describe_negation(item, _name_property(name, subject), depth)
        case "anyOf" if schema.any_of:
            clauses = (
                describe_negation(item, subject, depth) for item in schema.any_of
            )
            return join(clauses, " and ")
        case "not":
            return describe(schema.at("not", Schema), subject, depth)
    return None


def _group(options: list[Statement]) -> Statement:
    return with_values("({})", join(options[:_MAX_CLAUSES], " or "))


def _name_property(name: str, subject: Statement) -> Statement:
    """Return a property of the subject: `a`, or `a.b` for one of another property."""
    is_property = subject.template == "`{}`"
    return _code(f"{subject.values[0]}.{name}" if is_property else name)


def _name_target(schema: Schema) -> Statement:
    """Return the last part of a reference."""
    reference = schema.reference or ""
    tokens = parse_pointer(unquote(reference.partition("#")[2]))
    return _code(tokens[-1] if tokens else reference.rpartition("/")[2])


def _list_types(types: Iterable[str]) -> Statement:
    return Statement(" or ".join(_TYPES.get(name, "a value") for name in types))


def _list_values(values: list[object]) -> Statement:
    """Return JSON values as code; strings without quotes are names."""
    texts = (json.dumps(value, ensure_ascii=False, default=str) for value in values)
    return list_names(texts, "or")


def _code(text: str) -> Statement:
    excerpt = text if len(text) <= _MAX_LENGTH else f"{text[: _MAX_LENGTH - 1]}…"
    return Statement("`{}`", (excerpt,))
