"""Where each setting comes from: a place in the settings file, or a flag."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from ..source import JsonPointer, SourceFile, Span


@dataclass(frozen=True, slots=True)
class Origin:
    """Where the settings of one client come from.

    Args:
        file: the settings file, `None` where there is none.
        tables: the table that each setting of the file stands in.
        flags: the flag that each other setting was given by.
        spellings: keys as the file spells them, by what is used in their place.
    """

    file: SourceFile | None = None
    tables: Mapping[str, JsonPointer] = field(default_factory=dict)
    flags: Mapping[str, str] = field(default_factory=dict)
    spellings: Mapping[str, str] = field(default_factory=dict)

    def name(self, setting: str) -> str:
        """Return how users call a setting: the flag that gave it, or else its key."""
        return self.flags.get(setting, f"`{setting}`")

    def span(self, setting: str, *path: str | int) -> Span | None:
        """Return the place of a setting, or of what stands in it.

        Args:
            setting: a key of the settings.
            path: keys and indexes that lead on from there; where they lead nowhere, the
                place is that of the nearest one that is there.

        Returns:
            The place, `None` for a setting that does not come from a file.
        """
        if self.file is None or setting in self.flags or setting not in self.tables:
            return None
        keys = (self.spellings.get(str(key), str(key)) for key in path)
        pointer = (*self.tables[setting], setting, *keys)
        return Span(self.file, self.file.place(pointer))

    def prefix(self, setting: str, *path: str | int) -> str:
        """Return the place of a setting as a message begins: `file:line:column: `."""
        span = self.span(setting, *path)
        if span is None:
            return ""
        return f"{span.file.name}:{span.place.line}:{span.place.column}: "
