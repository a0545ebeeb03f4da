"""Parse a large document in a copy of the process, while this process imports the stages.

Parsing and importing take about as long. The result is used only if parsing reported
nothing and the document was not changed since: otherwise the loader parses it itself.
"""

from __future__ import annotations

import hashlib
import marshal
import os
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import Any, NamedTuple

from ..config import Config, SettingsError
from ..diagnostics import Diagnostics, GenerationError
from ..file_access import RefusedFileError, read_regular
from ..forked import Forked, can_fork
from ..source import SourceFile
from .access import descriptor_of
from .references import Mention, find_mentions

MIN_BYTES = 500_000
"""Size of a document from which parsing takes longer than a copy of the process."""

_SUFFIXES = frozenset({".yaml", ".yml"})


class Parsed(NamedTuple):
    """The value of a document, and the references in it."""

    value: Any
    mentions: list[Mention]


class ParsedAhead:
    """A YAML document that is parsed in a copy; use it as a context manager.

    Args:
        specs: The documents of a run. Only a single regular file is parsed ahead.
    """

    def __init__(self, specs: Sequence[Path]) -> None:
        self._copy: Forked[bytes] | None = None
        if len(specs) == 1 and can_fork() and _is_large(specs[0]):
            self._copy = Forked(partial(_parse, specs[0]))

    def __enter__(self) -> ParsedAhead:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._copy is not None:
            self._copy.__exit__(kind, error, trace)

    def take(self, source: SourceFile) -> Parsed | None:
        """Return the value of a file; `None` if its text was not parsed ahead."""
        if self._copy is None:
            return None
        copy, self._copy = self._copy, None
        with copy:
            # While the copy is still parsing.
            digest = _digest(source.text)
            content = copy.result()
        if not content:
            return None
        result = marshal.loads(content)  # noqa: S302 - written by this program
        expected, value, mentions = result
        if digest != expected:
            return None
        return Parsed(value, [Mention(*item) for item in mentions])


def parse_ahead(config: Config) -> ParsedAhead:
    """Start to parse the document of a client."""
    try:
        return ParsedAhead(config.spec_paths())
    except SettingsError:
        # The pipeline reads the settings again, and reports the error.
        return ParsedAhead(())


def _is_large(path: Path) -> bool:
    """Return whether a path is a large regular file that is named like YAML."""
    if path.suffix.lower() not in _SUFFIXES or descriptor_of(path) is not None:
        return False
    return os.path.isfile(path) and os.path.getsize(path) >= MIN_BYTES


def _parse(path: Path) -> bytes:
    """Return the digest, the value and the references of a document.

    Returns:
        The result, serialized; `b""` if there is a diagnostic.
    """
    # The copy imports the modules that only parsing needs.
    from .decoding import read_text
    from .locate import locate_yaml
    from .reading import is_json
    from .yaml.reader import read_yaml

    diagnostics = Diagnostics()
    try:
        text = read_text(read_regular(path.resolve()), path.name, diagnostics)
        if is_json(text):
            return b""
        source = SourceFile(path.name, "", text, locate_yaml)
        value = read_yaml(source, diagnostics)
        if len(diagnostics):
            return b""
        mentions = [tuple(item) for item in find_mentions(value)]
        # Marshal preserves shared nodes of aliases, and refuses nodes that are too deep.
        return marshal.dumps((_digest(text), value, mentions))
    except (OSError, ValueError, RefusedFileError, GenerationError):
        # The loader reads the file again, and reports the reason.
        return b""


def _digest(text: str) -> bytes:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()
