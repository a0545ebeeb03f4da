"""Tests of the division of large modules of types into files."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.lowering.python.module_parts import (
    MAX_CLASSES,
    MAX_STATEMENTS,
    ModulePart,
    split_modules,
)
from generator.python.expressions import Docstring, Name
from generator.python.types import (
    AliasDefinition,
    Field,
    ModelClass,
    PageClass,
    TypeItem,
    TypeNameAlias,
)

EMPTY = Docstring("")
NAMES = [f"{chr(65 + number % 26)}type{number}" for number in range(1200)]


def model(name: str, fields: int = 0) -> ModelClass:
    field = Field("text", "text", Name("str"), True, EMPTY)
    return ModelClass(name, EMPTY, (field,) * fields, None, name)


def split(
    names: Iterable[str], module: str = "things", taken: Iterable[str] = ()
) -> tuple[ModulePart, ...]:
    items = [model(name) for name in names]
    return split_modules({module: items}, taken).get(module, ())


def files(parts: tuple[ModulePart, ...]) -> dict[str, str]:
    return {item.name: part.name for part in parts for item in part.items}


def test_small_modules_are_not_divided() -> None:
    assert split(NAMES[:MAX_CLASSES]) == ()
    assert len(split(NAMES[: MAX_CLASSES + 1])) == 2


def test_each_type_is_in_one_small_part() -> None:
    parts = split(NAMES)
    names = [item.name for part in parts for item in part.items]
    assert sorted(names) == sorted(NAMES)
    assert all(len(part.items) <= MAX_CLASSES for part in parts)
    assert [(part.name, part.initials) for part in parts] == [
        ("_things_0_h", "0 to h"),
        ("_things_i_q", "i to q"),
        ("_things_r_z", "r to z"),
    ]


def test_many_fields_divide_a_module() -> None:
    items = [
        model(name, fields=MAX_STATEMENTS // 2) for name in ("Left", "Middle", "Right")
    ]
    (parts,) = split_modules({"things": items}, ()).values()
    assert sorted(len(part.items) for part in parts) == [1, 2]
    alone = [model("Left", fields=MAX_STATEMENTS + 1), model("Right")]
    (parts,) = split_modules({"things": alone}, ()).values()
    assert [len(part.items) for part in parts] == [1, 1]


def test_many_aliases_divide_a_module() -> None:
    aliases = [
        TypeNameAlias(f"{NAMES[number % 1200]}No{number}", "Other", "Other")
        for number in range(MAX_STATEMENTS + 1)
    ]
    definitions = [
        AliasDefinition(item.name, Name("str"), EMPTY, item.name, False)
        for item in aliases
    ]
    assert split_modules({"things": definitions[:-1]}, ()) == {}
    assert len(split_modules({"things": definitions}, ())["things"]) == 2
    # Aliases of one class stay beside it.
    assert len(split_modules({"things": aliases}, ())["things"]) == 1


def test_order_of_types_is_irrelevant() -> None:
    assert files(split(NAMES)) == files(split(reversed(NAMES)))


@pytest.mark.slow
@given(st.sampled_from([*NAMES[:30], "Zebra", "Ähre", "A", "A1"]).map("X{}".format))
def test_an_additional_type_moves_no_other(name: str) -> None:
    before = files(split(NAMES))
    after = files(split([*NAMES, name]))
    assert {key: file for key, file in after.items() if key != name} == before


def test_a_full_part_is_halved_alone() -> None:
    names = [*NAMES, *(f"Same{number}" for number in range(40))]
    before = files(split(names))
    full = before["Same1"]
    rest = MAX_CLASSES - sum(file == full for file in before.values())
    names += [f"Same{number}" for number in range(40, 40 + rest)]
    assert set(files(split(names)).values()) == set(before.values())
    after = files(split([*names, "SameAgain"]))
    moved = {before[name] for name in before if after[name] != before[name]}
    assert moved == {full}


def test_names_with_a_common_prefix() -> None:
    prefix = "VeryLongNameOfTheVendorAndOfTheProduct"
    parts = split(f"{prefix}{number}" for number in range(1200))
    assert len(parts) > 2
    assert all(len(part.items) <= MAX_CLASSES for part in parts)
    assert all(len(part.name) <= 60 for part in parts)


def test_names_of_equal_letters_stay_in_one_part() -> None:
    (part,) = split("A" + "_" * number for number in range(MAX_CLASSES + 1))
    assert len(part.items) == MAX_CLASSES + 1


def test_names_of_other_scripts() -> None:
    parts = split(chr(0x4E00 + number) for number in range(1200))
    assert all(len(part.items) <= MAX_CLASSES for part in parts)
    assert all(part.name.isascii() and part.name.isidentifier() for part in parts)


def test_pages_and_aliases_are_beside_their_class() -> None:
    referring: list[TypeItem] = [
        PageClass("APage", "Z1", Name("Z2"), False, EMPTY, "Z1"),
        TypeNameAlias("Alias", "Z1", "Z1"),
    ]
    items = [model(name) for name in [*NAMES, "Z1", "A1"]]
    (parts,) = split_modules({"things": [*referring, *items]}, ()).values()
    names = files(parts)
    assert names["APage"] == names["Alias"] == names["Z1"] != names["A1"]


@pytest.mark.parametrize("module", ["params", "things_params", "_"])
def test_names_of_files_are_unique(module: str) -> None:
    items = [model(name) for name in NAMES]
    first = split_modules({module: items, f"_{module}_0_h": []}, [f"_{module}_i_q"])
    assert [part.name for part in first[module]] == [
        f"_{module}_0_h_",
        f"_{module}_i_q_",
        f"_{module}_r_z",
    ]


def test_files_of_two_modules_differ() -> None:
    names = [f"Params{chr(65 + number % 26)}{number}" for number in range(1200)]
    items = [model(name) for name in names]
    more = [model(f"{name}Param") for name in NAMES]
    parts = split_modules({"things": items, "things_params": more}, ())
    files = [part.name for module in parts.values() for part in module]
    assert len(files) == len(set(files))
