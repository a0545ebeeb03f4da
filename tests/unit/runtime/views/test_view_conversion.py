"""From decoded JSON to views: what becomes a view, and that all the rest is left alone."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.runtime.models.declarations import AnnotationError
from generator.runtime.models.conversion import check, converter
from generator.runtime.models.records import Record, plain
from generator.runtime.models.base import BaseModel

Make = Callable[..., ModuleType]

PETS = """
    class Cat(BaseModel):
        type: Literal["cat"]
        name: str
        friends: list[Pet] | None = None

    class Dog(BaseModel):
        type: Literal["dog"]
        name: str

    Pet: TypeAlias = "Cat | Dog"
    Pets: TypeAlias = '''
        list[Pet]
        | Cat
        | None
    '''
    Kind: TypeAlias = Literal["cat", "dog"]
    Json: TypeAlias = "str | float | None | list[Json] | dict[str, Json]"
    Tree: TypeAlias = "Cat | list[Tree] | dict[str, Tree]"
    Loop: TypeAlias = "Loop | Cat"
    Objects: TypeAlias = list["Cat"]
"""


def kinds(value: Any) -> Any:
    """A value with the names of classes in the place of its views."""
    if isinstance(value, Record):
        return type(value).__name__
    if isinstance(value, list):
        return [kinds(item) for item in value]
    if isinstance(value, dict):
        return {key: kinds(item) for key, item in value.items()}
    return value


CAT = {"type": "cat", "name": "Tom"}
DOG = {"type": "dog", "name": "Rex"}


@pytest.mark.parametrize(
    ("annotation", "value", "expected"),
    [
        ("Cat", CAT, "Cat"),
        ("Cat | None", None, None),
        ("Cat | None", CAT, "Cat"),
        ("Cat | str", "Tom", "Tom"),
        ("Cat | None", DOG, "Cat"),  # a sole object member: unknown values are usual
        ("Pet", DOG, "Dog"),
        ("Pet | None", {"type": "cow"}, {"type": "cow"}),
        ("Dog | Pet", CAT, "Cat"),
        ("list[Pet]", [CAT, DOG, None, 3, [CAT]], ["Cat", "Dog", None, 3, [CAT]]),
        ("list[list[Dog]]", [[DOG], DOG], [["Dog"], DOG]),
        ("dict[str, Cat]", {"a": CAT, "b": 1}, {"a": "Cat", "b": 1}),
        ("dict[str, list[Pet]] | None", {"a": [DOG]}, {"a": ["Dog"]}),
        ("dict[str, str] | Cat", {"a": "b"}, {"a": "b"}),
        ("dict[str, str] | Cat", CAT, "Cat"),
        ("Cat | dict[str, Dog]", {"a": DOG}, {"a": "Dog"}),
        ("Cat | Any", {"other": 1}, {"other": 1}),
        ("Cat | object", CAT, "Cat"),
        ("Pets", [CAT, DOG], ["Cat", "Dog"]),
        ("Pets", CAT, "Cat"),
        ("list[Cat] | list[Dog]", [DOG, DOG], ["Dog", "Dog"]),
        ("list[Cat] | list[Dog]", [], []),
        ("list[Cat] | list[Dog]", [{"type": "cow"}], [{"type": "cow"}]),
        ("list[str] | list[Cat]", ["a"], ["a"]),
        ("list[str | Cat] | list[Dog]", ["a", CAT], ["a", "Cat"]),
        ("list[list[Cat]] | list[Dog]", [[CAT]], [["Cat"]]),
        ("list[list[Cat]] | list[Dog]", [DOG], ["Dog"]),
        ("Kind", "cat", "cat"),
        ("Kind", CAT, CAT),
        ("Json", [{"a": [CAT]}], [{"a": [CAT]}]),
        ("Tree", [[CAT], {"a": CAT}], [["Cat"], {"a": "Cat"}]),
        ("Loop", CAT, "Cat"),
        ("Objects", [CAT], ["Cat"]),
        ("Cat | BinaryResponse", CAT, "Cat"),
        ("Cat | AsyncBinaryResponse | str", DOG, "Cat"),
        ("BinaryResponse", CAT, CAT),
        ("list[int]", [1, 2], [1, 2]),
        ("Any", CAT, CAT),
    ],
)
def test_becomes_what_the_annotation_says(
    make_types: Make, annotation: str, value: Any, expected: Any
) -> None:
    package = make_types(pets=PETS)
    convert = converter(annotation, package.__name__)
    for _ in range(2):  # the first call reads annotations, the second does not
        assert kinds(convert(json.loads(json.dumps(value)))) == expected


@pytest.mark.parametrize("wrong", [None, 3, 1.5, True, "text", [], ["a"], [[1]]])
def test_values_that_are_not_as_declared_stay(make_types: Make, wrong: Any) -> None:
    package = make_types(pets=PETS)
    cat = package.Cat.from_dict({"type": wrong, "name": wrong, "friends": wrong})
    assert (cat.type, cat.name, cat.friends) == (wrong, wrong, wrong)
    assert converter("Cat", package.__name__)(wrong) == wrong


def test_one_store(make_types: Make) -> None:
    package = make_types(pets=PETS)
    data = {"type": "cat", "name": "Tom"}
    assert vars(converter("Cat", package.__name__)(data)) is data


def test_an_object_of_a_plain_field_is_not_touched(make_types: Make) -> None:
    package = make_types(
        a="class A(BaseModel):\n    data: Any\n    more: dict[str, int]"
    )
    data = {"x": [{"y": 1}]}
    more = {"z": 1}
    view = converter("A", package.__name__)({"data": data, "more": more})
    assert view.data is data
    assert view.more is more


def test_from_dict_leaves_its_argument_alone(make_types: Make) -> None:
    package = make_types(pets=PETS)
    data: dict[str, Any] = {**CAT, "friends": [dict(DOG)]}
    cat = package.Cat.from_dict(data)
    cat.friends[0].name = "Max"
    cat.friends.append(None)
    assert data == {**CAT, "friends": [DOG]}
    again = package.Cat.from_dict(cat)
    assert again == cat
    assert again.friends[0] is not cat.friends[0]


@pytest.mark.parametrize("data", [None, [], "text", 3])
def test_from_dict_wants_a_mapping(make_types: Make, data: Any) -> None:
    with pytest.raises(TypeError, match="no JSON object"):
        make_types(pets=PETS).Cat.from_dict(data)


def test_undeclared_values_become_what_the_class_says(make_types: Make) -> None:
    package = make_types(
        a="class A(BaseModel, extra='B | None'):\n    id: dict[str, Any]",
        b="class B(BaseModel):\n    x: int",
        c="from .a import A\nclass C(A):\n    y: B | None = None",
    )
    view = package.C.from_dict({"id": {"x": 1}, "one": {"x": 1}, "two": 3, "y": {}})
    assert kinds(vars(view)) == {"id": {"x": 1}, "one": "B", "two": 3, "y": "B"}
    assert kinds(view.model_extra) == {"one": "B", "two": 3}


def test_modules_are_loaded_when_their_types_come(
    make_types: Make, loaded: Callable[[ModuleType], set[str]]
) -> None:
    package = make_types(
        a="class A(BaseModel):\n    b: B | None = None\n    c: C | None = None",
        b="class B(BaseModel):\n    c: C",
        c="class C(BaseModel):\n    x: int",
    )
    convert = converter("A", package.__name__)
    assert loaded(package) == set()
    convert({"b": None, "c": "text"})
    assert loaded(package) == {"a"}
    assert kinds(vars(convert({"b": {"c": 1}}))) == {"b": "B"}
    assert loaded(package) == {"a", "b"}


def test_own_module_comes_before_the_package(make_types: Make) -> None:
    package = make_types(
        a="class A(BaseModel):\n    b: B",
        b="class B(BaseModel):\n    own: B\nX: TypeAlias = 'A'",
        c="class C(BaseModel):\n    x: X\nX: TypeAlias = 'B | None'",
    )
    assert type(package.C.from_dict({"x": {}}).x) is package.B


def test_a_name_that_is_nowhere_is_the_modules_fault(make_types: Make) -> None:
    package = make_types(a="class A(BaseModel):\n    b: list[Bee] | None = None")
    name = package.__name__
    assert package.A.from_dict({"b": None}).b is None
    expected = rf"^{name}\.a\.A\.b: list\[Bee\] \| None: 'Bee' is not in {name}\.a nor in {name}"
    for _ in range(2):
        with pytest.raises(AnnotationError, match=expected):
            package.A.from_dict({"b": [{}]})
    with pytest.raises(AnnotationError, match=expected):
        check(package.A)
    with pytest.raises(AnnotationError, match=f"^{name}: Bee: 'Bee' is not in {name}$"):
        converter("Bee", name)({})


@pytest.mark.parametrize("annotation", ["list[", "Sequence[int]", "A(1)"])
def test_an_annotation_of_another_grammar_is_an_error(
    make_types: Make, annotation: str
) -> None:
    package = make_types(a=f"class A(BaseModel):\n    b: {annotation!r}")
    package.A.__annotations__["b"] = annotation  # no compiler would take it bare
    with pytest.raises(AnnotationError, match=r"\.a\.A\.b: "):
        check(package.A)


def test_check_reads_everything(make_types: Make) -> None:
    package = make_types(pets=PETS, x="class X(BaseModel, extra='Pet'):\n    y: Json")
    for cls in (package.Cat, package.Dog, package.X):
        check(cls)
    package = make_types(x="class X(BaseModel, extra='Cow'):\n    y: int")
    with pytest.raises(AnnotationError, match=r"x\.X\(extra\): Cow: "):
        check(package.X)


def nested(levels: int) -> Any:
    data: Any = {"name": "leaf"}
    for _ in range(levels):
        data = {"name": "node", "child": data, "children": [1]}
    return data


NODE = """
    class Node(BaseModel):
        name: str
        child: Node | None = None
        children: list[Node] | None = None
"""


def test_ten_thousand_levels_are_kept(make_types: Make) -> None:
    package = make_types(a=NODE)
    value = converter("Node", package.__name__)(nested(10_000))
    assert type(value) is package.Node
    levels = views = 0
    while True:
        members = vars(value) if isinstance(value, Record) else value
        views += isinstance(value, Record)
        if "child" not in members:
            break
        value = members["child"]
        levels += 1
    assert (levels, members["name"]) == (10_000, "leaf")
    assert 100 < views < 10_000


def test_ten_thousand_lists_are_kept(make_types: Make) -> None:
    package = make_types(
        a="Tree: TypeAlias = 'A | list[Tree]'\nclass A(BaseModel): ..."
    )
    data: Any = [{}]
    for _ in range(10_000):
        data = [data]
    value = converter("Tree", package.__name__)(data)
    levels = 0
    while isinstance(value, list):
        [value] = value
        levels += 1
    assert levels == 10_001


def test_a_higher_limit_converts_all_of_them(make_types: Make) -> None:
    package = make_types(a=NODE)
    program = f"""
import sys
sys.setrecursionlimit(100_000)
sys.path.insert(0, {sys.path[0]!r})
from generator.runtime.plans import converter
data = {{"name": "leaf"}}
for _ in range(10_000):
    data = {{"name": "node", "child": data}}
view = converter("Node", {package.__name__!r})(data)
levels = 0
while view.child is not None:
    view = view.child
    levels += 1
print(levels, view.name)
"""
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=Path(__file__).parents[4],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.stdout, done.returncode) == ("10000 leaf\n", 0), done.stderr


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=4)
    | st.dictionaries(
        st.sampled_from(["type", "name", "friends", "a", "to_dict", "__class__"])
        | st.text(),
        inner | st.sampled_from(["cat", "dog"]),
        max_size=5,
    ),
    max_leaves=20,
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=200)
@given(value=json_values, data=st.data())
def test_nothing_raises_and_nothing_is_lost(
    make_types: Make, value: Any, data: st.DataObject
) -> None:
    name = _pets(make_types).__name__
    annotation = data.draw(
        st.sampled_from(["Cat", "Pet | None", "Pets", "Tree", "list[Cat] | list[Dog]"])
    )
    text = json.dumps(value)
    view = converter(annotation, name)(value)
    assert json.dumps(plain(view)) == text
    if isinstance(view, BaseModel):
        assert json.loads(view.to_json()) == json.loads(text)
        assert type(view).from_dict(json.loads(text)) == view
        repr(view)


_made: list[ModuleType] = []


def _pets(make_types: Make) -> ModuleType:
    """One package for all examples."""
    if not _made:
        _made.append(make_types(pets=PETS))
    return _made[0]
