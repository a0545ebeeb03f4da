"""Names from the samples that a document shows."""

from __future__ import annotations

import pytest

from generator.diagnostics import Diagnostics
from generator.normalizer.examples.sample_calls import sample_calls
from tests.unit.normalizer_names.apis import call, names, namings

HEAD = "from acme import Acme\n\nclient = Acme()\n"


@pytest.mark.parametrize(
    ("code", "found"),
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
        ("nobody.files.list()", []),
    ],
)
def test_calls_of_a_sample(code: str, found: list[str]) -> None:
    assert [shown.name for shown in sample_calls(code)] == found


def test_the_call_of_the_operation_is_found_among_others() -> None:
    code = HEAD + (
        "first = client.orders.list()\n"
        "order = client.orders.retrieve(first.data[0].id)\n"
        "client.orders.lines.list(order.id)\n"
    )
    calls = [
        call("LIST /orders", code),
        call("GET /orders/{id}", code),
        call("LIST /orders/{id}/lines", code),
    ]
    assert names(calls) == ["orders.list", "orders.retrieve", "orders.lines.list"]
    assert {item.source for item in namings(calls)} == {"its sample"}


@pytest.mark.parametrize(
    ("written", "code", "name"),
    [
        ("POST /images/generations", "client.images.generate()", "images.generate"),
        (
            "POST /carts/checkout",
            "client.carts.create_and_pay()",
            "carts.create_and_pay",
        ),
        ("LIST /jobs/{id}/events", "client.jobs.list_events('x')", "jobs.list_events"),
        # Of something else, by something else, or around it.
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
def test_calls_are_taken_for_what_they_fit(written: str, code: str, name: str) -> None:
    assert names([call(written, HEAD + code)]) == [name]


def test_neighbours_learn_what_samples_put_first() -> None:
    calls = [
        call("POST /threads", HEAD + "client.beta.threads.create()"),
        call("LIST /threads/{id}/runs", HEAD + "client.beta.threads.runs.list('x')"),
        call("POST /threads/{id}/runs/{run}/cancel"),
        call("DELETE /threads/{id}"),
        call("LIST /models"),
    ]
    assert names(calls)[2:] == [
        "beta.threads.runs.cancel",
        "beta.threads.delete",
        "models.list",
    ]
    assert namings(calls)[3].source == "its path, and samples of its neighbours"


def test_one_spelling_of_a_resource_holds() -> None:
    calls = [
        call("LIST /chatkit/rooms", HEAD + "client.chatkit.rooms.list()"),
        call("DELETE /chatkit/rooms/{id}", HEAD + "client.chat_kit.rooms.delete('x')"),
    ]
    diagnostics = Diagnostics()
    assert names(calls, None, diagnostics) == [
        "chatkit.rooms.list",
        "chatkit.rooms.delete",
    ]
    (found,) = diagnostics
    assert found.rule.code == "contradicting-samples"
    assert [item.others for item in namings(calls)] == [
        (),
        ("chat_kit.rooms.delete",),
    ]


def test_samples_that_contradict_each_other_are_reported() -> None:
    diagnostics = Diagnostics()
    ways = ("client.mails.send()", "client.mails.create()", "client.mails.send(to='x')")
    calls = [call("POST /mails", *(HEAD + way for way in ways))]
    assert names(calls, diagnostics=diagnostics) == ["mails.send"]
    (found,) = diagnostics
    assert found.rule.code == "contradicting-samples"
    assert found.message == "'mails.create' here, 'mails.send' elsewhere"
    assert str(found.location).endswith("1',))") or found.related


@pytest.mark.parametrize("turned", [False, True])
def test_one_name_for_two_operations_is_reported(turned: bool) -> None:
    diagnostics = Diagnostics()
    code = HEAD + "client.orders.cancel('x')"
    calls = [
        call("POST /orders/{id}/cancel", code, id="cancelOrder"),
        call("POST /orders/{id}/close", code, id="closeOrder"),
    ]
    if turned:
        calls.reverse()
    found = dict(zip((item.id for item in calls), names(calls, None, diagnostics)))
    assert found == {"cancelOrder": "orders.cancel", "closeOrder": "orders.close"}
    (finding,) = diagnostics
    assert finding.rule.code == "name-of-another"
    assert "'cancelOrder'" in finding.message and len(finding.related) == 1


def test_every_name_says_where_it_comes_from() -> None:
    calls = [
        call("POST /threads", HEAD + "client.beta.threads.create()"),
        call("LIST /models", HEAD + "print(1)"),
    ]
    sample, path = namings(calls)
    assert sample.origin is not None
    assert sample.rejected == ("threads.create is what its path says",)
    assert (path.source, path.rejected) == (
        "its path",
        ("no call in its samples fits its path",),
    )
