"""Properties of `if`, `then`, `else`, `dependentSchemas` and `dependencies`."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

from generator.config import Config
from generator.diagnostics import Diagnostics
from generator.pipeline import build
from tests.clients import generate
from tests.e2e.documents.conftest import marked_lines
from tests.unit.runtime.conftest import Server, json_reply

KIND = "`then`, `else`, `dependentSchemas` or `dependencies` declare properties, `not` excludes values."
RESULT = "The properties are optional; if several schemas declare one, its type is the union. The reference states the conditions. Excluded types and enumerated values are left out."
DOCUMENT = """
openapi: 3.1.0
info: {title: Acme, version: '1'}
paths:
  /payments:
    post:
      operationId: createPayment
      tags: [payments]
      requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/Payment'}}}}
      responses:
        '200': {description: Done., content: {application/json: {schema: {$ref: '#/components/schemas/Payment'}}}}
  /rules:
    post:
      operationId: createRule
      tags: [rules]
      requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/Rule'}}}}
      responses:
        '200': {description: Done., content: {application/json: {schema: {$ref: '#/components/schemas/Rule'}}}}
  /nothing:
    get:
      operationId: listNothing
      tags: [nothing]
      responses:
        '200': {description: None., content: {application/json: {schema: {$ref: '#/components/schemas/Nothing'}}}}
components:
  schemas:
    Nothing: {type: array, items: false}
    Card: {type: object, required: [number], properties: {number: {type: string}}}
    Bank: {type: object, required: [iban], properties: {iban: {type: string}}}
    Payment:
      type: object
      required: [kind, method]
      properties:
        kind: {type: string, enum: [card, bank]}
        amount: {type: integer}
        details: {type: object}
        any: true
      allOf:
      - if: {properties: {kind: {const: card}}, required: [kind]}
        then:
          required: [details]
          properties:
            method: {$ref: '#/components/schemas/Card'}
            details: {$ref: '#/components/schemas/Card'}
            amount: {minimum: 1}
            any: {type: string}
        else:
          properties:
            method: {$ref: '#/components/schemas/Bank'}
            note: {type: string, description: Text of the transfer.}
            any: {type: integer}
      - if: {properties: {mode: {const: test}}}
        then: {$ref: '#/components/schemas/Payment'}
      dependentSchemas:
        amount: {anyOf: [{properties: {currency: {enum: [EUR, USD]}}}, {properties: {currency: {const: test}, state: {type: string, readOnly: true}}}]}
      dependencies:
        note: {properties: {language: {type: string}}}
        amount: [kind]
    Rule:
      type: object
      properties:
        state: {type: [string, 'null'], not: {type: 'null'}}
        size: {anyOf: [{type: integer}, {type: 'null'}], not: {type: 'null'}}
        level: {enum: [low, high, none], not: {const: none}}
        name: {type: string, not: {enum: [admin, '`root`|']}}
        counts: {type: object, propertyNames: {enum: [a, b]}, additionalProperties: {type: integer}}
        labels: {type: object, propertyNames: {pattern: '^[a-z|]+$', maxLength: 5}}
        tags: {type: array, contains: {type: string}, minContains: 2, maxContains: 3}
        empty: {type: array, items: false}
        gone: false
        never: {not: {}}
        next: {$recursiveRef: '#'}
        either: {anyOf: [{type: string}, false]}
      anyOf: [{required: [name]}, {required: [level]}]
      not: {required: [counts, labels]}
      dependentRequired: {name: [level, size]}
"""
CALLER = """
from typing import Literal, assert_type
from acme_client import Acme
from acme_client.types import Bank, Card, Rule

client = Acme(base_url="https://acme.test")
payment = client.payments.create(
    kind="card", method={"number": "4"}, details={"number": "4"}, currency="EUR", language="en"
)
client.payments.create(kind="card")  # wrong
client.payments.create(kind="card", method=Bank(iban="DE"), currency="GBP")  # wrong
client.payments.create(kind="card", method=Bank(iban="DE"), any=1.5)  # wrong
client.payments.create(kind="card", method=Bank(iban="DE"), state="new")  # wrong
assert_type(payment.method, Card | Bank)
assert_type(payment.amount, int | None)
assert_type(payment.any, str | int | None)
assert_type(payment.currency, Literal["EUR", "USD", "test"] | None)
assert_type(payment.state, str | None)
assert_type(payment.note, str | None)
rule = client.rules.create(level="low", counts={"a": 1}, empty=[])
client.rules.create(level="none")  # wrong
client.rules.create(counts={"c": 1})  # wrong
client.rules.create(empty=[1])  # wrong
client.rules.create(state=None)  # wrong
client.rules.create(gone=1)  # wrong
client.rules.create(never=1)  # wrong
assert_type(rule.state, str | None)
assert_type(rule.size, int | None)
assert_type(rule.counts, dict[Literal["a", "b"], int] | None)
assert_type(rule.next, Rule | None)
assert_type(rule.either, str | None)
"""


@pytest.mark.slow
def test_types(
    client_of: Callable[[str], ModuleType],
    wrong_lines: Callable[[ModuleType, str], set[int]],
) -> None:
    assert wrong_lines(client_of(DOCUMENT), CALLER) == marked_lines(CALLER)


def test_properties_are_sent_and_received(
    client_of: Callable[[str], ModuleType], serve: Callable[..., Server]
) -> None:
    package = client_of(DOCUMENT)
    values = {
        "kind": "bank",
        "method": {"iban": "DE"},
        "details": {"number": "4"},
        "language": "en",
        "state": "new",
        "mode": "live",
    }
    server = serve(json_reply(values))
    client = package.Acme(base_url=server.url)
    sent = {key: value for key, value in values.items() if key != "state"}
    payment = client.payments.create(**sent)
    assert json.loads(server.received[0].body) == sent
    assert payment.method == package.types.Bank(iban="DE")
    assert payment.details == package.types.Card(number="4")
    assert (payment.language, payment.state, payment.mode) == ("en", "new", "live")
    assert payment.to_dict() == values


def test_values_beside_the_types_are_received_as_sent(
    client_of: Callable[[str], ModuleType], serve: Callable[..., Server]
) -> None:
    package = client_of(DOCUMENT)
    values = {
        "state": None,
        "counts": {"a": 1, "unknown": 2},
        "empty": [{"x": 1}],
        "gone": 1,
        "level": "none",
        "next": {"next": {"name": "deep"}},
    }
    server = serve(json_reply(values), json_reply({"counts": [1]}), json_reply(["a"]))
    client = package.Acme(base_url=server.url)
    rule = client.rules.create()
    assert rule.counts == {"a": 1, "unknown": 2}
    assert rule.empty == [{"x": 1}]
    assert rule.next.next.name == "deep"
    assert rule.to_dict() == values
    assert client.rules.create().counts == [1]
    assert client.nothing.list() == ["a"]


def test_references_within_conditions(tmp_path: Path) -> None:
    (tmp_path / "openapi.yaml").write_text(
        DOCUMENT + "    Order:\n"
        "      type: object\n"
        "      properties: {next: {$recursiveRef: '#'}}\n"
        "      if: {required: [next]}\n"
        "      then: {$ref: 'parts.yaml#/Then'}\n"
        "      else: {properties: {item: {$ref: 'parts.yaml#/Item'}}}\n"
        "      dependencies: {next: {properties: {color: {$ref: 'parts.yaml#/Color'}}}}\n"
        "      propertyNames: {$ref: 'parts.yaml#/Name'}\n"
        "      not: {$ref: 'parts.yaml#/Name'}\n"
    )
    (tmp_path / "parts.yaml").write_text(
        "Then: {properties: {item: {type: string}, order: {$ref: 'openapi.yaml#/components/schemas/Order'}}}\n"
        "Item: {type: object, properties: {size: {type: integer}}}\n"
        "Color: {enum: [red, green]}\n"
        "Name: {type: string, maxLength: 5}\n"
    )
    spec, diagnostics = tmp_path / "openapi.yaml", Diagnostics()
    config = Config(
        package="acme",
        client="Acme",
        specs=(spec.name,),
        directory=tmp_path,
        unused_types=True,
    )
    files = build(config, diagnostics).files
    assert {item.rule.code for item in diagnostics} <= {"no-servers"}
    text = b"\n".join(
        content for name, content in files.items() if name.startswith("acme/types/")
    ).decode()
    fields = text.partition("class Order(BaseModel):")[2].partition("\n\n\n")[0]
    assert fields.split("\n\n")[1].split("\n") == [
        "    next: Order | None = None",
        "    item: str | Item | None = None",
        "    order: Order | None = None",
        "    color: Color | None = None",
    ]


@pytest.fixture
def pages(tmp_path: Path) -> dict[str, str]:
    """Return the pages of the reference in both formats, by the last parts of the path."""
    (tmp_path / "openapi.yaml").write_text(DOCUMENT, encoding="utf-8")
    formats = ("markdown", "site")
    output = generate(
        tmp_path / "openapi.yaml", tmp_path / "acme", "acme", docs=formats
    )
    return {
        name: content.decode()
        for name, content in output.files.items()
        if name.endswith((".md", ".html"))
    }


def _flat(pages: dict[str, str], name: str) -> str:
    """Return the text of a page without its markup."""
    text = pages[name]
    if name.endswith(".html"):
        text = html.unescape(re.sub(r"<(/?code)>", "`", text))
        text = re.sub(r"<[^>]*>", " ", text)
    return re.sub(r"\s+", " ", text.replace("\\", ""))


@pytest.mark.parametrize("format_", ["docs/types/{}.md", "docs/site/types/{}.html"])
def test_reference_states_constraints(pages: dict[str, str], format_: str) -> None:
    payments = _flat(pages, format_.format("payments"))
    rules = _flat(pages, format_.format("rules"))
    for text in (
        'if `kind` is `"card"`: `details` is present and `method` has the type `Card`',
        "otherwise: `method` has the type `Bank` and `note` is a string",
        "if `note` is present: `language` is a string",
        "requires `kind`",
        "Text of the transfer.",
    ):
        assert text in payments
    for text in (
        "without `gone`",
        "without `never`",
        "`name` is present or `level` is present",
        "`counts` and `labels` are not present together",
        'the value is not `"admin"` or',
        "requires `level` and `size`",
        "each key matches `^[a-z|]+$` and has at most 5 characters",
        "contains 2 to 3 items of which each is a string",
    ):
        assert text in rules
    # The type leaves out what these exclude.
    assert "not null" not in rules
    assert 'not `"none"`' not in rules
    assert "each key is" not in rules
