"""Decode files: encodings, byte order marks and binary data."""

from __future__ import annotations

import codecs
import re
from typing import NoReturn

from ..diagnostics import Diagnostics, GenerationError, Rule, Severity
from ..source import Lines, SourceFile, Span
from .locate import locate_nothing

UNREADABLE_FILE = Rule(
    "unreadable-file",
    Severity.ERROR,
    "The operating system reports an error for the file, the file is too large, or it is"
    " neither a regular file nor a pipe. The message states the reason.",
)
BINARY_FILE = Rule(
    "binary-file",
    Severity.ERROR,
    "The file contains binary data, such as an image or an archive. OpenAPI documents"
    " are YAML or JSON text.",
)
NOT_UTF8 = Rule(
    "not-utf8",
    Severity.ERROR,
    "The encoding of the file is neither UTF-8 nor UTF-16 or UTF-32, but usually Latin-1"
    " or Windows-1252. Save the file as UTF-8.",
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
    """Decode the content of a file, without a byte order mark.

    Args:
        data: Content of the file.
        name: Name of the file in messages.
        diagnostics: Receives an error if the content cannot be decoded.

    Raises:
        GenerationError: The content is binary, or has an unsupported encoding.
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
        error: An `OSError`, or a `RefusedFileError`, whose message begins with a verb.
        name: Name of the file in messages.
        diagnostics: Receives the error.

    Raises:
        GenerationError: Always.
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
    """Return the content of a file as text, without a byte order mark.

    Raises:
        UnicodeDecodeError: The content is not UTF-8, UTF-16 or UTF-32.
    """
    encoding, mark = _encoding(data)
    return data[mark:].decode(encoding)


def _encoding(data: bytes) -> tuple[str, int]:
    """Detect the encoding from the first bytes (YAML 1.2, section 5.2).

    Without a byte order mark, UTF-16 is recognized because documents begin with ASCII
    characters.

    Returns:
        The encoding and the length of the byte order mark.
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
    # Latin-1 maps each byte to one character, so that the offsets are equal. It is also
    # the most likely encoding.
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
        hint="pass the path of an OpenAPI document",
    )
