"""Types that Python samples import by names that the document does not define.

A sample that creates a value imports its class: `from acme.types.jobs import DpoMethod`.
If the document has no type of that name, it stands for the type of the operation whose
name has the same words in another order, or additional words: `FineTuneDPOMethod`.
"""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from ...diagnostics import Diagnostics, Rule, Severity
from ...frozen_dataclass import dataclass
from ...model.api import SampleType
from ...model.operations import Operation
from ...model.types import Declaration, Key, Object, Type
from ...python_samples import is_python, parse_sample
from ...recorded_names import RecordedNames, TypeRole
from ...words import split_words
from ..schemas.reachability import parts, references

UNKNOWN_SAMPLE_TYPE = Rule(
    "unknown-sample-type",
    Severity.NOTE,
    "A Python sample imports a type, but no type of the operation has a similar name, or "
    "several have. The sample does not work with the client.",
)

_TYPES = "types"
"""The package of types in the package of the client."""


@dataclass(frozen=True, slots=True)
class _Import:
    """An import such as `from acme.types.jobs import DpoMethod`.

    Args:
        module: Module below `types`; `""` for `types`.
        name: Imported name.
    """

    module: str
    name: str


def find_sample_types(
    operations: Iterable[Operation],
    declarations: Mapping[Key, Declaration],
    diagnostics: Diagnostics,
) -> tuple[SampleType, ...]:
    """Find the types that samples import, sorted by module and name.

    Args:
        operations: Operations with samples.
        declarations: All declarations.
        diagnostics: Collects names that match no type, or several.
    """
    sample_types: dict[tuple[str, str], SampleType] = {}
    for operation in operations:
        for item in dict.fromkeys(_find_imports(operation)):
            used = _list_used(operation, declarations)
            key = _match_type(item.name, used, declarations)
            if key is not None:
                sample_type = SampleType(item.module, item.name, key)
                sample_types.setdefault((item.module, item.name), sample_type)
            else:
                diagnostics.add(
                    UNKNOWN_SAMPLE_TYPE,
                    f"{item.name!r} matches no type of this operation, or several",
                    operation.naming.origin or operation.origin,
                    hint="use the name of the schema",
                )
    return tuple(sample_types[place] for place in sorted(sample_types))


def add_recorded_types(
    sample_types: tuple[SampleType, ...], recorded: RecordedNames
) -> tuple[SampleType, ...]:
    """Return the types that samples import, and other names of the earlier output.

    Names that no sample imports are deprecated.

    Args:
        sample_types: Types that samples import.
        recorded: Names of an earlier output.
    """
    in_samples = {item.name for item in sample_types}
    by_place = {}
    for name, row in recorded.types.items():
        if row.role.is_alias and not row.role.is_page:
            is_argument = row.role is TypeRole.ARGUMENT_ALIAS
            kept = SampleType(row.module, name, row.key, is_argument)
            if name not in in_samples:
                until = row.until or recorded.removal
                kept = replace(kept, deprecated=True, until=until)
            by_place[row.module, name] = kept
    kept_names = {name for _, name in by_place}
    for item in sample_types:
        if item.name not in kept_names:
            by_place.setdefault((item.module, item.name), item)
    return tuple(by_place[place] for place in sorted(by_place))


def _find_imports(operation: Operation) -> Iterator[_Import]:
    """Yield the imports of types in the Python samples of an operation."""
    for sample in operation.samples:
        for language, code in sample.sources:
            tree = parse_sample(code) if is_python(language) else None
            if tree is None:
                continue  # The sample is displayed, but not analyzed.
            nodes = [
                node
                for node in ast.walk(tree)
                if isinstance(node, ast.ImportFrom) and not node.level
            ]
            roots = {node.module for node in nodes}
            for node in nodes:
                root, *inner = (node.module or "").split(".")
                if root in roots and inner[:1] == [_TYPES] and len(inner) < 3:
                    for item in node.names:
                        yield _Import(".".join(inner[1:]), item.name)


def _list_used(
    operation: Operation, declarations: Mapping[Key, Declaration]
) -> Iterator[Key]:
    """Yield the declarations that arguments and responses of an operation refer to."""
    body = operation.body
    types: list[Type | None] = [parameter.type for parameter in operation.parameters]
    if body is not None:
        types += [body.type, body.form.type if body.form else None]
        types += [item.type for item in body.alternatives]
    for status_response in operation.responses:
        for content in status_response.contents:
            types += [content.type, content.item]
    pending = [key for type_ in types for key in references(type_)]
    seen: set[Key] = set()
    while pending:
        key = pending.pop()
        if key not in seen:
            seen.add(key)
            yield key
            for part in parts(declarations[key]):
                pending += references(part)


def _match_type(
    name: str, keys: Iterable[Key], declarations: Mapping[Key, Declaration]
) -> Key | None:
    """Return the object whose name has all words of a name and the fewest others."""
    words = Counter(split_words(name))
    by_excess: dict[int, list[Key]] = {}
    for key in keys:
        item = declarations[key]
        if isinstance(item, Object) and item.header.declared:
            own_words = Counter(split_words(item.header.words[0]))
            if words <= own_words:
                by_excess.setdefault((own_words - words).total(), []).append(key)
    best = by_excess[min(by_excess)] if by_excess else []
    return best[0] if len(best) == 1 else None
