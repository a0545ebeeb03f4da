"""Record the public names of a client, and read the record of an earlier output."""

from __future__ import annotations

from collections.abc import Mapping

from .config import Config
from .emission import EmissionError, read_manifest
from .emission.manifest import NAME
from .model.api import Api
from .openapi.document import Document
from .python.package import Package
from .python.types import PageClass, TypeItem, TypeNameAlias
from .recorded_names import (
    NO_NAMES,
    RecordedCall,
    RecordedNames,
    RecordedType,
    TypeRole,
)
from .source import parse_pointer

_SELECTING = ("only", "exclude")
"""Settings that select the operations of a client."""


def read_names(config: Config, document: Document, *, force: bool) -> RecordedNames:
    """Return the names of the output directory, which the next output keeps.

    Args:
        config: Settings, with the names derived from the title of the API.
        document: Documents of the client.
        force: Whether to ignore a manifest that cannot be read.

    Returns:
        The names. There are none if the setting `keep_names` is false, or if the directory
        contains no client, or the client of another API.

    Raises:
        EmissionError: The manifest, or its record of the names, cannot be read.
    """
    if not config.keep_names:
        return NO_NAMES
    manifest = read_manifest(config.output_directory, force)
    names = {file.source.name for file in document.files.values()}
    is_same = manifest.settings.get("package") == config.package
    if not manifest.names or not (is_same or names & manifest.documents.keys()):
        return NO_NAMES
    try:
        recorded = RecordedNames.from_json_value(dict(manifest.names))
        types = _follow_references(recorded.types, document)
    except ValueError as error:
        if force:
            return NO_NAMES
        raise EmissionError(
            f"{config.output_directory / NAME} is damaged: {error}; restore the file, "
            "or use --force to generate all names again"
        ) from None
    selection = {key: list(getattr(config, key)) for key in _SELECTING}
    earlier = {key: manifest.settings.get(key) for key in _SELECTING}
    return RecordedNames(recorded.calls, types, selection == earlier)


def _follow_references(
    types: Mapping[str, RecordedType], document: Document
) -> dict[str, RecordedType]:
    """Make names aliases of another type if their schema has become a reference to it."""
    files = {loaded.source.name: loaded for loaded in document.files.values()}
    result = dict(types)
    for name, item in types.items():
        file, _, pointer = item.key.partition("#")
        value = files[file].value if file in files else None
        for token in parse_pointer(pointer):
            if isinstance(value, dict):
                value = value.get(token)
            elif isinstance(value, list) and token.isdecimal():
                value = value[int(token)] if int(token) < len(value) else None
            else:
                value = None
        reference = value.get("$ref") if isinstance(value, dict) else None
        if isinstance(reference, str) and reference.startswith("#/"):
            key = f"{file}{reference}"
            result[name] = RecordedType(TypeRole.ALIAS, "", key, item.since)
    return result


def record_names(api: Api, package: Package, earlier: RecordedNames) -> RecordedNames:
    """Return the record of the names of a client.

    Args:
        api: API of the client.
        package: Client package, as it is generated without own code.
        earlier: Names of the earlier output, for the versions since which they exist.
    """
    return RecordedNames(
        _record_calls(api, earlier.calls), _record_types(api, package, earlier.types)
    )


def _record_calls(
    api: Api, earlier: Mapping[str, RecordedCall]
) -> dict[str, RecordedCall]:
    calls = {}
    for item in api.operations:
        name = ".".join((*item.resource, "_".join(item.name)))
        since = earlier[name].since if name in earlier else api.version
        id_ = item.id.removeprefix(f"{name} = ") if item.alias_of else item.id
        calls[name] = RecordedCall(item.method, item.path, id_, since, item.alias_of)
    return calls


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
                if not isinstance(item, PageClass):
                    since = (
                        earlier[item.name].since
                        if item.name in earlier
                        else api.version
                    )
                    types[item.name] = RecordedType(
                        _role(item, role), module.name, item.key, since
                    )
    return types


def _role(item: TypeItem, role: TypeRole) -> TypeRole:
    return TypeRole.ALIAS if isinstance(item, TypeNameAlias) else role
