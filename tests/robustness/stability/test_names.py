"""A name depends only on its spelling and on conflicting spellings."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from generator.config import Config
from generator.diagnostics import Diagnostics
from generator.loader import load
from generator.lowering import lower_client, lower_types
from generator.normalizer import normalize
from generator.python.types import AliasDefinition, ModelClass, ParamClass
from tests.robustness.stability.documents import UNRELATED, documents, shuffled

_few = settings(
    max_examples=40,
    derandomize=True,
    deadline=None,
    # Failing documents are small; reducing them takes minutes.
    phases=[Phase.generate],
    suppress_health_check=[HealthCheck.too_slow],
)


class Names(NamedTuple):
    """All names in the client of a document.

    Args:
        types: models by the place of their schema.
        parameters: the types of arguments by the place of their schema.
        modules: the module of each type.
        fields: attributes by type and key.
        calls: how operations are called.
        arguments: by call.
    """

    types: dict[str, str]
    parameters: dict[str, str]
    modules: dict[str, str]
    fields: dict[str, dict[str, str]]
    calls: dict[str, str]
    arguments: dict[str, dict[str, str]]


def names(document: dict[str, Any]) -> Names:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "openapi.json")
        path.write_text(json.dumps(document), "utf-8")
        diagnostics = Diagnostics()
        loaded = load([path], relative_to=path.parent, diagnostics=diagnostics)
    config = Config(package="client", client="Acme")
    api = normalize(loaded, config, diagnostics)
    types = lower_types(api, config, diagnostics)
    package = lower_client(api, types, config, diagnostics)
    fields: dict[str, dict[str, str]] = {}
    for module in (*package.types, *package.params):
        for item in module.items:
            match item:
                case ModelClass(name=name, fields=result):
                    fields[name] = {field.key: field.name for field in result}
                case ParamClass(name=name, fields=keys):
                    fields[name] = {key.key: key.key for key in keys}
                case AliasDefinition():
                    continue
    methods = {
        method.operation: {item.key: item.name for item in method.arguments}
        for module in package.resources
        for resource in module.classes
        for method in resource.methods
    }
    return Names(
        dict(package.models),
        dict(package.parameters),
        dict(package.modules),
        fields,
        {call.id: call.call for call in package.calls},
        methods,
    )


@pytest.mark.slow
@_few
@given(documents(), st.integers(0, 1000))
def test_names_do_not_depend_on_order(document: dict[str, Any], seed: int) -> None:
    assert names(shuffled(document, seed)) == names(document)


@pytest.mark.slow
@_few
@given(documents(), st.booleans())
def test_unrelated_entries_do_not_change_names(
    document: dict[str, Any], first: bool
) -> None:
    schema = {"type": "object", "properties": {"stripes": {"type": "object"}}}
    response = {
        "application/json": {"schema": {"$ref": f"#/components/schemas/{UNRELATED}"}}
    }
    operation = {
        "operationId": "list_zebras",
        "responses": {"200": {"description": "ok", "content": response}},
    }
    more = {
        **document,
        "paths": _with(document["paths"], "/zebras", {"get": operation}, first),
        "components": {
            **document["components"],
            "schemas": _with(
                document["components"]["schemas"], UNRELATED, schema, first
            ),
        },
    }
    before, after = names(document), names(more)
    for kind, cache in before._asdict().items():
        result = getattr(after, kind)
        assert {key: result.get(key) for key in cache} == cache, kind


def _with(entries: dict[str, Any], key: str, value: Any, first: bool) -> dict[str, Any]:
    """Return the entries with another one at the beginning or the end."""
    return {key: value, **entries} if first else {**entries, key: value}
