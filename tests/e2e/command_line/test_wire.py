"""A request of each kind has the bytes of the request that Python sends."""

from __future__ import annotations

import importlib
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.clients import generate, import_from
from tests.e2e.command_line.conftest import CommandLine
from tests.unit.runtime.conftest import Server, json_reply

PACKAGE = "wire_client"
PAIR = {"a": "x y,ü", "b": 2}
Case = tuple[tuple[str, ...], dict[str, Any]]


@pytest.fixture(scope="module")
def wire(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the generated package."""
    output = tmp_path_factory.mktemp("wire")
    spec = Path(__file__).with_name("wire.yaml")
    generate(spec, output, PACKAGE, "Wire", command_line=True)
    import_from(output, PACKAGE)
    return output


PAIRS = ("a=x y,ü", "b=2")


def members(name: str) -> tuple[str, ...]:
    """Return the members of the pair as arguments of an object."""
    return tuple(f"{name}[{it[0]}]{it[1:]}" for it in PAIRS)


REQUESTS: dict[str, Case] = {
    "getSimple": (
        ("one=a/b ü", "many[]=x,y", "many[]=z", *members("members")),
        {"one": "a/b ü", "many": ["x,y", "z"], "members": PAIR},
    ),
    "getLabel": (
        ("one=7", "many[]=a b", "many[]=c"),
        {"one": 7, "many": ["a b", "c"]},
    ),
    "getMatrix": (
        ("one=a;b", *members("members")),
        {"one": "a;b", "members": PAIR},
    ),
    "getQuery": (
        (
            *("form[]=a&b", "form[]=c d", "joined[]=a", "joined[]=b"),
            *("space[]=a", "space[]=b", "pipe[]=a", "pipe[]=b"),
            *(*members("deep"), *members("spread"), *members("encoded")),
            *("reserved=a/b?c", "since=2030-01-31T12:00:00Z"),
        ),
        {
            "form": ["a&b", "c d"],
            "joined": ["a", "b"],
            "space": ["a", "b"],
            "pipe": ["a", "b"],
            "deep": PAIR,
            "spread": PAIR,
            "encoded": PAIR,
            "reserved": "a/b?c",
            "since": "2030-01-31T12:00:00Z",
        },
    ),
    "getHead": (
        (
            *("x_many[]=1", "X-Many[]=2", "x_members[a]=x", "x_members[b]=2"),
            *("session=s%3B 1", "flags[]=a", "flags[]=b"),
        ),
        {
            "x_many": [1, 2],
            "x_members": {"a": "x", "b": 2},
            "session": "s%3B 1",
            "flags": ["a", "b"],
        },
    ),
    "postForm": (
        (
            *("name=a&b=c ü", "count=2", "flag=true", "many[]=x", "many[]=y"),
            *("joined[]=x", "joined[]=y", *members("deep")),
        ),
        {
            "name": "a&b=c ü",
            "count": 2,
            "flag": True,
            "many": ["x", "y"],
            "joined": ["x", "y"],
            "deep": PAIR,
        },
    ),
    "postMultipart": (
        (
            *('file@data "1".bin', "files[]@rows.csv", 'files[]@data "1".bin'),
            *("text=a\r\nb ü", "many[]=x", "many[]=y", *members("pair")),
        ),
        {
            "file": Path('data "1".bin'),
            "files": [Path("rows.csv"), Path('data "1".bin')],
            "text": "a\r\nb ü",
            "many": ["x", "y"],
            "pair": PAIR,
        },
    ),
    "putBinary": (("--body", "rows.csv"), {"body": Path("rows.csv")}),
    "putText": (("--body", "note.txt"), {"body": "a\nb ü"}),
    "patchJson": (
        ("name=a", "nothing:=null", "many[0]=x", "deep[b]=2"),
        {"name": "a", "nothing": None, "many": ["x"], "deep": {"b": 2}},
    ),
}
BOUNDARY = re.compile(rb"boundary=([^;\s]+)")


def received(server: Server) -> tuple[str, str, dict[str, str], bytes]:
    """Return the last request, in which the boundary of parts is replaced."""
    request = server.received[-1]
    headers = dict(request.headers)
    match = BOUNDARY.search(headers.get("content-type", "").encode())
    body = request.body
    if match:
        body = body.replace(match[1], b"BOUNDARY")
        headers["content-type"] = headers["content-type"].replace(
            match[1].decode(), "BOUNDARY"
        )
    return request.method, request.target, headers, body


@pytest.mark.parametrize("operation", REQUESTS)
def test_bytes_are_those_of_python(
    operation: str,
    wire: Path,
    serve: Callable[..., Server],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    words, values = REQUESTS[operation]
    monkeypatch.chdir(tmp_path)
    (tmp_path / "rows.csv").write_bytes(b"a,b\r\n\x00\xff")
    (tmp_path / 'data "1".bin').write_bytes(bytes(range(256)))
    (tmp_path / "note.txt").write_text("a\nb ü", encoding="utf-8")
    server = serve()
    server.replies = [json_reply({})]
    run = CommandLine(wire, tmp_path, PACKAGE)
    run.environment = {"WIRE_BASE_URL": server.url}
    command = importlib.import_module(f"{PACKAGE}._runtime.command_line.index")
    index = command.Index(wire / PACKAGE / "_commands.jsonl")
    method: Any = importlib.import_module(PACKAGE).Wire(base_url=server.url)
    for name in index.by_id[operation].call.split("."):
        method = getattr(method, name)
    arguments = {item.name for item in index.command(index.by_id[operation]).arguments}
    assert values.keys() <= arguments, arguments
    method(**values)
    expected = received(server)
    finished = run(operation, *words)
    assert finished.code == 0, finished.stderr
    assert received(server) == expected
