"""The type behind references, aliases and null."""

from __future__ import annotations

from collections.abc import Mapping

from generator.model.resolution import is_nullable, resolve_type
from generator.model.types import (
    Alias,
    Declaration,
    DeclarationRef,
    Documentation,
    Header,
    ListOf,
    Nullable,
    Object,
    Scalar,
    ScalarKind,
    Type,
)
from generator.source import Location, SourceFile

FILE = SourceFile("api.yaml", "file:///api.yaml", "", lambda text: {})
STRINGS = ListOf(Scalar(ScalarKind.STRING))


def header(key: str) -> Header:
    return Header(key, (key,), True, Documentation(), Location(FILE, (key,)))


def aliases(**types: Type) -> Mapping[str, Declaration]:
    return {key: Alias(header(key), type_) for key, type_ in types.items()}


def ref(key: str) -> DeclarationRef:
    return DeclarationRef(key)


def test_a_long_chain_of_aliases_is_resolved() -> None:
    chain: dict[str, Type] = {f"a{n}": Nullable(ref(f"a{n + 1}")) for n in range(100)}
    declarations = aliases(**chain, a100=STRINGS)
    assert resolve_type(ref("a0"), declarations) == STRINGS


def test_aliases_of_each_other_end() -> None:
    declarations = aliases(a=ref("b"), b=ref("a"))
    assert resolve_type(ref("a"), declarations) == ref("a")


def test_references_to_other_declarations_stay() -> None:
    user = Object(header("user"), (), None)
    declarations = {**aliases(a=Nullable(ref("user"))), "user": user}
    assert resolve_type(ref("a"), declarations) == ref("user")
    assert resolve_type(ref("unknown"), declarations) == ref("unknown")


def test_null_is_detected_behind_aliases() -> None:
    user = Object(header("user"), (), None)
    declarations = {
        **aliases(a=ref("b"), b=Nullable(ref("user")), c=ref("d"), d=ref("c")),
        "user": user,
    }
    assert is_nullable(ref("a"), declarations)
    assert is_nullable(Nullable(STRINGS), declarations)
    assert not is_nullable(ref("c"), declarations)
    assert not is_nullable(ref("user"), declarations)
    assert not is_nullable(STRINGS, declarations)
