"""A client with a command line, its server, and a way to run its commands."""

from __future__ import annotations

import contextlib
import importlib
import io
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple
from unittest import mock

import pytest

from tests.clients import generate, import_from
from tests.unit.runtime.conftest import Server, serve

__all__ = ["serve"]

PACKAGE = "inventory_client"


class Finished(NamedTuple):
    """A process that has finished."""

    code: int
    stdout: bytes
    stderr: str

    @property
    def text(self) -> str:
        """Standard output as text."""
        return self.stdout.decode()


class CommandLine:
    """The command line of a client.

    Args:
        folder: Folder that contains the package of the client.
        home: Folder of the user's settings.
        package: Name of the package.

    Attributes:
        url: Base URL of a server; `""` for that of the document.
        environment: Variables of the environment.
        path: Further folders of Python modules.
    """

    def __init__(self, folder: Path, home: Path, package: str = PACKAGE) -> None:
        self.package = package
        self.folder = folder
        self.home = home
        self.url = ""
        self.path: tuple[Path, ...] = ()
        self.environment = {"INVENTORY_API_KEY": "test-key"}

    def variables(self) -> dict[str, str]:
        """Return the environment of a command."""
        own = {
            name: value
            for name, value in os.environ.items()
            if not name.startswith(("INVENTORY_", "XDG_"))
        }
        own |= {"HOME": str(self.home), "XDG_CONFIG_HOME": str(self.home)}
        if self.url:
            own["INVENTORY_BASE_URL"] = self.url
        path = os.pathsep.join(map(str, (self.folder, *self.path)))
        return {**own, **self.environment, "PYTHONPATH": path}

    def words(self, *arguments: str) -> list[str]:
        """Return a command with its arguments, for another process."""
        return [sys.executable, "-m", self.package, *arguments]

    def __call__(self, *arguments: str, stdin: bytes = b"") -> Finished:
        """Run a command in this process."""
        main = importlib.import_module(
            f"{self.package}._runtime.command_line.main"
        ).main
        stdout = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", write_through=True)
        stderr = io.StringIO()
        with (
            mock.patch.dict(os.environ, self.variables(), clear=True),
            mock.patch("sys.stdin", io.TextIOWrapper(io.BytesIO(stdin))),
            contextlib.chdir(self.home),
            contextlib.redirect_stdout(stdout),
            contextlib.redirect_stderr(stderr),
        ):
            code = main(self.package, self.folder / self.package, arguments)
        return Finished(code, stdout.buffer.getvalue(), stderr.getvalue())

    def spawn(self, *arguments: str, stdin: bytes = b"") -> Finished:
        """Run a command in another process."""
        process = subprocess.run(
            self.words(*arguments),
            input=stdin,
            capture_output=True,
            env=self.variables(),
            cwd=self.home,
            timeout=300,
            check=False,
        )
        return Finished(process.returncode, process.stdout, process.stderr.decode())


@pytest.fixture(scope="session")
def inventory(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the generated package."""
    output = tmp_path_factory.mktemp("inventory")
    spec = Path(__file__).with_name("inventory.yaml")
    generate(spec, output, PACKAGE, "Inventory", command_line=True)
    import_from(output, PACKAGE)
    return output


@pytest.fixture
def run(inventory: Path, tmp_path: Path) -> CommandLine:
    """The command line, without a server."""
    return CommandLine(inventory, tmp_path)


@pytest.fixture
def served(
    run: CommandLine, serve: Callable[..., Server]
) -> tuple[CommandLine, Server]:
    """The command line, and the server that it sends requests to."""
    server = serve()
    run.url = server.url
    return run, server


@pytest.fixture(scope="session")
def petstore_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the package of a Petstore."""
    output = tmp_path_factory.mktemp("petstore")
    spec = Path(__file__).with_name("petstore.yaml")
    generate(spec, output, "petstore_client", "Petstore", command_line=True)
    import_from(output, "petstore_client")
    return output


@pytest.fixture
def petstore(
    petstore_folder: Path, tmp_path: Path, serve: Callable[..., Server]
) -> tuple[CommandLine, Server]:
    """The command line of the Petstore, and its server."""
    run = CommandLine(petstore_folder, tmp_path, "petstore_client")
    server = serve()
    run.environment = {
        "PETSTORE_API_KEY": "test-key",
        "PETSTORE_BASE_URL": server.url,
    }
    return run, server
