"""Credentials in a keyring, by the library keyring and a backend that uses a file."""

from __future__ import annotations

import json
from importlib.util import find_spec
from pathlib import Path

import pytest

from tests.e2e.command_line.conftest import CommandLine
from tests.unit.runtime.conftest import Server, json_reply

pytestmark = pytest.mark.slow

Store = tuple[CommandLine, Server]
BACKEND = '''
"""A backend of keyring that stores secrets in a file."""
import json, os
from pathlib import Path
from keyring.backend import KeyringBackend
from keyring.errors import KeyringLocked, PasswordDeleteError

FILE = Path(os.environ["HOME"]) / "secrets.json"

class FileKeyring(KeyringBackend):
    priority = 1

    def _read(self):
        if "LOCKED" in os.environ:
            raise KeyringLocked("unlock the collection first")
        if "BROKEN" in os.environ:
            raise ConnectionRefusedError("the service does not run")
        return json.loads(FILE.read_text()) if FILE.is_file() else {}

    def get_password(self, service, username):
        return self._read().get(f"{service}/{username}")

    def set_password(self, service, username, password):
        FILE.write_text(json.dumps({**self._read(), f"{service}/{username}": password}))

    def delete_password(self, service, username):
        secrets = self._read()
        if secrets.pop(f"{service}/{username}", None) is None:
            raise PasswordDeleteError("there is no such secret")
        FILE.write_text(json.dumps(secrets))
'''
RETRIEVE = ("pets", "retrieve", "1")


@pytest.fixture
def store(petstore: Store) -> Store:
    """A command line whose keyring is a file."""
    run, server = petstore
    (run.home / "file_keyring.py").write_text(BACKEND, encoding="utf-8")
    del run.environment["PETSTORE_API_KEY"]
    spec = find_spec("keyring")
    assert spec is not None and spec.origin is not None
    run.path = (run.home, Path(spec.origin).parents[1])
    run.environment["PYTHON_KEYRING_BACKEND"] = "file_keyring.FileKeyring"
    return run, server


def message(run: CommandLine, *words: str, stdin: bytes = b"") -> str:
    finished = run.spawn(*words, stdin=stdin)
    assert finished.code == 1 and finished.stdout == b""
    text: str = json.loads(finished.stderr)["error"]["message"]
    assert "typed-key" not in text
    return text


def test_secret_is_stored_used_and_removed(store: Store) -> None:
    run, server = store
    assert run.spawn("login", "--keyring", stdin=b"typed-key\n").code == 0
    file = run.home / "petstore-client" / "profiles.json"
    assert "typed-key" not in file.read_text(encoding="utf-8")
    secrets = run.home / "secrets.json"
    assert "typed-key" in secrets.read_text(encoding="utf-8")
    server.replies = [json_reply({})]
    assert run.spawn(*RETRIEVE).code == 0
    assert server.received[-1].headers["authorization"] == "Bearer typed-key"
    assert run.spawn("logout").code == 0
    assert json.loads(secrets.read_text(encoding="utf-8")) == {}
    assert run.spawn("profiles").text == ""


@pytest.mark.parametrize(
    ("variable", "value", "problem"),
    [
        ("LOCKED", "1", "unlock the collection first"),
        ("BROKEN", "1", "the service does not run"),
        ("PYTHON_KEYRING_BACKEND", "keyring.backends.fail.Keyring", "No recommended"),
        ("PYTHON_KEYRING_BACKEND", "none.Keyring", "No module named 'none'"),
    ],
)
def test_keyring_that_cannot_be_used(
    variable: str, value: str, problem: str, store: Store
) -> None:
    run, server = store
    assert run.spawn("login", "--keyring", stdin=b"typed-key\n").code == 0
    run.environment[variable] = value
    expected = f"the keyring cannot be used: {problem}"
    login = ("login", "--keyring", "--profile", "b")
    assert message(run, *login, stdin=b"typed-key\n").startswith(expected)
    for words in (RETRIEVE, ("logout",)):
        assert message(run, *words).startswith(expected)
    assert server.received == []
    assert run.spawn("profiles").text == "default  api_key\n"
    assert run.spawn("--help").code == 0


def test_secret_that_another_program_removed(store: Store) -> None:
    run, _ = store
    assert run.spawn("login", "--keyring", stdin=b"typed-key\n").code == 0
    (run.home / "secrets.json").unlink()
    text = "the keyring has no api_key of the profile 'default'"
    assert message(run, *RETRIEVE) == text
    assert run.spawn("logout").code == 0


def test_library_that_is_not_installed(store: Store) -> None:
    run, _ = store
    (run.home / "keyring.py").write_text("raise ImportError", encoding="utf-8")
    expected = "this requires keyring: install the client with its extra `keyring`"
    assert message(run, "login", "--keyring", stdin=b"typed-key\n") == expected
