"""Tests of the layout of class heads and stream types: they have the format of black.

Long names are common in documents that derive them from paths, such as that of Kubernetes.
Black takes much longer for a class than the rest of the rendering.
"""

from __future__ import annotations

import black
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.python.event_streams import EventStreamClass
from generator.python.expressions import Docstring, Name, TypeExpr
from generator.python.resources import Child, ResourceClass
from generator.python.types import PageClass
from generator.rendering.python.event_streams import (
    format_event_alias,
    format_event_stream_head,
    list_method_types,
)
from generator.rendering.python.layout import format_import_as, needs_black
from generator.rendering.python.methods import (
    format_property,
    format_resource_head,
    format_wrapper_head,
)
from generator.rendering.python.types import format_page_head
from tests.unit.rendering.strategies import class_names, examples, types
from tests.unit.rendering.test_layout import check

pytestmark = pytest.mark.slow

NOTHING = Docstring("")
LENGTHS = range(1, 60)
"""Lengths of names; those of classes in generated clients are shorter."""


def check_without_black(source: str) -> None:
    """Assert that a source has the format of black, which is not needed for it."""
    assert black.format_str(source, mode=black.Mode()) == source
    assert not needs_black(source)


@pytest.mark.parametrize("asynchronous", [False, True])
def test_heads_of_resources(asynchronous: bool) -> None:
    child = Child("child", "Child", "", NOTHING)
    for length in LENGTHS:
        item = ResourceClass("R" * length, (), NOTHING, (child,), ())
        check_without_black(f"{format_resource_head(item, asynchronous)}\n    pass\n")
        for kind in ("raw", "streaming"):
            head = format_wrapper_head(item, asynchronous, kind)
            check_without_black(f"if TYPE_CHECKING:\n\n{head}\n        pass\n")


@pytest.mark.parametrize("asynchronous", [False, True])
def test_heads_of_pages(asynchronous: bool) -> None:
    for length in LENGTHS:
        item = PageClass(
            "P" * length, "M" * length, Name("I" * length), asynchronous, NOTHING, ""
        )
        check_without_black(f"{format_page_head(item)}\n    pass\n")


@examples(60)
@given(class_names, types, st.booleans())
def test_pages_of_any_type(name: str, type_: TypeExpr, asynchronous: bool) -> None:
    item = PageClass(name, "Model", type_, asynchronous, NOTHING, "")
    check(f"{format_page_head(item)}\n    pass\n")


def test_imports_and_properties() -> None:
    for length in LENGTHS:
        name = "C" * length
        check_without_black(f"{format_import_as('._client', name, f'_{name}')}\n")
        line = format_import_as("._client", name, name, "    ")
        check_without_black(f"if TYPE_CHECKING:\n{line}\n")
        signature = format_property(name, "with_streaming_response")
        check_without_black(f"class A:\n{signature}\n        return None\n")


def _stream(
    name: str, item: TypeExpr, *, plain: bool, parsed: bool
) -> EventStreamClass:
    return EventStreamClass(
        name=f"{name}Stream",
        function=f"{name.lower()}_stream",
        item=item,
        result=Name(f"{name}Response"),
        final="get_final_response",
        texts=(("choices", "[]", "delta", "content"),) if parsed else None,
        text=None,
        parsed_text="",
        arguments_text="",
        of_plain=plain,
        of_parsed=parsed,
    )


@examples(60)
@given(
    st.lists(class_names, min_size=1, max_size=3, unique=True),
    types,
    st.booleans(),
    st.booleans(),
)
def test_types_of_streams(
    names: list[str], item: TypeExpr, plain: bool, parsed: bool
) -> None:
    streams = [_stream(name, item, plain=plain, parsed=parsed) for name in names]
    if plain or parsed:
        definitions = "\n".join(list_method_types(streams))
        check(f"if TYPE_CHECKING:\n{definitions}\n")
    for stream in streams:
        check(f"if TYPE_CHECKING:\n{format_event_alias(stream)}\n")
        for asynchronous in (False, True):
            check(f"{format_event_stream_head(stream, asynchronous)}\n    pass\n")


@pytest.mark.parametrize(
    ("plain", "parsed"), [(True, False), (False, True), (True, True)]
)
def test_types_of_streams_need_no_black(plain: bool, parsed: bool) -> None:
    for length in range(1, 30):
        item = _stream("S" * length, Name("Chunk"), plain=plain, parsed=parsed)
        definitions = "\n".join(list_method_types([item, item]))
        check_without_black(f"if TYPE_CHECKING:\n{definitions}\n")
        for asynchronous in (False, True):
            head = format_event_stream_head(item, asynchronous)
            check_without_black(f"{head}\n    pass\n")
