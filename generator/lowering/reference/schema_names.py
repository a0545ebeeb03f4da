"""Names of schemas, by which links of other viewers refer to them."""

from __future__ import annotations

from ...model.types import Header
from ...python.package import Package
from ...python.types import TypeNameAlias
from .tables import Tables, is_async_page


def schema_names(package: Package, tables: Tables) -> dict[str, str]:
    """Return the name of the schema of each type, by type name.

    Of several types of a schema, only the first has it, which is that of responses.
    """
    names: dict[str, str] = {}
    for module in (*package.types, *package.params):
        for item in module.items:
            if isinstance(item, TypeNameAlias) or is_async_page(item):
                continue
            schema = _schema_name(tables.declarations[item.key].header)
            if schema:
                names.setdefault(schema, item.name)
    return {name: schema for schema, name in names.items()}


def _schema_name(header: Header) -> str:
    """Return the name of a schema of an entry document; `""` for others."""
    match header.origin.pointer if header.rank == 0 else ():
        case ("components", "schemas", name) | ("definitions", name):
            return name
        case _:
            return ""
