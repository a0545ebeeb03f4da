"""Uploads in request bodies: files, streams, what can be sent again."""

from __future__ import annotations

import io
import os
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.runtime.api.endpoint import Endpoint
from generator.runtime.requests.bodies import encode_body
from generator.runtime.requests.uploads import CHUNK, Parts, Upload
from tests.unit.runtime.bodies import MULTIPART, sent


@pytest.mark.parametrize(
    ("media", "body", "expected"),
    [
        ("text/plain", "ü", "ü".encode()),
        ("application/octet-stream", b"x", b"x"),
        ("application/octet-stream", bytearray(b"x"), b"x"),
        ("image/png", "x", b"x"),
    ],
)
def test_raw_bodies(media: str, body: object, expected: bytes) -> None:
    endpoint = Endpoint("POST", "/", body=media)
    assert encode_body(endpoint, body, None) == (media, expected)


def test_raw_bodies_are_streamed(tmp_path: Path) -> None:
    endpoint = Endpoint("POST", "/", body="application/octet-stream")
    path = tmp_path / "a"
    path.write_bytes(b"x" * (CHUNK + 1))
    for body in (path, path.open("rb")):
        upload = sent(endpoint, body)
        assert isinstance(upload, Upload) and upload.length == CHUNK + 1
        assert [len(chunk) for chunk in upload] == [CHUNK, 1]


def test_raw_body_rejects_mapping() -> None:
    endpoint = Endpoint("POST", "/", body="application/octet-stream")
    with pytest.raises(TypeError, match="octet-stream"):
        sent(endpoint, {"a": 1})


@pytest.mark.parametrize(
    ("body", "media"),
    [
        ({"a": 1}, "application/json"),
        ([1], "application/json"),
        (1, "application/json"),
        ("x", "text/plain; charset=utf-8"),
        (b"x", "application/octet-stream"),
        (iter([b"x"]), "application/octet-stream"),
    ],
)
@pytest.mark.parametrize("declared", [None, "*/*"])
def test_media_type_range_is_inferred_from_value(
    declared: str | None, body: object, media: str
) -> None:
    encoded = encode_body(Endpoint("POST", "/", body=declared), body, None)
    assert encoded is not None and encoded[0] == media


class Pipe(io.RawIOBase):
    """A file that can be read only once."""

    def __init__(self) -> None:
        self.left = [b"a", b"b"]

    def read(self, size: int = -1) -> bytes:
        return self.left.pop(0) if self.left else b""

    def tell(self) -> int:
        raise OSError("a pipe")


def generate() -> Iterator[bytes]:
    yield b"a"


@pytest.mark.parametrize(
    ("content", "repeatable"),
    [
        (b"a", True),
        (io.BytesIO(b"a"), True),
        ([b"a"], True),
        (generate(), False),
        (Pipe(), False),
    ],
)
def test_upload_repeatable_and_length(content: object, repeatable: bool) -> None:
    upload = Upload(content)
    first = b"".join(upload)
    assert upload.repeatable is repeatable and upload.begun
    assert not repeatable or b"".join(upload) == first


def test_directory_is_rejected(tmp_path: Path) -> None:
    for attempt in (tmp_path, ("n", tmp_path)):
        with pytest.raises(IsADirectoryError):
            sent(MULTIPART, {"file": attempt})
    with pytest.raises(FileNotFoundError):
        sent(MULTIPART, {"file": tmp_path / "none"})


def test_named_pipe_is_read_once(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    upload = Upload(pipe)
    assert upload.length is None and not upload.repeatable
    writer = threading.Thread(target=pipe.write_bytes, args=(b"abc",))
    writer.start()
    assert b"".join(upload) == b"abc"
    writer.join()


@pytest.mark.parametrize("opened", [False, True])
def test_growing_file_is_sent_up_to_announced_length(
    tmp_path: Path, opened: bool
) -> None:
    path = tmp_path / "log"
    path.write_bytes(b"one")
    with path.open("rb") as file:
        upload = Upload(file if opened else path)
        path.write_bytes(b"one and more")
        assert upload.length == 3 and b"".join(upload) == b"one"


def test_truncated_file(tmp_path: Path) -> None:
    path = tmp_path / "log"
    path.write_bytes(b"one")
    upload = Upload(path)
    path.write_bytes(b"o")
    with pytest.raises(OSError, match="truncated by 2 bytes"):
        b"".join(upload)


def test_parts_are_repeatable_if_all_uploads_are() -> None:
    content = Parts([Upload(b"a"), Upload(generate())])
    assert not content.repeatable and not content.begun
    assert b"".join(content) == b"aa" and content.begun
    assert content.length is None


@pytest.mark.parametrize("name", ["<stdin>", "<fdopen>", ""])
def test_a_name_that_is_not_that_of_a_file_is_not_sent(name: str) -> None:
    file = io.BytesIO(b"x")
    file.name = name
    assert Upload(file).name == "upload"


@pytest.mark.parametrize("media", ["text/plain", "application/octet-stream", "a/xml"])
def test_a_required_body_must_not_be_none(media: str) -> None:
    with pytest.raises(TypeError, match=f"body of type {media} must not be None"):
        encode_body(Endpoint("POST", "/", body=media), None, None)
    optional = Endpoint("POST", "/", body=media, optional_body=True)
    assert encode_body(optional, None, None) is None


@pytest.mark.skipif(os.name != "posix", reason="names of files are bytes on POSIX only")
def test_names_of_files_must_be_utf8(tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode(b"a\xff.txt")
    try:
        path.write_bytes(b"x")
    except OSError:
        pytest.skip("the file system requires UTF-8")
    endpoint = Endpoint("POST", "/", body="multipart/form-data", files=("file",))
    with pytest.raises(
        ValueError, match=r"upload 'file': .*a\\udcff\.txt.*pass a tuple"
    ):
        encode_body(endpoint, {"file": path}, None)
    assert encode_body(endpoint, {"file": ("a.txt", path)}, None) is not None
