"""Rendering of fields, keys of parameters, and aliases."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from ...python.expressions import (
    ANY,
    Literal,
    Name,
    Subscript,
    TypeExpr,
    Union,
    imported_names,
    spelled,
)
from ...python.literals import string_literal
from ...python.types import (
    AliasDefinition,
    Decoder,
    Field,
    JoinedField,
    ModelClass,
    PageClass,
    ParamClass,
    ParamField,
    TypeNameAlias,
    TypesModule,
)
from ...versions import removal_text
from .annotations import format_type, format_type_arguments
from .layout import (
    INDENT,
    fits,
    format_annotated,
    format_bracketed,
    format_expanded,
    format_generic,
    format_type_alias,
    format_value,
)


def format_field(item: Field) -> str:
    """Format the declaration of an attribute."""
    head = f"{item.name}: "
    if item.name == item.key:
        return format_annotated(
            head, item.type, "" if item.required else " = None", INDENT
        )
    arguments = [f"key={string_literal(item.key)}"]
    if not item.required:
        arguments.append("default=None")
    source = format_type(item.type)
    start = f"{head}{source} = _runtime.field("
    if fits(f"{INDENT}{start}"):
        return format_bracketed(start, arguments, ")", INDENT)
    if fits(f"{INDENT}{head}{source} = ("):
        # Black splits the right side first if that is sufficient.
        call = format_bracketed("_runtime.field(", arguments, ")", INDENT * 2)
        return f"{INDENT}{head}{source} = (\n{call}\n{INDENT})"
    tail = format_expanded(" = _runtime.field(", arguments, ")", INDENT).lstrip()
    return format_annotated(head, item.type, f" {tail}", INDENT)


def format_joined_field(item: JoinedField) -> str:
    """Format the definition of a computed attribute."""
    arguments = [string_literal(item.array), format_value("", item.tag, INDENT)]
    if item.text != "text":
        arguments.append(f"text={string_literal(item.text)}")
    if item.inner:
        arguments.append(format_value("inner=", item.inner, INDENT))
    return format_bracketed(
        f"{item.name} = _runtime.JoinedText(", arguments, ")", INDENT
    )


def format_decoder_signature(item: Decoder) -> str:
    """Format the first line of a method that decodes the content of a string."""
    # Black breaks the line if the type is long.
    return f"{INDENT}def {item.name}(self) -> {format_type(spelled(item.returns))}:"


def format_decoder_call(item: Decoder) -> str:
    """Format the body of a method that decodes the content of a string."""
    arguments = [f"self.{item.attribute}", string_literal(item.key)]
    if item.encoding:
        arguments.append(string_literal(item.encoding))
    if item.json is not None:
        annotation = string_literal(format_type(item.json))
        arguments += [f"json={annotation}", "module=__name__"]
    # The runtime returns `Any`.
    head = f"content: {format_type(spelled(item.returns))} = _runtime.decode_content("
    call = format_bracketed(head, arguments, ")", INDENT * 2)
    return f"{call}\n{INDENT * 2}return content"


def format_class_head(item: ModelClass) -> str:
    """Format the first line of a model, with what its fields do not declare."""
    arguments = ["_runtime.ToolCall" if item.call else "BaseModel"]
    if item.call:
        arguments.append(format_value("call=", item.call, INDENT))
    if item.extra is not None:
        arguments.append(f"extra={string_literal(format_type(item.extra))}")
    if item.base:
        arguments.append(f"base={string_literal(item.base)}")
    if item.read_only:
        arguments.append(format_value("read_only=", item.read_only, INDENT))
    return format_bracketed(f"class {item.name}(", arguments, "):", "")


def format_extra_accessors(extra: TypeExpr) -> str:
    """Format the signatures by which type checkers know the type of undeclared keys."""
    read = f"{INDENT * 2}def __getattr__(self, name: str) -> {format_type(extra)}: ..."
    if extra == ANY:
        return read  # The base class declares the same type of `model_extra`.
    members = format_type(Subscript("dict", (Name("str"), extra)))
    return (
        f"{INDENT * 2}@property\n"
        f"{INDENT * 2}def model_extra(self) -> {members}: ...\n{read}"
    )


def format_extra_constructor(item: ModelClass) -> str:
    """Format the constructor by which type checkers accept undeclared keys.

    Without it, they derive a constructor that accepts the fields only.
    """
    taken = {field.name for field in item.fields}
    fields = [
        _parameter(field.name, field.type, "," if field.required else " = None,")
        for field in item.fields
    ]
    arguments = [_distinct("self", taken), "/", *(["*", *fields] if fields else [])]
    if item.extra is not None:
        arguments.append(_parameter(f"**{_distinct('extra', taken)}", item.extra, ","))
    return format_bracketed("def __init__(", arguments, ") -> None: ...", INDENT * 2)


def _parameter(name: str, type_: TypeExpr, tail: str) -> str:
    """Format a parameter for a separate line, without its comma and first indent."""
    indent = INDENT * 3
    return format_annotated(f"{name}: ", type_, tail, indent)[len(indent) : -1]


def _distinct(name: str, taken: set[str]) -> str:
    """Append underscores to a name until no field has it."""
    while name in taken:
        name += "_"
    return name


def format_page_head(item: PageClass) -> str:
    """Format the first line of a page; the item type may be defined in any module.

    The page class is first, because it iterates over items, and a model over its members.
    """
    kind = "AsyncPage" if item.asynchronous else "SyncPage"
    of = string_literal(format_type(item.item))
    base = format_generic(f"_runtime.{kind}", [of], INDENT, ",")
    return format_bracketed(f"class {item.name}(", [base, item.base], "):", "")


def format_alias(item: AliasDefinition) -> str:
    """Return the definition of an alias."""
    value = item.value
    if item.recursive:
        return _recursive_alias(item)
    if item.deferred:
        return _alias_type(item, "")
    head = f"{item.name}: TypeAlias = "
    if isinstance(value, Literal):
        return format_bracketed(
            f"{head}Literal[", format_type_arguments(value), "]", ""
        )
    return format_type_alias(item.name, value, "")


def without_unused_union(module: TypesModule, text: str) -> TypesModule:
    """Return a module without the import of `Union` if its text has no other use of it.

    The layout decides whether a union is written with it.
    """
    if "Union[" in text or not any("Union" in item.names for item in module.imports):
        return module
    remaining = (
        replace(item, names=tuple(name for name in item.names if name != "Union"))
        for item in module.imports
    )
    return replace(module, imports=tuple(item for item in remaining if item.names))


def _alias_type(item: AliasDefinition, indent: str) -> str:
    """Return a definition whose value is a string, which costs nothing at import."""
    head, name = f"{item.name} = TypeAliasType(", string_literal(item.name)
    source = format_type(item.value)
    line = format_bracketed(head, [name, string_literal(source)], ")", indent)
    if not isinstance(item.value, Union) or ("\\" not in source and _is_short(line)):
        return line
    packed = _packed_union(item.value, indent + INDENT)
    if packed is None:
        members = _deferred_members(item.value)
        value = format_bracketed("Union[", members, "],", indent + INDENT)
        packed = value[len(indent + INDENT) : -1]
    return format_bracketed(head, [name, packed], ")", indent)


def _is_short(lines: str) -> bool:
    return all(map(fits, lines.split("\n")))


def _packed_union(type_: Union, indent: str) -> str | None:
    """Return a union as a string with as many members per line as fit.

    Type checkers read such a string as a type, but not one with escapes.

    Returns:
        The string without its first indent; `None` if it needs escapes, or if a member
        does not fit on a line.
    """
    first, *members = [f"{format_type(member)}," for member in type_.members]
    # The comma after the string follows the last member.
    members[-1] = members[-1].removesuffix(",")
    lines = _pack(f'{indent}"""Union[{first}', members, indent + INDENT, ']""",')
    if any("\\" in line or not fits(line) for line in lines):
        return None
    return "\n".join(lines)[len(indent) : -1]


def _pack(line: str, words: Sequence[str], indent: str, end: str) -> list[str]:
    """Return lines that have as many words as fit, and the end after the last word."""
    lines = [line]
    last = len(words) - 1
    for index, word in enumerate(words):
        closed = f"{word}{end}" if index == last else word
        if fits(f"{lines[-1]} {closed}"):
            lines[-1] += f" {closed}"
        else:
            lines.append(f"{indent}{closed}")
    return lines if words else [f"{line}{end}"]


def _recursive_alias(item: AliasDefinition) -> str:
    """Return a definition for the run time, and one for type checkers."""
    head = f"{item.name}: TypeAlias = "
    if isinstance(item.value, Union):
        members = _deferred_members(item.value)
        checked = format_bracketed(f"{head}Union[", members, "]", INDENT)
    else:
        checked = f"{INDENT}{head}{string_literal(format_type(item.value))}"
    return f"if not TYPE_CHECKING:\n{_alias_type(item, INDENT)}\nelse:\n{checked}"


def _deferred_members(type_: Union) -> list[str]:
    """Return the members of a union, those with names of classes inside strings."""
    return [
        (
            format_type(member)
            if isinstance(member, Literal) or not imported_names(member)
            else string_literal(format_type(member))
        )
        for member in type_.members
    ]


def format_param_field(item: ParamField, owner: ParamClass) -> str:
    """Format the declaration of a key."""
    type_: TypeExpr = item.type
    if owner.marks_required and item.required:
        type_ = Subscript("Required", (type_,))
    return format_annotated(f"{item.key}: ", type_, "", INDENT)


def format_param_head(item: ParamClass) -> str:
    """Format the first line of a parameter class."""
    bases = ["TypedDict"] if item.total else ["TypedDict", "total=False"]
    return format_bracketed(f"class {item.name}(", bases, "):", "")


def format_lazy_entry(module: TypesModule, is_part: bool) -> str:
    """Format the entry of a module in the table of lazy names.

    Args:
        module: The module.
        is_part: Whether the table is that of a module of which it is a part, and not that
            of the package, which has the classes of the user in place of some models.
    """
    names = module.names if is_part else module.exported
    return format_packed_names(f'".{module.name}": ', names, INDENT)


def format_packed_names(head: str, names: Iterable[str], indent: str) -> str:
    """Format a string of names that has as many names per line as fit.

    Args:
        head: Source before the string.
        names: The names.
        indent: White space before the line, which the result does not begin with.
    """
    words = list(names)
    line = f'{head}"{" ".join(words)}"'
    if fits(f"{indent}{line},"):
        return line
    first, *others = words
    lines = _pack(f'{indent}{head}"""{first}', others, indent, '""",')
    return "\n".join(lines)[len(indent) : -1]


def format_earlier_name(item: TypeNameAlias) -> str:
    """Format the entry of a deprecated name in the table of earlier names."""
    current = f"{item.local} as {item.of}" if item.is_own else item.of
    return (
        f"{string_literal(item.name)}: "
        f"({string_literal(current)}, {string_literal(removal_text(item.until))})"
    )


def format_name_list(names: tuple[str, ...], indent: str = "") -> str:
    """Format a list of names, one in each line."""
    if not names:
        return "[]"
    lines = "".join(f"{indent}{INDENT}{string_literal(name)},\n" for name in names)
    return f"[\n{lines}{indent}]"


def format_functional_class(item: ParamClass) -> str:
    """Format a parameter class in the functional syntax."""
    pairs = []
    for key in item.fields:
        text = format_type(key.type)
        if item.marks_required and key.required:
            text = f"Required[{text}]"
        pairs.append(
            f"{INDENT * 2}{string_literal(key.key)}: {string_literal(text)},\n"
        )
    name = string_literal(item.name)
    tail = "" if item.total else f"{INDENT}total=False,\n"
    body = f"{INDENT}{{\n{''.join(pairs)}{INDENT}}},\n" if pairs else f"{INDENT}{{}},\n"
    return f"{item.name} = TypedDict(\n{INDENT}{name},\n{body}{tail})"
