"""Operations that a resource alone calls."""

from __future__ import annotations

import pytest

from generator.diagnostics import Diagnostics
from generator.model.naming import Naming
from generator.normalizer.names.assign import assign_names
from generator.normalizer.names.from_path import NamingInput
from generator.recorded_names import RecordedCall, RecordedNames
from tests.unit.normalizer.names.apis import namings, operation


def called(items: list[Naming]) -> list[bool]:
    return [item.calls_resource for item in items]


@pytest.mark.parametrize(
    ("line", "id_", "expected"),
    [
        ("POST /embed", "embed", True),
        ("POST /v2/text-embed", "textEmbed", True),
        ("POST /v2/check-key", "checkKey", False),
        ("POST /v1/ocr", "ocr_v1_ocr_post", True),
        ("GET /status", "status", True),
        ("POST /embed", "createEmbed", False),
        ("POST /embed", "POST /embed", False),
        ("POST /classifications", "classifications", False),
        ("LIST /orders", "orders", False),
        ("POST /orders/{id}/cancel", "cancel", False),
        ("POST /shop/embed", "embed", False),
    ],
)
def test_path_and_id_are_the_same_noun(line: str, id_: str, expected: bool) -> None:
    assert called(namings([operation(line, id=id_)])) == [expected]


def test_one_operation_of_a_resource_is_called() -> None:
    get = operation("GET /chat", id="chat_chat_get")
    post = operation("POST /chat", id="chat_chat_post")
    assert called(namings([get, post])) == [False, True]
    assert called(namings([post, get])) == [True, False]


def test_settings_take_precedence() -> None:
    items = [operation("POST /embed", id="embed"), operation("POST /v", id="vectors")]
    assert called(namings(items, {"vectors": "embed"})) == [False, True]
    result = namings(items, {"vectors": "vectorize"})
    assert called(result) == [True, True]
    assert result[1].resource == ("vectorize",)


def assign(items: list[NamingInput], recorded: RecordedNames) -> list[Naming]:
    return assign_names(items, {}, Diagnostics(), recorded)


def test_calls_of_the_earlier_output_stay() -> None:
    row = RecordedCall("POST", "/embed", "embed", "1")
    recorded = RecordedNames({"embed": row, "embed.create": row})
    new = operation("POST /embed", id="createVector")
    assert called(namings([new])) == [False]
    (naming,) = assign([new], recorded)
    assert naming.calls_resource
    assert (naming.resource, naming.name) == (("embed",), ("create",))
    assert naming.kept_calls == ()
