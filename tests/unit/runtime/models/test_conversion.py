"""Conversion of decoded JSON to models."""

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

from generator.runtime.models.base import BaseModel
from generator.runtime.models.conversion import check_annotations, converter
from generator.runtime.models.declarations import AnnotationError
from generator.runtime.models.records import JSONObject, plain

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
    """Replace the models in a value by the names of their classes."""
    if isinstance(value, JSONObject):
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
        (
            "Cat | None",
            DOG,
            "Cat",
        ),  # The only object in the union: no check of literals.
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
def test_convert_to_annotation(
    make_types: Make, annotation: str, value: Any, expected: Any
) -> None:
    package = make_types(pets=PETS)
    convert = converter(annotation, package.__name__)
    for _ in range(2):  # The first call parses annotations.
        assert kinds(convert(json.loads(json.dumps(value)))) == expected


@pytest.mark.parametrize("wrong", [None, 3, 1.5, True, "text", [], ["a"], [[1]]])
def test_undeclared_types_are_kept(make_types: Make, wrong: Any) -> None:
    package = make_types(pets=PETS)
    cat = package.Cat.from_dict({"type": wrong, "name": wrong, "friends": wrong})
    assert (cat.type, cat.name, cat.friends) == (wrong, wrong, wrong)
    assert converter("Cat", package.__name__)(wrong) == wrong


def test_data_is_not_copied(make_types: Make) -> None:
    package = make_types(pets=PETS)
    data = {"type": "cat", "name": "Tom"}
    assert vars(converter("Cat", package.__name__)(data)) is data


def test_fields_without_models_are_not_copied(make_types: Make) -> None:
    package = make_types(
        a="class A(BaseModel):\n    data: Any\n    more: dict[str, int]"
    )
    data = {"x": [{"y": 1}]}
    more = {"z": 1}
    model = converter("A", package.__name__)({"data": data, "more": more})
    assert model.data is data
    assert model.more is more


def test_from_dict_does_not_modify_its_argument(make_types: Make) -> None:
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
def test_from_dict_requires_a_mapping(make_types: Make, data: Any) -> None:
    with pytest.raises(TypeError, match="Cat must be created from a mapping, not"):
        make_types(pets=PETS).Cat.from_dict(data)


def test_undeclared_members_have_the_extra_type(make_types: Make) -> None:
    package = make_types(
        a="class A(BaseModel, extra='B | None'):\n    id: dict[str, Any]",
        b="class B(BaseModel):\n    x: int",
        c="from .a import A\nclass C(A):\n    y: B | None = None",
    )
    model = package.C.from_dict({"id": {"x": 1}, "one": {"x": 1}, "two": 3, "y": {}})
    assert kinds(vars(model)) == {"id": {"x": 1}, "one": "B", "two": 3, "y": "B"}
    assert kinds(model.model_extra) == {"one": "B", "two": 3}


def test_modules_are_imported_on_first_use(
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


def test_own_module_takes_precedence_over_package(make_types: Make) -> None:
    package = make_types(
        a="class A(BaseModel):\n    b: B",
        b="class B(BaseModel):\n    own: B\nX: TypeAlias = 'A'",
        c="class C(BaseModel):\n    x: X\nX: TypeAlias = 'B | None'",
    )
    assert type(package.C.from_dict({"x": {}}).x) is package.B


def test_undefined_name(make_types: Make) -> None:
    package = make_types(a="class A(BaseModel):\n    b: list[Bee] | None = None")
    name = package.__name__
    assert package.A.from_dict({"b": None}).b is None
    expected = (
        rf"^{name}\.a\.A\.b: invalid annotation 'list\[Bee\] \| None':"
        rf" 'Bee' is not defined in {name}\.a or {name}$"
    )
    for _ in range(2):
        with pytest.raises(AnnotationError, match=expected):
            package.A.from_dict({"b": [{}]})
    with pytest.raises(AnnotationError, match=expected):
        check_annotations(package.A)
    with pytest.raises(
        AnnotationError, match=f"^{name}: .*'Bee' is not defined in {name}$"
    ):
        converter("Bee", name)({})


class Outer:
    class Bee(BaseModel):
        name: str

    class Hive(BaseModel):
        bee: Bee  # type: ignore[name-defined]  # noqa: F821

    class Swarm(BaseModel, extra="Bee"):
        size: int

    class Garden(BaseModel):
        bee: Outer.Bee


def test_nested_classes_are_explained() -> None:
    class Bee(BaseModel):
        name: str

    class Hive(BaseModel):
        bee: Bee

    for cls in (Hive, Outer.Hive, Outer.Swarm, Outer.Garden):
        with pytest.raises(AnnotationError, match="; define classes at module level$"):
            check_annotations(cls)


@pytest.mark.parametrize("annotation", ["list[", "Sequence[int]", "A(1)"])
def test_invalid_annotation(make_types: Make, annotation: str) -> None:
    package = make_types(a=f"class A(BaseModel):\n    b: {annotation!r}")
    package.A.__annotations__["b"] = annotation  # Not valid Python source.
    with pytest.raises(AnnotationError, match=r"\.a\.A\.b: "):
        check_annotations(package.A)


def test_check_annotations(make_types: Make) -> None:
    package = make_types(pets=PETS, x="class X(BaseModel, extra='Pet'):\n    y: Json")
    for cls in (package.Cat, package.Dog, package.X):
        check_annotations(cls)
    package = make_types(x="class X(BaseModel, extra='Cow'):\n    y: int")
    with pytest.raises(
        AnnotationError, match=r"x\.X \(extra\): invalid annotation 'Cow'"
    ):
        check_annotations(package.X)


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


def test_ten_thousand_nested_objects_are_kept(make_types: Make) -> None:
    package = make_types(a=NODE)
    value = converter("Node", package.__name__)(nested(10_000))
    assert type(value) is package.Node
    levels = models = 0
    while True:
        members = vars(value) if isinstance(value, JSONObject) else value
        models += isinstance(value, JSONObject)
        if "child" not in members:
            break
        value = members["child"]
        levels += 1
    assert (levels, members["name"]) == (10_000, "leaf")
    assert 100 < models < 10_000


def test_ten_thousand_nested_lists_are_kept(make_types: Make) -> None:
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


def test_higher_recursion_limit_converts_all_levels(make_types: Make) -> None:
    package = make_types(a=NODE)
    program = f"""
import sys
sys.setrecursionlimit(100_000)
sys.path.insert(0, {sys.path[0]!r})
from generator.runtime.models.conversion import converter
data = {{"name": "leaf"}}
for _ in range(10_000):
    data = {{"name": "node", "child": data}}
model = converter("Node", {package.__name__!r})(data)
levels = 0
while model.child is not None:
    model = model.child
    levels += 1
print(levels, model.name)
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
def test_any_json_is_converted_without_loss(
    make_types: Make, value: Any, data: st.DataObject
) -> None:
    name = _pets(make_types).__name__
    annotation = data.draw(
        st.sampled_from(["Cat", "Pet | None", "Pets", "Tree", "list[Cat] | list[Dog]"])
    )
    encoded = json.dumps(value)
    model = converter(annotation, name)(value)
    assert json.dumps(plain(model)) == encoded
    if isinstance(model, BaseModel):
        assert json.loads(model.to_json()) == json.loads(encoded)
        assert type(model).from_dict(json.loads(encoded)) == model
        repr(model)


_packages: list[ModuleType] = []


def _pets(make_types: Make) -> ModuleType:
    """Return the package that all examples share."""
    if not _packages:
        _packages.append(make_types(pets=PETS))
    return _packages[0]
