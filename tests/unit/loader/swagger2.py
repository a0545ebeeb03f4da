"""Loading of Swagger 2.0 documents, for tests."""

from __future__ import annotations

from generator.openapi.document import Root
from generator.openapi.operation import Operation, PathItem, RequestBody
from generator.openapi.schema import Schema
from tests.unit.loader.conftest import Load, Loaded

HEAD = "swagger: '2.0'\ninfo: {title: A, version: '1'}\n"


def root(loaded: Loaded) -> Root:
    """Return the first entry document."""
    assert loaded.document is not None, list(loaded.diagnostics)
    return loaded.document.roots[0]


def operation(loaded: Loaded, path: str = "/a") -> Operation:
    """Return the first operation of a path, which may be a reference."""
    assert loaded.document is not None
    item = loaded.document.resolve(root(loaded).paths[path])
    assert isinstance(item, PathItem)
    return item.operations[0][1]


def load_with_parameters(
    load_files: Load, parameters: str, more: str = "", **files: str
) -> Loaded:
    """Load a document with an operation that has the given parameters, one per line."""
    lines = "".join(f"        - {line}\n" for line in parameters.splitlines())
    text = f"{HEAD}{more}paths:\n  /a:\n    post:\n      parameters:\n{lines}"
    text += "      responses: {}\n"
    named = {f"{name}.yaml": content for name, content in files.items()}
    return load_files({"a.yaml": text, **named})


def body(loaded: Loaded) -> RequestBody:
    """Return the body of the operation."""
    result = operation(loaded).request_body
    assert result is not None
    assert loaded.document is not None
    resolved = loaded.document.resolve(result)
    assert isinstance(resolved, RequestBody)
    return resolved


def form(loaded: Loaded) -> Schema:
    """Return the schema of the form of the operation."""
    media, *_ = body(loaded).content.values()
    assert media.schema is not None
    return media.schema
