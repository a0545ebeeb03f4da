"""Names of calls that begin with digits in the document."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.unit.normalizer.names.apis import names, operation

NAMES = {
    "LIST /1-clicks": "one_clicks.list",
    "POST /3d_secure": "three_d_secure.create",
    "POST /users/{id}/2fa": "users.two_fa",
    "GET /a/b/c/d/2026-09-beta/e": "a.b.c.d.v2026_09_beta.e.retrieve",
    "LIST /404s": "404s.list",
}


@pytest.mark.parametrize("line", NAMES)
def test_a_name_begins_with_a_letter(line: str) -> None:
    assert names([operation(line)]) == [NAMES[line]]


def test_declared_names_begin_with_a_letter() -> None:
    declared = replace(operation("POST /x"), group=("3d",), method_name="2pass")
    assert names([declared]) == ["three_d.two_pass"]
