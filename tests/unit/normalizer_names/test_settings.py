"""Names that the settings ask for."""

from __future__ import annotations

import pytest

from generator.diagnostics import Diagnostics
from tests.unit.normalizer_names.apis import call, names, namings

CALLS = [
    call("LIST /users", id="listUsers"),
    call("GET /users/{id}", id="getUser"),
    call("LIST /admin/keys", id="listAdminKeys"),
    call("POST /admin/keys", id="createAdminKey"),
]


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ({"getUser": "people.get"}, [None, "people.get", None, None]),
        ({"GET /users/{id}": "people.get"}, [None, "people.get", None, None]),
        (
            {"* /admin/*": "staff.*"},
            [None, None, "staff.admin.keys.list", "staff.admin.keys.create"],
        ),
        (
            {"*User*": "people.*", "getUser": "people.get"},
            ["people.users.list", "people.get", None, None],
        ),
        (
            {"*": "all.*", "*AdminKey*": "keys.all.*"},
            [
                "all.users.list",
                "all.users.retrieve",
                "keys.all.admin.keys.list",
                "keys.all.admin.keys.create",
            ],
        ),
    ],
)
def test_names(wanted: dict[str, str], found: list[str | None]) -> None:
    usual = names(CALLS)
    expected = [new or old for new, old in zip(found, usual, strict=True)]
    diagnostics = Diagnostics()
    assert names(CALLS, wanted, diagnostics) == expected
    assert not list(diagnostics)


@pytest.mark.parametrize(
    ("key", "name"), [("getNobody", "a.b"), ("PUT /users/*", "a.b"), ("getUser", "get")]
)
def test_entries_that_match_nothing_change_nothing(key: str, name: str) -> None:
    assert names(CALLS, {key: name}) == names(CALLS)


def test_settings_win_over_paths_that_say_the_same() -> None:
    found = names(CALLS, {"listAdminKeys": "users.list"})
    assert found[2] == "users.list"
    assert found[0] == "users.list_users"


def test_settings_say_so() -> None:
    naming = namings(CALLS, {"getUser": "people.get"})[1]
    assert naming.source == "the setting 'getUser'"
    assert naming.rejected == ("users.retrieve is what its path says",)
