"""Attributes of the classes of the runtime that documents cannot use as names."""

from __future__ import annotations

import json

from tests.guards.sources import PACKAGE
from tests.unit.lowering.runtime_classes import attributes_of

_TABLE = PACKAGE / "lowering/python/runtime_attributes.py"
_CLASSES = {
    "MODEL": (
        "models.base.BaseModel",
        "pagination.pages.SyncPage",
        "pagination.pages.AsyncPage",
    ),
    "OPTIONS": ("api.options.RequestOptions",),
    "CLIENT": ("client.verbs.SyncClient", "client.verbs.AsyncClient"),
    "RESOURCE": ("client.raw_resources.Resource", "client.raw_resources.AsyncResource"),
}


def test_the_table_is_current(update: bool) -> None:
    text = _format_table()
    if update:
        _TABLE.write_text(text, encoding="utf-8")
    assert _TABLE.read_text(encoding="utf-8") == text, "run pytest --update"


def test_attributes_that_only_methods_set_are_in_the_table() -> None:
    assert {"model_dump", "_read_only"} <= attributes_of(*_CLASSES["MODEL"])
    assert "_credentials" in attributes_of(*_CLASSES["CLIENT"])


def _format_table() -> str:
    parts = [
        '"""Attributes of the classes of the runtime, and of their base classes.\n\n'
        "`pytest tests/unit/lowering/test_runtime_attributes.py --update` writes this\n"
        "module. Reading the sources in each run would take a tenth of the time of all\n"
        'imports.\n"""\n\n'
        "from __future__ import annotations\n"
    ]
    for constant, classes in _CLASSES.items():
        names = "".join(
            f"        {json.dumps(name)},\n" for name in sorted(attributes_of(*classes))
        )
        described = " and ".join(f"`{name.rpartition('.')[2]}`" for name in classes)
        parts.append(
            f"\n{constant} = frozenset(\n    {{\n{names}    }}\n)\n"
            f'"""Attributes of {described}."""\n'
        )
    return "".join(parts)
