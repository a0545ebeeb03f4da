"""JSON-Schema-Test-Suite for draft 2020-12: clients and mocks of its schemas."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import jsonschema  # type: ignore[import-untyped]  # it has no types
import referencing
from referencing.jsonschema import DRAFT202012

from generator.diagnostics import GenerationError
from tests.conformance.observation import Client, client_of
from tests.conformance.packages import UpstreamPackage
from tests.conformance.result import SuiteResult

PACKAGE = UpstreamPackage("pip", "jsonschema", "4.26.0")
NAME = "JSON-Schema-Test-Suite 2020-12"
_NEVER = "accepts no value: "
_REMOTE = "refers to another server: "


@dataclass(frozen=True)
class Group:
    """A schema with values.

    Args:
        name: file and description.
        schema: the schema.
        tests: values, of which each is valid or not.
    """

    name: str
    schema: Any
    tests: tuple[dict[str, Any], ...]


def read_groups(folder: Path) -> Iterator[Group]:
    """Yield the groups of the required tests, in the order of their files."""
    for path in sorted((folder / "json/tests/draft2020-12").glob("*.json")):
        for item in json.loads(path.read_text(encoding="utf-8")):
            name = f"{path.stem}: {item['description']}"
            yield Group(name, item["schema"], tuple(item["tests"]))


def read_remotes(folder: Path) -> dict[str, Any]:
    """Return the schemas to which references of the tests refer, by their URL."""
    remotes = folder / "json/remotes"
    names = {path: path.relative_to(remotes).as_posix() for path in remotes.rglob("*")}
    return {
        f"http://localhost:1234/{name}": json.loads(path.read_text(encoding="utf-8"))
        for path, name in names.items()
        if path.suffix == ".json"
        and (name.startswith("draft2020-12/") or not name.startswith("draft"))
    }


def document_of(schema: Any) -> dict[str, Any]:
    """Return a document with an operation whose response has a schema.

    The schema is a resource with a URI, so that its references are relative to it.
    """
    if isinstance(schema, dict):
        schema = {"$id": "https://example.com/value", **schema}
    content = {"application/json": {"schema": {"$ref": "#/components/schemas/Value"}}}
    responses = {"200": {"description": "OK", "content": content}}
    identifier = {"name": "id", "in": "path", "required": True}
    operation = {
        "operationId": "getValue",
        "parameters": [{**identifier, "schema": {"type": "string"}}],
        "responses": responses,
    }
    return {
        "openapi": "3.1.1",
        "info": {"title": "Acme", "version": "1"},
        "servers": [{"url": "https://api.example.com"}],
        "paths": {"/values/{id}": {"get": operation}},
        "components": {"schemas": {"Value": schema}},
    }


def check_groups(
    folder: Path, groups: list[Group], remotes: dict[str, Any]
) -> list[SuiteResult]:
    """Check the client and the mock of each group.

    The client must return each value as it was received, also an invalid one. For mocks,
    the number of valid values is measured: types do not represent all keywords.

    Args:
        folder: empty folder for the clients.
        groups: the groups.
        remotes: schemas that references refer to, by their URL.
    """
    registry = registry_of(remotes)
    values: list[str] = []
    mocks: list[str] = []
    for number, group in enumerate(groups):
        document = document_of(group.schema)
        try:
            with client_of(document, folder / str(number)) as client:
                values += _changed_values(client, group)
                mocks += _invalid_mocks(client, group, registry)
        except GenerationError as error:
            values += [
                f"{group.name}: {test['description']}: {error}" for test in group.tests
            ]
            mocks.append(f"{group.name}: {error}")
    count = sum(len(group.tests) for group in groups)
    version = f"jsonschema {PACKAGE.version}"
    return [
        SuiteResult(NAME, version, count, tuple(values), "values returned as received"),
        SuiteResult(
            f"{NAME}, mocks",
            version,
            len(groups),
            tuple(mocks),
            f"schemas have a valid value, {_reasons(mocks)}",
            is_goal=False,
        ),
    ]


def registry_of(remotes: dict[str, Any]) -> referencing.Registry[Any]:
    """Return a registry of schemas in the default dialect."""
    resources = [
        (uri, DRAFT202012.create_resource(content)) for uri, content in remotes.items()
    ]
    return referencing.Registry[Any]().with_resources(resources).crawl()


def _reasons(mocks: list[str]) -> str:
    """Return how many values cannot be valid, as a clause."""
    never = sum(text.startswith(_NEVER) for text in mocks)
    remote = sum(text.startswith(_REMOTE) for text in mocks)
    return f"{never} accept no value, {remote} refer to another server"


def _changed_values(client: Client, group: Group) -> Iterator[str]:
    """Yield the tests whose value the client does not return as received."""
    for test in group.tests:
        try:
            result = client.received(test["data"])
        except Exception as error:  # reported as the result of the test
            yield f"{group.name}: {test['description']}: {type(error).__name__}: {error}"
            continue
        if json.dumps(result, sort_keys=True) != json.dumps(
            test["data"], sort_keys=True
        ):
            yield f"{group.name}: {test['description']}: {result!r}"


def _invalid_mocks(
    client: Client, group: Group, registry: referencing.Registry[Any]
) -> Iterator[str]:
    """Yield the name of the group if the mock returns a value that is not valid."""
    try:
        value = client.mock_value()
        validator = jsonschema.Draft202012Validator(group.schema, registry=registry)
        errors = [error.message for error in validator.iter_errors(value)]
    except Exception as error:  # reported as the result of the test
        errors = [f"{type(error).__name__}: {error}"]
    if errors:
        reason = ""
        if not any(test["valid"] for test in group.tests):
            reason = _NEVER
        elif "http://localhost:1234" in json.dumps(group.schema):
            reason = _REMOTE
        yield f"{reason}{group.name}: {' '.join(errors[0].split())[:200]}"
