"""Tests of identifiers: every name of a document becomes a valid Python identifier."""

from __future__ import annotations

import keyword
import unicodedata
from collections.abc import Callable, Iterator, Set

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator.lowering.python.identifiers import (
    BUILTIN_TYPES,
    MAX_NAME_LENGTH,
    TYPE_NAMES,
    attribute_name,
    class_name,
    compound_class_name,
    constant_name,
    distinct,
    module_name,
)
from generator.lowering.python.resource_names import name_attributes
from generator.model.api import Resource

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
    assert len(name) <= MAX_NAME_LENGTH


@_many
@given(st.lists(texts, max_size=4), texts)
def test_constants_are_identifiers(resource: list[str], method: str) -> None:
    name = constant_name(resource, attribute_name(method))
    check(name)
    assert name.startswith("_")


@pytest.mark.parametrize("make", [attribute_name, module_name])
@given(st.from_regex(r"[a-z][a-z0-9_]{0,10}", fullmatch=True))
@settings(max_examples=100, derandomize=True, deadline=None)
def test_valid_names_are_kept(make: Callable[[str], str], text: str) -> None:
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


def test_imports_of_emitted_modules_are_reserved() -> None:
    for name in TYPE_NAMES:
        assert class_name(name) != name


def test_builtin_types_are_names_of_arguments() -> None:
    # They are renamed where annotations would see them: inside classes.
    for name in BUILTIN_TYPES:
        assert attribute_name(name) == name


_identifiers = st.dictionaries(
    st.sampled_from(("a", "A", "a-", "-a", "a2", "a_2", "b", "B", "x1", "x12", "X1")),
    st.sampled_from(("a", "a2", "a22", "b", "x1", "x12")),
)


@_many
@given(
    _identifiers,
    st.randoms(use_true_random=False),
    st.sets(st.sampled_from(("a", "b3"))),
)
def test_distinct_names_do_not_depend_on_the_order(identifiers: dict, chance, taken: set[str]) -> None:  # type: ignore[no-untyped-def, type-arg]  # hypothesis gives a random.Random
    names = distinct(identifiers, taken)
    assert names.keys() == identifiers.keys()
    assert len({*names.values()} | taken) == len(names) + len(taken)
    pairs = list(identifiers.items())
    chance.shuffle(pairs)
    assert distinct(dict(pairs), taken) == names


def test_name_that_equals_its_identifier_is_kept() -> None:
    identifiers = {
        "pet-owner": "PetOwner",
        "PetOwner": "PetOwner",
        "pet_owner": "PetOwner",
    }
    assert distinct(identifiers) == {
        "PetOwner": "PetOwner",
        "pet-owner": "PetOwner2",
        "pet_owner": "PetOwner3",
    }
    assert distinct({"__class__": "class_", "class": "class_"})["class"] == "class_"


def test_numbers_do_not_clash_with_other_names() -> None:
    identifiers = {"a": "a", "A": "a", "a2": "a2"}
    assert distinct(identifiers) == {"a": "a", "A": "a3", "a2": "a2"}


class _NotIterable(Set[str]):
    """A set of names that cannot be copied."""

    def __contains__(self, name: object) -> bool:
        return name in ("list", "list2")

    def __iter__(self) -> Iterator[str]:
        raise AssertionError("the names were copied")

    def __len__(self) -> int:
        return 2


def test_taken_names_are_not_copied_for_each_resource() -> None:
    # The types of an API are taken for each of its resources.
    names = distinct({"list": "list", "get": "get"}, {"get"}, _NotIterable())
    assert names == {"list": "list3", "get": "get2"}


def test_attributes_avoid_types_without_copying_them() -> None:
    child = Resource(("pets", "list"), "", "", (), ())
    top = Resource(("pets",), "", "", (), (child,))
    root = Resource((), "", "", (), (top,))
    names = name_attributes(root, _NotIterable(), has_webhooks=False)
    assert names == {("pets",): "pets", ("pets", "list"): "list_"}
