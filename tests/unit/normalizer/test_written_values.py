"""Messages about values contain the text of the file: `1.10`, not 1.1."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.config import Config
from generator.diagnostics import Diagnostics
from generator.loader import load
from generator.loader.validation import validate_documents
from generator.normalizer import normalize

CASES = {
    "{type: string, enum: [1.10, '2']}": (
        "the value 1.10 is not of type string; it is read as '1.10'"
    ),
    "{type: string, const: True}": (
        "the value True is not of type string; it is read as 'True'"
    ),
    "{type: string, enum: [{a: true}]}": (
        'the value {"a": true} is not of type string; it is generated as written'
    ),
    "{type: integer, enum: [1], default: 0x1F}": (
        "the default 0x1F is not a value of the enum"
    ),
    "{type: boolean, enum: [true, true]}": "duplicate value true",
    "{type: string, default: 1.10}": "1.10 is not of type 'string'",
    "{type: integer, maxLength: -010}": "-010 is less than the minimum of 0",
}


@pytest.mark.parametrize("schema", CASES)
def test_text_of_the_file(schema: str, tmp_path: Path) -> None:
    text = f"""
openapi: 3.1.0
info: {{title: Acme, version: '1'}}
paths: {{}}
components: {{schemas: {{Thing: {schema}}}}}
"""
    path, diagnostics = tmp_path / "openapi.yaml", Diagnostics()
    path.write_text(text, encoding="utf-8")
    document = load([path], relative_to=tmp_path, diagnostics=diagnostics)
    normalize(document, Config(package="acme", client="Acme"), diagnostics)
    validate_documents(document, diagnostics)
    assert CASES[schema] in {item.message for item in diagnostics}
