"""Documents of the corpus, with independently counted operations and schemas.

The count reads the files with `json` and PyYAML and knows nothing of the generator, so
that an operation that the generator loses is missed.
"""

from __future__ import annotations

import csv
import json
import re
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import unquote

import yaml

ROOT = Path(__file__).parents[2]
SPECS = ROOT.parent / "shared" / "specs"
OWN = ROOT / "tests"
METHODS = frozenset(
    {"get", "put", "post", "delete", "options", "head", "patch", "trace", "query"}
)


class Document(NamedTuple):
    """A document of the corpus: its label and its file."""

    label: str
    path: Path


def documents() -> list[Document]:
    """Return all root documents of the corpus, including versions of OpenAI's document."""
    result = []
    table = SPECS / "corpus.tsv"
    if table.is_file():
        with table.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file, delimiter="\t"):
                result.append(Document(row["path"], SPECS / "corpus" / row["path"]))
    for path in sorted((SPECS / "openai").glob("*.yaml")):
        result.append(Document(f"openai/{path.name}", path))
    for path in sorted(OWN.rglob("*.yaml")):
        if _is_root(path):
            result.append(Document(path.relative_to(ROOT).as_posix(), path))
    return result


def _is_root(path: Path) -> bool:
    head = path.read_text(encoding="utf-8", errors="replace")[:400]
    return head.startswith(("openapi:", "swagger:")) or "\nopenapi:" in head


def counts(path: Path) -> tuple[int, int]:
    """Return the numbers of operations and declared schemas of the document."""
    root = _read(path)
    operations = sum(
        _operations(item, path) for key, item in _mapping(root, "paths", path)
    )
    components = root.get("components")
    schemas = components.get("schemas") if isinstance(components, dict) else None
    schemas = schemas or root.get("definitions") or {}
    if isinstance(schemas, dict) and isinstance(schemas.get("$ref"), str):
        schemas, _ = _follow(schemas["$ref"], path, root)
    return operations, len(schemas) if isinstance(schemas, dict) else 0


def _mapping(root: dict[str, Any], key: str, path: Path) -> list[tuple[str, Any]]:
    value = root.get(key)
    if not isinstance(value, dict):
        return []
    return [(str(k), v) for k, v in value.items() if not str(k).startswith("x-")]


def _operations(item: Any, path: Path) -> int:
    for _ in range(8):
        if not isinstance(item, dict) or not isinstance(item.get("$ref"), str):
            break
        item, path = _follow(item["$ref"], path, None)
    if not isinstance(item, dict):
        return 0
    own = sum(key in METHODS and isinstance(item[key], dict) for key in item)
    more = item.get("additionalOperations")
    return own + (len(more) if isinstance(more, dict) else 0)


def _follow(reference: str, path: Path, root: Any) -> tuple[Any, Path]:
    """Return the target of a reference and its file, or nothing if it is broken."""
    file, _, pointer = reference.partition("#")
    target = path.parent / unquote(file) if file else path
    try:
        value = _read(target)
        for token in pointer.split("/")[1:]:
            token = unquote(token).replace("~1", "/").replace("~0", "~")
            value = value[int(token)] if isinstance(value, list) else value[token]
    except (OSError, KeyError, IndexError, ValueError, TypeError):
        return None, target
    return value, target


_CACHE: dict[Path, Any] = {}


def _read(path: Path) -> Any:
    result = _CACHE.get(path)
    if result is None:
        text = path.read_text(encoding="utf-8-sig")
        result = _CACHE[path] = _parsed(text)
    return result


def _parsed(text: str) -> Any:
    if text.lstrip()[:1] == "{":
        return json.loads(text)
    try:
        return yaml.load(text, yaml.CSafeLoader)
    except yaml.composer.ComposerError:
        # PyYAML rejects redefined anchors, which are irrelevant for the count.
        bare = re.sub(r"(?<=[:-]) &[\w-]+", "", text)
        bare = re.sub(r"(?<=[:-]) \*[\w-]+", " null", bare)
        return yaml.load(bare, yaml.CSafeLoader)
