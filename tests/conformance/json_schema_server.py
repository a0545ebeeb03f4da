"""JSON-Schema-Test-Suite: the requests that the checking server of the tests refuses.

The server checks requests of the samples of documents in `tests/e2e/samples`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from email.message import Message
from pathlib import Path
from typing import Any

from generator.diagnostics import Diagnostics
from generator.loader import load
from tests.conformance.json_schema_suite import NAME, PACKAGE, Group, document_of
from tests.conformance.result import SuiteResult
from tests.e2e.samples.contract import Contract, InvalidRequestError

_JSON = "application/json"
_LESS_STRICT = ("oneOf", "required", "$dynamicRef", "$vocabulary")
"""Keywords that the server checks less strictly than JSON Schema, or not at all."""
_IN_SCHEMA = ("oneOf", "required", "$dynamicRef", "$schema")
"""Keywords of the schemas that depend on them."""
_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def check_requests(
    folder: Path, groups: list[Group], remotes: dict[str, Any]
) -> SuiteResult:
    """Compare what the server accepts and refuses with what the suite does.

    Args:
        folder: empty folder for the documents.
        groups: the groups.
        remotes: schemas that references refer to, by their URL.
    """
    failures: list[str] = []
    unexpected: list[str] = []
    for number, group in enumerate(groups):
        document = _request_document(group.schema)
        file = folder / f"{number}.json"
        file.write_text(json.dumps(document), encoding="utf-8")
        differences = list(_differences(file, group, remotes))
        failures += differences
        schema = json.dumps(document["components"])
        if not any(f'"{keyword}"' in schema for keyword in _IN_SCHEMA):
            unexpected += differences
    keywords = ", ".join(f"`{keyword}`" for keyword in _LESS_STRICT)
    return SuiteResult(
        f"{NAME}, checking server of the tests",
        f"jsonschema {PACKAGE.version}",
        sum(len(group.tests) for group in groups),
        tuple(unexpected or failures),
        f"values accepted or refused correctly; less strict: {keywords}",
        is_goal=bool(unexpected),
    )


def _request_document(schema: Any) -> dict[str, Any]:
    """Return a document with an operation whose request has a schema.

    The schema does not name its dialect, which is the default, because `jsonschema`
    replaces the validator of the server at schemas that do.
    """
    if isinstance(schema, dict) and schema.get("$schema") == _DIALECT:
        schema = {key: schema[key] for key in schema if key != "$schema"}
    document = document_of(schema)
    (item,) = document["paths"].values()
    operation = item.pop("get")
    content = operation["responses"]["200"].pop("content")
    operation["requestBody"] = {"required": True, "content": content}
    item["post"] = operation
    return document


def _differences(file: Path, group: Group, remotes: dict[str, Any]) -> Iterator[str]:
    """Yield the tests whose value is accepted or refused by mistake."""
    document = load([file], relative_to=file.parent, diagnostics=Diagnostics())
    contract = Contract(document, remotes)
    path = "/values/1"
    endpoint = contract.find("POST", path, "")
    headers = Message()
    headers["content-type"] = _JSON
    for test in group.tests:
        body = json.dumps(test["data"]).encode()
        try:
            contract.check(endpoint, path, "", headers, body)
            accepted = True
        except InvalidRequestError:
            accepted = False
        except Exception as error:  # reported as the result of the test
            yield f"{group.name}: {test['description']}: {type(error).__name__}: {error}"
            continue
        if accepted != test["valid"]:
            result = "accepted" if accepted else "refused"
            yield f"{group.name}: {test['description']}: {result}"
