"""Fuzzing cases, derived from a seed and a number."""

from __future__ import annotations

import copy
import functools
import json
import random
import sys
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Any

import yaml

from tests.robustness.fuzz import mutations, settings, texts
from tests.robustness.fuzz.seeds import Files, seeds

Tree = Any
_COMPLETE = "robustness/fuzz/documents/"
_LARGEST = 5000
"""Maximum number of values of a seed document."""


@dataclass(frozen=True)
class Case:
    """Input of one run.

    Args:
        id: Number of the case.
        origin: Seed document.
        files: Content of each file by its path relative to the current directory.
        arguments: Command line.
        stdin: Content of standard input.
    """

    id: int
    origin: str
    files: dict[str, bytes]
    arguments: tuple[str, ...]
    stdin: bytes = b""

    def with_file(self, name: str, content: bytes) -> Case:
        """Return the case with another content of a file."""
        return replace(self, files={**self.files, name: content})

    def without_file(self, name: str) -> Case:
        """Return the case without a file."""
        rest = {key: value for key, value in self.files.items() if key != name}
        return replace(self, files=rest)


def make_case(seed: int, number: int) -> Case:
    """Return a case; it depends only on the arguments."""
    rng = random.Random(f"{seed}:{number}")
    names = _trees()
    complete = [name for name in sorted(names) if name.startswith(_COMPLETE)]
    origin = rng.choice(complete if rng.random() < 0.5 else sorted(names))
    trees = copy.deepcopy(names[origin])
    root = next(iter(trees))
    with _deep_recursion():
        for _ in range(rng.choice((0, 1, 1, 1, 2, 2, 3, 5, 8, 13))):
            # Usually the root, which has most of the content.
            name = root if rng.random() < 0.8 else rng.choice(sorted(trees))
            trees[name] = mutations.mutate(trees[name], _donor(rng), rng)
        files = {name: _dump(name, tree, rng) for name, tree in trees.items()}
    if rng.random() < 0.2:
        name = rng.choice(sorted(files))
        files[name] = texts.mutate(files[name], rng)
    return _with_command(number, origin, files, root, rng)


@contextmanager
def _deep_recursion() -> Generator[None]:
    """Permit copies of deep trees; the limit of the tested code stays."""
    limit = sys.getrecursionlimit()
    sys.setrecursionlimit(20 * limit)
    try:
        yield
    finally:
        sys.setrecursionlimit(limit)


def _donor(rng: random.Random) -> Tree:
    names = _trees()
    return next(iter(names[rng.choice(sorted(names))].values()))


@functools.cache
def _trees() -> dict[str, dict[str, Tree]]:
    """Return the values of the seed documents, without those that are not YAML."""
    result: dict[str, dict[str, Tree]] = {}
    for origin, files in seeds().items():
        try:
            result[origin] = {name: _parse(text) for name, text in files.items()}
        except (yaml.YAMLError, ValueError, RecursionError):
            continue
    return result


def _parse(text: str) -> Tree:
    """Return the value of a text."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    value = yaml.load(text, loader)
    if _weight(value, {}) > _LARGEST:
        raise ValueError("aliases make the document too large to be changed")
    # Convert dates, sets and keys that are not strings to JSON values.
    return json.loads(json.dumps(value, default=str))


def _weight(value: Tree, names: dict[int, int]) -> int:
    """Return the number of values in a tree, counted at each alias."""
    if not isinstance(value, (dict, list)):
        return 1
    if id(value) not in names:
        names[id(value)] = 0
        items = value.values() if isinstance(value, dict) else value
        names[id(value)] = 1 + sum(_weight(item, names) for item in items)
    return names[id(value)]


def _dump(name: str, tree: Tree, rng: random.Random) -> bytes:
    """Return a tree as JSON, or as YAML if possible."""
    if name.endswith(".json") or rng.random() < 0.5:
        ascii_only = rng.random() < 0.5
        text = json.dumps(tree, indent=1, ensure_ascii=ascii_only)
        return text.encode("utf-8", "surrogatepass")
    dumper = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
    try:
        text = yaml.dump(tree, Dumper=dumper, allow_unicode=True, sort_keys=False)
        return text.encode("utf-8")
    except (yaml.YAMLError, UnicodeEncodeError, RecursionError):
        return json.dumps(tree).encode()


def _with_command(
    number: int, origin: str, files: Files, root: str, rng: random.Random
) -> Case:
    kind = rng.random()
    if kind < 0.06:
        return Case(number, origin, files, ("generate", "-"), files[root])
    if kind < 0.25:
        files = {**files, "pyproject.toml": settings.make(root, files[root], rng)}
        return Case(number, origin, files, settings.command(rng))
    return Case(number, origin, files, settings.command_of_document(root, rng))
