"""Cases: files, a command line and standard input, made from a seed and a number."""

from __future__ import annotations

import copy
import functools
import json
import random
from dataclasses import dataclass, replace
from typing import Any

import yaml

from tests.robustness.fuzz import mutations, settings, texts
from tests.robustness.fuzz.seeds import Files, seeds

Tree = Any
_COMPLETE = "robustness/fuzz/documents/"
_LARGEST = 5000
"""Values of a document to start from."""


@dataclass(frozen=True)
class Case:
    """One run of the program.

    Args:
        id: the number of the case.
        origin: the document that it was made from.
        files: the content of each file by its path below the current directory.
        arguments: the command line.
        stdin: what standard input holds.
    """

    id: int
    origin: str
    files: dict[str, bytes]
    arguments: tuple[str, ...]
    stdin: bytes = b""

    def with_file(self, name: str, content: bytes) -> Case:
        """The same case with another content of a file."""
        return replace(self, files={**self.files, name: content})

    def without_file(self, name: str) -> Case:
        """The same case without a file."""
        rest = {key: value for key, value in self.files.items() if key != name}
        return replace(self, files=rest)


def make_case(seed: int, number: int) -> Case:
    """Return the case of a number; the same for the same arguments."""
    chance = random.Random(f"{seed}:{number}")
    known = _trees()
    complete = [name for name in sorted(known) if name.startswith(_COMPLETE)]
    origin = chance.choice(complete if chance.random() < 0.5 else sorted(known))
    trees = copy.deepcopy(known[origin])
    root = next(iter(trees))
    for _ in range(chance.choice((0, 1, 1, 1, 2, 2, 3, 5, 8, 13))):
        # Mostly the root: that is where most of a document is.
        name = root if chance.random() < 0.8 else chance.choice(sorted(trees))
        trees[name] = mutations.mutate(trees[name], _donor(chance), chance)
    files = {name: _dump(name, tree, chance) for name, tree in trees.items()}
    if chance.random() < 0.2:
        name = chance.choice(sorted(files))
        files[name] = texts.mutate(files[name], chance)
    return _with_command(number, origin, files, root, chance)


def _donor(chance: random.Random) -> Tree:
    known = _trees()
    return next(iter(known[chance.choice(sorted(known))].values()))


@functools.cache
def _trees() -> dict[str, dict[str, Tree]]:
    """The documents to start from, as values; those that YAML refuses are left out."""
    found: dict[str, dict[str, Tree]] = {}
    for origin, files in seeds().items():
        try:
            found[origin] = {name: _parse(text) for name, text in files.items()}
        except (yaml.YAMLError, ValueError, RecursionError):
            continue
    return found


def _parse(text: str) -> Tree:
    """The value of a text."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    value = yaml.load(text, loader)
    if _weight(value, {}) > _LARGEST:
        raise ValueError("aliases make the document too large to be changed")
    # Dates, sets and keys that are no strings become what JSON has.
    return json.loads(json.dumps(value, default=str))


def _weight(value: Tree, known: dict[int, int]) -> int:
    """The number of values in a value, each as often as aliases repeat it."""
    if not isinstance(value, (dict, list)):
        return 1
    if id(value) not in known:
        known[id(value)] = 0
        items = value.values() if isinstance(value, dict) else value
        known[id(value)] = 1 + sum(_weight(item, known) for item in items)
    return known[id(value)]


def _dump(name: str, tree: Tree, chance: random.Random) -> bytes:
    """A tree as JSON, or as YAML where that can say it."""
    if name.endswith(".json") or chance.random() < 0.5:
        ascii_only = chance.random() < 0.5
        text = json.dumps(tree, indent=1, ensure_ascii=ascii_only)
        return text.encode("utf-8", "surrogatepass")
    dumper = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
    try:
        text = yaml.dump(tree, Dumper=dumper, allow_unicode=True, sort_keys=False)
        return text.encode("utf-8")
    except (yaml.YAMLError, UnicodeEncodeError, RecursionError):
        return json.dumps(tree).encode()


def _with_command(
    number: int, origin: str, files: Files, root: str, chance: random.Random
) -> Case:
    kind = chance.random()
    if kind < 0.06:
        return Case(number, origin, files, ("generate", "-"), files[root])
    if kind < 0.25:
        files = {**files, "pyproject.toml": settings.make(root, files[root], chance)}
        return Case(number, origin, files, settings.command(chance))
    return Case(number, origin, files, settings.command_of_document(root, chance))
