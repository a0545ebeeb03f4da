"""Random changes of documents cause no traceback, and the output is valid Python.

Documents of the other tests are changed at random: what is there is removed, renamed,
moved about, or replaced by what does not belong there.
"""

from __future__ import annotations

import copy
import json
import random
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.config import Config
from generator.diagnostics import Diagnostics, GenerationError
from generator.pipeline import build

TESTS = Path(__file__).parents[2]
_MARK = re.compile(r"^=== (.+)\n", re.MULTILINE)
_ROUNDS = 12
_PARTS = 8

REFERENCES = ["#/components/schemas/None", "#", "", 5, None, ["a"], {"$ref": "#"}]
STRANGE: list[Any] = [
    *(
        None,
        True,
        -1,
        1.5,
        10**30,
        float("inf"),
        "",
        "object",
        "a\nb\x00",
        "../x",
        "+1",
    ),
    *([], {}, [None], [1, "a", {}], ["string", "string"], {"a": 1}, {"enum": []}),
    *({"$ref": item} for item in REFERENCES),
    *({"type": ["object", "array"]}, {"allOf": []}, {"oneOf": [{}]}, {"not": {}}),
]
NAMES = ["", "class", "+1", "a/b", "~", "é", "{id}", "__init__", "self", "$ref"]
KEYWORDS = (
    "$ref $defs allOf oneOf anyOf enum type nullable discriminator items properties required "
    "format default const not additionalProperties schema content parameters security servers "
    "in name style explode x-oaiMeta tags operationId responses requestBody callbacks"
).split()


def documents() -> Iterator[tuple[str, Any]]:
    """Return single-file documents of other tests with their origin."""
    for case in sorted((TESTS / "e2e/cases").glob("*.txt")):
        _, *pieces = _MARK.split(case.read_text("utf-8"))
        parts = dict(zip(pieces[::2], pieces[1::2], strict=True))
        texts = [text for name, text in parts.items() if name.endswith("yaml")]
        if len(texts) == 1:
            yield case.stem, yaml.safe_load(texts[0])
    for path in (
        TESTS / "e2e/client" / "shop.yaml",
        TESTS / "unit/normalizer/documents" / "constructs.yaml",
    ):
        yield path.stem, yaml.safe_load(path.read_text("utf-8"))


Place = tuple[Any, ...]


def places(value: Any, place: Place = ()) -> Iterator[Place]:
    """Yield the paths of all nested values."""
    yield place
    if isinstance(value, dict):
        for key in value:
            yield from places(value[key], (*place, key))
    elif isinstance(value, list):
        for index in range(len(value)):
            yield from places(value[index], (*place, index))


def at(value: Any, place: Place) -> Any:
    """Return the value at a path."""
    for key in place:
        value = value[key]
    return value


def change(document: Any, rng: random.Random) -> None:
    """Apply one random change."""
    cache = [place for place in places(document) if place]
    *location, key = rng.choice(cache)
    parent = at(document, tuple(location))
    other = copy.deepcopy(
        at(document, rng.choice(cache)) if rng.random() < 0.3 else None
    )
    strange = other if other is not None else copy.deepcopy(rng.choice(STRANGE))
    match rng.randrange(4):
        case 0:
            del parent[key]
        case 1 if isinstance(parent, dict):
            parent[rng.choice(NAMES)] = parent.pop(key)
        case 2 if isinstance(parent, dict):
            parent[rng.choice(KEYWORDS)] = strange
        case _:
            parent[key] = strange


@pytest.mark.slow
@pytest.mark.parametrize("part", range(_PARTS))
def test_changed_documents_do_not_break_the_generator(
    part: int, tmp_path: Path
) -> None:
    rng = random.Random(part)
    cache = list(documents())
    for number in range(_ROUNDS):
        name, document = rng.choice(cache)
        document = copy.deepcopy(document)
        for _ in range(rng.choice((1, 1, 2, 4, 8))):
            change(document, rng)
        text = json.dumps(document, default=str)
        (tmp_path / "openapi.json").write_text(text, encoding="utf-8")
        config = Config(
            package="changed", client="C", specs=("openapi.json",), directory=tmp_path
        )
        try:
            generated = build(config, Diagnostics())
        except GenerationError:
            continue
        except Exception as error:
            error.add_note(f"round {number}, made of {name}: {text}")
            raise
        for path, content in generated.files.items():
            if path.endswith(".py"):
                compile(content, path, "exec")
