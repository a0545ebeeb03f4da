"""Results that are unusual: other media types, empty, hostile names, wide characters."""

from __future__ import annotations

import gzip
import json
import os
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.e2e.command_line.conftest import CommandLine
from tests.e2e.command_line.terminal import Terminal
from tests.unit.runtime.conftest import Reply, Server, json_reply

pytestmark = pytest.mark.slow

Store = tuple[CommandLine, Server]
PET = {"id": 1, "name": "日本 🐶", "status": None}
RETRIEVE = ("pets", "retrieve", "1")
PHOTOS = ("pets", "photos", "retrieve", "1")


def reply(content: bytes, media: str, **headers: str) -> Reply:
    return Reply(200, content, {"Content-Type": media, **headers})


def message(stderr: str) -> str:
    """Return the message of an error that is JSON."""
    text: str = json.loads(stderr)["error"]["message"]
    return text


def test_formats_of_an_object_in_a_file(petstore: Store) -> None:
    run, server = petstore
    server.replies = [json_reply(PET)]
    file = run.home / "pet"
    for options, expected in {
        (): json.dumps(PET).encode(),
        ("-o", "raw"): json.dumps(PET).encode(),
        ("-o", "yaml"): "id: 1\nname: 日本 🐶\nstatus: null\n".encode(),
        ("-o", "table"): "id      1\nname    日本 🐶\nstatus  null\n".encode(),
        ("--query", "name"): '"日本 🐶"\n'.encode(),
    }.items():
        finished = run(*RETRIEVE, "--output-file", "pet", *options)
        assert (finished.code, finished.stdout) == (0, b""), finished.stderr
        assert file.read_bytes() == expected, options


def test_stream_in_a_file(petstore: Store) -> None:
    run, server = petstore
    body = b"".join(b"data: %s\n\n" % json.dumps(PET).encode() for _ in range(2))
    server.replies = [reply(body, "text/event-stream")]
    watch = ("watchPets", "stream=true")
    assert run(*watch, "--output-file", "pets").stdout == b""
    lines = (run.home / "pets").read_text(encoding="utf-8").splitlines()
    assert list(map(json.loads, lines)) == [PET, PET]
    assert run(*watch, "--query", "name").text == '"日本 🐶"\n' * 2
    assert run(*watch, "-o", "raw").stdout == body
    assert run(*watch, "-o", "yaml").text.count("- id: 1\n") == 2


def test_file_is_replaced_only_by_a_complete_result(petstore: Store) -> None:
    run, server = petstore
    (run.home / "pets").write_bytes(b"earlier")

    def break_off(handler: Any) -> None:
        handler.send_response(200)
        handler.send_header("Content-Type", "application/zip")
        handler.send_header("Content-Length", "500000")
        handler.end_headers()
        handler.wfile.write(b"x" * 300_000)
        handler.close_connection = True

    server.replies = [Reply(raw=break_off)]
    finished = run(*PHOTOS, "--output-file", "pets", "--retries", "0")
    assert finished.code == 1 and "complete message" in message(finished.stderr)
    server.replies = [json_reply({"data": [PET], "has_more": "?"})]
    assert run("pets", "list", "--output-file", "pets", "--query", "abs(@)").code == 1
    assert (run.home / "pets").read_bytes() == b"earlier"
    assert sorted(it.name for it in run.home.iterdir()) == ["pets"]


NAMES = {
    'attachment; filename="cats.zip"': "cats.zip",
    "attachment; filename=cats.zip; size=3": "cats.zip",
    'attachment; filename="a \\"b\\".zip"': "a b.zip",
    "attachment; filename*=UTF-8''%e6%97%a5%20x.zip; filename=b.zip": "日 x.zip",
    "attachment; filename=b.zip; filename*=utf-16''x": "b.zip",
    'attachment; filename="../../evil.zip"': "evil.zip",
    "attachment; filename*=UTF-8''..%2F..%2Fevil.zip": "evil.zip",
    'attachment; filename="..\\\\..\\\\evil.zip"': "evil.zip",
    'attachment; filename="C:\\\\evil.zip"': "evil.zip",
    'attachment; filename="/etc/passwd"': "passwd",
    'attachment; filename=".."': "photos",
    'attachment; filename=""': "photos",
    "attachment": "photos",
    "": "photos",
    'attachment; filename="a/"': "photos",
    'attachment; filename=".bashrc"': "bashrc",
    'attachment; filename="-rf"': "rf",
    'attachment; filename="a\x1b[31m\x07.zip"': "a[31m.zip",
    'attachment; filename="CON"': "_CON",
    'attachment; filename="nul.tar.gz"': "_nul.tar.gz",
    'attachment; filename="Lpt1 .txt"': "_Lpt1.txt",
    'attachment; filename="a.txt:stream"': "a.txtstream",
    'attachment; filename="a.zip. ."': "a.zip",
    'attachment; filename="%s.zip"' % ("n" * 500): "n" * 150 + ".zip",
    'attachment; filename="%s"' % ("a." * 500): "a." * 75 + "a",
    "attachment; filename*=UTF-8''%s" % ("%e6%97%a5" * 300): "日" * 50,
}


@pytest.mark.parametrize("header", NAMES, ids=lambda it: repr(it)[:60])
def test_names_of_downloads(header: str, petstore: Store) -> None:
    run, server = petstore
    folder = run.home / "inner"
    folder.mkdir()
    headers = {"Content-Disposition": header} if header else {}
    server.replies = [reply(b"\x00zip", "application/zip", **headers)]
    finished = run(*PHOTOS, "--output-file", "inner/")
    assert finished.code == 0, finished.stderr
    (file,) = (path for path in run.home.rglob("*") if path.is_file())
    assert file == folder / NAMES[header] and file.read_bytes() == b"\x00zip"
    assert finished.stderr == f"stored in {Path('inner') / file.name}\n"
    server.replies = [reply(b"other", "application/zip", **headers)]
    finished = run(*PHOTOS, "--output-file", "inner")
    assert finished.code == 1 and "exists" in message(finished.stderr)
    assert file.read_bytes() == b"\x00zip"


def test_file_with_a_long_name(petstore: Store) -> None:
    run, server = petstore
    server.replies = [reply(b"zip", "application/zip")]
    name = "日" * 80
    assert run(*PHOTOS, "--output-file", name).code == 0
    assert (run.home / name).read_bytes() == b"zip"


def test_links_in_the_folder_are_not_followed(petstore: Store) -> None:
    run, server = petstore
    (run.home / "inner").mkdir()
    (run.home / "inner" / "cats.zip").symlink_to(run.home / "outside")
    header = {"Content-Disposition": "attachment; filename=cats.zip"}
    server.replies = [reply(b"zip", "application/zip", **header)]
    assert run(*PHOTOS, "--output-file", "inner").code == 1
    assert not (run.home / "outside").exists()


def test_lists_and_objects_in_a_folder(petstore: Store) -> None:
    run, server = petstore
    server.replies = [json_reply({"data": [PET], "has_more": False})]
    assert run("pets", "list", "--output-file", ".").code == 0
    assert json.loads((run.home / "pets").read_bytes()) == [PET]
    server.replies = [json_reply(PET)]
    assert run(*RETRIEVE, "--output-file", ".").code == 0
    assert json.loads((run.home / "1").read_bytes()) == PET


def test_output_file_of_one_hyphen_is_standard_output(petstore: Store) -> None:
    run, server = petstore
    server.replies = [reply(b"\x00zip", "application/zip")]
    assert run(*PHOTOS, "--output-file", "-").stdout == b"\x00zip"


REFUSED = {
    ("text", "retrieve", "--query", "a["): "--query",
    (*RETRIEVE, "-o", "raw", "--query", "a"): "--query selects of JSON",
    ("pets", "list", "-o", "raw", "--all"): "leave out --limit and --all",
    ("pets", "list", "-o", "raw", "--limit", "3"): "leave out --limit and --all",
    (*PHOTOS, "-o", "table"): "the response is a file",
    (*PHOTOS, "--query", "a"): "the response is a file",
    (*RETRIEVE, "-o", "csv"): "'csv' is not one of",
    (*RETRIEVE, "--output-file", ""): "there is no folder ''",
    (*RETRIEVE, "--output-file", "none/"): "there is no folder 'none/'",
    (*RETRIEVE, "--output-file", "none/x"): "none/x has no such folder",
    (*RETRIEVE, "-H", "X Y: x"): "--header must be 'NAME: VALUE'",
    (*RETRIEVE, "--timeout", "0"): "0.0 is not in the range",
    (*RETRIEVE, "--retries", "-1"): "-1 is not in the range",
    ("pets", "list", "--limit", "0"): "0 is not in the range",
    ("pets", "lst"): "No such command 'lst'. Did you mean 'list'?",
    ("showpetbyid", "1"): "Did you mean 'showPetById'?",
}


@pytest.mark.parametrize("words", REFUSED)
def test_options_that_are_refused(words: tuple[str, ...], petstore: Store) -> None:
    run, server = petstore
    finished = run(*words)
    assert finished.code == 2 and finished.stdout == b"" and server.received == []
    assert REFUSED[words] in message(finished.stderr)


def test_bodies_of_other_types(petstore: Store) -> None:
    run, server = petstore
    server.replies = [reply("é\r\n".encode(), "text/plain; charset=utf-8")]
    assert run("getText").stdout == "é\r\n".encode()
    assert run("getText", "-o", "json").text == '"é\\r\\n"\n'
    finished = run("getText", "--query", "a")
    assert finished.code == 1 and "leave out --query" in message(finished.stderr)
    server.replies = [reply(b"<html>", "text/html")]
    for options in ((), ("-o", "json"), ("--query", "a")):
        finished = run(*RETRIEVE, *options)
        assert finished.code == 1 and finished.stdout == b""
        assert message(finished.stderr) == (
            "the response is not JSON (text/html); print it with -o raw"
        )
    assert run(*RETRIEVE, "-o", "raw").stdout == b"<html>"
    server.replies = [reply(b"{oops", "application/json")]
    assert run(*RETRIEVE).code == 1
    server.replies = [reply(b'{"id": 2}', "text/plain")]
    assert run(*RETRIEVE, "--query", "id").text == "2\n"


def test_empty_and_compressed_bodies(petstore: Store) -> None:
    run, server = petstore
    for empty in (Reply(204, b"", {}), reply(b"", "application/json")):
        server.replies = [empty]
        for form in ("json", "table", "raw", "yaml"):
            finished = run(*RETRIEVE, "-o", form)
            assert (finished.code, finished.stdout) == (0, b""), finished.stderr
    packed = gzip.compress(json.dumps(PET).encode())
    server.replies = [reply(packed, "application/json", **{"Content-Encoding": "gzip"})]
    assert json.loads(run(*RETRIEVE).stdout) == PET
    assert json.loads(run(*RETRIEVE, "-o", "raw").stdout) == PET


def test_redirects(petstore: Store) -> None:
    run, server = petstore
    moved = Reply(302, b"", {"Location": "/pets/2"})
    server.replies = [moved, json_reply(PET)]
    assert json.loads(run(*RETRIEVE).stdout) == PET
    server.replies = [Reply(302, b"", {})]
    finished = run(*RETRIEVE)
    assert finished.code == 3 and json.loads(finished.stderr)["error"]["status"] == 302


def test_table_of_wide_characters(petstore: Store) -> None:
    run, server = petstore
    rows = [
        {"id": 1, "name": "日本語", "note": "x\ty\r\n"},
        {"id": 22, "name": "e\u0301te", "note": "\\" + "long " * 20},
        {"id": 3, "note": ""},
    ]
    server.replies = [json_reply({"data": rows, "has_more": False})]
    assert run("pets", "list", "-o", "table").text.splitlines() == [
        "ID  NAME    NOTE",
        "1   日本語  x\\ty\\r\\n",
        f"22  e\u0301te     \\\\{'long ' * 20}".rstrip(),
        "3",
    ]
    words = run.words("pets", "list", "-o", "table")
    with Terminal(words, run.variables(), run.home) as session:
        code, text = session.finish()
    lines = text.splitlines()
    assert code == 0 and lines[1] == "1   日本語  x\\ty\\r\\n"
    assert lines[2].endswith("…") and len(lines[2]) <= 56


def test_large_list_in_a_table(petstore: Store) -> None:
    run, server = petstore
    rows = [{"id": number, "name": "x" * (number % 7)} for number in range(20_000)]
    server.replies = [json_reply({"data": rows, "has_more": False})]
    lines = run("pets", "list", "-o", "table").text.splitlines()
    assert len(lines) == 20_001 and lines[-1] == "19999"
    server.replies = [json_reply({"data": [{}, {}], "has_more": False})]
    assert run("pets", "list", "-o", "table").text == ""


def test_yaml_of_lists(petstore: Store) -> None:
    run, server = petstore
    server.replies = [json_reply({"data": [PET, PET], "has_more": False})]
    item = "- id: 1\n  name: 日本 🐶\n  status: null\n"
    assert run("pets", "list", "-o", "yaml").text == item * 2
    assert run("pets", "list", "-o", "yaml", "--query", "length(@)").text == "2\n"
    server.replies = [json_reply({"data": [], "has_more": False})]
    assert run("pets", "list", "-o", "yaml").text == "[]\n"


@pytest.mark.parametrize("name", ["PETSTORE_API_KEY", "--credential"])
def test_credential_with_a_line_break(name: str, petstore: Store) -> None:
    run, server = petstore
    words = RETRIEVE
    if name == "--credential":
        words = (*RETRIEVE, "--credential", "api_key=secret\nX: y")
    else:
        run.environment[name] = "secret\nX: y"
        assert "BAD  api_key" in run("doctor").text
    finished = run(*words)
    assert finished.code == 1 and server.received == []
    assert "'Authorization' must not contain line breaks" in finished.stderr
    assert "secret" not in finished.stderr


def test_base_urls_that_are_not_absolute(petstore: Store) -> None:
    run, _ = petstore
    finished = run("login", "--base-url", "petstore", stdin=b"key\n")
    assert finished.code == 2 and "absolute URL" in message(finished.stderr)
    run.environment["PETSTORE_BASE_URL"] = "petstore"
    doctor = run("doctor")
    assert doctor.code == 1 and "BAD  base URL: petstore" in doctor.text


@pytest.mark.parametrize(
    "words", [("--help",), ("ops",), (*RETRIEVE, "--dry-run"), RETRIEVE]
)
def test_output_that_cannot_be_written(words: tuple[str, ...], petstore: Store) -> None:
    run, server = petstore
    server.replies = [json_reply(PET)]
    reading, writing = os.pipe()
    os.close(reading)
    full = os.open("/dev/full", os.O_WRONLY)
    for target, code in ((writing, 141), (full, 1)):
        finished = subprocess.run(
            run.words(*words),
            stdout=target,
            stderr=subprocess.PIPE,
            env=run.variables(),
            timeout=300,
            check=False,
        )
        os.close(target)
        assert finished.returncode == code, finished.stderr
        if code == 141:
            assert finished.stderr == b""
        else:
            assert "No space left" in message(finished.stderr.decode())
    command = f"{' '.join(run.words(*words))} >&-"
    closed = subprocess.run(
        ["sh", "-c", command],
        stderr=subprocess.PIPE,
        env=run.variables(),
        timeout=300,
        check=False,
    )
    assert (closed.returncode, closed.stderr) == (0, b"")


def test_terminals_without_colors(petstore: Store) -> None:
    run, server = petstore
    server.replies = [json_reply(PET)]
    words = ["env", "TERM=dumb", *run.words(*RETRIEVE)]
    for command in (words, ["env", "NO_COLOR=1", *run.words(*RETRIEVE)]):
        with Terminal(command, run.variables(), run.home) as session:
            session.expect("{")
            assert session.finish()[0] == 0
        assert b"\x1b" not in session.raw
    with Terminal(run.words(*RETRIEVE), run.variables(), run.home) as session:
        assert session.finish()[0] == 0
    assert b"\x1b[36m" in session.raw


def test_output_in_an_encoding_without_all_characters(petstore: Store) -> None:
    run, server = petstore
    run.environment["PYTHONIOENCODING"] = "latin-1"
    pet = {"id": 1, "name": "é 日本 🐶"}
    server.replies = [json_reply(pet)]
    for form in ("json", "jsonl", "yaml"):
        printed = run.spawn("pets", "retrieve", "1", "-o", form).stdout.decode("ascii")
        assert (yaml.safe_load if form == "yaml" else json.loads)(printed) == pet
    server.replies = [json_reply({"message": "é 🐶"}, 404)]
    failed = run.spawn("pets", "retrieve", "1")
    assert "é 🐶" in json.loads(failed.stderr)["error"]["message"]
