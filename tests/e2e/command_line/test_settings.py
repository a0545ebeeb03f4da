"""Credentials, profiles, help, completion and other commands without a request."""

from __future__ import annotations

import base64
import importlib
import json
import stat
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from click.shell_completion import ShellComplete

from tests.clients import generate, import_from
from tests.e2e.command_line.conftest import PACKAGE, CommandLine
from tests.unit.runtime.conftest import Server, json_reply

Served = tuple[CommandLine, Server]


def profile_file(run: CommandLine) -> Path:
    return run.home / "inventory-client" / "profiles.json"


def test_login_stores_a_credential_that_only_the_owner_can_read(served: Served) -> None:
    run, server = served
    run.environment = {}
    finished = run("login", stdin=b"stored-key\n")
    assert finished.code == 0 and "stored-key" not in finished.stderr + finished.text
    assert stat.S_IMODE(profile_file(run).stat().st_mode) == 0o600
    server.replies = [json_reply({})]
    assert run("items", "retrieve", "a").code == 0
    assert server.received[-1].headers["authorization"] == "Bearer stored-key"
    assert "stored-key" not in run("profiles").text
    assert run("profiles").text == "default  api_key\n"
    assert run("logout").code == 0
    assert run("items", "retrieve", "a").code == 0
    assert "authorization" not in server.received[-1].headers


def test_environment_precedes_the_default_profile(served: Served) -> None:
    run, server = served
    server.replies = [json_reply({})]
    assert run("login", stdin=b"stored-key\n").code == 0
    assert run("login", "--profile", "work", stdin=b"work-key\n").code == 0
    run("items", "retrieve", "a")
    assert server.received[-1].headers["authorization"] == "Bearer test-key"
    run("items", "retrieve", "a", "--profile", "work")
    assert server.received[-1].headers["authorization"] == "Bearer work-key"
    finished = run("items", "retrieve", "a", "--credential", "api_key=given-key")
    assert server.received[-1].headers["authorization"] == "Bearer given-key"
    assert "Warning" in finished.stderr and "given-key" not in finished.stderr


TWO_VALUES = """
openapi: 3.1.0
info: {title: Pairs, version: "1"}
paths:
  /basic:
    get:
      operationId: getBasic
      security: [{basic: []}]
      responses: {"204": {description: None.}}
  /tokens:
    get:
      operationId: getTokens
      security: [{oauth: []}]
      responses: {"204": {description: None.}}
components:
  securitySchemes:
    basic: {type: http, scheme: basic}
    oauth:
      type: oauth2
      flows: {clientCredentials: {tokenUrl: /token, scopes: {}}}
"""


def test_credentials_of_two_values_are_separated_by_a_colon(
    tmp_path: Path, serve: Callable[..., Server]
) -> None:
    spec = tmp_path / "pairs.yaml"
    spec.write_text(TWO_VALUES, encoding="utf-8")
    generate(spec, tmp_path, "pairs", "Pairs", command_line=True)
    import_from(tmp_path, "pairs")
    run = CommandLine(tmp_path, tmp_path, "pairs")
    server = serve(json_reply({}))
    run.environment = {"PAIRS_BASE_URL": server.url}
    assert run("getBasic", "--credential", "basic_auth=me:pass:word").code == 0
    expected = "Basic " + base64.b64encode(b"me:pass:word").decode()
    assert server.received[-1].headers["authorization"] == expected
    server.replies = [json_reply({"access_token": "t"}), json_reply({})]
    assert run("getTokens", "--credential", "oauth=me:secret").code == 0
    assert server.received[-1].headers["authorization"] == "Bearer t"
    count = len(server.received)
    for command, name in (("getBasic", "basic_auth"), ("getTokens", "oauth")):
        for value in ("fake-secret", ":fake-secret"):
            finished = run(command, "--credential", f"{name}={value}")
            assert finished.code == 2 and "fake-secret" not in finished.stderr
            assert f"{name}=ID:SECRET" in finished.stderr
    assert len(server.received) == count


def test_base_url_of_a_profile(served: Served) -> None:
    run, server = served
    server.replies = [json_reply({})]
    url, run.url = run.url, ""
    login = run("login", "--base-url", f"{url}/mine", stdin=b"k\n")
    assert login.code == 0
    assert run("items", "retrieve", "a").code == 0
    assert server.received[-1].target == "/mine/items/a"


def test_profiles_that_cannot_be_used(run: CommandLine) -> None:
    assert "there is no profile 'x'" in run("items", "list", "--profile", "x").stderr
    run("login", stdin=b"k\n")
    file = profile_file(run)
    file.chmod(0o644)
    finished = run("items", "retrieve", "a", "--dry-run")
    assert finished.code == 1 and f"chmod 600 {file}" in finished.stderr
    file.chmod(0o600)
    file.write_text("[", encoding="utf-8")
    assert "is not JSON" in run("items", "retrieve", "a", "--dry-run").stderr
    for profile in (
        {"credentials": []},
        {"credentials": {"api_key": 7}},
        {"credentials": {"api_key": ["a", "b", "c"]}},
        {"credentials": {"api_key": {"other": "x"}}},
        {"base_url": 3},
    ):
        file.write_text(json.dumps({"default": profile}), encoding="utf-8")
        finished = run("items", "retrieve", "a", "--dry-run")
        assert finished.code == 1 and "must have texts" in finished.stderr
        assert run("profiles").code == 1
    file.write_text("[]", encoding="utf-8")
    assert "must be an object" in run("items", "retrieve", "a", "--dry-run").stderr


def test_help_completion_and_doctor_work_with_broken_settings(run: CommandLine) -> None:
    run("login", stdin=b"k\n")
    profile_file(run).write_text("[", encoding="utf-8")
    assert run("--help").code == 0
    assert run("items", "create", "--help").code == 0
    assert run("completion", "bash").code == 0
    doctor = run("doctor")
    assert doctor.code == 1
    assert (
        "BAD  profiles" in doctor.text
        and "api_key: from the environment" in doctor.text
    )
    run.url = "no-url"
    assert "base" in run("doctor").text


def test_help_of_an_operation(run: CommandLine) -> None:
    text = " ".join(run("items", "create", "--help").text.split())
    assert "Create an item. POST /items" in text
    assert "--code TEXT Required. The code of the item." in text
    assert "--state new|used" in text and "--api-output" in text
    assert "NAME[MEMBER]=VALUE" in text


def test_help_of_a_resource_lists_its_commands(run: CommandLine) -> None:
    lines = run("items", "--help").text.splitlines()
    rows = [line.split(maxsplit=1) for line in lines if line.startswith("  ")]
    names = dict(row for row in rows if len(row) == 2)
    assert names["create"] == "Create an item." and names["photo"] == "retrieve, update"


def test_help_lists_arguments_apart_from_options(run: CommandLine) -> None:
    text = run("items", "create", "--help").text
    arguments, options = text.split("\nArguments:\n")[1].split("\nOptions:\n")
    assert "--code TEXT" in arguments and "Required. The code of the item." in arguments
    assert "NAME=VALUE" not in options.partition("--output ")[0]


def test_names_that_the_document_declares(served: Served) -> None:
    run, server = served
    server.replies = [json_reply({})]
    for name in ("store-away", "keep", "archive", "create", "list"):
        server.received.clear()
        words = ("1",) if name != "create" else ("code=a",)
        run("items", name, *words)
        target = server.received[0].target if server.received else ""
        assert (target == "/items/1/archive") == (name not in ("create", "list")), name
    assert run("archiveItem", "1").code == 0
    assert "notes" not in run("items", "--help").text
    assert run("items", "notes", "retrieve", "1").code == 0
    assert server.received[-1].target == "/items/1/notes"
    assert run("getInternal").code == 2
    assert "internal" not in run("--help").text


def test_names_that_the_document_declares_for_arguments(served: Served) -> None:
    run, server = served
    server.replies = [json_reply({})]
    for words in (
        ("why_not=old",),
        ("because=old",),
        ("reasonText=old",),
        ("--why-not", "old"),
        ("--because", "old"),
        ("--reason-text", "old"),
    ):
        assert run("items", "store-away", "1", *words).code == 0, words
        assert server.received[-1].target == "/items/1/archive?reasonText=old"
    assert run("items", "store-away", "1", "trace=true").code == 0
    assert server.received[-1].target == "/items/1/archive?trace=true"
    assert run("items", "store-away", "1", "x_client=a").code == 0
    assert server.received[-1].headers["x-client"] == "a"
    assert run("items", "store-away", "1", "debug=true").code == 2
    text = run("items", "store-away", "--help").text
    assert "--why-not, --because, --reason-text old|broken" in " ".join(text.split())
    assert "Why it is stored." in text and "Internal description" not in text
    assert "Move the item to the archive." in text and "Sets the flag" not in text
    assert "--trace" not in text and "--debug" not in text


def test_paths_that_the_document_hides_or_ignores(served: Served) -> None:
    run, server = served
    server.replies = [json_reply({})]
    assert run("getMetrics").code == 2 and run("getState").code == 0
    assert "getState" not in run("operations").text


def test_operations(run: CommandLine) -> None:
    rows = [line.split()[0] for line in run("ops", "photo").text.splitlines()]
    assert rows == ["getPhoto", "putPhoto"]
    assert run("operations").text.count("\n") == 10
    assert run("ops", "nothing").code == 1


def test_schema(run: CommandLine) -> None:
    schema = json.loads(run("items", "create", "--schema").stdout)
    assert schema["required"] == ["code"] and schema["title"] == "items create"
    assert schema["properties"]["count"] == {"type": "integer"}
    assert set(schema["$defs"]) == {"PartParam", "PartSolidParam", "PartLiquidParam"}


COMPLETED = {
    ("it",): ["items"],
    ("items", ""): ["create", "delete", "list", "photo", "retrieve", "store-away"],
    ("createI",): ["createItem"],
    ("items", "list", "--sta"): ["--state"],
    ("items", "list", "--state", "n"): ["new"],
    ("items", "list", "st"): ["state="],
    ("items", "create", "hidden="): ["hidden=false", "hidden=true"],
    ("items", "list", "-o", "js"): ["json", "jsonl"],
}


@pytest.mark.parametrize("words", COMPLETED)
def test_completion(words: tuple[str, ...], run: CommandLine) -> None:
    module = importlib.import_module(f"{PACKAGE}._runtime.command_line.main")
    program = module.build_program(PACKAGE, run.folder / PACKAGE)
    complete = ShellComplete(program, {}, "inventory-client", "_COMPLETE")
    items = complete.get_completions(list(words[:-1]), words[-1])
    assert sorted(item.value for item in items) == COMPLETED[words]


def test_without_click(run: CommandLine, tmp_path: Path) -> None:
    (tmp_path / "click.py").write_text(
        "raise ModuleNotFoundError('no click', name='click')", encoding="utf-8"
    )
    variables = run.variables()
    variables["PYTHONPATH"] = f"{tmp_path}:{variables['PYTHONPATH']}"
    finished = subprocess.run(
        run.words("--help"),
        capture_output=True,
        text=True,
        env=variables,
        timeout=300,
        check=False,
    )
    assert finished.returncode == 1
    assert finished.stderr.strip() == (
        "The command line requires click: install the client with its extra `cli`."
    )


def test_no_http_library_before_a_request(run: CommandLine) -> None:
    """Help, usage errors and descriptions of requests import neither it nor types."""
    source = (
        "import sys; from pathlib import Path; import inventory_client as package\n"
        "from inventory_client._runtime.command_line.main import main\n"
        "folder = Path(package.__file__).parent\n"
        "for words in (['--help'], ['items', 'create', '--help'], ['items', 'create'],"
        " ['items', 'create', 'code=a', '--dry-run'], ['items', 'list', '--curl']):\n"
        "    main('inventory_client', folder, words)\n"
        "names = {'httpx2', 'logging', 'typing_extensions', 'base64', 'inventory_client.types'}"
        " & set(sys.modules)\n"
        "sys.exit(f'imported: {names}' if names else 0)\n"
    )
    words = [run.words()[0], "-c", source]
    finished = subprocess.run(
        words,
        capture_output=True,
        text=True,
        env=run.variables(),
        timeout=300,
        check=False,
    )
    assert finished.returncode == 0, finished.stderr
