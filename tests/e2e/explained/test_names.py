"""Explanations about the names of methods: ids, samples, aliases and paths."""

from __future__ import annotations

from datetime import date

import pytest

from tests.e2e.explained.example import Example


def test_contradicting_samples(example: Example) -> None:
    assert example.call("mails.send").path == "/mails"
    with pytest.warns(DeprecationWarning, match=r"mails\.send"):
        assert example.call("mails.create").path == "/mails"


def test_double_operation_id(example: Example) -> None:
    assert example.call("items.list").request.method == "GET"
    assert example.call("items.create").request.method == "POST"
    assert "List items" in example.page("items.md")
    assert "Create items" in example.page("items.md")


def test_long_path(example: Example) -> None:
    name = "a.b.c.d.e.f.g.h.i.j.k.l.m.n.o.p.retrieve"
    assert example.call(name).path == "/a/b/c/d/e/f/g/h/i/j/k/l/m/n/o/p/q"


def test_missing_operation_id(example: Example) -> None:
    assert example.call("items.retrieve").path == "/items"
    assert "Retrieve items" in example.page("items.md")


def test_missing_sample_type(example: Example) -> None:
    assert not hasattr(example.types, "Mapping")
    assert example.call("orders.create", map={"from": "1"}).request.content == (
        b'{"map":{"from":"1"}}'
    )


def test_name_of_another(example: Example) -> None:
    assert example.call("orders.cancel", "o-1").path == "/orders/o-1/cancel"
    assert example.call("orders.close", "o-1").path == "/orders/o-1/close"


def test_package_attribute_clash(example: Example) -> None:
    assert example.call("types.list").path == "/types"
    assert example.package.orders.list
    assert not hasattr(example.package.types, "list")


def test_taken_alias(example: Example) -> None:
    assert example.call("items.create").request.method == "POST"
    assert example.call("items.list").request.method == "GET"


def test_unknown_path_key(example: Example) -> None:
    assert example.call("items.list").path == "/items"


def test_unknown_sample_type(example: Example) -> None:
    assert not hasattr(example.types, "Voucher")
    assert example.call("orders.create", coupon="x").request.content == (
        b'{"coupon":"x"}'
    )


def test_unused_type_name(example: Example) -> None:
    # As the hint states, the entry applies with `unused_types`, which all examples have.
    assert example.types.Storage(id="a").id == "a"
    assert not hasattr(example.types, "Archive")


def test_unused_native_type(example: Example) -> None:
    item = example.types.Item.from_dict({"day": "2024-01-31", "time": "2024-01-31"})
    assert item.day == date(2024, 1, 31)
    assert item.time == "2024-01-31"
