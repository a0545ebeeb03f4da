"""Replace generated models by the classes of the user that extend them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from operator import attrgetter
from typing import Any, TypeVar

from ..python.expressions import Import, Name
from ..python.features import Feature
from ..python.own_classes import OwnClass, OwnModel
from ..python.package import Package
from ..python.types import ModelClass, PageClass, TypeNameAlias, TypesModule
from .bindings import Path
from .import_order import import_order
from .targets import Target

T = TypeVar("T")


def model_targets(package: Package) -> Mapping[Path, Target]:
    """Return the classes of responses, by each path that they can be imported from."""
    targets: dict[Path, Target] = {}
    parsed = {
        (item.module, item.base): frozenset((item.attribute,))
        for item in package.parsed
        if item.attribute
    }
    for module in package.types:
        bases = {
            item.base
            for file in module.files
            for item in file.items
            if isinstance(item, PageClass)
        }
        for file in module.files:
            for item in file.items:
                if isinstance(item, ModelClass | PageClass):
                    target = Target(
                        f"{module.name}.{item.name}",
                        item.name,
                        _members(item)
                        | parsed.get((module.name, item.name), frozenset()),
                        f"types.{module.name}.{item.name}",
                        is_model=True,
                        has_pages=item.name in bases,
                    )
                    targets["types", module.name, item.name] = target
                    targets["types", file.name, item.name] = target
                    targets["types", item.name] = target
    return targets


def extend_models(package: Package, own: Mapping[str, OwnClass]) -> Package:
    """Return a package whose annotations name the classes of the user.

    The module that defines a model calls the class of the user by the name of the model
    with an underscore, because it defines a class of this name itself. Other modules
    import the class of the user by the name of the model.

    Args:
        package: Client package.
        own: Classes of the user, by module and class that they extend.
    """
    if not own:
        return package
    extended = _Extended(own, package)
    types = tuple(extended.extend_module(item) for item in package.types)
    others = {
        name: _rebuild(getattr(package, name), extended.extend_imports)
        for name in ("params", "resources", "client")
    }
    models = [
        OwnModel(cls.module, cls.name, name, public)
        for (_, name), cls in extended.classes.items()
        for public in (name, *extended.aliases(name))
    ]
    # The annotations of own classes can have any type.
    needed = {*package.features, Feature.UNIONS, Feature.TUPLES}
    return replace(
        package,
        types=types,
        own_models=tuple(sorted(models, key=attrgetter("module", "public"))),
        features=tuple(item for item in Feature if item in needed),
        **others,
    )


@dataclass(frozen=True, slots=True)
class _Place:
    """The module of an import statement inside of a package."""

    dots: str
    module: str


class _Extended:
    """The classes of the user.

    Args:
        own: Classes of the user, by module and class that they extend.
        package: Client package.
    """

    def __init__(self, own: Mapping[str, OwnClass], package: Package) -> None:
        self.classes = {
            (module, name): cls
            for key, cls in own.items()
            for module, _, name in (key.rpartition("."),)
        }
        self._public = {
            file.name: module.name for module in package.types for file in module.files
        }
        self._aliases = [
            item
            for module in package.types
            for file in module.files
            for item in file.items
            if isinstance(item, TypeNameAlias)
        ]

    def aliases(self, name: str) -> list[str]:
        """Return the additional names of a model, without deprecated ones."""
        return [
            item.name
            for item in self._aliases
            if item.of == name and not item.deprecated
        ]

    def extend_module(self, module: TypesModule) -> TypesModule:
        """Return a module of types that names the classes of the user."""
        if module.parts:
            parts = tuple(self._extend_file(item, module.name) for item in module.parts)
            here = self._own_of(module.name)
            items = tuple(
                _rename(item, here, set()) if isinstance(item, TypeNameAlias) else item
                for item in module.items
            )
            own = tuple(self._names(parts))
            return replace(module, items=items, parts=parts, own=own)
        return self._extend_file(module, module.name)

    def _names(self, parts: Iterable[TypesModule]) -> list[str]:
        return [name for part in parts for name in part.own]

    def _own_of(self, module: str) -> dict[str, OwnClass]:
        """Return the classes that replace models of a module, by the name of the model."""
        return {
            name: cls for (owner, name), cls in self.classes.items() if owner == module
        }

    def _extend_file(self, file: TypesModule, module: str) -> TypesModule:
        here = self._own_of(module)
        names = {name for _, name in self.classes}
        items = tuple(
            item
            for item in file.items
            if not isinstance(item, TypeNameAlias)
            or item.deprecated
            or item.of not in names
        )
        file = replace(
            file, items=items, checking=self._without(file.checking, module, here)
        )
        file = _rebuild(file, self.extend_imports)
        if not here:
            return file
        used: set[str] = set()
        file = _rebuild(file, lambda node: _rename(node, here, used))
        if used:
            file = _add_imports(file, {name: here[name] for name in used})
        defined = {item.name for item in file.items}
        return replace(file, own=tuple(sorted(defined.intersection(here))))

    def _without(
        self, imports: tuple[Import, ...], module: str, names: Iterable[str]
    ) -> tuple[Import, ...]:
        """Return the imports of a file without names of the module that it is a part of.

        Annotations are evaluated in that module, which has the generated models.
        """
        kept = []
        for statement in imports:
            if self._public.get(self._place(statement).module) == module:
                others = tuple(name for name in statement.names if name not in names)
                kept += [replace(statement, names=others)] if others else []
            else:
                kept.append(statement)
        return tuple(kept)

    def extend_imports(self, node: Any) -> Any:
        """Return a list of imports in which the classes of the user replace models."""
        if not (isinstance(node, tuple) and any(isinstance(i, Import) for i in node)):
            return node
        kept: list[Import] = []
        for statement in node:
            place = self._place(statement)
            module = self._public.get(place.module, place.module)
            names = []
            for name in statement.names:
                cls = self.classes.get((module, name))
                if cls is None:
                    names.append(name)
                else:
                    own = cls.name if cls.name == name else f"{cls.name} as {name}"
                    kept.append(Import(f"{place.dots}{cls.module}", (own,)))
            if names or not statement.names:
                kept.append(replace(statement, names=tuple(names)))
        return node if tuple(kept) == node else tuple(sorted(kept, key=import_order))

    def _place(self, statement: Import) -> _Place:
        """Return the module of types of an import, and the dots up to the package."""
        name = statement.module.lstrip(".")
        dots = statement.module.removesuffix(name)
        if name.startswith("types."):
            return _Place(dots, name.removeprefix("types."))
        if dots == "." and name in self._public:
            return _Place("..", name)  # from one module of types in another
        return _Place("", "")


def _members(item: ModelClass | PageClass) -> frozenset[str]:
    if isinstance(item, PageClass):
        return frozenset()
    return frozenset((*(field.name for field in item.fields), *item.computed))


def _rename(node: Any, names: Mapping[str, OwnClass], used: set[str]) -> Any:
    """Return a node with the private names of classes that the user extends.

    Args:
        node: A node of a module of types.
        names: The classes by the name of the model.
        used: Receives the names of models that were renamed.
    """
    if isinstance(node, Name) and node.name in names:
        used.add(node.name)
        return Name(f"_{node.name}")
    if isinstance(node, ModelClass) and node.base in names:
        used.add(node.base)
        return replace(node, base=f"_{node.base}")
    if isinstance(node, TypeNameAlias) and node.of in names:
        used.add(node.of)
        return replace(node, is_own=True)
    return node


def _add_imports(file: TypesModule, classes: Mapping[str, OwnClass]) -> TypesModule:
    """Return a module that imports classes of the user for type checkers."""
    added = {
        Import(f"..{cls.module}", (f"{cls.name} as _{name}",))
        for name, cls in classes.items()
    }
    imports = file.imports
    for module, name in (("typing", "TYPE_CHECKING"), ("..", "_runtime")):
        imports = _with_name(imports, module, name)
    return replace(
        file,
        imports=imports,
        checking=tuple(sorted({*file.checking, *added}, key=import_order)),
    )


def _with_name(
    imports: tuple[Import, ...], module: str, name: str
) -> tuple[Import, ...]:
    """Return imports that include a name."""
    same = [item for item in imports if item.module == module and item.names]
    if any(name in item.names for item in same):
        return imports
    names = {name for item in same for name in item.names} | {name}
    ordered = sorted(names, key=lambda each: (not each.isupper(), each))
    others = [item for item in imports if item not in same]
    merged = Import(module, tuple(ordered))
    return tuple(sorted((*others, merged), key=import_order))


def _rebuild(node: T, change: Callable[[Any], Any]) -> T:
    """Return a copy of a tree with changed nodes; unchanged subtrees are shared."""
    result: Any = node
    if isinstance(node, tuple):
        items = [_rebuild(item, change) for item in node]
        if any(new is not old for new, old in zip(items, node, strict=True)):
            result = tuple(items)
    elif is_dataclass(node) and not isinstance(node, type):
        changed = {
            field.name: new
            for field in fields(node)
            if (old := getattr(node, field.name)) is not None
            and (new := _rebuild(old, change)) is not old
        }
        if changed:
            result = replace(node, **changed)
    return change(result)  # type: ignore[no-any-return]  # a function of the user
