"""Texts of a document that try to control a terminal, or to run commands in a shell."""

from __future__ import annotations

import importlib
import itertools
import json
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.shell_completion import BashComplete, ShellComplete
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.clients import generate, import_from
from tests.e2e.command_line.conftest import CommandLine

PACKAGE = "hostile_client"
ESCAPE = "\x1b]0;title\x07 \x1b[2J \x9b31m \u202e \r $(touch pwned) `touch pwned`"
VALUES = ["plain", "$(touch pwned)", "`id`", "a;b", "a\nb", "\x1b[31m", "it's", "a b"]
TEXT = {"description": f"{ESCAPE}\n\n{ESCAPE}", "schema": {"enum": VALUES}}
DOCUMENT: dict[str, Any] = {
    "openapi": "3.1.0",
    "info": {"title": f"Hostile {ESCAPE}", "version": "1", "description": ESCAPE},
    "servers": [{"url": "https://hostile.test"}],
    "security": [{"key": [], "cookie": []}],
    "paths": {
        "/things": {
            "post": {
                "operationId": "createThing$(touch pwned)",
                "tags": [f"things {ESCAPE}"],
                "summary": ESCAPE,
                "description": f"{ESCAPE}\n\n{ESCAPE}",
                "x-cli-name": f"make {ESCAPE}",
                "x-cli-aliases": ["$(touch pwned)", "ok"],
                "parameters": [
                    {"name": "kind", "in": "query", **TEXT},
                    {"name": "$(touch pwned)", "in": "query", **TEXT},
                    {"name": "plain", "in": "header", "schema": {"type": "string"}},
                    {"name": "$HOME", "in": "cookie", "schema": {"type": "string"}},
                ],
                "requestBody": {
                    "required": True,
                    "content": {
                        "application/json": {
                            "schema": {
                                "type": "object",
                                "description": ESCAPE,
                                "properties": {
                                    "text": {"type": "string", "description": ESCAPE},
                                    "\x1b[31m": {"enum": VALUES},
                                },
                            }
                        }
                    },
                },
                "responses": {"204": {"description": ESCAPE}},
            }
        }
    },
    "components": {
        "securitySchemes": {
            "key": {"type": "apiKey", "in": "query", "name": "$(touch pwned)$HOME"},
            "cookie": {"type": "apiKey", "in": "cookie", "name": "sid"},
        }
    },
}


@pytest.fixture(scope="session")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> CommandLine:
    """The command line of a client of the document."""
    output = tmp_path_factory.mktemp("hostile")
    spec = output / "hostile.yaml"
    spec.write_text(yaml.safe_dump(DOCUMENT), encoding="utf-8")
    generate(spec, output, PACKAGE, "Hostile", command_line=True)
    import_from(output, PACKAGE)
    run = CommandLine(output, tmp_path_factory.mktemp("home"), PACKAGE)
    run.environment = {"HOSTILE_API_KEY": "k"}
    return run


def command(run: CommandLine) -> tuple[str, ...]:
    """Return the words of the command that creates a thing."""
    lines = (run.folder / PACKAGE / "_commands.jsonl").read_text(encoding="utf-8")
    call: str = json.loads(lines.splitlines()[0])["commands"][0][0]
    return tuple(call.replace("_", "-").split("."))


def controls(text: str) -> str:
    """Return the characters of a text that a terminal interprets."""
    return "".join(char for char in text if not char.isprintable() and char != "\n")


def test_help_and_messages_have_no_control_characters(hostile: CommandLine) -> None:
    words = command(hostile)
    calls: list[tuple[str, ...]] = [
        ("--help",),
        (*words[:-1], "--help"),
        (*words, "--help"),
        ("operations",),
        (*words, "kind=other"),
        (*words, "kin=other"),
        (*words, 'text:={"\\u001b[31m":1}'),
        ("login", "--help"),
        ("completion", "bash"),
        ("doctor",),
    ]
    for call in calls:
        finished = hostile(*call)
        assert finished.text or finished.stderr, call
        # Zsh and bash scripts of click contain tabs.
        output = (finished.text + finished.stderr).replace("\t", " ")
        assert controls(output) == "", (call, output)


def test_completion_offers_only_words_that_need_no_quotes(hostile: CommandLine) -> None:
    module = importlib.import_module(f"{PACKAGE}._runtime.command_line.main")
    program = module.build_program(PACKAGE, hostile.folder / PACKAGE)
    complete = ShellComplete(program, {}, "hostile-client", "_COMPLETE")
    words = command(hostile)
    for before, text in (
        ([], ""),
        ([], "create"),
        (list(words[:-1]), ""),
        (list(words), ""),
        (list(words), "--"),
        (list(words), "kind="),
        ([*words, "--kind"], ""),
    ):
        for item in complete.get_completions(before, text):
            formatted = BashComplete.format_completion(None, item)  # type: ignore[arg-type]
            assert controls(formatted) == "", (before, formatted)
            assert controls(item.help or "") == "" and "\n" not in (item.help or "")
            assert not set(item.value) & set("$`;'\" ()\\"), item.value
    values = [item.value for item in complete.get_completions(list(words), "kind=")]
    assert values == ["kind=plain"]


TEXTS = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=30)
PIECES = st.lists(
    TEXTS
    | st.sampled_from(
        ["$HOME", "$HOSTILE_API_KEY", "$(id)", "`id`", "!", "'", '"', "\\"]
    ),
    max_size=5,
).map("".join)


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(text=PIECES, cookie=PIECES.map(lambda text: text.replace(";", "")))
def test_curl_passes_texts_to_curl_as_they_are(
    text: str, cookie: str, hostile: CommandLine, tmp_path: Path
) -> None:
    """Only the variables of credentials are expanded by a shell."""
    printable = "".join(
        char for char in cookie if " " < char < "\x7f" and char not in '",\\'
    )
    values = {"text": text, "$HOME": printable.lstrip("@") or "x"}
    call = [*command(hostile), f"text:={json.dumps(text)}", f"$HOME={values['$HOME']}"]
    printed = hostile(*call, "-H", f"plain: {printable}$HOME", "--curl")
    assert printed.code == 0, printed.stderr
    script = f"curl() {{ for it; do printf '%s\\0' \"$it\"; done; }}\n{printed.text}"
    finished = subprocess.run(
        ["sh", "-c", script],
        capture_output=True,
        cwd=tmp_path,
        env={"HOSTILE_API_KEY": "k v", "HOSTILE_COOKIE": "c", "HOME": "/expanded"},
        timeout=300,
        check=True,
    )
    words = finished.stdout.decode("utf-8", "surrogateescape").split("\0")
    headers = [word for name, word in itertools.pairwise(words) if name == "--header"]
    assert any(word.startswith(f"plain: {printable}$HOME") for word in headers), words
    assert words[2].endswith("=k v") and "$%28" not in words[2]
    assert json.loads(words[words.index("--data-raw") + 1]) == {"text": text}
    assert "/expanded" not in finished.stdout.decode("utf-8", "replace")
    assert not list(tmp_path.iterdir())
