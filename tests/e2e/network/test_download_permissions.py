"""Permissions of files that downloads replace."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.e2e.faults.conftest import Caller, settled
from tests.e2e.faults.wire import Wire, ends_after, http_response, sends

KIND = "A download is written to an existing file that only its owner can read."
RESULT = (
    "The file keeps its permissions, also while it is written, and its content if the "
    "download fails. A link stays a link."
)
Serve = Callable[..., Wire]
NEW = b"new" * 1000
RESPONSE = http_response(NEW, "application/octet-stream")

pytestmark = pytest.mark.skipif(os.name != "posix", reason="no permissions of POSIX")


def mode_of(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


async def write(caller: Caller, path: Path) -> None:
    file = await settled(caller.client.files.content("f"))
    await settled(file.write_to_file(path))


def test_restricted_at_every_moment(
    caller: Caller, wire: Serve, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, path = tmp_path / "real", tmp_path / "link"
    real.write_bytes(b"old" * 5000)
    real.chmod(0o600)
    path.symlink_to(real)
    modes: list[int] = []
    original = os.open

    def record(name: str, flags: int, mode: int = 0o777, **options: int) -> int:
        descriptor = original(name, flags, mode, **options)
        if str(name).endswith(".part"):
            modes.append(stat.S_IMODE(os.fstat(descriptor).st_mode))
        return descriptor

    monkeypatch.setattr(os, "open", record)
    server = wire(sends(RESPONSE))
    caller.run(server.url, lambda caller: write(caller, path))
    assert modes == [0o600]
    assert (mode_of(real), real.read_bytes(), path.is_symlink()) == (0o600, NEW, True)
    assert sorted(tmp_path.iterdir()) == [path, real]


def test_new_files_have_the_usual_permissions(
    caller: Caller, wire: Serve, tmp_path: Path
) -> None:
    usual, path = tmp_path / "usual", tmp_path / "new"
    usual.touch()
    caller.run(wire(sends(RESPONSE)).url, lambda caller: write(caller, path))
    assert (mode_of(path), path.read_bytes()) == (mode_of(usual), NEW)


@pytest.mark.parametrize("name", ["new/", "file/", ""])
def test_paths_without_a_name(
    caller: Caller, wire: Serve, tmp_path: Path, name: str
) -> None:
    (tmp_path / "file").write_bytes(b"old")

    async def job(caller: Caller) -> None:
        file = await settled(caller.client.files.content("f"))
        await settled(file.write_to_file(name and f"{tmp_path}/{name}"))

    server = wire(sends(RESPONSE))
    errors = (FileNotFoundError, IsADirectoryError, NotADirectoryError)
    with pytest.raises(errors) as caught:
        caller.run(server.url, job)
    assert ".part" not in str(caught.value)
    assert [each.name for each in tmp_path.iterdir()] == ["file"]
    assert (tmp_path / "file").read_bytes() == b"old"


def test_a_failed_download_changes_nothing(
    caller: Caller, wire: Serve, tmp_path: Path
) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"old")
    path.chmod(0o640)
    server = wire(ends_after(RESPONSE[:-10]))
    with pytest.raises(caller.errors.APIConnectionError):
        caller.run(server.url, lambda caller: write(caller, path))
    assert (mode_of(path), path.read_bytes()) == (0o640, b"old")
    assert list(tmp_path.iterdir()) == [path]
