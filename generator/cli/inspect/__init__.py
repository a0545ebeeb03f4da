"""The tree of a stage as text or JSON, the same on every run."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from typing import Any

import yaml

from .client_outline import outline_client
from .model_outline import outline_model
from ...lowering import lower_reference
from ...openapi.document import Document
from ...pipeline import Generated
from ...python.literals import escape_unseen
from ...python.package import Package
from ...source import Location, format_pointer

STAGES = ("document", "model", "python", "reference")


def plain(value: Any) -> Any:
    """A tree as plain JSON values; places are `file#/json/pointer`.

    Nodes name their class under `is`; fields that hold nothing are left out.
    """
    match value:
        case Location(file, pointer):
            return f"{file.name}#{format_pointer(pointer)}"
        case Enum():
            return value.value
        case Mapping():
            return {str(key): plain(item) for key, item in value.items()}
        case list() | tuple():
            return [plain(item) for item in value]
        case _ if is_dataclass(value) and not isinstance(value, type):
            found = {"is": type(value).__name__}
            for field in fields(value):
                item = getattr(value, field.name)
                if item not in (None, "", (), False) and item != {}:
                    found[field.name] = plain(item)
            return found
        case _:
            return value


def document_tree(document: Document) -> dict[str, Any]:
    """The documents that were read, in today's dialect, by the names of their files."""
    return {
        loaded.source.name: loaded.value
        for loaded in sorted(
            document.files.values(), key=lambda loaded: loaded.source.name
        )
    }


def python_tree(package: Package) -> dict[str, Any]:
    """The client, with how each operation is called in front."""
    operations = [
        {
            "id": call.id,
            "method": call.method,
            "path": call.path,
            "call": call.call,
            "resource": call.resource,
        }
        for call in package.calls
    ]
    return {"operations": operations, **plain(package)}


def named(tree: Any, name: str) -> list[Any]:
    """The nodes of a plain tree that are called `name`."""
    found: list[Any] = []
    waiting = [tree]
    while waiting:
        node = waiting.pop()
        if isinstance(node, dict):
            called = (node.get("name"), node.get("id"), node.get("call"))
            words = node.get("header", {}).get("words", []) if "is" in node else []
            if name in called or ".".join(words) == name:
                found.append(node)
                continue
            waiting.extend(reversed(list(node.values())))
        elif isinstance(node, list):
            waiting.extend(reversed(node))
    return found


def show(made: Generated, stage: str, name: str | None, form: str) -> str:
    """The tree of a stage.

    Args:
        made: what all stages made.
        stage: one of `STAGES`.
        name: only nodes that are called so, `None` for all.
        form: `text` or `json`.
    """
    if form == "text" and name is None:
        if stage == "model":
            return outline_model(made.api)
        if stage == "python":
            return outline_client(made.package)
    trees: dict[str, Callable[[], Any]] = {
        "document": lambda: document_tree(made.document),
        "model": lambda: plain(made.api),
        "python": lambda: python_tree(made.package),
        "reference": lambda: plain(
            made.site or lower_reference(made.api, made.package)
        ),
    }
    tree = trees[stage]()
    if name is not None:
        tree = named(tree, name)
    if form == "json":
        return json.dumps(tree, indent=2) + "\n"
    return _as_yaml(tree)


class _Dumper(yaml.SafeDumper):
    """Quotes texts that hold what nobody sees, so that it can be escaped."""

    def represent_text(self, text: str) -> yaml.ScalarNode:
        """A text as a node."""
        style = None if escape_unseen(text) == text or text.isascii() else '"'
        return self.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_Dumper.add_representer(str, _Dumper.represent_text)
# Nodes that were moved while upgrading a document are of a class of their own.
_Dumper.add_multi_representer(dict, _Dumper.represent_dict)


def _as_yaml(tree: Any) -> str:
    """A tree as YAML of which every character is seen."""
    text = yaml.dump(
        tree, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=100
    )
    return "\n".join(map(escape_unseen, text.split("\n")))
