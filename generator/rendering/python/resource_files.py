"""Source that connects the files of a module of resources."""

from __future__ import annotations

from ...python.children import Child
from ...python.expressions import Import
from ...python.literals import string_literal
from ...python.resources import ResourceClass, ResourceModule, printed_names
from .layout import INDENT, fits, format_bracketed, format_import
from .methods import format_child_class


def format_sibling_import(child: Child, asynchronous: bool) -> str:
    """Format the import of a nested resource from another file on its first use."""
    own = child.own_async if asynchronous else child.own
    if own is not None:
        alias = f"{own.name} as {format_child_class(child, asynchronous)}"
        return format_import(Import(f"..{own.module}", (alias,)), INDENT * 2)
    name = f"Async{child.class_name}" if asynchronous else child.class_name
    return format_import(Import(f".{child.module}", (name,)), INDENT * 2)


def format_reexport(item: Import) -> str:
    """Format the import of classes that a module exports to type checkers."""
    names = tuple(f"{name} as {name}" for name in item.names)
    return format_import(Import(item.module, names), INDENT)


def wrapped_classes(module: ResourceModule) -> list[ResourceClass]:
    """Return the resources of a file whose wrappers are declared in it."""
    return [
        item
        for item in module.classes
        if item.wrapped and (item.methods or item.children)
    ]


def format_lazy_exports(module: ResourceModule) -> str:
    """Format the function that imports the exported classes when they are used."""
    own = Import(f".{module.name}", _printed_names(module))
    tables = "\n".join(_format_names(item) for item in (own, *module.exports))
    head = f"{INDENT}__getattr__ = _runtime.lazy_names("
    return (
        f"{head}\n{INDENT * 2}__name__,\n{INDENT * 2}{{\n{tables}\n{INDENT * 2}}},\n"
        f"{INDENT})"
    )


def format_public_module(module: ResourceModule) -> str:
    """Format the statement that sets the public module of the classes of a file."""
    names = (
        f"{prefix}{item.name}" for item in module.classes for prefix in ("", "Async")
    )
    arguments = [string_literal(f"resources.{module.public}"), *names]
    return format_bracketed("_runtime.set_public_module(", arguments, ")", "")


def _printed_names(module: ResourceModule) -> tuple[str, ...]:
    return tuple(name for item in module.classes for name in printed_names(item))


def _format_names(item: Import) -> str:
    """Format the entry of a file in the table of lazy names."""
    indent = INDENT * 3
    lines: list[str] = []
    for name in item.names:
        if lines and fits(f"{indent}{INDENT}{lines[-1]} {name}"):
            lines[-1] += f" {name}"
        else:
            lines.append(name)
    names = "\n".join(f"{indent}{INDENT}{line}" for line in lines)
    return f'{indent}"{item.module}": """\n{names}\n{indent}""",'
