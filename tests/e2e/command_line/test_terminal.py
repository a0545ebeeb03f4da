"""The command line as a user types it: in a terminal, and in the shells that complete it."""

from __future__ import annotations

import json
import shutil
import threading
from collections.abc import Iterator
from typing import Any

import pytest

from tests.e2e.command_line.conftest import CommandLine
from tests.e2e.command_line.terminal import Terminal
from tests.unit.runtime.conftest import Reply, Server, json_reply

pytestmark = pytest.mark.slow

Served = tuple[CommandLine, Server]
KEYRING = '''
"""A keyring that stores secrets in a file, with the functions of the library keyring."""
import json, os, types
from pathlib import Path

class KeyringError(Exception): pass
errors = types.SimpleNamespace(KeyringError=KeyringError)
_file = Path(os.environ["HOME"]) / "secrets.json"

def _read():
    if "LOCKED" in os.environ:
        raise KeyringError("the keyring is locked")
    return json.loads(_file.read_text()) if _file.is_file() else {}

def get_password(service, name):
    return _read().get(f"{service}/{name}")

def set_password(service, name, secret):
    _file.write_text(json.dumps({**_read(), f"{service}/{name}": secret}))

def delete_password(service, name):
    secrets = _read()
    del secrets[f"{service}/{name}"]
    _file.write_text(json.dumps(secrets))
'''


def terminal(run: CommandLine, *words: str) -> Terminal:
    return Terminal(run.words(*words), run.variables(), run.home)


def test_login_does_not_display_what_is_typed(served: Served) -> None:
    run, server = served
    run.environment = {}
    with terminal(run, "login") as session:
        session.expect("api_key: ")
        session.wait_until_hidden()
        session.type("typed-key\n")
        code, text = session.finish()
    assert code == 0 and "typed-key" not in text and "stored in" in text
    server.replies = [json_reply({})]
    assert run("items", "retrieve", "a").code == 0
    assert server.received[-1].headers["authorization"] == "Bearer typed-key"


def test_login_stops_at_ctrl_c_and_stores_nothing(run: CommandLine) -> None:
    run.environment = {}
    with terminal(run, "login") as session:
        session.expect("api_key: ")
        session.wait_until_hidden()
        session.type("\x03")
        code, text = session.finish()
    assert code == 130 and "Traceback" not in text
    assert "no profiles" in run("profiles").stderr


def test_keyring_has_the_secret_instead_of_the_file(served: Served) -> None:
    run, server = served
    (run.home / "keyring.py").write_text(KEYRING, encoding="utf-8")
    run.environment = {"PYTHONSAFEPATH": "", "PYTHONPATH": str(run.home)}
    assert run.spawn("login", "--keyring", stdin=b"kept-key\n").code == 0
    file = run.home / "inventory-client" / "profiles.json"
    assert "kept-key" not in file.read_text(encoding="utf-8")
    server.replies = [json_reply({})]
    assert run.spawn("items", "retrieve", "a").code == 0
    assert server.received[-1].headers["authorization"] == "Bearer kept-key"
    assert run.spawn("profiles").text == "default  api_key\n"
    run.environment["LOCKED"] = "1"
    for words in (("items", "retrieve", "a"), ("login", "--keyring"), ("logout",)):
        finished = run.spawn(*words, stdin=b"k\n")
        assert finished.code == 1, words
        (error,) = json.loads(finished.stderr).values()
        assert error == {"message": "the keyring cannot be used: the keyring is locked"}
    del run.environment["LOCKED"]
    assert run.spawn("logout").code == 0
    assert json.loads((run.home / "secrets.json").read_text(encoding="utf-8")) == {}


def test_ctrl_c_stops_a_stream_after_the_text_that_has_arrived(served: Served) -> None:
    run, server = served
    stopped = threading.Event()

    def send(handler: Any) -> None:
        handler.send_response(200)
        handler.send_header("Content-Type", "text/event-stream")
        handler.end_headers()
        delta = {"choices": [{"index": 0, "delta": {"content": "first"}}]}
        handler.wfile.write(f"data: {json.dumps(delta)}\n\n".encode())
        handler.wfile.flush()
        stopped.wait(60)

    server.replies = [Reply(raw=send)]
    with terminal(run, "chat", "create", "prompt=x", "stream=true") as session:
        session.expect("first")
        session.type("\x03")
        code, text = session.finish()
    stopped.set()
    assert code == 130 and "Traceback" not in text and "Error" not in text


def test_download_shows_its_progress(served: Served) -> None:
    run, server = served
    content = bytes(range(256)) * 4096
    server.replies = [Reply(200, content, {"Content-Type": "image/png"})]
    with terminal(run, "getPhoto", "1", "--output-file", "photo.png") as session:
        session.expect(r"photo\.png .*100%")
        assert session.finish()[0] == 0
    assert (run.home / "photo.png").read_bytes() == content


def test_what_is_typed_is_uploaded_until_its_end(served: Served) -> None:
    run, server = served
    server.replies = [json_reply({})]
    with terminal(run, "importItems", "file@-") as session:
        session.type("a,b\n")
        session.type("\x04")
        code, _ = session.finish()
    assert code == 0 and b"\r\n\r\na,b\n\r\n" in server.received[-1].body


def test_no_server_and_a_wrong_key_are_explained_in_a_line(served: Served) -> None:
    run, server = served
    body = {"error": {"message": "Incorrect key."}}
    server.replies = [json_reply(body, 401)]
    with terminal(run, "items", "retrieve", "a") as session:
        code, text = session.finish()
    assert code == 4 and text == "Error: 401 Unauthorized: Incorrect key.\n"
    run.url = "http://127.0.0.1:1"
    with terminal(run, "items", "retrieve", "a", "--retries", "0") as session:
        code, text = session.finish()
    assert code == 1 and text.startswith("Error: Connection") and text.count("\n") == 1


SHELLS = {
    "bash": (["bash", "--norc", "-i"], 'eval "$(inventory-client completion bash)"'),
    "zsh": (["zsh", "-f", "-i"], 'eval "$(inventory-client completion zsh)"'),
    "fish": (
        ["fish", "--no-config", "-i"],
        "inventory-client completion fish | source",
    ),
}
COMPLETED = {
    "ite\t": "items ",
    "items lis\tsta\tu\t": "items list state=used ",
    "items list --sta\tu\t": "items list --state used ",
    "importI\tfile@ro\t": "importItems file@rows.csv ",
    "importItems note=@ro\t": "importItems note=@rows.csv ",
    "importItems --file ro\t": "importItems --file rows.csv ",
    "items create hid\tf\t": "items create hidden=false ",
    "importI\tfil\tro\t": "importItems file@rows.csv ",
    "--prof\tstag\titems lis\t": "--profile staging items list ",
}


@pytest.fixture(params=SHELLS)
def shell(request: pytest.FixtureRequest, run: CommandLine) -> Iterator[Terminal]:
    """A shell in which the documented command was typed."""
    words, command = SHELLS[request.param]
    if shutil.which(words[0]) is None:
        pytest.skip(f"{words[0]} is not installed")
    folder = run.home / "bin"
    folder.mkdir()
    for name, body in (
        ("inventory-client", f'exec {" ".join(run.words())} "$@"'),
        ("show", 'printf "<%s>" "$*"; echo'),
    ):
        script = folder / name
        script.write_text(f"#!/bin/sh\n{body}\n", encoding="utf-8")
        script.chmod(0o755)
    (run.home / "rows.csv").write_bytes(b"a,b\n")
    assert run("login", "--profile", "staging", stdin=b"key\n").code == 0
    variables = run.variables()
    variables["PATH"] = f"{folder}:{variables['PATH']}"
    with Terminal(words, variables, run.home) as session:
        session.type(f"{command}\n")
        session.type("echo rea''dy\n")
        session.expect("ready")
        yield session


def test_shells_complete_what_is_typed(shell: Terminal) -> None:
    """Each text is typed and completed; the shell then displays the arguments."""
    for typed, expected in COMPLETED.items():
        shell.type("inventory-client ")
        for part in typed.split("\t")[:-1]:
            shell.type(f"{part}\t")
        # The beginning of the line becomes another command, which displays its arguments.
        shell.type("end\x01show \n")
        before = shell.expect("<[^%]*end>")
        assert f"<inventory-client {expected}end>" in before, typed


MEMBERS = {
    "bash": ("items create parts[0][ki\tso\t", "items create par\tki\tso\t"),
    "fish": ("items create parts[0][ki\tso\t", "items create par\tki\tso\t"),
    # zsh does not complete patterns of file names; it inserts brackets with backslashes.
    "zsh": ("items create parts\\[0\\]\\[ki\tso\t",),
}


def test_shells_complete_names_of_members(
    shell: Terminal, request: pytest.FixtureRequest
) -> None:
    name = request.node.callspec.params["shell"]
    for typed in MEMBERS[name]:
        shell.type("inventory-client ")
        for part in typed.split("\t")[:-1]:
            shell.type(f"{part}\t")
        shell.type("end\x01show \n")
        before = shell.expect("<[^%]*end>")
        expected = "items create parts[0][kind]=solid "
        assert f"<inventory-client {expected}end>" in before, typed
