"""Test suites and documents in packages of npm and PyPI, downloaded by their clients."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tarfile
from dataclasses import dataclass
from pathlib import Path

_SECONDS = 300
CACHE = Path(__file__).parents[2] / ".pytest_cache" / "conformance"


class UnavailableError(Exception):
    """A package cannot be downloaded; the message is the reason."""


@dataclass(frozen=True)
class UpstreamPackage:
    """A published package with documents or tests.

    Args:
        registry: `npm` or `pip`, the client that downloads it.
        name: name of the package.
        version: the version.
    """

    registry: str
    name: str
    version: str

    @property
    def folder(self) -> Path:
        """Folder of the extracted package in the cache."""
        return CACHE / f"{self.name.replace('/', '-')}-{self.version}"

    def extracted(self) -> Path:
        """Return the folder of the package, which is downloaded the first time.

        Raises:
            UnavailableError: There is no client, or the registry cannot be reached.
        """
        if not self.folder.is_dir():
            self._download()
        return self.folder

    def _download(self) -> None:
        partial = self.folder.with_name(f"{self.folder.name}.{os.getpid()}")
        partial.mkdir(parents=True)
        try:
            _run(self._command(), partial)
            (archive,) = partial.glob("*.t*gz")
            with tarfile.open(archive) as file:
                file.extractall(partial, filter="data")
            archive.unlink()
            (content,) = partial.iterdir()
            content.rename(self.folder)
        finally:
            shutil.rmtree(partial)

    def _command(self) -> list[str]:
        if self.registry == "npm":
            npm = shutil.which("npm")
            if npm is None:
                raise UnavailableError("npm is not installed")
            return [npm, "pack", "--silent", f"{self.name}@{self.version}"]
        return [
            *(sys.executable, "-m", "pip", "download", "--quiet", "--no-deps"),
            *("--no-binary", ":all:"),
            f"{self.name}=={self.version}",
        ]


def _run(command: list[str], folder: Path) -> None:
    try:
        done = subprocess.run(
            command, cwd=folder, capture_output=True, text=True, timeout=_SECONDS
        )
    except subprocess.TimeoutExpired:
        raise UnavailableError(f"no download within {_SECONDS} seconds") from None
    if done.returncode:
        lines = (done.stderr or done.stdout).strip().splitlines()
        raise UnavailableError(lines[-1] if lines else "the download failed")
