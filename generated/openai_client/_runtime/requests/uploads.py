"""Content of uploads, which is read in chunks while it is sent."""

from __future__ import annotations

import io
import os
from collections.abc import Mapping
from errno import EISDIR
from stat import S_ISDIR, S_ISREG
from typing import IO, TYPE_CHECKING, Any, Final, cast

from ..models.records import JSONObject
from .bodies import encode_text, essence, find_charset
from .encoding import is_object, plain_text

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator

CHUNK: Final = 256 * 1024


class Upload:
    """A source of bytes that is not loaded into memory.

    Args:
        content: Bytes, a path, an open binary file (sent from its current position) or an
            iterable of bytes. An async client also accepts an async iterable of bytes and a
            file with an async `read` method.

    Attributes:
        length: The number of bytes; `None` if it is unknown.
        repeatable: Whether the content can be sent again.
        begun: Whether reading of the content has started.

    Raises:
        TypeError: The content is a string or has another unsupported type.
        OSError: The file does not exist or is a directory.
    """

    __slots__ = ("_source", "_start", "begun", "content", "length", "repeatable")

    def __init__(self, content: Any) -> None:
        self._source = content
        content = _unwrap(content)
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
            raise TypeError("upload must not be str; use bytes or pathlib.Path")
        elif _is_iterable(content):
            # An iterator can be consumed only once.
            is_iterator = hasattr(content, "__next__") or hasattr(content, "__anext__")
            self.repeatable = not is_iterator
        else:
            raise TypeError(
                "upload must be bytes, a path, an open binary file or an iterable of"
                f" bytes, not {type(content).__name__}"
            )

    def _measure_path(self, path: os.PathLike[str]) -> None:
        status = os.stat(path)
        if S_ISDIR(status.st_mode):
            raise IsADirectoryError(EISDIR, os.strerror(EISDIR), os.fspath(path))
        if S_ISREG(status.st_mode):
            self.length = status.st_size
        else:
            # A pipe or a device.
            self.repeatable = False

    def _measure(self, file: IO[bytes]) -> None:
        if isinstance(file, io.TextIOBase):
            raise TypeError("file to upload must be opened in binary mode")
        if _is_async_file(file):
            self.repeatable = False
            return
        try:
            self._start = file.tell()
            end = file.seek(0, os.SEEK_END)
            file.seek(self._start)
        except (AttributeError, OSError):
            # A pipe or a socket, which can be read only once.
            self.repeatable = False
        else:
            self.length = max(0, end - self._start)

    @property
    def name(self) -> str:
        """File name of the content; `upload` if it has none."""
        return self.own_name or "upload"

    @property
    def own_name(self) -> str:
        """File name of the content; `""` if it has none."""
        source = self._source
        if not _is_path(source):
            source = getattr(source, "name", None) or getattr(source, "filename", None)
            # Python writes names of streams, such as standard input, in angle brackets.
            if not isinstance(source, str) or source.startswith("<"):
                return ""
        return os.path.basename(os.fsdecode(source))

    def __iter__(self) -> Iterator[bytes]:
        content = self.content
        self.begun = True
        if _is_bytes(content):
            yield bytes(content)
        elif _is_path(content):
            with open(content, "rb") as file:
                yield from _read(file, self.length)
        elif _is_file(content) and not _is_async_file(content):
            yield from _read(self._rewind(), self.length)
        elif hasattr(content, "__iter__"):
            for chunk in content:
                yield _check_bytes(chunk)
        else:
            raise TypeError("async files and iterables require the async client")

    async def __aiter__(self) -> AsyncIterator[bytes]:
        content = self.content
        if _is_async_file(content):
            self.begun = True
            while chunk := await content.read(CHUNK):
                yield _check_bytes(chunk)
        elif hasattr(content, "__aiter__"):
            self.begun = True
            async for chunk in content:
                yield _check_bytes(chunk)
        elif _is_path(content) or _is_file(content):
            # Reading a file blocks, so that it is read in a thread.
            from anyio.to_thread import run_sync

            chunks = iter(self)
            while chunk := await run_sync(next, chunks, b""):
                yield chunk
        else:
            for chunk in self:
                yield chunk

    def _rewind(self) -> IO[bytes]:
        file: IO[bytes] = self.content
        if self.repeatable:
            file.seek(self._start)
        return file


class Parts:
    """A sequence of uploads that is sent as one, with the attributes of `Upload`."""

    __slots__ = ("uploads",)

    def __init__(self, uploads: list[Upload]) -> None:
        self.uploads = uploads

    @property
    def length(self) -> int | None:
        """Return the number of bytes, `None` if it is unknown."""
        total = 0
        for upload in self.uploads:
            if upload.length is None:
                return None
            total += upload.length
        return total

    @property
    def repeatable(self) -> bool:
        """Return whether the content can be sent again."""
        return all(upload.repeatable for upload in self.uploads)

    @property
    def begun(self) -> bool:
        """Return whether content that cannot be sent again was read."""
        return any(upload.begun and not upload.repeatable for upload in self.uploads)

    def __iter__(self) -> Iterator[bytes]:
        for upload in self.uploads:
            yield from upload

    async def __aiter__(self) -> AsyncIterator[bytes]:
        for upload in self.uploads:
            async for chunk in upload:
                yield chunk


def is_file_value(value: object) -> bool:
    """Return whether a value is certainly a file, whatever its property describes.

    Files are content, iterators of bytes, and tuples of name and content.
    """
    if isinstance(value, tuple):
        items = list(cast("tuple[object, ...]", value))
        has_name = len(items) > 1 and (items[0] is None or isinstance(items[0], str))
        return has_name and (is_file_value(items[1]) or is_chunks(items[1]))
    is_iterator = hasattr(value, "__next__") or hasattr(value, "__aiter__")
    return is_content(value) or isinstance(value, Upload) or is_iterator


def file_from_path(path: str | os.PathLike[str]) -> tuple[str, bytes]:
    """Read a file to upload, and return its name and content.

    A `pathlib.Path` as the argument of a method is sent without reading it into memory.
    """
    with open(path, "rb") as file:
        return os.path.basename(os.fspath(path)), file.read()


def is_chunks(value: object) -> bool:
    """Return whether a value is a list or a tuple that contains only bytes."""
    if not isinstance(value, (list, tuple)):
        return False
    return all(map(_is_bytes, cast("list[object]", value)))


def is_content(value: object) -> bool:
    """Return whether a value is bytes, a path or an open file."""
    return _is_bytes(value) or _is_path(value) or _is_file(value)


def split_upload(
    value: object,
) -> tuple[str | None, Any, str | None, dict[str, str]]:
    """Return the name, content, media type and headers of a file to upload.

    A tuple of bytes is content, as any other iterable of bytes.

    Raises:
        TypeError: The tuple has another number of items.
    """
    if not isinstance(value, tuple):
        return None, value, None, {}
    items = cast("tuple[Any, Any, Any, Any]", value)
    if is_chunks(items):
        return None, items, None, {}
    if not 2 <= len(items) <= 4:
        raise TypeError(
            "file must be a tuple (name, content[, media type[, headers]]),"
            f" got {len(items)} items"
        )
    filename, content, media, headers = (*items, None, None)[:4]
    return filename, content, media, dict(headers or {})


def _is_bytes(value: object) -> bool:
    return isinstance(value, (bytes, bytearray, memoryview))


def _is_path(value: object) -> bool:
    return isinstance(value, os.PathLike)


def _is_file(value: object) -> bool:
    # A model, mapping or data class can have a member of this name.
    if isinstance(value, (JSONObject, Mapping)):
        return False
    return callable(getattr(value, "read", None))


def _is_iterable(value: object) -> bool:
    return not isinstance(value, (JSONObject, Mapping)) and (
        hasattr(value, "__iter__") or hasattr(value, "__aiter__")
    )


def _is_async_file(content: object) -> bool:
    from inspect import iscoroutinefunction

    return iscoroutinefunction(getattr(content, "read", None))


def _unwrap(content: Any) -> Any:
    """Return the synchronous file that an async file wraps, or the content itself.

    A synchronous file has a known length and can be sent again. anyio stores it in
    `wrapped`; web frameworks store that of a received upload in `file`.
    """
    if _is_file(content) and _is_async_file(content):
        for name in ("wrapped", "file"):
            inner = getattr(content, name, None)
            if _is_file(inner) and not _is_async_file(inner):
                return inner
    return content


def _read(file: IO[bytes], length: int | None) -> Iterator[bytes]:
    """Yield the content of a file, up to the length that was sent in the header.

    Raises:
        OSError: The file is shorter than that.
    """
    if length is None:
        while chunk := file.read(CHUNK):
            yield _check_bytes(chunk)
        return
    remaining = length
    while remaining > 0:
        chunk = _check_bytes(file.read(min(CHUNK, remaining)))
        if not chunk:
            raise OSError(f"file was truncated by {remaining} bytes while it was sent")
        remaining -= len(chunk)
        yield chunk


def _check_bytes(chunk: Any) -> bytes:
    if isinstance(chunk, bytes):
        return chunk
    if _is_bytes(chunk):
        return bytes(chunk)
    raise TypeError(f"upload must yield bytes, not {type(chunk).__name__}")


def encode_content(media: str, body: object) -> tuple[str, bytes | Upload]:
    """Encode a file, or a scalar as text.

    Args:
        media: Media type of the body.
        body: A value that is neither a string nor bytes.

    Returns:
        The `Content-Type`, which a tuple for an upload can replace, and the content.

    Raises:
        TypeError: The value is an object or a number, and the media type is not text.
    """
    kind = essence(media)
    is_text = kind.startswith("text/") and not (is_file_value(body) or is_chunks(body))
    if hasattr(body, "isoformat") or is_text:
        return media, encode_text(plain_text(body), find_charset(media))
    if isinstance(body, tuple):
        _, body, own_media, _ = split_upload(cast("object", body))
        media = own_media or media
    if is_object(body) or isinstance(body, (int, float)) or body is None:
        raise TypeError(f"body of type {kind} must not be {type(body).__name__}")
    return media, Upload(body)
