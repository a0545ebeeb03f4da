"""Random settings files and command lines."""

from __future__ import annotations

import json
import random
import re
from typing import Any

from tests.robustness.fuzz import values

_STAGES = ("document", "model", "python", "reference", "settings")
_OPERATION = re.compile(rb"operationId\"?: *\"?([^\s\",]+)")


def make(root: str, document: bytes, rng: random.Random) -> bytes:
    """Return a settings file for a document, with some invalid settings."""
    table: dict[str, Any] = {"specs": [root], "package": "fuzzed", "client": "Fuzzed"}
    ids = [item.decode("utf-8", "replace") for item in _OPERATION.findall(document)]
    for _ in range(rng.choice((0, 1, 1, 2, 4))):
        key, value = _setting(ids or ["none"], rng)
        table[key] = value
    lines = ["[tool.oasmith]"]
    lines += [f"{json.dumps(key)} = {_toml(value)}" for key, value in table.items()]
    return "\n".join(lines).encode("utf-8", "replace")


def _setting(ids: list[str], rng: random.Random) -> tuple[str, Any]:
    """Return a setting and a value, which may be invalid."""
    id_, word = rng.choice(ids), _word(rng)
    likely: tuple[tuple[str, Any], ...] = (
        ("names", {id_: rng.choice(("a.b", "a", "a.b.c", word))}),
        ("aliases", {rng.choice(("x.y", word)): id_}),
        ("only", [rng.choice((id_, "*", "GET *", word))]),
        ("exclude", [rng.choice((id_, "GET *", word))]),
        (
            "servers",
            {rng.choice(("eu", word)): rng.choice(("https://x.test/v1", word))},
        ),
        ("credentials", {rng.choice(("key", word)): rng.choice(("KEY", word))}),
        ("headers", {rng.choice(("org", word)): rng.choice(("X-Org", word))}),
        ("pagination", {id_: rng.choice((False, _paging(rng)))}),
        (
            "polling",
            {id_: {"until": ["done", word], "field": rng.choice(("status", word))}},
        ),
        ("package", word),
        ("client", word),
        ("output", rng.choice(("generated", "./generated/", "generated/sub"))),
        ("docs", rng.random() < 0.5),
        ("main", word),
        ("overlays", [word]),
        (word, word),
    )
    key, value = rng.choice(likely)
    if key != "output" and rng.random() < 0.15:
        value = rng.choice(
            (1, "", True, [], {}, [word], {word: word}, word, {id_: [word]})
        )
    return key, value


def _paging(rng: random.Random) -> dict[str, Any]:
    return {
        "kind": rng.choice(("token", "id", "number", "offset", "url", "link")),
        "send": rng.choice(("after", "page", ["page", "cursor"], _word(rng))),
        "items": rng.choice(("data", ["a", "b"], _word(rng))),
        "next": rng.choice(("next", ["meta", "next"], _word(rng))),
    }


def _word(rng: random.Random) -> str:
    """Return a name that TOML can represent."""
    name = values.any_name(rng)
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


def command(rng: random.Random) -> tuple[str, ...]:
    """Return a command line without documents."""
    if rng.random() < 0.85:
        return ("generate", *_flags(rng))
    return rng.choice(
        (("check",), ("validate",), ("inspect", "--stage", "model"), ("init",))
    )


def command_of_document(root: str, rng: random.Random) -> tuple[str, ...]:
    """Return a command line with a document."""
    if rng.random() < 0.9:
        return ("generate", root, *_flags(rng))
    return rng.choice(
        (
            ("validate", root, "--format", rng.choice(("text", "json"))),
            ("inspect", root, "--stage", rng.choice(_STAGES)),
            ("inspect", root, "--stage", rng.choice(_STAGES), "--format", "json"),
            ("init", root),
            ("check", root),
        )
    )


def _flags(rng: random.Random) -> list[str]:
    flags: list[str] = []
    if rng.random() < 0.1:
        flags.append(rng.choice(("--strict", "--no-docs", "--force")))
    if rng.random() < 0.1:
        option = rng.choice(("--only", "--package", "--client"))
        flags += [option, _word(rng).replace("\0", "")]
    return flags
