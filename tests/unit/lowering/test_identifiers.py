"""Whatever a document calls things, what becomes of it is an identifier of Python."""

from __future__ import annotations

import keyword
import unicodedata
from collections.abc import Callable

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator.lowering.python.identifiers import (
    BUILTIN_TYPES,
    LONGEST,
    TYPE_NAMES,
    attribute_name,
    class_name,
    compound_class_name,
    constant_name,
    distinct,
    module_name,
)

_many = settings(max_examples=300, derandomize=True, deadline=None)
_words = st.sampled_from(
    ("class", "None", "__init__", "+1", "-1", "3d", "ﬁeld", "ª", "·x", "ʼn", "_", "a b")
)
texts = st.text(max_size=12) | _words | st.builds("{}{}".format, _words, _words)


def check(name: str) -> None:
    assert name.isidentifier()
    assert not keyword.iskeyword(name)
    assert not name.startswith("__")
    assert unicodedata.normalize("NFKC", name) == name


@_many
@given(texts)
@example("")
@example("_")
@example("__")
@example("__class__")
@example("\ufdfa")
def test_names_are_identifiers(text: str) -> None:
    for make in (attribute_name, class_name, module_name):
        check(make(text))


@_many
@given(st.lists(texts, min_size=1, max_size=6).map(tuple))
def test_compound_names_are_identifiers(words: tuple[str, ...]) -> None:
    name = compound_class_name(words)
    check(name)
    assert len(name) <= LONGEST


@_many
@given(st.lists(texts, max_size=4), texts)
def test_constants_are_identifiers(resource: list[str], method: str) -> None:
    name = constant_name(resource, attribute_name(method))
    check(name)
    assert name.startswith("_")


@pytest.mark.parametrize("make", [attribute_name, module_name])
@given(st.from_regex(r"[a-z][a-z0-9_]{0,10}", fullmatch=True))
@settings(max_examples=100, derandomize=True, deadline=None)
def test_good_names_stay(make: Callable[[str], str], text: str) -> None:
    assert make(text).rstrip("_") == text.rstrip("_")


@pytest.mark.parametrize(
    ("text", "attribute", "class_"),
    [
        ("id", "id", "Id"),
        ("userURLs", "user_urls", "UserURLs"),
        ("fooBar", "foo_bar", "FooBar"),
        ("foo-bar", "foo_bar", "FooBar"),
        ("HTTPServer", "http_server", "HTTPServer"),
        ("class", "class_", "Class"),
        ("None", "none", "None_"),
        ("+1", "plus_1", "Plus1"),
        ("-1", "minus_1", "Minus1"),
        ("$ref", "ref", "Ref"),
        ("3d model", "n3d_model", "Type3dModel"),
        ("__init__", "init", "Init"),
        ("ﬁeld", "field", "ﬁeld".replace("ﬁ", "Fi")),
        ("", "field", "Unnamed"),
    ],
)
def test_spellings(text: str, attribute: str, class_: str) -> None:
    assert (attribute_name(text), class_name(text)) == (attribute, class_)


def test_what_emitted_modules_import_is_taken() -> None:
    for name in TYPE_NAMES:
        assert class_name(name) != name


def test_builtin_types_are_names_of_arguments() -> None:
    # They are renamed where annotations would see them: inside classes.
    for name in BUILTIN_TYPES:
        assert attribute_name(name) == name


_wanted = st.dictionaries(
    st.sampled_from(("a", "A", "a-", "-a", "a2", "a_2", "b", "B", "x1", "x12", "X1")),
    st.sampled_from(("a", "a2", "a22", "b", "x1", "x12")),
)


@_many
@given(
    _wanted, st.randoms(use_true_random=False), st.sets(st.sampled_from(("a", "b3")))
)
def test_distinct_names_know_no_order(wanted: dict, chance, taken: set[str]) -> None:  # type: ignore[no-untyped-def, type-arg]  # hypothesis gives a random.Random
    found = distinct(wanted, taken)
    assert found.keys() == wanted.keys()
    assert len({*found.values()} | taken) == len(found) + len(taken)
    pairs = list(wanted.items())
    chance.shuffle(pairs)
    assert distinct(dict(pairs), taken) == found


def test_what_is_spelled_as_wanted_keeps_its_name() -> None:
    wanted = {"pet-owner": "PetOwner", "PetOwner": "PetOwner", "pet_owner": "PetOwner"}
    assert distinct(wanted) == {
        "PetOwner": "PetOwner",
        "pet-owner": "PetOwner2",
        "pet_owner": "PetOwner3",
    }
    assert distinct({"__class__": "class_", "class": "class_"})["class"] == "class_"


def test_numbers_pass_over_what_others_want() -> None:
    wanted = {"a": "a", "A": "a", "a2": "a2"}
    assert distinct(wanted) == {"a": "a", "A": "a3", "a2": "a2"}
