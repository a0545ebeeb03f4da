"""The types that an SDK exports, with their attributes and keys."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from .calls import SdkField, SdkType
from .classes import Class, Classes, is_property
from .modules import Modules, last_name


def read_types(modules: Modules, classes: Classes, package: str) -> Iterator[SdkType]:
    """Yield each type that the package `types`, and the packages in it, export.

    Args:
        modules: The modules of the SDK.
        classes: Its classes.
        package: Name of the SDK.
    """
    for module in modules.by_name.values():
        parts = module.name.split(".")
        if not module.is_package or parts[:2] != [package, "types"]:
            continue
        for name, (source, original) in module.imports.items():
            full = f"{source}.{original}"
            is_own = f"{source}.".startswith(f"{package}.types.") and original
            is_public = name != "*" and not name.startswith("_")
            if not is_own or not is_public or full in modules.by_name:
                continue
            place = ".".join(parts[1:])
            key = modules.resolve(module, ast.Name(name))
            if key is None or key[1] not in modules.by_name[key[0]].classes:
                yield SdkType(place, name)
            else:
                yield _read_class(classes.get(key), place, name, f"{package}.types.")


def _read_class(class_: Class, module: str, name: str, types: str) -> SdkType:
    """Return a class with the fields of the classes that it extends among the types."""
    lineage = [item for item in class_.lineage if f"{item.key[0]}.".startswith(types)]
    is_dictionary = any(
        last_name(base) == "TypedDict" for item in lineage for base in item.node.bases
    )
    fields = {
        field.name: field
        for item in reversed(lineage)
        for field in _read_fields(item.node, is_dictionary)
    }
    return SdkType(module, name, is_dictionary, tuple(fields.values()))


def _read_fields(node: ast.ClassDef, is_dictionary: bool) -> Iterator[SdkField]:
    total = not any(
        item.arg == "total"
        and isinstance(item.value, ast.Constant)
        and item.value.value is False
        for item in node.keywords
    )
    for item in node.body:
        match item:
            case ast.AnnAssign(target=ast.Name(id=name), annotation=annotation):
                outer = _find_qualifiers(annotation)
                required = "Required" in outer or (total and "NotRequired" not in outer)
                if "ClassVar" not in outer and not name.startswith("_"):
                    yield SdkField(name, is_dictionary and required)
            case ast.FunctionDef(name=name) if is_property(item):
                if not name.startswith("_"):
                    yield SdkField(name)
            case _:
                pass


def _find_qualifiers(annotation: ast.expr) -> frozenset[str]:
    """Return the names that surround a type: those of `Required[Annotated[str, …]]`."""
    match annotation:
        case ast.Constant(value=str(text)):
            try:
                return _find_qualifiers(ast.parse(text, mode="eval").body)
            except (SyntaxError, ValueError, RecursionError, MemoryError):
                return frozenset()
        case ast.Subscript(value=value, slice=inner):
            first = inner.elts[0] if isinstance(inner, ast.Tuple) else inner
            return _find_qualifiers(first) | {last_name(value)}
        case _:
            return frozenset({last_name(annotation)})
