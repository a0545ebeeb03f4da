"""Turns a file into text: encodings, byte order marks, and what is no text at all."""

from __future__ import annotations

import codecs
import re
from typing import NoReturn

from ..diagnostics import Diagnostics, Rule, Severity, GenerationError
from .locate import locate_nothing
from ..source import Lines, SourceFile, Span

UNREADABLE_FILE = Rule(
    "unreadable-file",
    Severity.ERROR,
    "The operating system does not let the file be read, or it is too large, or neither a"
    " regular file nor a pipe. The message says why.",
)
BINARY_FILE = Rule(
    "binary-file",
    Severity.ERROR,
    "The file holds binary data, such as a picture or an archive. Descriptions are"
    " YAML or JSON text.",
)
NOT_UTF8 = Rule(
    "not-utf8",
    Severity.ERROR,
    "The file is text in another encoding than UTF-8 (or UTF-16 with a byte order"
    " mark), mostly Latin-1 or Windows-1252. Save it as UTF-8.",
)

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_BINARY = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


def read_text(data: bytes, name: str, diagnostics: Diagnostics) -> str:
    """The text of a file, without a byte order mark.

    Args:
        data: its bytes.
        name: how messages call it.
        diagnostics: takes the reason when there is no text.

    Raises:
        GenerationError: it is no text, or is in an encoding that is neither of YAML nor of
            JSON.
    """
    try:
        text = decode(data)
    except UnicodeDecodeError as error:
        start = _encoding(data)[1] + error.start
        _report_undecodable(data, start, name, diagnostics)
        raise GenerationError from None
    if "\0" in text:
        _report_binary(name, diagnostics)
        raise GenerationError
    return text


def refuse_unreadable(
    error: Exception, name: str, diagnostics: Diagnostics
) -> NoReturn:
    """Report a file that cannot be read.

    Args:
        error: an `OSError`, or a `Refused`, whose message begins with a verb.
        name: how messages call the file.
        diagnostics: takes the error.

    Raises:
        GenerationError: always.
    """
    reason = getattr(error, "strerror", None)
    message = f"cannot be read: {reason.lower()}" if reason else str(error)
    diagnostics.add(
        UNREADABLE_FILE,
        f"the file {message}",
        SourceFile(name, "", "", locate_nothing).span(0),
        hint="check its path and its permissions",
    )
    raise GenerationError


def decode(data: bytes) -> str:
    """The text of a file's bytes, without a byte order mark.

    Raises:
        UnicodeDecodeError: they are in none of the encodings of YAML and JSON.
    """
    encoding, mark = _encoding(data)
    return data[mark:].decode(encoding)


def _encoding(data: bytes) -> tuple[str, int]:
    """The encoding that the first bytes tell, and the length of its mark.

    See YAML 1.2, section 5.2; a JSON text begins with an ASCII character.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return encoding, len(mark)
    if len(data) > 3 and data[1] == 0 != data[0] and data[3] == 0 != data[2]:
        return "utf-16-le", 0
    if len(data) > 3 and data[0] == 0 != data[1] and data[2] == 0 != data[3]:
        return "utf-16-be", 0
    return "utf-8", 0


def _report_undecodable(
    data: bytes, offset: int, name: str, diagnostics: Diagnostics
) -> None:
    if _BINARY.search(data[:8192]):
        _report_binary(name, diagnostics)
        return
    # One character a byte, so that the offset of the byte is the character's, and
    # the line reads as its author wrote it, most likely.
    text = data.decode("latin-1")
    file = SourceFile(name, "", text, locate_nothing)
    diagnostics.add(
        NOT_UTF8,
        f"the byte 0x{data[offset]:02X} is not UTF-8",
        Span(file, Lines(text).place(offset)),
        hint=f"save the file as UTF-8; in Latin-1 the byte is {text[offset]!r}",
    )


def _report_binary(name: str, diagnostics: Diagnostics) -> None:
    diagnostics.add(
        BINARY_FILE,
        "the file is binary, not YAML or JSON",
        SourceFile(name, "", "", locate_nothing).span(0),
        hint="give the path of the description itself",
    )
