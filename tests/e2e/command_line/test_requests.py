"""Commands send the requests that the methods of the client send."""

from __future__ import annotations

import importlib
import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.e2e.command_line.conftest import PACKAGE, CommandLine
from tests.unit.runtime.conftest import Server, json_reply

Served = tuple[CommandLine, Server]


@pytest.fixture
def module(inventory: Path) -> Any:
    return importlib.import_module(PACKAGE)


REQUESTS: dict[str, tuple[tuple[str, ...], str, dict[str, Any]]] = {
    "flags": (
        ("items", "create", "--code", "007", "--count", "7", "--hidden", "true"),
        "items.create",
        {"code": "007", "count": 7, "hidden": True},
    ),
    "pairs": (
        ("items", "create", "code=007", "count=7", "price=1.5", "hidden=false"),
        "items.create",
        {"code": "007", "count": 7, "price": 1.5, "hidden": False},
    ),
    "null": (
        ("items", "create", "code=a", "price=null"),
        "items.create",
        {"code": "a", "price": None},
    ),
    "text of a null": (
        ("items", "create", "code=null"),
        "items.create",
        {"code": "null"},
    ),
    "id of the operation": (("createItem", "code=a"), "items.create", {"code": "a"}),
    "members": (
        ("items", "create", "code=a", "labels[x]=1", "labels[y]=two words"),
        "items.create",
        {"code": "a", "labels": {"x": "1", "y": "two words"}},
    ),
    "members with names of digits": (
        ("items", "create", "code=a", "labels[7]=x", "labels[07]=y"),
        "items.create",
        {"code": "a", "labels": {"7": "x", "07": "y"}},
    ),
    "items": (
        ("items", "create", "code=a", "tags[]=one", "tags[]=two"),
        "items.create",
        {"code": "a", "tags": ["one", "two"]},
    ),
    "repeated flag": (
        ("items", "create", "code=a", "--tags", "one", "--tags", "two"),
        "items.create",
        {"code": "a", "tags": ["one", "two"]},
    ),
    "one item": (
        ("items", "create", "code=a", "tags=one"),
        "items.create",
        {"code": "a", "tags": ["one"]},
    ),
    "array of unions": (
        (
            *("items", "create", "code=a", "parts[0][kind]=solid"),
            *("parts[0][weight]=2", "parts[1][kind]=liquid", "parts[1][volume]=1"),
        ),
        "items.create",
        {
            "code": "a",
            "parts": [{"kind": "solid", "weight": 2}, {"kind": "liquid", "volume": 1}],
        },
    ),
    "JSON": (
        ("items", "create", "code=a", 'labels:={"x":"1"}', "anything:=[1,null]"),
        "items.create",
        {"code": "a", "labels": {"x": "1"}, "anything": [1, None]},
    ),
    "union of word and integer": (
        ("items", "create", "code=a", "size=5"),
        "items.create",
        {"code": "a", "size": 5},
    ),
    "word of the union": (
        ("items", "create", "code=a", "size=auto"),
        "items.create",
        {"code": "a", "size": "auto"},
    ),
    "argument with the name of an option": (
        ("items", "create", "code=a", "--api-output", "x"),
        "items.create",
        {"code": "a", "output": "x"},
    ),
    "body": (
        ("items", "create", "--body", '{"code":"a","count":1}', "count=2"),
        "items.create",
        {"code": "a", "count": 2},
    ),
    "escaped at sign": (
        ("items", "create", r"code=\@home"),
        "items.create",
        {"code": "@home"},
    ),
    "position": (
        ("items", "retrieve", "a/b c"),
        "items.retrieve",
        {"item_id": "a/b c"},
    ),
    "name of a path parameter": (
        ("getItem", "item_id=x=y"),
        "items.retrieve",
        {"item_id": "x=y"},
    ),
    "query": (
        ("items", "list", "limit=2", "state=new", "tag[]=a", "tag[]=b"),
        "items.list",
        {"limit": 2, "state": "new", "tag": ["a", "b"]},
    ),
    "body that is an array": (
        ("batch", "create", "--body", '[{"kind":"solid","weight":1}]'),
        "batch.create",
        {"body": [{"kind": "solid", "weight": 1}]},
    ),
}


@pytest.mark.parametrize("case", REQUESTS)
def test_command_sends_the_request_of_the_method(
    case: str, served: Served, module: Any
) -> None:
    run, server = served
    words, call, values = REQUESTS[case]
    server.replies = [json_reply({"id": "a", "data": [], "has_more": False})]
    client = module.Inventory(api_key="test-key", base_url=server.url)
    method = client
    for name in call.split("."):
        method = getattr(method, name)
    method(**values)
    (expected,) = server.received
    finished = run(*words)
    assert finished.code == 0, finished.stderr
    received = server.received[1]
    assert (received.method, received.target, received.body) == (
        expected.method,
        expected.target,
        expected.body,
    )
    assert received.headers == expected.headers


def test_files_and_standard_input(served: Served, tmp_path: Path) -> None:
    run, server = served
    (tmp_path / "rows.csv").write_bytes(b"a,b\r\n")
    (tmp_path / "note.txt").write_text("from a file", encoding="utf-8")
    finished = run("importItems", "file@rows.csv", "note=@note.txt", "details[rows]=3")
    assert finished.code == 0, finished.stderr
    body = server.received[-1].body
    assert b'filename="rows.csv"' in body and b"a,b\r\n" in body
    assert b"from a file" in body and b'{"rows":3}' in body
    assert run("importItems", "file@-", stdin=b"\x00\xff").code == 0
    assert b"\x00\xff" in server.received[-1].body
    assert run("putPhoto", "1", "--body", "rows.csv").code == 0
    assert server.received[-1].body == b"a,b\r\n"
    assert run("items", "create", "--body", "-", stdin=b'{"code":"a"}').code == 0
    assert json.loads(server.received[-1].body) == {"code": "a"}


def test_standard_input_is_read_only_if_it_is_named(served: Served) -> None:
    run, server = served
    process = subprocess.Popen(
        run.words("items", "retrieve", "1"),
        stdin=subprocess.PIPE,  # stays open
        stdout=subprocess.PIPE,
        env=run.variables(),
    )
    assert process.wait(300) == 0
    process.communicate()
    assert len(server.received) == 1


REFUSED = {
    "wrong type": (
        ("items", "create", "code=a", "count=many"),
        "count: must be an integer, not 'many'",
    ),
    "wrong type in JSON": (
        ("items", "create", "code=a", 'labels:={"x":1}'),
        "labels[x]: must be a string",
    ),
    "value outside of the enumeration": (
        ("items", "list", "state=old"),
        "state: must be new or used",
    ),
    "unknown argument": (("items", "create", "cod=a"), "did you mean code?"),
    "unknown member": (
        ("importItems", "details[row]=1"),
        "details[row]: is not a declared member; did you mean rows?",
    ),
    "missing argument": (("items", "create"), "code: is required"),
    "missing member": (
        ("items", "create", "code=a", "parts[0][kind]=solid"),
        "parts[0]: lacks the required member 'weight'",
    ),
    "missing file": (
        ("importItems", "file@none.csv"),
        "file: No such file or directory: none.csv",
    ),
    "twice": (("items", "create", "code=a", "code=b"), "code: is given twice"),
    "twice in an array": (
        ("items", "create", "code=a", "tags=a", "tags=b"),
        "tags: is given twice; write tags[]=VALUE for each item",
    ),
    "gap in an array": (
        ("items", "create", "code=a", "tags[2]=x"),
        "the next index is 0, not 2",
    ),
    "JSON with an error": (
        ("items", "create", "code=a", "labels:={"),
        "labels: is not JSON",
    ),
    "NaN": (("items", "create", "code=a", "price:=NaN"), "NaN is not a JSON value"),
    "too many values": (("items", "retrieve", "1", "2"), "unexpected argument '2'"),
    "empty path parameter": (
        ("items", "retrieve", "item_id="),
        "non-empty value for `item_id`",
    ),
    "body other than an object": (
        ("items", "create", "--body", "[1]"),
        "--body: must be a JSON object",
    ),
    "standard input twice": (
        ("importItems", "file@-", "note=@-"),
        "standard input is already read by file",
    ),
    "header without colon": (
        ("items", "retrieve", "1", "-H", "X"),
        "--header must be 'NAME: VALUE'",
    ),
    "header with a line end": (
        ("items", "retrieve", "1", "-H", "X: a\r\nY: b"),
        "in printable characters",
    ),
    "argument that is not text": (("items", "create", "code=\udcff"), "is not UTF-8"),
    "deeply nested JSON": (
        ("items", "create", "code=a", "anything:=" + "[" * 100_000),
        "anything: is nested too deeply",
    ),
    "folder of the output": (
        ("items", "retrieve", "1", "--output-file", "none/x"),
        "--output-file: none/x has no such folder",
    ),
    "unknown command": (("itmes", "list"), "No such command 'itmes'"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_wrong_arguments_are_refused_before_sending(case: str, served: Served) -> None:
    run, server = served
    words, message = REFUSED[case]
    finished = run(*words)
    assert finished.code == 2
    assert message in " ".join(finished.stderr.split())
    assert finished.stdout == b"" and server.received == []


def test_bytes_that_are_not_text_are_refused(served: Served) -> None:
    run, server = served
    for words in (("items", "create", "--body", "-"), ("importItems", "note=@-")):
        finished = run(*words, stdin=b"\xff\xfe{")
        assert finished.code == 2 and "UTF-8" in finished.stderr, finished.stderr
    assert server.received == []


def test_no_check_sends_what_the_document_does_not_describe(served: Served) -> None:
    run, server = served
    words = ("code:=1", "state=old", "unknown[a]=x", "parts[0][kind]=gas")
    assert (
        run("items", "create", *words, "--no-check").code == 2
    )  # a text that cannot be a value
    finished = run(
        "items",
        "create",
        "code:=1",
        'state:="old"',
        "new=x",
        "parts[0][color]=red",
        "--no-check",
    )
    assert finished.code == 0, finished.stderr
    assert json.loads(server.received[-1].body) == {
        "code": 1,
        "state": "old",
        "new": "x",
        "parts": [{"color": "red"}],
    }


def test_operations_without_security_get_no_credential(served: Served) -> None:
    run, server = served
    server.replies = [json_reply({}, 200)]
    assert run("items", "delete", "1").code == 0
    assert "authorization" not in server.received[-1].headers
    assert run("items", "retrieve", "1").code == 0
    assert server.received[-1].headers["authorization"] == "Bearer test-key"


def test_undeclared_member_is_sent_with_a_warning(served: Served) -> None:
    run, server = served
    words = ("parts[0][kind]=solid", "parts[0][weight]=1", "parts[0][wieght]=2")
    finished = run("items", "create", "code=a", *words)
    assert finished.code == 0
    assert finished.stderr == (
        "Warning: parts[0][wieght]: is not a declared member; did you mean weight?\n"
    )
    assert json.loads(server.received[-1].body)["parts"][0]["wieght"] == "2"


@pytest.mark.skipif(shutil.which("curl") is None, reason="curl is not installed")
@pytest.mark.parametrize(
    "words",
    [
        ("items", "create", 'code=it\'s "$HOME" `x` \\ ünï', "labels[a;b]=c,d"),
        ("items", "list", "state=new", "tag[]=a&b", "tag[]=c d"),
        ("items", "retrieve", "a/b"),
        ("importItems", "file@rows;1.csv", "note=a;type=b", "details[rows]=3"),
        ("putPhoto", "1", "--body", "rows;1.csv"),
    ],
)
def test_curl_sends_the_same_request(
    words: tuple[str, ...], served: Served, tmp_path: Path
) -> None:
    run, server = served
    (tmp_path / "rows;1.csv").write_bytes(b"a,b\n")
    printed = run(*words, "--curl")
    assert printed.code == 0, printed.stderr
    assert server.received == []
    assert "test-key" not in printed.text
    subprocess.run(
        ["sh", "-c", f"{printed.text.rstrip()} --silent --show-error"],
        check=True,
        cwd=tmp_path,
        env=run.variables(),
        capture_output=True,
        timeout=300,
    )
    assert run(*words).code == 0
    curl, own = server.received
    assert (curl.method, curl.target) == (own.method, own.target)
    assert curl.headers["authorization"] == own.headers["authorization"]
    assert without_boundary(curl.body) == without_boundary(own.body)


def without_boundary(body: bytes) -> list[bytes]:
    """Return the lines of a body without the boundaries of parts."""
    lines = body.split(b"\r\n")
    return [line for line in lines if not line.startswith(b"--")]


def test_dry_run_prints_the_request(run: CommandLine) -> None:
    finished = run("items", "create", "code=a", "-H", "X-Token: secret", "--dry-run")
    assert finished.text.splitlines() == [
        "POST https://inventory.test/v1/items",
        "Accept: application/json",
        "User-Agent: inventory_client/1",
        "Content-Type: application/json",
        "X-Token: [redacted]",
        "Authorization: Bearer $INVENTORY_API_KEY",
        "",
        "{",
        '  "code": "a"',
        "}",
    ]


def test_options_stand_before_or_after_the_command(served: Served) -> None:
    run, server = served
    other = f"{server.url}/other"
    assert (
        run("--host", other, "-H", "A: 1", "items", "retrieve", "1", "-H", "B: 2").code
        == 0
    )
    received = server.received[-1]
    assert received.target == "/other/items/1"
    assert (received.headers["a"], received.headers["b"]) == ("1", "2")
    assert run("--body", '{"code": "x"}', "items", "create").code == 0
    assert json.loads(server.received[-1].body) == {"code": "x"}
    server.replies = [json_reply({}, 503)]
    server.received.clear()
    assert run("--retries", "0", "items", "retrieve", "1").code == 5
    assert len(server.received) == 1
