"""Names of operations from the setting `names`."""

from __future__ import annotations

import pytest

from generator.diagnostics import Diagnostics
from tests.unit.normalizer.names.apis import names, namings, operation

OPERATIONS = [
    operation("LIST /users", id="listUsers"),
    operation("GET /users/{id}", id="getUser"),
    operation("LIST /admin/keys", id="listAdminKeys"),
    operation("POST /admin/keys", id="createAdminKey"),
]


@pytest.mark.parametrize(
    ("setting", "expected"),
    [
        ({"getUser": "people.get"}, [None, "people.get", None, None]),
        ({"GET /users/{id}": "people.get"}, [None, "people.get", None, None]),
        ({"getUser": "whoami"}, [None, "whoami.retrieve", None, None]),
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
def test_names(setting: dict[str, str], expected: list[str | None]) -> None:
    default = names(OPERATIONS)
    combined = [new or old for new, old in zip(expected, default, strict=True)]
    diagnostics = Diagnostics()
    assert names(OPERATIONS, setting, diagnostics) == combined
    assert not list(diagnostics)


@pytest.mark.parametrize(
    ("key", "name"),
    [("getNobody", "a.b"), ("PUT /users/*", "a.b"), ("getUser", "get.")],
)
def test_entries_that_match_nothing_have_no_effect(key: str, name: str) -> None:
    assert names(OPERATIONS, {key: name}) == names(OPERATIONS)


def test_settings_take_precedence_over_equal_names_from_paths() -> None:
    result = names(OPERATIONS, {"listAdminKeys": "users.list"})
    assert result[2] == "users.list"
    assert result[0] == "users.list_users"


def test_the_setting_is_the_source_of_the_name() -> None:
    naming = namings(OPERATIONS, {"getUser": "people.get"})[1]
    assert naming.source == "the setting 'getUser'"
    assert naming.rejected == ("users.retrieve is derived from its path",)
