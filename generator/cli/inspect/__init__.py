"""Print the result of a stage as text or JSON."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from typing import Any

import yaml

from ...lowering import lower_reference
from ...openapi.document import Document
from ...pipeline import Generated
from ...python.literals import escape_unseen
from ...python.package import Package
from ...recorded_names import RecordedNames
from ...source import Location, format_pointer
from .client_outline import outline_client
from .model_outline import outline_model
from .suggested_settings import render_settings, settings_tree

STAGES = ("document", "model", "python", "reference", "settings")


def to_json_value(value: Any) -> Any:
    """Convert a tree to JSON values; locations become `file#/json/pointer`.

    Nodes contain the name of their class under `is`. Empty fields are omitted.
    """
    match value:
        case Location(file, pointer):
            return f"{file.name}#{format_pointer(pointer)}"
        case Enum():
            return value.value
        case Mapping():
            return {str(key): to_json_value(item) for key, item in value.items()}
        case list() | tuple():
            return [to_json_value(item) for item in value]
        case _ if is_dataclass(value) and not isinstance(value, type):
            node = {"is": type(value).__name__}
            for field in fields(value):
                item = getattr(value, field.name)
                if item not in (None, "", (), False) and item != {}:
                    node[field.name] = to_json_value(item)
            return node
        case _:
            return value


def document_tree(document: Document) -> dict[str, Any]:
    """Return the loaded documents by file name, upgraded to the current dialect."""
    return {
        loaded.source.name: loaded.value
        for loaded in sorted(
            document.files.values(), key=lambda loaded: loaded.source.name
        )
    }


def python_tree(package: Package) -> dict[str, Any]:
    """Return the client, preceded by the call of each operation."""
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
    return {"operations": operations, **to_json_value(package)}


def find_nodes(tree: Any, name: str) -> list[Any]:
    """Return the outermost nodes of a JSON tree with a name, an id or a call."""
    matches: list[Any] = []
    pending = [tree]
    while pending:
        node = pending.pop()
        if isinstance(node, dict):
            names = (node.get("name"), node.get("id"), node.get("call"))
            words = node.get("header", {}).get("words", []) if "is" in node else []
            if name in names or ".".join(words) == name:
                matches.append(node)
                continue
            pending.extend(reversed(list(node.values())))
        elif isinstance(node, list):
            pending.extend(reversed(node))
    return matches


def render_stage(
    generated: Generated, stage: str, name: str | None, output_format: str
) -> str:
    """Return the tree of a stage as text.

    Args:
        generated: the results of all stages.
        stage: one of `STAGES`.
        name: name of the nodes to print, `None` for the whole tree.
        output_format: `text` or `json`.
    """
    if output_format == "text" and stage == "settings":
        return render_settings(generated.api, name)
    if output_format == "text" and name is None:
        if stage == "model":
            return outline_model(generated.api)
        if stage == "python":
            return outline_client(generated.package)
    trees: dict[str, Callable[[], Any]] = {
        "document": lambda: document_tree(generated.document),
        "model": lambda: to_json_value(generated.api),
        "python": lambda: python_tree(generated.package),
        "reference": lambda: to_json_value(
            lower_reference(
                generated.api,
                generated.package,
                generated.config.coming_from,
                RecordedNames.from_json_value(dict(generated.manifest.names)),
            )
        ),
        "settings": lambda: settings_tree(generated.api),
    }
    tree = trees[stage]()
    if name is not None:
        tree = find_nodes(tree, name)
    if output_format == "json":
        return json.dumps(tree, indent=2) + "\n"
    return _dump_yaml(tree)


class _Dumper(yaml.SafeDumper):
    """Dumper that quotes strings with invisible characters, so that they are escaped."""

    def represent_string(self, text: str) -> yaml.ScalarNode:
        """Return a string as a YAML node."""
        style = None if escape_unseen(text) == text or text.isascii() else '"'
        return self.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_Dumper.add_representer(str, _Dumper.represent_string)
# Nodes that were moved while upgrading a document have a subclass of dict.
_Dumper.add_multi_representer(dict, _Dumper.represent_dict)


def _dump_yaml(tree: Any) -> str:
    """Return a tree as YAML; invisible characters are escaped."""
    text = yaml.dump(
        tree, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=100
    )
    return "\n".join(map(escape_unseen, text.split("\n")))
