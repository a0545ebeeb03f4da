"""The setting `pagination`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from generator.diagnostics import Diagnostics
from tests.unit.normalizer.pagination.operations import (
    BOOLEAN,
    INTEGER,
    LIST,
    STRING,
    build_operation,
    describe,
    shape,
)

SETTINGS: dict[str, tuple[dict[str, Any], str]] = {
    "disabled": ({"list_things": False}, "none"),
    "by method and path": ({"GET /things": False}, "none"),
    "by pattern": ({"list_*": False}, "none"),
    "operation id before a pattern": (
        {"*": False, "list_things": {"kind": "link"}},
        "link data",
    ),
    "a table": (
        {
            "GET /*": {
                "kind": "token",
                "items": "extra",
                "send": "from",
                "next": ["meta", "resume"],
                "more": "has_more",
            }
        },
        "token extra send=from next=meta.resume more=has_more",
    ),
    "page numbers start at 1": (
        {"list_things": {"kind": "number", "send": "leaf"}},
        "number data send=leaf first=1",
    ),
}


@pytest.mark.parametrize("case", SETTINGS)
def test_settings_take_precedence_over_detection(tmp_path: Path, case: str) -> None:
    settings, expected = SETTINGS[case]
    response = shape(
        data=LIST,
        extra=LIST,
        has_more=BOOLEAN,
        last_id=STRING,
        meta=shape(resume=STRING),
    )
    parameters = {"after": STRING, "from": STRING, "leaf": INTEGER}
    operation = build_operation(tmp_path, response, parameters, settings=settings)
    assert describe(operation) == expected


INVALID: dict[str, tuple[dict[str, Any], str]] = {
    "unknown operation": (
        {"list_thing": False},
        "'list_thing': it matches no operation; did you mean 'list_things'?",
    ),
    "unknown field": (
        {"list_things": {"kind": "token", "send": "from", "next": ["meta", "resme"]}},
        "'list_things': 'meta' of the response has no field 'resme'; did you mean "
        "'resume'?",
    ),
    "unknown object": (
        {"list_things": {"kind": "url", "next": ["mata", "resume"]}},
        "'list_things': the response has no field 'mata'; did you mean 'meta'?",
    ),
    "field of a boolean": (
        {"list_things": {"kind": "url", "next": ["has_more", "x"]}},
        "'list_things': 'has_more' of the response has no field 'x'; ",
    ),
    "unknown parameter": (
        {"list_things": {"kind": "number", "send": "form"}},
        "'list_things': there is no query parameter 'form'; did you mean 'from'?",
    ),
    "items that are not a list": (
        {"list_things": {"kind": "link", "items": "meta"}},
        "'list_things': 'meta' of the response is not a list; ",
    ),
    "unknown list": (
        {"list_things": {"kind": "link", "items": ["meta", "items"]}},
        "'list_things': 'meta' of the response has no field 'items'; fields: 'resume'",
    ),
    "unknown id": (
        {"list_things": {"kind": "id", "send": "from", "id": "nam"}},
        "'list_things': an item has no field 'nam'; did you mean 'name'?",
    ),
    "unknown object of an id": (
        {"list_things": {"kind": "id", "send": "from", "id": ["nam", "id"]}},
        "'list_things': an item has no field 'nam'; did you mean 'name'?",
    ),
    "unknown member of a parameter": (
        {"list_things": {"kind": "number", "send": ["window", "pge"]}},
        "'list_things': the query parameter 'window' has no field 'pge'; "
        "did you mean 'page'?",
    ),
    "member of a parameter without members": (
        {"list_things": {"kind": "number", "send": ["from", "page"]}},
        "'list_things': the query parameter 'from' has no field 'page'; ",
    ),
    "unknown flag": (
        {"list_things": {"kind": "id", "send": "from", "more": "has_mor"}},
        "'list_things': the response has no field 'has_mor'; did you mean 'has_more'?",
    ),
    "a pattern that fits no operation": (
        {"GET *": {"kind": "link", "items": "date"}},
        "'GET *' (list_things): the response has no field 'date'; did you mean 'data'?",
    ),
}


@pytest.mark.parametrize("case", INVALID)
def test_invalid_settings_are_errors(tmp_path: Path, case: str) -> None:
    settings, expected = INVALID[case]
    diagnostics = Diagnostics()
    response = shape(data=LIST, has_more=BOOLEAN, meta=shape(resume=STRING))
    parameters = {"from": STRING, "window": shape(page=INTEGER)}
    build_operation(
        tmp_path, response, parameters, settings=settings, diagnostics=diagnostics
    )
    (diagnostic,) = diagnostics
    assert diagnostic.rule.code == "unknown-pagination"
    assert diagnostic.severity.name == "ERROR"
    message = f"{diagnostic.message}; {diagnostic.hint}"
    assert message.startswith(f"`pagination`: {expected}")


INVALID_BODY: dict[str, tuple[Any, str]] = {
    "unknown property": (
        "cursr",
        "there is no query parameter or property of the body 'cursr'; did you mean "
        "'cursor'?",
    ),
    "unknown object": (
        ["pge", "cursor"],
        "there is no query parameter or property of the body 'pge'; did you mean 'page'?",
    ),
    "unknown member": (
        ["page", "cursr"],
        "'page' of the request body has no field 'cursr'; did you mean 'cursor'?",
    ),
    "member of a string": (["cursor", "x"], "'cursor' of the request body has no "),
}


@pytest.mark.parametrize("case", INVALID_BODY)
def test_invalid_paths_in_the_body_are_errors(tmp_path: Path, case: str) -> None:
    send, expected = INVALID_BODY[case]
    diagnostics = Diagnostics()
    build_operation(
        tmp_path,
        shape(data=LIST, end=STRING),
        {},
        body=shape(cursor=STRING, page=shape(cursor=STRING)),
        settings={"list_things": {"kind": "token", "send": send, "next": "end"}},
        diagnostics=diagnostics,
    )
    (diagnostic,) = diagnostics
    message = f"{diagnostic.message}; {diagnostic.hint}"
    assert message.startswith(f"`pagination`: 'list_things': {expected}")


@pytest.mark.parametrize(("method", "has_pages"), [("query", True), ("put", False)])
def test_methods_whose_body_selects_the_page(
    tmp_path: Path, method: str, has_pages: bool
) -> None:
    diagnostics = Diagnostics()
    operation = build_operation(
        tmp_path,
        shape(data=LIST, end=STRING),
        {},
        body=shape(page=shape(cursor=STRING)),
        method=method,
        settings={
            "list_things": {"kind": "token", "send": ["page", "cursor"], "next": "end"}
        },
        diagnostics=diagnostics,
    )
    assert (operation.pagination is not None) == has_pages
    assert [item.rule.code for item in diagnostics] == (
        [] if has_pages else ["unknown-pagination"]
    )
    if operation.pagination is not None:
        assert operation.pagination.send_object == ("page",)
        assert describe(operation) == "token data send=cursor(body) next=end"


@pytest.mark.parametrize(
    "inner",
    [{}, {"type": "object"}, {"type": "object", "additionalProperties": STRING}],
)
def test_fields_of_objects_without_properties_are_accepted(
    tmp_path: Path, inner: Any
) -> None:
    settings = {"list_things": {"kind": "url", "next": ["meta", "next"]}}
    response = shape(data=LIST, meta=inner)
    operation = build_operation(tmp_path, response, {}, settings=settings)
    assert describe(operation) == "url data next=meta.next"


def test_a_path_parameter_cannot_select_the_page(tmp_path: Path) -> None:
    settings = {"list_things": {"kind": "number", "send": "id"}}
    diagnostics = Diagnostics()
    build_operation(
        tmp_path,
        shape(data=LIST),
        {},
        path="/things/{id}",
        settings=settings,
        diagnostics=diagnostics,
    )
    (diagnostic,) = diagnostics
    assert "no query parameter 'id'; 'id' is a path parameter" in diagnostic.message
