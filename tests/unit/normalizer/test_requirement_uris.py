"""Security requirements that are URIs of schemes (OpenAPI 3.2)."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.config import Config
from generator.diagnostics import Diagnostics
from generator.loader import load
from generator.model.api import Api
from generator.normalizer import normalize

DOCUMENT = """
openapi: 3.2.0
info: {title: A, version: '1'}
security: [{'NAME': []}]
paths: {PATH: {get: {operationId: ID, responses: {'204': {description: d}}}}}
components: {securitySchemes: {key: {type: http, scheme: SCHEME}}}
"""


def build(folder: Path, **names: str) -> tuple[Api, list[str]]:
    """Return the API of a document for each requirement, and the codes of diagnostics."""
    files = []
    for scheme, (name, reference) in zip(
        ("bearer", "basic"), names.items(), strict=False
    ):
        text = DOCUMENT.replace("NAME", reference).replace("SCHEME", scheme)
        file = folder / f"{name}.yaml"
        file.write_text(text.replace("PATH", f"/{name}").replace("ID", name))
        files.append(file)
    diagnostics = Diagnostics()
    document = load(files, relative_to=folder, diagnostics=diagnostics)
    config = Config(package="acme", client="Acme")
    api = normalize(document, config, diagnostics)
    return api, [item.rule.code for item in diagnostics]


@pytest.mark.parametrize(
    "reference",
    [
        "key",
        "#/components/securitySchemes/key",
        "a.yaml#/components/securitySchemes/key",
    ],
)
def test_scheme_of_the_document(tmp_path: Path, reference: str) -> None:
    api, codes = build(tmp_path, a=reference)
    assert api.security == (("key",),)
    assert "unknown-credential" not in codes


def test_scheme_of_another_entry_document(tmp_path: Path) -> None:
    """The scheme is not the one that has the same name in this document."""
    api, codes = build(tmp_path, a="b.yaml#/components/securitySchemes/key", b="key")
    assert [item.name for item in api.credentials] == ["key", "key2"]
    assert api.security == (("key2",),)
    assert "unknown-credential" not in codes


@pytest.mark.parametrize(
    "reference",
    ["#/components/securitySchemes/b", "b.yaml#/components/securitySchemes/key"],
)
def test_unknown_uri(tmp_path: Path, reference: str) -> None:
    """A scheme with the same name is not a substitute, because it is another secret."""
    api, codes = build(tmp_path, a=reference)
    assert api.security == ((),)
    assert codes == ["unknown-credential"]
