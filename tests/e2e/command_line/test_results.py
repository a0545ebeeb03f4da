"""Results of commands: formats, pages, streams, files, errors and exit codes."""

from __future__ import annotations

import json
import os
import pty
import signal
import subprocess
import threading
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.e2e.command_line.conftest import CommandLine
from tests.unit.runtime.conftest import Reply, Server, json_reply

pytestmark = pytest.mark.slow

Served = tuple[CommandLine, Server]
ITEM = {"id": "a", "count": 2, "unknown": {"x": [1, 2.5, None]}, "text": "ünï\x1b[31m"}


def page(*ids: str, more: bool = False) -> Reply:
    return json_reply({"data": [{"id": name} for name in ids], "has_more": more})


def test_json_is_compact_in_a_pipe(served: Served) -> None:
    run, server = served
    server.replies = [json_reply(ITEM)]
    finished = run("items", "retrieve", "a")
    assert finished.code == 0 and finished.stderr == ""
    assert (
        finished.text
        == json.dumps(ITEM, ensure_ascii=False, separators=(",", ":")) + "\n"
    )


FORMATS: dict[str, tuple[tuple[str, ...], str]] = {
    "jsonl": (("-o", "jsonl"), '{"id":"a"}\n{"id":"b"}\n'),
    "lines": (("-o", "lines", "--query", "id"), "a\nb\n"),
    "table": (("-o", "table"), "ID\na\nb\n"),
    "yaml": (("-o", "yaml"), "- id: a\n- id: b\n"),
    "query": (("--query", "[].id"), '["a","b"]\n'),
    "raw": (("-o", "raw"), '{"data": [{"id": "a"}, {"id": "b"}], "has_more": true}'),
}


@pytest.mark.parametrize("form", FORMATS)
def test_formats_of_a_list(form: str, served: Served) -> None:
    run, server = served
    server.replies = [page("a", "b", more=True)]
    options, expected = FORMATS[form]
    finished = run("items", "list", *options)
    assert finished.code == 0, finished.stderr
    assert finished.text == expected


def test_table_of_an_object_and_of_nothing(served: Served) -> None:
    run, server = served
    server.replies = [json_reply({"id": "a", "count": None}), page()]
    assert (
        run("items", "retrieve", "a", "-o", "table").text == "id     a\ncount  null\n"
    )
    assert run("items", "list", "-o", "table").text == ""
    assert run("items", "list").text == "[]\n"


def test_yaml_keeps_values(served: Served) -> None:
    run, server = served
    server.replies = [json_reply(ITEM)]
    finished = run("items", "retrieve", "a", "-o", "yaml")
    assert yaml.safe_load(finished.stdout) == ITEM


def test_yaml_keeps_strings(served: Served) -> None:
    run, server = served
    # Numbers of YAML 1.2 that PyYAML does not quote, and a line break of YAML 1.1.
    item = {
        "a": "1e3",
        "b": "0o17",
        "c": ".5e-1",
        "1E5": "d\x85",
        "e": "1.x",
        "f": 1e30,
    }
    server.replies = [json_reply(item)]
    finished = run("items", "retrieve", "a", "-o", "yaml")
    assert yaml.safe_load(finished.stdout) == item
    assert finished.text == (
        "a: '1e3'\nb: '0o17'\nc: '.5e-1'\n'1E5': \"d\\N\"\ne: 1.x\nf: 1.0e+30\n"
    )


def test_pages(served: Served) -> None:
    run, server = served
    pages = [page("a", "b", more=True), page("c", "d", more=True), page("e")]
    server.replies = list(pages)
    assert json.loads(run("items", "list").stdout) == [{"id": "a"}, {"id": "b"}]
    server.replies = list(pages)
    server.received.clear()
    every = run("items", "list", "--all", "-o", "lines", "--query", "id")
    assert every.text.split() == ["a", "b", "c", "d", "e"]
    targets = [item.target for item in server.received]
    assert targets == ["/items", "/items?after=b", "/items?after=d"]
    server.replies = list(pages)
    server.received.clear()
    some = run("items", "list", "--limit", "3", "-o", "lines", "--query", "id")
    assert some.text.split() == ["a", "b", "c"]
    assert [item.target for item in server.received] == [
        "/items?limit=3",
        "/items?after=b&limit=3",
    ]
    server.replies = list(pages)
    server.received.clear()
    assert run("items", "list", "--limit", "5").code == 0
    assert server.received[0].target == "/items"  # more than a page can have


def test_items_arrive_one_by_one(served: Served) -> None:
    run, server = served
    second = threading.Event()

    def wait(handler: Any) -> None:
        assert second.wait(60)
        body = page("b").body
        handler.send_response(200)
        handler.send_header("Content-Type", "application/json")
        handler.send_header("Content-Length", str(len(body)))
        handler.end_headers()
        handler.wfile.write(body)

    server.replies = [page("a", more=True), Reply(raw=wait)]
    process = subprocess.Popen(
        run.words("items", "list", "--all", "-o", "jsonl"),
        stdout=subprocess.PIPE,
        env=run.variables(),
    )
    assert process.stdout is not None
    assert process.stdout.readline() == b'{"id":"a"}\n'
    second.set()
    assert process.stdout.read() == b'{"id":"b"}\n'
    assert process.wait(60) == 0
    process.stdout.close()


def events(*pieces: str) -> Reply:
    chunks = [
        {"choices": [{"index": 0, "delta": {"content": text}}]} for text in pieces
    ]
    body = "".join(f"data: {json.dumps(chunk)}\n\n" for chunk in chunks)
    return Reply(200, body.encode(), {"Content-Type": "text/event-stream"})


def test_stream_is_printed_as_json_lines(served: Served) -> None:
    run, server = served
    server.replies = [events("Hel", "lo")]
    finished = run("chat", "create", "prompt=x", "stream=true", "-o", "jsonl")
    items = [json.loads(line) for line in finished.text.splitlines()]
    assert [item["choices"][0]["delta"]["content"] for item in items] == ["Hel", "lo"]


def test_downloads(served: Served, tmp_path: Path) -> None:
    run, server = served
    content = bytes(range(256)) * 1000
    server.replies = [Reply(200, content, {"Content-Type": "image/png"})]
    assert run("getPhoto", "1").stdout == content
    assert run("getPhoto", "1", "--output-file", "photo.png").code == 0
    assert (tmp_path / "photo.png").read_bytes() == content
    server.replies = [json_reply(ITEM)]
    assert run("items", "retrieve", "a", "--output-file", "item.json").code == 0
    assert json.loads((tmp_path / "item.json").read_bytes()) == ITEM


def on_terminal(run: CommandLine, *arguments: str, **variables: str) -> tuple[int, str]:
    """Run a command whose output is a terminal."""
    own, other = pty.openpty()
    process = subprocess.Popen(
        run.words(*arguments),
        stdin=other,
        stdout=other,
        stderr=other,
        env={**run.variables(), "TERM": "xterm", "COLUMNS": "80", **variables},
        cwd=run.home,
    )
    os.close(other)
    parts = []
    try:
        while part := os.read(own, 65536):
            parts.append(part)
    except OSError:
        pass  # the terminal was closed
    finally:
        os.close(own)
    return process.wait(60), b"".join(parts).decode().replace("\r\n", "\n")


def test_terminal_gets_pretty_json_in_colors(served: Served) -> None:
    run, server = served
    server.replies = [json_reply(ITEM)]
    code, text = on_terminal(run, "items", "retrieve", "a", NO_COLOR="1")
    assert code == 0 and json.loads(text) == ITEM and '\n  "id": "a",\n' in text
    assert "\x1b" not in text
    code, text = on_terminal(run, "items", "retrieve", "a")
    assert '\x1b[36m"id"\x1b[0m' in text


def test_binary_is_not_written_to_a_terminal(served: Served) -> None:
    run, server = served
    server.replies = [
        Reply(200, b"\x1b]0;x\x07\x00\xff", {"Content-Type": "image/png"})
    ]
    code, text = on_terminal(run, "getPhoto", "1")
    assert code == 1 and "--output-file" in text and "\x1b" not in text


def test_upload_shows_its_progress(served: Served) -> None:
    run, server = served
    content = bytes(range(256)) * 8192
    (run.home / "large.bin").write_bytes(content)
    server.replies = [json_reply({})]
    code, text = on_terminal(run, "importItems", "file@large.bin", "note=x")
    assert code == 0 and "large.bin" in text and "100%" in text
    body = server.received[-1].body
    assert content in body and b'filename="large.bin"' in body
    server.received.clear()
    finished = run.spawn("importItems", "file@large.bin")
    assert finished.code == 0 and finished.stderr == ""
    code, text = on_terminal(run, "putPhoto", "1", "--body", "large.bin")
    assert code == 0 and "100%" in text and server.received[-1].body == content


ERRORS = {302: 3, 404: 4, 401: 4, 503: 5}


@pytest.mark.parametrize("status", ERRORS)
def test_exit_codes_of_responses(status: int, served: Served) -> None:
    run, server = served
    body = {"error": {"message": "no such item", "code": "missing"}}
    server.replies = [json_reply(body, status, x_request_id="req-1")]
    finished = run("items", "retrieve", "a", "--retries", "0")
    assert finished.code == ERRORS[status]
    assert finished.stdout == b""
    error = json.loads(finished.stderr)["error"]
    assert error["status"] == status and error["request_id"] == "req-1"
    assert error["body"] == body["error"] and error["code"] == "missing"


def test_error_on_a_terminal_is_a_sentence(served: Served) -> None:
    run, server = served
    server.replies = [json_reply({"error": {"message": "no \x1b[31m item"}}, 404)]
    code, text = on_terminal(run, "items", "retrieve", "a")
    assert code == 4 and text.startswith("Error: ") and "\x1b" not in text


def test_missing_credential_is_explained(served: Served) -> None:
    run, server = served
    run.environment = {}
    server.replies = [json_reply({}, 401)]
    finished = run("items", "retrieve", "a")
    assert finished.code == 4
    assert "set INVENTORY_API_KEY" in json.loads(finished.stderr)["error"]["hint"]


def test_no_server(run: CommandLine) -> None:
    run.url = "http://127.0.0.1:1"
    finished = run("items", "retrieve", "a", "--retries", "0")
    assert finished.code == 1
    assert "Connection" in json.loads(finished.stderr)["error"]["message"]


def test_verbose_logs_without_credentials(served: Served) -> None:
    run, server = served
    server.replies = [json_reply(ITEM)]
    finished = run.spawn("items", "retrieve", "a", "-v")
    assert "GET" in finished.stderr and "200" in finished.stderr
    assert "test-key" not in finished.stderr
    assert json.loads(finished.stdout) == ITEM


def test_interrupt(served: Served) -> None:
    run, server = served
    started, stopped = threading.Event(), threading.Event()

    def hang(handler: Any) -> None:
        started.set()
        stopped.wait(60)

    server.replies = [Reply(raw=hang)]
    process = subprocess.Popen(
        run.words("items", "retrieve", "a"),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=run.variables(),
        # A shell starts background processes with SIGINT ignored.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
    )
    assert started.wait(60)
    process.send_signal(signal.SIGINT)
    stdout, stderr = process.communicate(timeout=60)
    stopped.set()
    assert process.returncode == 130
    assert stdout == b"" and b"Traceback" not in stderr


def test_interrupt_while_the_command_line_is_imported(served: Served) -> None:
    run, _ = served
    text = (
        "import os, signal, time\n"
        # A process in the background ignores the signal, so the handler is set again.
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        "os.kill(os.getpid(), signal.SIGINT)\ntime.sleep(30)"
    )
    (run.home / "click.py").write_text(text, encoding="utf-8")
    run.path = (run.home,)
    finished = run.spawn("items", "retrieve", "a")
    assert (finished.code, finished.stdout, finished.stderr) == (130, b"", "")


def test_version(served: Served) -> None:
    run, _ = served
    expected = b"inventory-client 1 (Inventory 1)\n"
    finished = run.spawn("--version")
    assert (finished.code, finished.stdout, finished.stderr) == (0, expected, "")


def test_columns_that_a_table_leaves_out_are_named_on_stderr(served: Served) -> None:
    run, server = served
    items = [{"id": "a", "tags": ["x"], "size": {"w": 1}}, {"id": "b"}]
    server.replies = [json_reply({"data": items, "has_more": False})]
    finished = run.spawn("items", "list", "-o", "table")
    assert finished.text == "ID\na\nb\n"
    note = 'Note: the table leaves out "tags", "size"; select members with --query\n'
    assert finished.stderr == note


def test_closed_pipe_is_silent(served: Served) -> None:
    run, server = served
    server.replies = [page(*map(str, range(50_000)))]
    reading, writing = os.pipe()
    os.close(reading)
    process = subprocess.run(
        run.words("items", "list", "-o", "jsonl"),
        stdout=writing,
        stderr=subprocess.PIPE,
        env=run.variables(),
        timeout=300,
        check=False,
    )
    os.close(writing)
    assert process.returncode == 141 and process.stderr == b""


def test_invalid_query(served: Served) -> None:
    run, server = served
    server.replies = [json_reply(ITEM)]
    finished = run("items", "retrieve", "a", "--query", "a[")
    assert finished.code == 2 and "--query" in finished.stderr
    assert server.received == []
