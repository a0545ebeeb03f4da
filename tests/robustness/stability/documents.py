"""Generated documents whose entries can be shuffled and extended."""

from __future__ import annotations

import random
from typing import Any

from hypothesis import strategies as st

SPELLINGS = (
    "Pet",
    "pet",
    "PET",
    "PetOwner",
    "pet_owner",
    "pet-owner",
    "Pet2",
    "pet.owner",
    "PetParam",
    "Owner",
    "List",
    "3d",
    "class",
)
"""Names, many of which map to the same Python identifier."""
UNRELATED = "Zebra"
"""A name without a conflict with the others."""

_FIELDS = ("owner", "id", "ID", "class", "items", "fooBar", "foo_bar", "+1", "-1")
_VALUES = ("a", "A", "+1", "-1", "", "class", "1st")


def _scalars() -> st.SearchStrategy[dict[str, Any]]:
    enums = st.lists(st.sampled_from(_VALUES), min_size=1, max_size=4, unique=True)
    return st.one_of(
        st.just({"type": "string"}),
        enums.map(lambda values: {"type": "string", "enum": values}),
    )


def _references(names: list[str]) -> st.SearchStrategy[dict[str, Any]]:
    return st.sampled_from(names).map(lambda n: {"$ref": f"#/components/schemas/{n}"})


def _objects(
    inner: st.SearchStrategy[dict[str, Any]],
) -> st.SearchStrategy[dict[str, Any]]:
    return st.dictionaries(st.sampled_from(_FIELDS), inner, min_size=1, max_size=4).map(
        lambda properties: {"type": "object", "properties": properties}
    )


def _schemas(names: list[str]) -> st.SearchStrategy[dict[str, Any]]:
    leaves = st.one_of(_scalars(), _references(names))
    nested = st.recursive(
        leaves,
        lambda inner: st.one_of(
            _objects(inner),
            inner.map(lambda item: {"type": "array", "items": item}),
            st.lists(inner, min_size=2, max_size=2).map(lambda x: {"anyOf": x}),
            st.lists(inner, min_size=2, max_size=2).map(lambda x: {"allOf": x}),
        ),
        max_leaves=4,
    )
    return _objects(nested) | nested


@st.composite
def documents(draw: st.DrawFn) -> dict[str, Any]:
    """Return a document with conflicting names and shared responses and bodies."""
    names = draw(
        st.lists(st.sampled_from(SPELLINGS), min_size=2, max_size=6, unique=True)
    )
    schemas = {name: draw(_schemas(names)) for name in names}
    shared = {"description": "ok", "content": _json(draw(_schemas(names)))}
    paths = {}
    for resource in draw(
        st.lists(st.sampled_from(("pets", "boxes", "toys")), min_size=1, unique=True)
    ):
        message = st.one_of(
            st.just({"$ref": "#/components/responses/Shared"}),
            _schemas(names).map(lambda x: {"description": "ok", "content": _json(x)}),
        )
        paths[f"/{resource}"] = {
            "get": {
                "operationId": f"list_{resource}",
                "responses": {"200": draw(message)},
            },
            "post": {
                "operationId": f"create_{resource}",
                "requestBody": {"content": _json(draw(_schemas(names)))},
                "responses": {"200": draw(message)},
            },
        }
    return {
        "openapi": "3.1.0",
        "info": {"title": "Stable", "version": "1"},
        "paths": paths,
        "components": {"schemas": schemas, "responses": {"Shared": shared}},
    }


def _json(schema: dict[str, Any]) -> dict[str, Any]:
    return {"application/json": {"schema": schema}}


def shuffled(document: dict[str, Any], seed: int) -> dict[str, Any]:
    """Return the document with its entries in another order."""
    rng = random.Random(seed)

    def again(entries: dict[str, Any]) -> dict[str, Any]:
        pairs = list(entries.items())
        rng.shuffle(pairs)
        return dict(pairs)

    paths = {path: again(item) for path, item in document["paths"].items()}
    schemas = again(document["components"]["schemas"])
    return again(
        {
            **document,
            "paths": again(paths),
            "components": again({**document["components"], "schemas": schemas}),
        }
    )
