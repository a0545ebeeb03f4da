"""The runtime as files of a client package."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Collection, Mapping
from functools import cache
from operator import itemgetter

from .. import __version__
from ..python.features import Convenience, Feature
from ..python.literals import string_literal
from ..python.package import Package
from .python.black import format_with_black
from .python.environment import python_environment
from .python.layout import INDENT
from .python.types import format_packed_names
from .runtime_modules import (
    ATTRIBUTES,
    ENTRIES,
    Reason,
    all_entries,
    exported_names,
    missing_modules,
    missing_names,
    module_path,
    needed_modules,
    runtime_sources,
)


def runtime_files(
    package: str,
    features: Collection[Feature] = tuple(Feature),
    omitted: Collection[Convenience] = (),
    names: Collection[str] = (),
) -> dict[str, str]:
    """Return the modules of the runtime that clients need.

    All are copied without changes, except for the exported names in `__init__.py`,
    `missing.py`, which contains the reasons for the absent ones, and `version.py`.

    Args:
        package: Package of the runtime as a path, such as `acme/_runtime`.
        features: Features that the clients need.
        omitted: Parts that the settings leave out.
        names: Names that the package lacks because it has no default client.

    Returns:
        The source of each module by its path relative to the output directory.
    """
    sources = runtime_sources()
    paths = {module_path(module) for module in needed_modules(features, omitted)}
    folders = {path.rpartition("/")[0] for path in paths} - {""}
    paths |= {f"{folder}/__init__.py" for folder in folders}
    texts = {path: sources[path] for path in sorted(paths)}
    missing = missing_modules(features, omitted)
    texts["__init__.py"] = _without_names(sources["__init__.py"], set(missing))
    if missing or Feature.NATIVE_TYPES in features:
        texts["missing.py"] = _missing_table(features, omitted, names)
    if Feature.SHARED in features:
        texts["version.py"] = texts["version.py"].replace(
            'VERSION: Final[str] = ""', f'VERSION: Final[str] = "{runtime_version()}"'
        )
    return {f"{package}/{path}": text for path, text in sorted(texts.items())}


def shared_runtime_link(package: Package) -> str:
    """Return the module of a client that imports the runtime of several clients."""
    template = python_environment().get_template("client/shared_runtime.py.jinja")
    text: str = template.render(
        runtime=package.runtime_package,
        version=runtime_version(),
        modules=[module for feature in package.features for module in ENTRIES[feature]],
        names=sorted(missing_names(package.features).items(), key=itemgetter(0)),
    )
    return format_with_black(text)


@cache
def runtime_version() -> str:
    """Return the version of the generator, and a digest of the sources of the runtime."""
    content = repr(sorted(runtime_sources().items()))
    return f"{__version__}-{hashlib.sha256(content.encode()).hexdigest()[:12]}"


def _without_names(source: str, missing: Collection[str]) -> str:
    """Remove the names that missing modules define from the package of the runtime."""
    for module in {*exported_names().values()}.intersection(missing):
        path = re.escape(module)
        for pattern in (
            rf"    from \.{path} import (\(\s*)?\w+ as \w+(,\s*\))?\n",
            rf' +"\.{path}": ("[^"]*"|\([^)]*\)),\n',
        ):
            source = re.sub(pattern, "", source)
    return source


def _by_reason(missing: Mapping[str, Reason]) -> list[str]:
    """Return an entry for each reason why a client lacks modules or names."""
    entries: list[str] = []
    for part in (*Convenience, *Feature):
        names = sorted(name for name, own in missing.items() if own is part)
        if names:
            key = f"{string_literal(part.value)}: "
            entries.append(format_packed_names(key, names, INDENT * 2))
    return entries


def _missing_table(
    features: Collection[Feature],
    omitted: Collection[Convenience],
    names: Collection[str],
) -> str:
    """Return the module with the reasons for missing modules and names."""
    missing = missing_modules(features, omitted)
    # Only these are loaded by name.
    entries = {module for modules in all_entries().values() for module in modules}
    template = python_environment().get_template("client/missing.py.jinja")
    text: str = template.render(
        modules=_by_reason(
            {name: part for name, part in missing.items() if name in entries}
        ),
        names=_by_reason(
            {
                **dict.fromkeys(names, Convenience.DEFAULT_CLIENT),
                **missing_names(features, omitted),
            }
        ),
        attributes=_by_reason(
            {name: part for part in omitted for name in ATTRIBUTES.get(part, ())}
        ),
        native_types=Feature.NATIVE_TYPES in features,
    )
    return text
