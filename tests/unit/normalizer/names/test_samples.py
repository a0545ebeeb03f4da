"""Names of operations from the Python samples of a document."""

from __future__ import annotations

import pytest

from generator.diagnostics import Diagnostics
from generator.normalizer.examples.sample_calls import find_sample_calls
from tests.unit.normalizer.names.apis import names, namings, operation

HEAD = "from acme import Acme\n\nclient = Acme()\n"


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("client.files.list()", ["files.list"]),
        ("shop = Acme()\nshop.a.b.create('x', n=1)", ["a.b.create"]),
        ("import acme\nacme.files.create(file=open('x'))", ["files.create"]),
        ("with Acme() as c:\n    c.files.list()", ["files.list"]),
        ("async with acme.AsyncAcme() as c:\n    await c.files.list()", ["files.list"]),
        ("client.with_options(timeout=5).files.list()", ["files.list"]),
        ("client.files.with_raw_response.list()", ["files.list"]),
        (
            "for x in client.a.list(of=client.b.get('c').id): print(x)",
            ["b.get", "a.list"],
        ),
        ("client.close()\nprint(client)\njson.dumps(1)", []),
        ("acme.Order.create()", []),
        ("client.files.list(", []),
        ("unknown.files.list()", []),
    ],
)
def test_calls_of_a_sample(code: str, expected: list[str]) -> None:
    assert [item.name for item in find_sample_calls(code)] == expected


def test_the_call_of_the_operation_is_chosen_among_several() -> None:
    code = HEAD + (
        "first = client.orders.list()\n"
        "order = client.orders.retrieve(first.data[0].id)\n"
        "client.orders.lines.list(order.id)\n"
    )
    operations = [
        operation("LIST /orders", code),
        operation("GET /orders/{id}", code),
        operation("LIST /orders/{id}/lines", code),
    ]
    assert names(operations) == ["orders.list", "orders.retrieve", "orders.lines.list"]
    assert {item.source for item in namings(operations)} == {"its sample"}


@pytest.mark.parametrize(
    ("line", "code", "name"),
    [
        ("POST /images/generations", "client.images.generate()", "images.generate"),
        (
            "POST /carts/checkout",
            "client.carts.create_and_pay()",
            "carts.create_and_pay",
        ),
        ("LIST /jobs/{id}/events", "client.jobs.list_events('x')", "jobs.list_events"),
        # Calls of another operation, or of a helper method.
        ("POST /images/edits", "client.files.create(file=x)", "images.edits.create"),
        ("GET /jobs/{id}", "client.jobs.list()", "jobs.retrieve"),
        ("DELETE /jobs/{id}", "client.jobs.retrieve('x')", "jobs.delete"),
        (
            "POST /jobs/{id}/runs",
            "client.jobs.runs.create_and_poll()",
            "jobs.runs.create",
        ),
        ("POST /jobs", "client.jobs.stream()", "jobs.create"),
    ],
)
def test_only_calls_that_match_the_operation_are_used(
    line: str, code: str, name: str
) -> None:
    assert names([operation(line, HEAD + code)]) == [name]


def test_related_operations_get_the_prefix_of_samples() -> None:
    operations = [
        operation("POST /threads", HEAD + "client.beta.threads.create()"),
        operation(
            "LIST /threads/{id}/runs", HEAD + "client.beta.threads.runs.list('x')"
        ),
        operation("POST /threads/{id}/runs/{run}/cancel"),
        operation("DELETE /threads/{id}"),
        operation("LIST /models"),
    ]
    assert names(operations)[2:] == [
        "beta.threads.runs.cancel",
        "beta.threads.delete",
        "models.list",
    ]
    assert (
        namings(operations)[3].source
        == "its path and the samples of related operations"
    )


TUNES = {
    "POST /fine-tunes": "client.fine_tuning.create()",
    "LIST /fine-tunes": "import os\nx = os.environ.get('A')\nclient.fine_tuning.list()",
    "POST /fine-tunes/{id}/stop": "client.fine_tuning.halt('x')",
    "LIST /fine-tunes/{id}/events": "",
    "DELETE /fine-tunes/{id}": "",
}


def test_samples_give_a_resource_another_name() -> None:
    operations = [
        operation(line, *([HEAD + code] if code else []))
        for line, code in TUNES.items()
    ]
    assert names(operations) == [
        "fine_tuning.create",
        "fine_tuning.list",
        "fine_tuning.halt",
        "fine_tuning.events.list",
        "fine_tuning.delete",
    ]
    added = operation("GET /fine-tunes/{id}")
    assert names([added, *operations]) == ["fine_tuning.retrieve", *names(operations)]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        # One method alone, another verb than that of the path, and another resource.
        ("client.fine_tuning.create()", ""),
        ("client.fine_tuning.make()", "client.fine_tuning.all()"),
        ("client.models.create()", "client.models.list()"),
        ("client.a.create()\nclient.b.get('x')", "client.a.list()\nclient.b.get('x')"),
    ],
)
def test_another_name_of_a_resource_needs_several_samples(
    first: str, second: str
) -> None:
    operations = [
        operation("POST /fine-tunes", HEAD + first),
        operation("LIST /fine-tunes", HEAD + second),
        operation("GET /models/{id}"),
    ]
    assert names(operations) == [
        "fine_tunes.create",
        "fine_tunes.list",
        "models.retrieve",
    ]


def test_a_resource_has_one_spelling() -> None:
    operations = [
        operation("LIST /chatkit/threads", HEAD + "client.chatkit.threads.list()"),
        operation(
            "DELETE /chatkit/threads/{id}", HEAD + "client.chat_kit.threads.delete('x')"
        ),
    ]
    diagnostics = Diagnostics()
    assert names(operations, None, diagnostics) == [
        "chatkit.threads.list",
        "chatkit.threads.delete",
    ]
    (diagnostic,) = diagnostics
    assert diagnostic.rule.code == "contradicting-samples"
    assert [item.other_calls for item in namings(operations)] == [
        (),
        ("chat_kit.threads.delete",),
    ]


def test_contradicting_samples_are_reported() -> None:
    diagnostics = Diagnostics()
    codes = (
        "client.mails.send()",
        "client.mails.create()",
        "client.mails.send(to='x')",
    )
    operations = [operation("POST /mails", *(HEAD + code for code in codes))]
    assert names(operations, diagnostics=diagnostics) == ["mails.send"]
    (diagnostic,) = diagnostics
    assert diagnostic.rule.code == "contradicting-samples"
    assert (
        diagnostic.message == "'mails.create' in this sample, 'mails.send' in another"
    )
    assert diagnostic.location is not None and len(diagnostic.related) == 1


@pytest.mark.parametrize("is_reversed", [False, True])
def test_the_same_name_for_two_operations_is_reported(is_reversed: bool) -> None:
    diagnostics = Diagnostics()
    code = HEAD + "client.orders.cancel('x')"
    operations = [
        operation("POST /orders/{id}/cancel", code, id="cancelOrder"),
        operation("POST /orders/{id}/close", code, id="closeOrder"),
    ]
    if is_reversed:
        operations.reverse()
    ids = [item.id for item in operations]
    result = dict(zip(ids, names(operations, None, diagnostics), strict=True))
    assert result == {"cancelOrder": "orders.cancel", "closeOrder": "orders.close"}
    (diagnostic,) = diagnostics
    assert diagnostic.rule.code == "name-of-another"
    assert "'cancelOrder'" in diagnostic.message and len(diagnostic.related) == 1


def test_names_have_a_source() -> None:
    operations = [
        operation("POST /threads", HEAD + "client.beta.threads.create()"),
        operation("LIST /models", HEAD + "print(1)"),
    ]
    sample, path = namings(operations)
    assert sample.origin is not None
    assert sample.rejected == ("threads.create is derived from its path",)
    assert (path.source, path.rejected) == (
        "its path",
        ("no call in its samples matches its path",),
    )
