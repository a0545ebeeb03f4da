"""What Python samples call the types of the API.

A sample that builds a value imports its class: `from acme.types.jobs import DpoMethod`.
Where the document has no type of that name, it is the type of the operation whose name
has the same words in another order, or a few more: `FineTuneDPOMethod`.
"""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from ...diagnostics import Diagnostics, Rule, Severity
from ...model.api import SampleType
from ...model.operations import Operation
from ...model.types import Declaration, Key, Object, Type
from ..schemas.reachability import parts, references
from ...python_samples import is_python, parse_sample
from ...words import split_words

UNKNOWN_SAMPLE_TYPE = Rule(
    "unknown-sample-type",
    Severity.NOTE,
    "A Python sample imports a type, and no type of the operation is called alike, or "
    "several are. The sample does not run with the client.",
)

_TYPES = "types"
"""The package below the client's that holds types."""


@dataclass(frozen=True, slots=True)
class _Import:
    """`from acme.types.jobs import DpoMethod`: the module below `types`, and the name."""

    module: str
    name: str


def sample_types(
    operations: Iterable[Operation],
    declarations: Mapping[Key, Declaration],
    diagnostics: Diagnostics,
) -> tuple[SampleType, ...]:
    """The types that samples import by names of their own, sorted.

    Args:
        operations: whose samples, and whose requests and answers.
        declarations: the types.
        diagnostics: takes names that fit no type, or several.
    """
    found: dict[tuple[str, str], SampleType] = {}
    for operation in operations:
        for wanted in dict.fromkeys(_imports(operation)):
            key = _meant(wanted.name, _used(operation, declarations), declarations)
            if key is not None:
                made = SampleType(wanted.module, wanted.name, key)
                found.setdefault((made.module, made.name), made)
            else:
                diagnostics.add(
                    UNKNOWN_SAMPLE_TYPE,
                    f"{wanted.name!r} is no type of this operation",
                    operation.naming.origin or operation.origin,
                    hint="name it as the schema is named",
                )
    return tuple(found[place] for place in sorted(found))


def _imports(operation: Operation) -> Iterator[_Import]:
    """What the Python samples of an operation import from a module of types."""
    for sample in operation.samples:
        for language, code in sample.sources:
            tree = parse_sample(code) if is_python(language) else None
            if tree is None:
                continue  # It is shown as text, and never run.
            found = [
                node
                for node in ast.walk(tree)
                if isinstance(node, ast.ImportFrom) and not node.level
            ]
            roots = {node.module for node in found}
            for node in found:
                root, *inner = (node.module or "").split(".")
                if root in roots and inner[:1] == [_TYPES] and len(inner) < 3:
                    for item in node.names:
                        yield _Import(".".join(inner[1:]), item.name)


def _used(
    operation: Operation, declarations: Mapping[Key, Declaration]
) -> Iterator[Key]:
    """The declarations that an operation's arguments and answers are made of."""
    body = operation.body
    types: list[Type | None] = [parameter.type for parameter in operation.parameters]
    if body is not None:
        types += [body.type, body.form.type if body.form else None]
    for status_response in operation.responses:
        for content in status_response.contents:
            types += [content.type, content.item]
    waiting = [key for type_ in types for key in references(type_)]
    seen: set[Key] = set()
    while waiting:
        key = waiting.pop()
        if key not in seen:
            seen.add(key)
            yield key
            for part in parts(declarations[key]):
                waiting += references(part)


def _meant(
    name: str, keys: Iterable[Key], declarations: Mapping[Key, Declaration]
) -> Key | None:
    """The object whose name has all words of a name, and fewest besides."""
    words = Counter(split_words(name))
    by_number: dict[int, list[Key]] = {}
    for key in keys:
        item = declarations[key]
        if isinstance(item, Object) and item.header.declared:
            own = Counter(split_words(item.header.words[0]))
            if words <= own:
                by_number.setdefault((own - words).total(), []).append(key)
    best = by_number[min(by_number)] if by_number else []
    return best[0] if len(best) == 1 else None
