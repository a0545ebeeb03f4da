"""Operations that are called by a resource alone, such as `client.embed(…)`.

A path such as `/embed` is not a resource but an action of the whole API. Its operation is a
method of a resource like all others, so that `/embed/jobs` can be added later; besides, the
resource itself can be called.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ...model.naming import Naming
from ...words import is_plural, split_words
from .from_path import NamingInput
from .id_verbs import read_id

_GENERIC = frozenset(
    (verb,) for verb in ("create", "list", "retrieve", "update", "replace", "delete")
)


def find_resource_calls(
    inputs: Sequence[NamingInput], namings: Sequence[Naming]
) -> list[Naming]:
    """Return names with `calls_resource` for operations that a resource alone calls.

    These are the operations that the settings or an earlier output name so, and those of
    top-level resources whose id is the name of the resource in the singular.

    Args:
        inputs: Operations.
        namings: Their names.
    """
    taken = {item.resource for item in namings if item.calls_resource}
    result = list(namings)
    candidates = [
        index
        for index, naming in enumerate(namings)
        if _is_named_as_resource(inputs[index], naming)
    ]
    # If several operations of a resource have its name, it is that which sends a body.
    candidates.sort(
        key=lambda i: (inputs[i].method != "POST", inputs[i].method, inputs[i].path)
    )
    for index in candidates:
        if namings[index].resource not in taken:
            taken.add(namings[index].resource)
            result[index] = replace(namings[index], calls_resource=True)
    return result


def _is_named_as_resource(operation: NamingInput, naming: Naming) -> bool:
    if len(naming.resource) != 1 or naming.name not in _GENERIC:
        return False
    words = split_words(naming.resource[0])
    id_ = read_id(operation.id, operation.method, operation.path)
    return id_.words == words and not is_plural(words[-1])
