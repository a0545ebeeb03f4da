"""Tests of the layout: rendered code has the format of black, or is known to need it."""

from __future__ import annotations

import ast

import black
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.python.children import Child
from generator.python.constants import EndpointLiteral, KeywordValue, ServerLiteral
from generator.python.expressions import (
    NONE,
    Docstring,
    Import,
    Literal,
    Name,
    Subscript,
    TypeExpr,
    imported_names,
    union_of,
)
from generator.python.package import ClientModule, CredentialArgument
from generator.python.resources import (
    Argument,
    Method,
    Place,
    ResourceClass,
    StreamArgument,
    Streams,
)
from generator.python.types import (
    AliasDefinition,
    Field,
    ModelClass,
    ParamClass,
    ParamField,
)
from generator.rendering.python.api import format_api_literal
from generator.rendering.python.black import format_with_black
from generator.rendering.python.calls import format_call
from generator.rendering.python.layout import format_import, needs_black
from generator.rendering.python.methods import (
    format_child_signature,
    format_endpoint,
    format_resource_head,
    format_signature,
    format_wrapper_attributes,
)
from generator.rendering.python.overloads import format_overloads
from generator.rendering.python.types import (
    format_alias,
    format_class_head,
    format_field,
    format_functional_class,
    format_param_field,
    format_param_head,
)
from generator.runtime.models.annotations import Literals
from generator.runtime.models.annotations import Name as RuntimeName
from generator.runtime.models.annotations import (
    union_members as union_members_at_run_time,
)
from tests.unit.rendering.strategies import (
    attribute_names,
    class_names,
    examples,
    literals,
    prose,
    types,
)

pytestmark = pytest.mark.slow

NOTHING = Docstring("")


def check(source: str) -> None:
    """Assert that a source has the format of black, or is known to need black."""
    ast.parse(source)
    if not needs_black(source):
        assert black.format_str(source, mode=black.Mode()) == source
    else:
        # Black infers the Python version from the import of every module.
        head = "from __future__ import annotations\n\n\n"
        whole = black.format_str(f"{head}{source}", mode=black.Mode())
        assert whole.split("\n\n", 1)[1].lstrip("\n") == format_with_black(source)


_fields = st.builds(
    Field,
    attribute_names,
    prose | attribute_names,
    types,
    st.booleans(),
    st.just(NOTHING),
)


@examples(60)
@given(st.lists(_fields, min_size=1, max_size=4), class_names)
def test_fields(fields: list[Field], name: str) -> None:
    lines = "\n".join(map(format_field, fields))
    check(f"{format_class_head(ModelClass(name, NOTHING, (), None, ''))}\n{lines}\n")


@examples(40)
@given(class_names, st.none() | types, st.just("") | class_names)
def test_heads_of_classes(name: str, extra: TypeExpr | None, base: str) -> None:
    item = ModelClass(name, NOTHING, (), extra, "", base)
    check(f"{format_class_head(item)}\n    pass\n")


@pytest.mark.parametrize("required", [True, False])
def test_long_unions_have_no_operators(required: bool) -> None:
    union = union_of(Name(f"Event{number}") for number in range(300))
    for type_ in (union, Subscript("list", (union,)), union_of((union, NONE))):
        field = format_field(Field("event", "event", type_, required, NOTHING))
        check(f"class Order(BaseModel):\n{field}\n")
        assert "|" not in field
        assert imported_names(type_)[-1] == "Union"


@examples(70)
@given(
    class_names,
    types | st.builds(Literal, literals),
    st.sampled_from([(False, False), (True, False), (True, True)]),
)
def test_aliases(name: str, value: TypeExpr, kind: tuple[bool, bool]) -> None:
    check(f"{format_alias(AliasDefinition(name, value, NOTHING, '', *kind))}\n")


def _alias(*members: TypeExpr) -> str:
    union = union_of(members)
    return format_alias(AliasDefinition("Event", union, NOTHING, "", True, False))


def test_long_aliases_are_packed_strings() -> None:
    names = [f"Event{number}" for number in range(300)]
    source = _alias(*map(Name, names), NONE, Literal(("a|b", "it's")))
    check(f"{source}\n")
    assert source.count("\n") < 45  # one line for each member would be 305
    value = ast.literal_eval(source[source.index('"""') : source.rindex('"""') + 3])
    *events, text, null = union_members_at_run_time(value)
    assert [item.name for item in events if isinstance(item, RuntimeName)] == names
    assert isinstance(text, Literals) and text.values == ("a|b", "it's")
    assert isinstance(null, Literals) and null.values == (None,)


def test_short_aliases_are_strings_on_one_line() -> None:
    source = _alias(Name("Pet"), Name("str"), NONE)
    assert source == 'Event = TypeAliasType("Event", "Pet | str | None")'


def test_aliases_have_no_escapes_in_strings() -> None:
    # Type checkers reject strings with escapes as types.
    source = _alias(Name("Pet"), Literal(("a\n", "\\")), NONE)
    assert source == (
        'Event = TypeAliasType("Event", Union["Pet", Literal["a\\n", "\\\\"], None])'
    )
    check(f"{source}\n")


def test_aliases_with_long_members_are_not_packed() -> None:
    source = _alias(Name("A" * 80), Name("B"))
    assert '"""' not in source
    check(f"{source}\n")


_keys = st.builds(ParamField, attribute_names, types, st.booleans(), st.just(NOTHING))
_any_keys = st.builds(ParamField, prose, types, st.booleans(), st.just(NOTHING))


@examples(70)
@given(class_names, st.lists(_keys, min_size=1, max_size=4))
def test_parameters(name: str, keys: list[ParamField]) -> None:
    item = ParamClass(name, NOTHING, tuple(keys), False, "")
    lines = "\n".join(format_param_field(key, item) for key in keys)
    check(f"{format_param_head(item)}\n{lines}\n")


@examples(60)
@given(class_names, st.lists(_any_keys, max_size=4))
def test_parameters_with_other_keys(name: str, keys: list[ParamField]) -> None:
    check(
        f"{format_functional_class(ParamClass(name, NOTHING, tuple(keys), True, ''))}\n"
    )


_plain = st.recursive(
    st.none() | st.booleans() | st.integers() | prose | attribute_names,
    lambda inner: st.lists(inner, max_size=4).map(tuple),
    max_leaves=6,
)
_keywords = st.builds(
    KeywordValue,
    attribute_names,
    _plain | st.dictionaries(prose, _plain, min_size=1, max_size=4),
)


@examples(40)
@given(
    attribute_names.map(str.upper),
    prose,
    st.lists(_keywords, max_size=4, unique_by=lambda item: item.name).map(tuple),
)
def test_endpoints(name: str, path: str, keywords: tuple[KeywordValue, ...]) -> None:
    check(f"{format_endpoint(EndpointLiteral(f'_{name}', 'GET', path, keywords))}\n")


_arguments = st.builds(
    Argument,
    attribute_names,
    prose,
    st.sampled_from([place for place in Place if place is not Place.PATH]),
    types,
    st.booleans(),
)
_positional = st.builds(
    Argument,
    attribute_names,
    prose,
    st.just(Place.PATH),
    types,
    st.just(True),
    st.just(True),
)
_flag = Argument("stream", "stream", Place.BODY, union_of((Name("bool"), NONE)), False)

_stream_parameter = StreamArgument(
    key="stream",
    place=Place.BODY,
    default_on=False,
    streaming_type=Literal((True,)),
    plain_type=union_of((Literal((False,)), NONE)),
    either_type=Name("bool"),
)


@st.composite
def _methods(draw: st.DrawFn) -> Method:
    streams = draw(st.sampled_from(Streams))
    arguments = draw(st.lists(_positional, max_size=2)) + draw(
        st.lists(_arguments, max_size=4)
    )
    if streams is Streams.ON_REQUEST:
        arguments.append(_flag)
    unique = {item.name: item for item in arguments}
    returns = draw(types | st.just(NONE))
    return Method(
        name=draw(attribute_names),
        operation="",
        endpoint=f"_{draw(attribute_names).upper()}",
        arguments=tuple(unique.values()),
        returns=returns,
        returns_async=returns,
        event=None if streams is Streams.NEVER else draw(types),
        streams=streams,
        docstring=NOTHING,
        docstring_async=NOTHING,
        deprecated="",
        stream_parameter=_stream_parameter if streams is Streams.ON_REQUEST else None,
        aggregated_type=draw(types) if streams is Streams.ON_REQUEST else None,
    )


@examples(40)
@given(_methods(), st.booleans())
def test_methods(method: Method, asynchronous: bool) -> None:
    body = f"{format_signature(method, asynchronous)}\n{format_call(method, asynchronous)}\n"
    check(f"class A:\n{body}")
    for overload in format_overloads(method, asynchronous):
        check(f"class A:\n{overload}\n")


@pytest.mark.parametrize("name", ["get", "n" * 60])
@pytest.mark.parametrize(
    "event",
    [
        Subscript("dict", (Name("str"), union_of((Name("A" * 30), Name("B" * 50))))),
        Subscript("list", (Subscript("dict", (Name("str"), Name("A" * 60))),)),
        Literal(tuple("a" * number for number in range(1, 16))),
    ],
)
def test_results_in_several_lines_with_commas(event: TypeExpr, name: str) -> None:
    method = Method(
        name=name,
        operation="",
        endpoint="_GET",
        arguments=(),
        returns=NONE,
        returns_async=NONE,
        event=event,
        streams=Streams.ALWAYS,
        docstring=NOTHING,
        docstring_async=NOTHING,
        deprecated="",
        stream_parameter=None,
    )
    for asynchronous in (False, True):
        check(f"class A:\n{format_signature(method, asynchronous)}\n        pass\n")


@examples(40)
@given(attribute_names, class_names, st.booleans())
def test_children(name: str, class_name: str, asynchronous: bool) -> None:
    child = Child(name, class_name[:36], "", NOTHING)
    check(f"class A:\n{format_child_signature(child, asynchronous)}\n        pass\n")


@examples(40)
@given(st.lists(_methods(), min_size=1, max_size=2), class_names, st.booleans())
def test_wrapped_methods(methods: list[Method], name: str, asynchronous: bool) -> None:
    resource = ResourceClass(name[:36], (), NOTHING, (), tuple(methods))
    for kind in ("raw", "streaming"):
        check(
            "if TYPE_CHECKING:\n\n    class A:\n"
            + "\n".join(format_wrapper_attributes(resource, asynchronous, kind))
            + "\n"
        )


@examples(40)
@given(st.lists(class_names, min_size=1, max_size=9, unique=True))
def test_imports(names: list[str]) -> None:
    check(f"{format_import(Import('.types', tuple(sorted(names))))}\n")
    block = format_import(Import(".types", tuple(sorted(names))), "    ")
    check(f"if TYPE_CHECKING:\n{block}\n")


_servers = st.builds(
    ServerLiteral,
    prose,
    prose,
    st.lists(
        st.tuples(prose, st.lists(prose, min_size=1, max_size=3).map(tuple)), max_size=2
    ).map(tuple),
)
_credentials = st.builds(
    CredentialArgument,
    attribute_names,
    st.sampled_from(("Bearer", "ApiKey", "OAuth2ClientCredentials")),
    prose,
    st.sampled_from(("", "query", "cookie")),
    st.lists(attribute_names.map(str.upper), min_size=2, max_size=2).map(tuple),
    st.booleans(),
    st.just(""),
)


@examples(70)
@given(
    st.lists(_servers, max_size=3).map(tuple),
    st.lists(_credentials, max_size=3, unique_by=lambda item: item.name).map(tuple),
    prose,
    st.lists(attribute_names, max_size=3, unique=True).map(tuple),
)
def test_api_constants(
    servers: tuple[ServerLiteral, ...],
    credentials: tuple[CredentialArgument, ...],
    version: str,
    names: tuple[str, ...],
) -> None:
    security = tuple((item.name,) for item in credentials)
    client = ClientModule(
        name="Acme",
        package="acme_client",
        title="Acme",
        version=version,
        release=version,
        environment="ACME",
        servers=servers,
        server_variables=names,
        credentials=credentials,
        always=(),
        security=security,
        errors=(),
        children=(),
        docstring=NOTHING,
        imports=(),
        checking=(),
    )
    for shares_runtime in (False, True):
        check(f"{format_api_literal(client, shares_runtime=shares_runtime)}\n")


@pytest.mark.parametrize("length", [5, 18, 22, 26, 27, 28, 30, 36, 37, 60, 90])
@pytest.mark.parametrize("asynchronous", [False, True])
def test_heads_of_resources(length: int, asynchronous: bool) -> None:
    """Long names need no black, unless a name alone is too long."""
    child = Child("a", "A", "", Docstring(""))
    resource = ResourceClass("N" * length, (), Docstring(""), (child,), ())
    head = format_resource_head(resource, asynchronous)
    source = f'{head}\n    """A."""\n'
    assert black.format_str(source, mode=black.Mode()) == source
    assert not needs_black(source)
