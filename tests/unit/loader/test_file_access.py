"""Bounded reads of regular files: settings files that are devices, pipes or too large."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from generator.config import SettingsError, read_settings
from generator.file_access import RefusedFileError, read_regular
from generator.limits import MAX_SETTINGS_BYTES
from tests.unit.cli.conftest import process

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="needs POSIX special files")


@POSIX
@pytest.mark.parametrize("kind", ["device", "pipe", "link to a device"])
def test_special_files_are_not_read_as_settings(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "settings.toml"
    if kind == "device":
        path = Path("/dev/zero")
    elif kind == "pipe":
        os.mkfifo(path)
    else:
        path.symlink_to("/dev/zero")
    result = process("generate", "--config", str(path), cwd=tmp_path, seconds=30)
    assert result.returncode == 2
    assert f"{path} cannot be read: it is not a regular file" in result.stderr


def test_directories_and_large_files_are_not_read_as_settings(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="cannot be read: it is a directory"):
        read_settings(tmp_path)
    path = tmp_path / "settings.toml"
    with path.open("wb") as file:
        file.truncate(MAX_SETTINGS_BYTES + 1)
    with pytest.raises(SettingsError, match="cannot be read: it is larger than 8 MiB"):
        read_settings(path)


def test_linked_settings_with_a_byte_order_mark_and_crlf_are_read(
    tmp_path: Path,
) -> None:
    target = tmp_path / "target.toml"
    target.write_bytes(b'\xef\xbb\xbf[tool.oasmith]\r\npackage = "shop_client"\r\n')
    path = tmp_path / "settings.toml"
    path.symlink_to(target)
    (config,) = read_settings(path)
    assert config.package == "shop_client"
    assert config.origin.file is not None
    assert config.origin.file.text.splitlines()[0] == "[tool.oasmith]"


def test_the_limit_is_inclusive(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"1234")
    assert read_regular(path, limit=4) == b"1234"
    with pytest.raises(RefusedFileError, match="is larger than"):
        read_regular(path, limit=3)
