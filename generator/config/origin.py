"""Origin of each setting: a location in the settings file, or a flag."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from ..frozen_dataclass import dataclass
from ..source import JsonPointer, SourceFile, Span


@dataclass(frozen=True, slots=True)
class Origin:
    """Origin of the settings of one client.

    Args:
        file: settings file, `None` without one.
        tables: pointer of the table that contains each setting of the file.
        flags: flag or argument that sets each other setting.
        spellings: keys as they are written in the file, by the normalized key.
    """

    file: SourceFile | None = None
    tables: Mapping[str, JsonPointer] = field(default_factory=dict)
    flags: Mapping[str, str] = field(default_factory=dict)
    spellings: Mapping[str, str] = field(default_factory=dict)

    def name(self, setting: str) -> str:
        """Return the name of a setting in messages: the flag that set it, or its key."""
        return self.flags.get(setting, f"`{setting}`")

    def span(self, setting: str, *path: str | int) -> Span | None:
        """Return the location of a setting, or of a value inside it.

        Args:
            setting: key of the setting.
            path: keys and indexes of the value. If it does not exist, the location of
                the nearest existing parent is returned.

        Returns:
            The location, `None` for a setting that is not from a file.
        """
        if self.file is None or setting in self.flags or setting not in self.tables:
            return None
        keys = (self.spellings.get(str(key), str(key)) for key in path)
        pointer = (*self.tables[setting], setting, *keys)
        return Span(self.file, self.file.place(pointer))

    def is_default(self, setting: str) -> bool:
        """Return whether a setting applies to all of several clients of the file."""
        table = self.tables.get(setting)
        return any(len(other) > len(table or other) for other in self.tables.values())

    def prefix(self, setting: str, *path: str | int) -> str:
        """Return the prefix of a message about a setting: `file:line:column: `."""
        span = self.span(setting, *path)
        if span is None:
            return ""
        return f"{span.file.name}:{span.place.line}:{span.place.column}: "
