"""Identities of schemas, by which a schema with another name is recognized."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from functools import lru_cache

from ...model.types import (
    Alias,
    Declaration,
    DeclarationRef,
    Enumeration,
    Key,
    ListOf,
    MapOf,
    Nullable,
    Object,
    OneOf,
    Scalar,
    TupleOf,
    Type,
    Union,
)
from ...openapi.document import Document
from ...source import format_pointer
from .reachability import targets

_ROUNDS = 3
"""Number of references that a shape follows."""

_DIGEST_BYTES = 6


def find_identities(
    declarations: Mapping[Key, Declaration], document: Document
) -> dict[Key, str]:
    """Return the identity of each schema: its `$id`, else a digest of its shape.

    The shape is what types depend on: properties with their types, values, and members of
    unions, without names of schemas and without descriptions. Names of referenced schemas
    are replaced by the shapes of these schemas, as in the color refinement of Weisfeiler
    and Leman. Schemas with fewer than two properties, values or members have no identity.

    Args:
        declarations: Declarations by key.
        document: Documents, for the `$id`s.
    """
    shapes = {key: _digest(_describe(item, {})) for key, item in declarations.items()}
    # The shape of a schema without references is final after the first round.
    referring = {key: item for key, item in declarations.items() if _refers(item)}
    for _ in range(_ROUNDS - 1):
        shapes |= {
            key: _digest(_describe(item, shapes)) for key, item in referring.items()
        }
    identities = {
        key: shapes[key] for key, item in declarations.items() if _is_distinct(item)
    }
    ids = _declared_ids(document)
    return identities | {key: id_ for key, id_ in ids if key in declarations}


def _refers(declaration: Declaration) -> bool:
    """Return whether a shape depends on that of another schema."""
    if isinstance(declaration, Object) and declaration.base:
        return True
    return bool(targets(declaration))


def _is_distinct(declaration: Declaration) -> bool:
    """Return whether a shape has several parts, so that others rarely have the same."""
    match declaration:
        case Object(_, properties):
            return len(properties) > 1
        case Enumeration(_, literal):
            return len(literal.values) > 1
        case Union(_, members):
            return len(members) > 1
        case Alias():
            return False


def _describe(declaration: Declaration, shapes: Mapping[Key, str]) -> str:
    match declaration:
        case Object(_, properties, extra, base, closed):
            described = sorted(
                (item.name, item.required, item.access.value, _type(item.type, shapes))
                for item in properties
            )
            others = _type(extra, shapes) if extra is not None else ""
            return repr(("object", described, others, shapes.get(base, ""), closed))
        case Enumeration(_, literal):
            return repr(("values", sorted(map(repr, literal.values))))
        case Union(_, members, discriminator):
            described_members = sorted(_type(item, shapes) for item in members)
            return repr(("union", described_members, discriminator))
        case Alias(_, type_):
            return repr(("alias", _type(type_, shapes)))


def _type(type_: Type | None, shapes: Mapping[Key, str]) -> str:
    match type_:
        case Scalar():
            return _scalar(type_)
        case DeclarationRef(key):
            return f"<{shapes.get(key, '')}>"
        case MapOf(inner, key_type) if key_type is not None:
            return f"MapOf[{_type(key_type, shapes)}, {_type(inner, shapes)}]"
        case ListOf(inner) | MapOf(inner) | Nullable(inner):
            return f"{type(type_).__name__}[{_type(inner, shapes)}]"
        case OneOf(members):
            return repr(sorted(_type(item, shapes) for item in members))
        case TupleOf(items, rest):
            return repr([*(_type(item, shapes) for item in items), _type(rest, shapes)])
        case _:
            return repr(type_)


@lru_cache(maxsize=256)
def _scalar(type_: Scalar) -> str:
    return repr(type_)


def _digest(text: str) -> str:
    content = text.encode(errors="surrogatepass")
    return hashlib.blake2b(content, digest_size=_DIGEST_BYTES).hexdigest()


def _declared_ids(document: Document) -> Iterator[tuple[Key, str]]:
    """Yield the key and the `$id` of each schema that has one, as it is written."""
    for uri, bases in document.bases.items():
        file = document.files[uri]
        for pointer in bases:
            value = file.value
            for token in pointer:
                is_list = isinstance(value, list)
                value = value[int(token)] if is_list else value[token]
            identity = value.get("$id") if isinstance(value, dict) else None
            if isinstance(identity, str):
                yield f"{file.source.name}#{format_pointer(pointer)}", identity
