"""The content of an upload, read piece by piece and, where it can be, more than once."""

from __future__ import annotations

import io
import os
from collections.abc import Mapping
from errno import EISDIR
from stat import S_ISDIR, S_ISREG
from typing import IO, TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator

CHUNK: Final = 256 * 1024


class Upload:
    """A source of bytes; never held in memory unless it came as bytes.

    Args:
        content: Bytes, a path, an open binary file (sent from where it stands), an
            iterable or, in an async client, an async iterable of bytes or a file whose
            `read` is awaited.

    Attributes:
        length: The number of bytes, `None` if it cannot be known beforehand.
        repeatable: Whether the content can be sent once more after it was begun.
        begun: Whether the content was begun.

    Raises:
        TypeError: The content is text, or something else that is no upload.
        OSError: There is no such file, or it is a directory.
    """

    __slots__ = ("content", "length", "repeatable", "begun", "_given", "_start")

    def __init__(self, content: Any) -> None:
        self._given = content
        content = _unwrapped(content)
        self.content: Any = content
        self.length: int | None = None
        self.repeatable = True
        self.begun = False
        self._start = 0
        if _is_bytes(content):
            self.length = memoryview(content).nbytes
        elif _is_path(content):
            self._measure_path(content)
        elif _is_file(content):
            self._measure(content)
        elif isinstance(content, str):
            raise TypeError("an upload is not a str: give bytes, or a pathlib.Path")
        elif _is_iterable(content):
            # What is its own iterator can be walked once.
            once = hasattr(content, "__next__") or hasattr(content, "__anext__")
            self.repeatable = not once
        else:
            raise TypeError(
                "an upload is bytes, a path, an open binary file or an iterable of"
                f" bytes, not {type(content).__name__}"
            )

    def _measure_path(self, path: os.PathLike[str]) -> None:
        status = os.stat(path)
        if S_ISDIR(status.st_mode):
            raise IsADirectoryError(EISDIR, os.strerror(EISDIR), os.fspath(path))
        if S_ISREG(status.st_mode):
            self.length = status.st_size
        else:
            # A pipe or device.
            self.repeatable = False

    def _measure(self, file: IO[bytes]) -> None:
        if isinstance(file, io.TextIOBase):
            raise TypeError("a file to upload must be opened in binary mode")
        if _is_awaited(file):
            self.repeatable = False
            return
        try:
            self._start = file.tell()
            end = file.seek(0, os.SEEK_END)
            file.seek(self._start)
        except (AttributeError, OSError):
            # A pipe or socket: it can be read once, until it ends.
            self.repeatable = False
        else:
            self.length = max(0, end - self._start)

    @property
    def name(self) -> str:
        """The file name that the content has by itself, else `upload`."""
        source = self._given
        if not _is_path(source):
            source = getattr(source, "name", None) or getattr(source, "filename", None)
            if not isinstance(source, str):
                return "upload"
        return os.path.basename(os.fsdecode(source)) or "upload"

    def __iter__(self) -> Iterator[bytes]:
        content = self.content
        self.begun = True
        if _is_bytes(content):
            yield bytes(content)
        elif _is_path(content):
            with open(content, "rb") as file:
                yield from _read(file, self.length)
        elif _is_file(content) and not _is_awaited(content):
            yield from _read(self._rewound(), self.length)
        elif hasattr(content, "__iter__"):
            for chunk in content:
                yield _checked(chunk)
        else:
            raise TypeError("an async file or iterable is for the async client")

    async def __aiter__(self) -> AsyncIterator[bytes]:
        content = self.content
        if _is_awaited(content):
            self.begun = True
            while chunk := await content.read(CHUNK):
                yield _checked(chunk)
        elif hasattr(content, "__aiter__"):
            self.begun = True
            async for chunk in content:
                yield _checked(chunk)
        elif _is_path(content) or _is_file(content):
            # Files block: they are read in a thread beside the event loop.
            from anyio.to_thread import run_sync

            chunks = iter(self)
            while chunk := await run_sync(next, chunks, b""):
                yield chunk
        else:
            for chunk in self:
                yield chunk

    def _rewound(self) -> IO[bytes]:
        file: IO[bytes] = self.content
        if self.repeatable:
            file.seek(self._start)
        return file


class Parts:
    """Uploads one after the other, as one.

    Attributes as those of `Upload`.
    """

    __slots__ = ("uploads",)

    def __init__(self, uploads: list[Upload]) -> None:
        self.uploads = uploads

    @property
    def length(self) -> int | None:
        total = 0
        for upload in self.uploads:
            if upload.length is None:
                return None
            total += upload.length
        return total

    @property
    def repeatable(self) -> bool:
        return all(upload.repeatable for upload in self.uploads)

    @property
    def begun(self) -> bool:
        return any(upload.begun and not upload.repeatable for upload in self.uploads)

    def __iter__(self) -> Iterator[bytes]:
        for upload in self.uploads:
            yield from upload

    async def __aiter__(self) -> AsyncIterator[bytes]:
        for upload in self.uploads:
            async for chunk in upload:
                yield chunk


def is_content(value: object) -> bool:
    """Whether a value can only be meant as an upload: bytes, a path, an open file."""
    return _is_bytes(value) or _is_path(value) or _is_file(value)


def _is_bytes(value: object) -> bool:
    return isinstance(value, (bytes, bytearray, memoryview))


def _is_path(value: object) -> bool:
    return isinstance(value, os.PathLike)


def _is_file(value: object) -> bool:
    return hasattr(value, "read")


def _is_iterable(value: object) -> bool:
    return not isinstance(value, Mapping) and (
        hasattr(value, "__iter__") or hasattr(value, "__aiter__")
    )


def _is_awaited(content: object) -> bool:
    from inspect import iscoroutinefunction

    return iscoroutinefunction(getattr(content, "read", None))


def _unwrapped(content: Any) -> Any:
    """The file behind one whose `read` is awaited, where it is no secret.

    Its length can be known and it can be sent again; a thread reads it. anyio has it as
    `wrapped`, and web frameworks have that of an upload as `file`.
    """
    if _is_file(content) and _is_awaited(content):
        for name in ("wrapped", "file"):
            inner = getattr(content, name, None)
            if _is_file(inner) and not _is_awaited(inner):
                return inner
    return content


def _read(file: IO[bytes], length: int | None) -> Iterator[bytes]:
    """What a file holds; of one that grows meanwhile, what was announced.

    Raises:
        OSError: It has become shorter.
    """
    if length is None:
        while chunk := file.read(CHUNK):
            yield _checked(chunk)
        return
    left = length
    while left > 0:
        chunk = _checked(file.read(min(CHUNK, left)))
        if not chunk:
            raise OSError(f"a file became {left} bytes shorter while it was sent")
        left -= len(chunk)
        yield chunk


def _checked(chunk: Any) -> bytes:
    if isinstance(chunk, bytes):
        return chunk
    if _is_bytes(chunk):
        return bytes(chunk)
    raise TypeError(f"an upload yields bytes, not {type(chunk).__name__}")
