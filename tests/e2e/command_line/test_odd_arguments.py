"""Arguments that are unusual: empty, negative, repeated, incomplete, or of a wrong shape."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.e2e.command_line.conftest import CommandLine
from tests.unit.runtime.conftest import Server, json_reply

CREATE = ("pets", "create", "name=a")
SENT: dict[str, tuple[tuple[str, ...], dict[str, Any]]] = {
    "negative": (("--age", "-1"), {"age": -1}),
    "value that looks like a flag": (("--tag", "--age"), {"tag": "--age"}),
    "after two hyphens": (("--", "tag=-x"), {"tag": "-x"}),
    "empty text": (("tag=",), {"tag": ""}),
    "empty flag": (("--tag", ""), {"tag": ""}),
    "null of a text": (("tag:=null",), {"tag": None}),
    "text null": (("tag=null",), {"tag": "null"}),
    "characters": (("tag=日本 🐶\n",), {"tag": "日本 🐶\n"}),
    "integer with an exponent": (("age=1.2e1",), {"age": 12}),
    "empty array": (("weights=[]",), {"weights": []}),
    "appended twice": (("weights[]=1", "weights[]=2.5"), {"weights": [1, 2.5]}),
    "member of allOf and its union": (
        ("home[kind]=garden", "home[doors]=2"),
        {"home": {"kind": "garden", "doors": 2}},
    ),
    "nested objects": (
        (
            *("friends[0][name]=x", "friends[0][parent][parent][name]=y"),
            *("friends[0][parent][name]=z", "friends[1][name]=w"),
        ),
        {
            "friends": [
                {"name": "x", "parent": {"parent": {"name": "y"}, "name": "z"}},
                {"name": "w"},
            ]
        },
    ),
    "body of a file with an at sign": (("--body", "@pet.json"), {"age": 3}),
}


@pytest.mark.parametrize("case", SENT)
def test_sent(case: str, petstore: tuple[CommandLine, Server]) -> None:
    run, server = petstore
    (run.home / "pet.json").write_text('{"name": "b", "age": 3}', encoding="utf-8")
    words, expected = SENT[case]
    server.replies = [json_reply({"id": 1, "name": "a"}, 201)]
    finished = run(*CREATE, *words)
    assert finished.code == 0, finished.stderr
    assert json.loads(server.received[-1].body) == {"name": "a", **expected}


BODIES = {
    ("setTemperature", "--body", "-1.5e3"): b"-1500.0",
    ("setTemperature", "--body", "null"): b"null",
    ("setTemperature", "body:=5"): b"5",
    ("setMotto", "--body", '"meow"'): b'"meow"',
    ("setMotto", "--body", "motto.txt"): b'"from a file\\r\\n"',
    ("setMotto", "body=007"): b'"007"',
}


@pytest.mark.parametrize("words", BODIES)
def test_bodies_that_are_not_objects(
    words: tuple[str, ...], petstore: tuple[CommandLine, Server]
) -> None:
    run, server = petstore
    (run.home / "motto.txt").write_bytes(b"from a file\r\n")
    finished = run(*words)
    assert finished.code == 0, finished.stderr
    assert server.received[-1].body == BODIES[words]


@pytest.mark.parametrize(
    "words",
    [
        ("files@a.bin", "files@b.bin"),
        ("files[]@a.bin", "files[]@b.bin"),
        ("files[0]@a.bin", "files[1]=@b.bin"),
        ("--files", "a.bin", "--files", "b.bin"),
    ],
)
def test_arrays_of_files(
    words: tuple[str, ...], petstore: tuple[CommandLine, Server]
) -> None:
    run, server = petstore
    for name in ("a.bin", "b.bin"):
        (run.home / name).write_bytes(name.encode() * 3)
    finished = run("pets", "photos", "create", "1", *words)
    assert finished.code == 0, finished.stderr
    body = server.received[-1].body
    for name in (b"a.bin", b"b.bin"):
        assert body.count(b'filename="' + name + b'"') == 1 and name * 3 in body
    assert run("addPhotos", "1", words[0]).code == (2 if "--files" in words else 0)


REFUSED = {
    "no file name": (("name=@",), "name: needs the name of a file, or -"),
    "no body": (("--body", ""), "--body: needs the name of a file, or -"),
    "folder": (("name=@/",), "name: Is a directory: /"),
    "binary file": (("name=@raw.bin",), "name: the file is not UTF-8 text"),
    "binary file as JSON": (("name:=@raw.bin",), "name: is not JSON in UTF-8"),
    "open text": (
        ('name:="x',),
        "name: is not JSON: Unterminated string starting at line 1, column 1",
    ),
    "open array in a file": (
        ("weights:=@open.json",),
        "weights: is not JSON: Expecting value at line 2, column 1",
    ),
    "same member twice": (
        ("--body", '{"name": "x", "name": "y"}'),
        "--body: cannot be sent as JSON: an object has the member 'name' twice",
    ),
    "too large number": (
        ("name=a", "weights:=[1e999]"),
        "weights: cannot be sent as JSON: the number 1e999 is too large",
    ),
    "too large number as text": (
        ("name=a", "weights[0]=1e999"),
        "weights[0]: must be a number, not '1e999'",
    ),
    "no boolean": (("name=a", "vaccinated=yes"), "must be true or false, not 'yes'"),
    "empty boolean": (("name=a", "vaccinated="), "must be true or false, not ''"),
    "fraction": (("name=a", "age=1.5"), "age: must be an integer, not '1.5'"),
    "integer that is not exact as a float": (
        ("name=a", "age=1e30"),
        "age: must be an integer, not '1e30'",
    ),
    "gap": (
        ("name=a", "weights[0]=1", "weights[2]=2"),
        "weights[2]: the next index is 1, not 2",
    ),
    "member of an array": (
        ("name=a", "weights[a]=2"),
        "weights: must be an array, which has no member 'a'",
    ),
    "negative index": (
        ("name=a", "weights[-1]=2"),
        "weights: must be an array, which has no member '-1'",
    ),
    "member of a text": (
        ("name[x]=2",),
        "name: must be a string, which has no member 'x'",
    ),
    "text for an array of objects": (
        ("name=a", "friends=x"),
        "friends[0]: must be an object, not 'x'; write friends[0][NAME]=VALUE",
    ),
    "no tag of a union": (
        ("name=a", "home[doors]=2"),
        "home: lacks the required member 'kind'",
    ),
    "wrong tag of a union": (
        ("name=a", "home[kind]=tent"),
        "home[kind]: must be garden or cage, not 'tent'",
    ),
    "value without a name": (("x",), "unexpected argument 'x'"),
    "no name": (("=x",), "unexpected argument '=x'"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_refused(case: str, petstore: tuple[CommandLine, Server]) -> None:
    run, server = petstore
    (run.home / "raw.bin").write_bytes(b"\x80\x81{")
    (run.home / "open.json").write_bytes(b"[1,\n")
    words, message = REFUSED[case]
    finished = run("pets", "create", *words)
    assert finished.code == 2 and server.received == []
    assert message in " ".join(finished.stderr.split())


def test_each_form_of_a_union_is_named(petstore: tuple[CommandLine, Server]) -> None:
    run, _ = petstore
    finished = run("pets", "create", "name=a", 'home:={"doors": "two", "gold": 1}')
    assert finished.code == 2
    assert "home: lacks the required member 'kind'" in finished.stderr


def test_negative_position(petstore: tuple[CommandLine, Server]) -> None:
    run, server = petstore
    finished = run("pets", "retrieve", "-1")
    assert finished.code == 2 and "write -- before a value" in finished.stderr
    server.replies = [json_reply({})]
    for words in (("--", "-1"), ("pet_id=-1",)):
        assert run("pets", "retrieve", *words).code == 0
        assert server.received[-1].target == "/pets/-1"


def test_closed_standard_input(petstore: tuple[CommandLine, Server]) -> None:
    run, server = petstore
    command = " ".join(run.words("setMotto", "--body", "-"))
    finished = subprocess.run(
        ["sh", "-c", f"{command} <&-"],
        env=run.variables(),
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert finished.returncode == 2 and server.received == []
    assert "standard input is closed" in finished.stderr


def test_large_text_of_a_file(petstore: tuple[CommandLine, Server]) -> None:
    run, server = petstore
    text = "grüße\n" * 500_000
    Path(run.home, "large.txt").write_text(text, encoding="utf-8")
    assert run("setMotto", "body=@large.txt").code == 0
    assert json.loads(server.received[-1].body) == text
