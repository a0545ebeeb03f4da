"""Names of operations, and their sources."""

from __future__ import annotations

from ..frozen_dataclass import dataclass
from ..source import Location


@dataclass(frozen=True, slots=True)
class Naming:
    """The name of an operation, and its source.

    Args:
        resource: Words of the resource.
        name: Words of the method.
        source: Source of the name, as the end of a sentence: "its path".
        origin: Location of the source, if there is one.
        rejected: Why other names were rejected, one sentence each.
        keywords: Keyword arguments of the call in the sample.
        positional: Number of positional arguments of that call.
        other_calls: Names that other samples use for the operation.
        kept_calls: Earlier names, each with the version of the package that removes it.
        mappings: Keyword arguments of the call in the sample that are dicts, with the keys.
        calls_resource: Whether the settings name it by a resource alone, such as `embed`.
    """

    resource: tuple[str, ...]
    name: tuple[str, ...]
    source: str
    origin: Location | None = None
    rejected: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    positional: int = 0
    other_calls: tuple[str, ...] = ()
    kept_calls: tuple[tuple[str, str], ...] = ()
    mappings: tuple[tuple[str, tuple[str, ...]], ...] = ()
    calls_resource: bool = False
