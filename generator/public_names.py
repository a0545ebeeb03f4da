"""Record the public names of a client, and read the record of an earlier output."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from dataclasses import replace
from typing import TypeVar
from urllib.parse import unquote

from .config import Config
from .emission import EmissionError, Manifest, read_manifest
from .emission.manifest import HINT, NAME
from .model.api import Api
from .model.operations import Operation
from .model.types import Key
from .openapi.document import Document
from .python.package import Package
from .python.types import ModelClass, PageClass, TypeItem, TypeNameAlias
from .recorded_names import (
    CLIENT,
    NO_NAMES,
    WHOLE_BODY,
    RecordedCall,
    RecordedNames,
    RecordedType,
    TypeRole,
)
from .source import JsonPointer, format_pointer, parse_pointer
from .versions import NEVER, is_reached, python_version, removal_version

_Row = TypeVar("_Row", RecordedCall, RecordedType)

_NAMES = ("package", "client")
"""Settings that are names."""

_MAX_STEPS = 1000
"""Tokens and references of one path; more than these are a cycle of references."""

_SELECTING = ("only", "exclude")
"""Settings that select the operations of a client."""


def read_names(config: Config, document: Document, *, force: bool) -> RecordedNames:
    """Return the names of the output directory, which the next output keeps.

    Args:
        config: Settings, with the names that the title of the API results in.
        document: Documents of the client.
        force: Whether to ignore a manifest that cannot be read.

    Returns:
        The names, with all aliases. There are none if the setting `keep_names` is false, or
        if the directory contains no client, or the client of another API.

    Raises:
        EmissionError: The manifest, or its record of the names, cannot be read.
    """
    if not config.keep_names:
        return NO_NAMES
    manifest = read_manifest(config.output_directory, force)
    names = {file.source.name for file in document.files.values()}
    is_same = manifest.settings.get("package") == config.package
    is_same = is_same or bool(names & manifest.documents.keys())
    if not manifest.names:
        return NO_NAMES
    try:
        recorded = RecordedNames.from_json_value(dict(manifest.names))
        paths = {item.path for item in recorded.calls.values()}
        has_same_paths = _has_most(paths, document) if paths else is_same
        if not is_same and not has_same_paths:
            return NO_NAMES
        recorded = with_references(recorded, document)
    except ValueError as error:
        if force:
            return NO_NAMES
        raise EmissionError(
            f"{config.output_directory / NAME} is damaged: {error}; {HINT}"
        ) from None
    recorded = replace(
        recorded,
        keeps_types=has_same_selection(config, manifest),
        removal=_removal(config, document),
    )
    if not has_same_paths:
        return recorded
    package, client = (str(manifest.settings.get(key, "")) for key in _NAMES)
    return replace(recorded, package=package, client=client)


def _has_most(paths: set[str], document: Document) -> bool:
    """Return whether a document has at least half of the paths of an earlier output.

    Otherwise it describes another API, even if its title or its file has the same name.
    """
    current = {path for root in document.roots for path in root.paths}
    return 2 * len(paths & current) >= len(paths)


def has_same_selection(config: Config, manifest: Manifest) -> bool:
    """Return whether settings select operations as those of an earlier output did."""
    selection = {key: list(getattr(config, key)) for key in _SELECTING}
    return selection == {key: manifest.settings.get(key) for key in _SELECTING}


def end_aliases(
    recorded: RecordedNames, config: Config, document: Document
) -> RecordedNames:
    """Return the names without the aliases that the version of the package removes.

    Args:
        recorded: Names of the earlier output.
        config: Settings of the next output.
        document: Documents of the next output.
    """
    version, removal = _version(config, document), _removal(config, document)
    return replace(
        recorded,
        calls=_remove_due(recorded.calls, version, removal),
        types=_remove_due(recorded.types, version, removal),
        removal=removal,
    )


def _version(config: Config, document: Document) -> str:
    """Return the version of the package."""
    return config.version or python_version(document.roots[0].info.text("version"))


def _removal(config: Config, document: Document) -> str:
    """Return the version of the package that removes aliases which begin now."""
    if config.alias_removal == "never":
        return NEVER
    return removal_version(_version(config, document))


def _remove_due(
    rows: Mapping[str, _Row], version: str, removal: str
) -> dict[str, _Row]:
    """Return the names without the aliases that the version removes.

    Args:
        rows: Recorded calls or types.
        version: Version of the package.
        removal: Version that removes aliases which have none yet.
    """
    result = {}
    for name, row in rows.items():
        until = row.until
        if until and NEVER in (until, removal):
            until = removal  # The setting has changed.
        if not is_reached(version, until):
            result[name] = row if until == row.until else replace(row, until=until)
    return result


def with_references(recorded: RecordedNames, document: Document) -> RecordedNames:
    """Return the names with the references that a document has in place of their schemas.

    Args:
        recorded: Names of an earlier output.
        document: Documents of the next output. If they lack the file of a schema, the only
            one with a value at the same place counts as that file.

    Raises:
        ValueError: A key of the record is not valid.
    """
    files = {loaded.source.name: loaded.value for loaded in document.files.values()}
    references = {}
    for place in _places(recorded):
        file, _, pointer = place.partition("#")
        path = parse_pointer(pointer)
        keys = [
            key
            for name in ([file] if file in files else files)
            if (key := _find_target(files, name, path)) is not None
        ]
        if len(keys) == 1 and keys[0].partition("#")[0] in files:
            references[place] = keys[0]
    return replace(recorded, references=references)


def _places(recorded: RecordedNames) -> set[Key]:
    """Return the keys where types have their schemas, or had them before a reference."""
    types = recorded.types.values()
    return {key for item in types for key in (item.key, item.place) if key}


def _find_target(
    files: Mapping[str, object], file: str, path: JsonPointer
) -> Key | None:
    """Return the key of the schema that references on a path, or at its end, refer to.

    Args:
        files: Values of all files by name.
        file: Name of the file in which the path begins.
        path: Path to a place, which may be in the target of a reference now.

    Returns:
        The key, `""` if there is no reference, or `None` if the place does not exist.
    """
    value = files[file]
    place: JsonPointer = ()
    rest, key = path, ""
    for _ in range(_MAX_STEPS):
        reference = _child(value, "$ref")
        is_step = bool(rest) and _child(value, rest[0]) is not None
        if isinstance(reference, str) and not is_step:
            target = _referenced_key(reference, file)
            if not rest:
                return target
            file, _, pointer = target.partition("#")
            if file not in files:
                return None
            value, place, rest = files[file], (), (*parse_pointer(pointer), *rest)
            key = target
        elif not rest:
            return f"{file}#{format_pointer(place)}" if key else ""
        else:
            token, *others = rest
            value, place, rest = _child(value, token), (*place, token), (*others,)
            if value is None:
                return None
    return None


def _child(value: object, token: str) -> object:
    """Return the member of an object or the item of a list, `None` if there is none."""
    if isinstance(value, dict):
        return value.get(token)
    if isinstance(value, list) and token.isdecimal() and int(token) < len(value):
        return value[int(token)]
    return None


def _referenced_key(reference: str, file: str) -> str:
    """Return the key of a schema that a document refers to by a JSON pointer.

    Args:
        reference: The reference, such as `#/components/schemas/Box` or
            `common.yaml#/Box`.
        file: Name of the document.
    """
    target, _, pointer = reference.partition("#")
    if not pointer.startswith("/"):
        return ""
    if not target:
        return f"{file}#{pointer}"
    path = posixpath.join(posixpath.dirname(file), unquote(target))
    return f"{posixpath.normpath(path)}#{pointer}"


def record_names(api: Api, package: Package, earlier: RecordedNames) -> RecordedNames:
    """Return the record of the names of a client, without pages of the reference.

    Args:
        api: API of the client.
        package: Client package, as it is generated without own code.
        earlier: Names of the earlier output, for the versions since which they exist.
    """
    names = {item.id: _call(item) for item in api.operations}
    models = [
        item
        for module in package.types
        for item in module.items
        if isinstance(item, ModelClass) and item.fields
    ]
    methods = [
        method
        for module in package.resources
        for resource in module.classes
        for method in resource.methods
    ]
    current = _record_calls(api, earlier.calls)
    return RecordedNames(
        current,
        _record_types(api, package, earlier.types),
        {item.name: {each.key: each.name for each in item.fields} for item in models},
        {CLIENT: {f"client {key}": name for key, name in package.credentials.items()}}
        | {
            names[method.operation]: {
                (
                    WHOLE_BODY if each.whole else f"{each.place.value} {each.key}"
                ): each.name
                for each in method.arguments
                if each.whole or not each.replaces
            }
            for method in methods
            if method.arguments and not current[names[method.operation]].alias_of
        },
        resources={
            ".".join(resource.path): f"{module.name}.{resource.name}"
            for module in package.resources
            for resource in module.classes
        },
        package=package.name,
        client=package.client.name,
    )


def _record_calls(
    api: Api, earlier: Mapping[str, RecordedCall]
) -> dict[str, RecordedCall]:
    calls = {}
    for item in api.operations:
        name = _call(item)
        since = earlier[name].since if name in earlier else api.version
        id_ = item.id.removeprefix(f"{name} = ") if item.alias_of else item.id
        calls[name] = RecordedCall(
            item.method, item.path, id_, since, item.alias_of, item.until
        )
        if item.calls_resource:
            (name,) = item.resource
            since = earlier[name].since if name in earlier else api.version
            calls[name] = RecordedCall(item.method, item.path, id_, since)
    return calls


def _call(operation: Operation) -> str:
    return ".".join((*operation.resource, "_".join(operation.name)))


def _record_types(
    api: Api, package: Package, earlier: Mapping[str, RecordedType]
) -> dict[str, RecordedType]:
    types = {}
    for modules, role in (
        (package.types, TypeRole.RESPONSE),
        (package.params, TypeRole.ARGUMENT),
    ):
        for module in modules:
            for item in module.items:
                types[item.name] = _record_type(
                    api, item, module.name, role, earlier.get(item.name)
                )
    return types


def _record_type(
    api: Api,
    item: TypeItem,
    module: str,
    role: TypeRole,
    known: RecordedType | None,
) -> RecordedType:
    """Return the record of a type.

    Args:
        api: API of the client.
        item: The type.
        module: Module that defines it.
        role: Role of the types of the module.
        known: Earlier record of the name.
    """
    if isinstance(item, PageClass):
        role = TypeRole.ASYNC_PAGE if item.asynchronous else TypeRole.PAGE
    since = known.since if known is not None else api.version
    if isinstance(item, TypeNameAlias):
        return RecordedType(
            known.role.to_alias() if known else role.to_alias(),
            module,
            item.key,
            since,
            alias_of=item.of,
            until=item.until,
            place=known.place if known else "",
        )
    identity = api.identities.get(item.key, "")
    return RecordedType(role, module, item.key, since, identity=identity)
