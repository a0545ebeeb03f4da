"""Settings files and command lines."""

from __future__ import annotations

import json
import random
import re
from typing import Any

from tests.robustness.fuzz import values

_STAGES = ("document", "model", "python", "reference")
_OPERATION = re.compile(rb"operationId\"?: *\"?([^\s\",]+)")


def make(root: str, document: bytes, chance: random.Random) -> bytes:
    """A settings file for a document, with some settings that do not fit."""
    table: dict[str, Any] = {"specs": [root], "package": "fuzzed", "client": "Fuzzed"}
    ids = [item.decode("utf-8", "replace") for item in _OPERATION.findall(document)]
    for _ in range(chance.choice((0, 1, 1, 2, 4))):
        key, value = _setting(ids or ["none"], chance)
        table[key] = value
    lines = ["[tool.oasmith]"]
    lines += [f"{json.dumps(key)} = {_toml(value)}" for key, value in table.items()]
    return "\n".join(lines).encode("utf-8", "replace")


def _setting(ids: list[str], chance: random.Random) -> tuple[str, Any]:
    """A setting and its value, which may be of the right kind."""
    id_, word = chance.choice(ids), _word(chance)
    likely: tuple[tuple[str, Any], ...] = (
        ("names", {id_: chance.choice(("a.b", "a", "a.b.c", word))}),
        ("aliases", {chance.choice(("x.y", word)): id_}),
        ("only", [chance.choice((id_, "*", "GET *", word))]),
        ("exclude", [chance.choice((id_, "GET *", word))]),
        (
            "servers",
            {chance.choice(("eu", word)): chance.choice(("https://x.test/v1", word))},
        ),
        ("credentials", {chance.choice(("key", word)): chance.choice(("KEY", word))}),
        ("headers", {chance.choice(("org", word)): chance.choice(("X-Org", word))}),
        ("pagination", {id_: chance.choice((False, _paging(chance)))}),
        (
            "polling",
            {id_: {"until": ["done", word], "field": chance.choice(("status", word))}},
        ),
        ("package", word),
        ("client", word),
        ("output", chance.choice(("generated", "./generated/", "generated/sub"))),
        ("docs", chance.random() < 0.5),
        ("main", word),
        ("overlays", [word]),
        (word, word),
    )
    key, value = chance.choice(likely)
    if key != "output" and chance.random() < 0.15:
        value = chance.choice(
            (1, "", True, [], {}, [word], {word: word}, word, {id_: [word]})
        )
    return key, value


def _paging(chance: random.Random) -> dict[str, Any]:
    return {
        "kind": chance.choice(("token", "id", "number", "offset", "url", "link")),
        "send": chance.choice(("after", "page", _word(chance))),
        "items": chance.choice(("data", ["a", "b"], _word(chance))),
        "next": chance.choice(("next", ["meta", "next"], _word(chance))),
    }


def _word(chance: random.Random) -> str:
    """A name that a file of TOML can hold."""
    name = values.any_name(chance)
    return name.encode("utf-8", "replace").decode("utf-8")


def _toml(value: Any) -> str:
    match value:
        case dict():
            items = (
                f"{json.dumps(key)} = {_toml(item)}" for key, item in value.items()
            )
            return f"{{ {', '.join(items)} }}"
        case list():
            return f"[{', '.join(map(_toml, value))}]"
        case _:
            return json.dumps(value).replace("\x7f", "\\u007f")


def command(chance: random.Random) -> tuple[str, ...]:
    """A command line that leaves the documents to the settings."""
    if chance.random() < 0.85:
        return ("generate", *_flags(chance))
    return chance.choice(
        (("check",), ("validate",), ("inspect", "--stage", "model"), ("init",))
    )


def command_of_document(root: str, chance: random.Random) -> tuple[str, ...]:
    """A command line that names a document."""
    if chance.random() < 0.9:
        return ("generate", root, *_flags(chance))
    return chance.choice(
        (
            ("validate", root, "--format", chance.choice(("text", "json"))),
            ("inspect", root, "--stage", chance.choice(_STAGES)),
            ("inspect", root, "--stage", chance.choice(_STAGES), "--format", "json"),
            ("init", root),
            ("check", root),
        )
    )


def _flags(chance: random.Random) -> list[str]:
    flags: list[str] = []
    if chance.random() < 0.1:
        flags.append(chance.choice(("--strict", "--no-docs", "--force")))
    if chance.random() < 0.1:
        option = chance.choice(("--only", "--package", "--client"))
        flags += [option, _word(chance).replace("\0", "")]
    return flags
