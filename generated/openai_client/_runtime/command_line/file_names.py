"""Names of files for responses, from what the server sends, which is not trusted."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote

from .output import OutputError

if TYPE_CHECKING:
    from pathlib import Path

    import httpx2

_PARAMETER: Final = re.compile(
    r";\s*(?P<name>filename\*?)\s*=\s*(\"(?P<quoted>(?:[^\"\\]|\\.)*)\"|(?P<token>[^;\s]*))",
    re.IGNORECASE | re.DOTALL,
)
_MAX_BYTES: Final = 150
# Names of devices on Windows, also before an extension.
_DEVICE: Final = re.compile(
    r"(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9\xb9\xb2\xb3])\s*(\..*)?",
    re.IGNORECASE | re.DOTALL,
)


def new_file(folder: Path, response: httpx2.Response) -> Path:
    """Return the path of a new file in a folder, with the name that a server suggests.

    Args:
        folder: The folder.
        response: The response. The name is that of its `Content-Disposition` (RFC 6266),
            else the end of its URL.

    Raises:
        OutputError: There is a file of this name.
    """
    header = response.headers.get("content-disposition", "")
    path = response.request.url.path.rstrip("/")
    name = _suggested(header) or _safe(path) or "download"
    file = folder / name
    if os.path.lexists(file):
        raise OutputError(f"{file} exists; --output-file {file} replaces it")
    return file


def _suggested(header: str) -> str:
    """Return the file name in a header; `filename*` has precedence (RFC 8187)."""
    names: dict[str, str] = {}
    for match in _PARAMETER.finditer(f";{header}"):
        text = match["token"] or re.sub(r"\\(.)", r"\1", match["quoted"] or "")
        if match["name"].endswith("*"):
            charset, quote, value = text.partition("'")
            value = value.partition("'")[2]
            if not quote or charset.lower() not in ("utf-8", "iso-8859-1"):
                continue
            text = unquote(value, charset, "replace")
        names.setdefault(match["name"].lower(), text)
    return _safe(names.get("filename*", "")) or _safe(names.get("filename", ""))


def _safe(text: str) -> str:
    """Return a name that is one component of a path on every system; `""` for none."""
    last = re.split(r"[/\\]", text)[-1]
    name = "".join(c for c in last if c.isprintable() and c not in '<>:"|?*')
    name = name.lstrip("-. ").rstrip(". ")
    stem, dot, extension = name.rpartition(".")
    if not dot or len(extension) > 20:
        stem, dot, extension = name, "", ""
    name = _shorten(stem, _MAX_BYTES).rstrip(". ") + dot + extension
    return f"_{name}" if _DEVICE.fullmatch(name) else name


def _shorten(text: str, size: int) -> str:
    """Return the beginning of a text that takes no more bytes than `size`."""
    return text.encode("utf-8", "replace")[:size].decode("utf-8", "ignore")
