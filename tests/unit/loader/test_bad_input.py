"""Invalid and unreadable files: codes, places and hints of the errors."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.diagnostics import Diagnostics, GenerationError, Severity
from generator.diagnostics.render import as_json, render
from generator.loader import load
from generator.loader.validation import validate_documents
from tests.unit.loader.conftest import Load

GOOD = "openapi: 3.1.0\ninfo: {title: A, version: '1'}\npaths: {}\n"


def test_valid_document_has_no_diagnostics(load_files: Load) -> None:
    loaded = load_files({"a.yaml": GOOD})
    assert loaded.codes == []
    assert loaded.root["info"]["version"] == "1"


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "empty-file"),
        (b" \n\n", "empty-file"),
        (b"# only a comment\n", "empty-file"),
        (b"openapi: 3.1.0\npaths: [", "yaml-syntax"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "binary-file"),
        (b"openapi: 3.1.0\0", "binary-file"),
        (bytes(range(256)), "binary-file"),
        ("openapi: 3.1.0\ninfo: {title: Caf\xe9}".encode("latin-1"), "not-utf8"),
        (b"openapi: 4.0.0\npaths: {}", "unknown-version"),
        (b"openapi: latest\npaths: {}", "unknown-version"),
        (b"openapi: []\npaths: {}", "unknown-version"),
        (b"openapi:\npaths: {}", "unknown-version"),
        (b"swagger: '1.2'\npaths: {}", "unknown-version"),
        (b"swagger: 3.0.0\npaths: {}", "unknown-version"),
        (b"- openapi: 3.1.0", "not-openapi"),
        (b"just text", "not-openapi"),
    ],
)
def test_invalid_files_have_code_place_and_hint(
    load_files: Load, content: bytes, code: str
) -> None:
    loaded = load_files({"a.yaml": content})
    assert loaded.document is None
    assert loaded.codes[:1] == [code]
    assert loaded.only(code).hint
    assert loaded.place(code)[0] == "a.yaml"


@pytest.mark.parametrize(
    ("name", "text", "output"),
    [
        ("a.json", '{"$schema": "x", "type": "object"}', "JSON Schema"),
        ("a.json", '{"type": "object", "properties": {}}', "JSON Schema"),
        ("package.json", '{"name": "a", "version": "1"}', "package manifest"),
        ("package.json", '{"name": "a", "dependencies": {}}', "package.json"),
        ("a.yaml", "asyncapi: 3.0.0", "AsyncAPI"),
        ("a.yaml", "arazzo: 1.0.0", "Arazzo"),
        ("a.yaml", "overlay: 1.0.0\nactions: []", "Overlay"),
        ("a.yaml", "info: {}\npaths: {}", "a document without a version"),
        ("a.yaml", "openApi: 3.0.0", "misspelt"),
        ("a.yaml", "[1, 2]", "a list"),
        ("a.html", "<html>a: b: c</html>", "XML or HTML"),
        ("README.md", "# Title\n\n* point: one\n* two\n", "plain text"),
    ],
)
def test_other_file_types_are_recognized(
    load_files: Load, name: str, text: str, output: str
) -> None:
    loaded = load_files({name: text})
    assert loaded.document is None
    assert output in loaded.only("not-openapi").message


@pytest.mark.parametrize(
    ("version", "read"), [("3", "3"), ("3.1", "3.1"), ("3.0", "3.0"), ("3.2", "3.2")]
)
def test_unquoted_version_is_read_as_string(
    load_files: Load, version: str, read: str
) -> None:
    loaded = load_files({"a.yaml": GOOD.replace("3.1.0", version)})
    assert loaded.document is not None
    assert loaded.document.roots[0].version == read
    assert loaded.codes == ["version-not-text"]
    assert loaded.only("version-not-text").severity is Severity.NOTE


def test_later_version_is_read_with_a_warning(load_files: Load) -> None:
    loaded = load_files({"a.yaml": GOOD.replace("3.1.0", "3.7.0")})
    assert loaded.codes == ["newer-version"]
    assert loaded.place("newer-version") == ("a.yaml", 1, 1)


def test_missing_members_are_warnings(load_files: Load) -> None:
    loaded = load_files({"a.yaml": "openapi: 3.1.0\nx-a: 1"})
    assert loaded.document is not None
    assert loaded.codes == ["missing-info", "nothing-described"]


def test_encodings_are_detected(load_files: Load) -> None:
    text = GOOD.replace("title: A", "title: Caf\xe9 \U0001f600")
    for encoding in ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"):
        loaded = load_files({f"{encoding}.yaml": text.encode(encoding)})
        assert loaded.codes == [], encoding
        assert loaded.root["info"]["title"] == "Caf\xe9 \U0001f600"
    loaded = load_files({"a.yaml": text.encode("utf-32")})
    assert loaded.codes == []


def test_invalid_utf8_has_a_place(load_files: Load) -> None:
    loaded = load_files({"a.yaml": b"openapi: 3.1.0\ninfo: {title: Caf\xe9}"})
    assert loaded.place("not-utf8") == ("a.yaml", 2, 18)
    assert "0xE9" in loaded.only("not-utf8").message


def test_missing_file_is_reported(load_files: Load) -> None:
    loaded = load_files({}, "specs/none.yaml")
    assert loaded.document is None
    assert loaded.place("spec-not-found") == ("specs/none.yaml", 1, 1)


def test_file_without_permission_is_an_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # The superuser may read every file, so that chmod proves nothing.
    def refuse(path: Path, flags: int) -> int:
        raise PermissionError(13, "Permission denied", str(path))

    path = tmp_path / "a.yaml"
    path.write_text(GOOD)
    monkeypatch.setattr("generator.loader.access.os.open", refuse)
    assert "permission denied" in _expect_unreadable(path)


def test_unreadable_path_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.symlink_to(path)
    assert _expect_unreadable(path)


def _expect_unreadable(path: Path) -> str:
    diagnostics = Diagnostics()
    with pytest.raises(GenerationError):
        load([path], relative_to=path.parent, diagnostics=diagnostics)
    (result,) = diagnostics
    assert result.rule.code == "unreadable-file"
    assert result.location is not None
    assert result.location.file.name == "a.yaml"
    return result.message


def test_unreadable_directory_is_an_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: str) -> None:
        raise PermissionError(13, "Permission denied", path)

    (tmp_path / "specs").mkdir()
    monkeypatch.setattr("os.scandir", refuse)
    diagnostics = Diagnostics()
    with pytest.raises(GenerationError):
        load([tmp_path / "specs"], relative_to=tmp_path, diagnostics=diagnostics)
    (result,) = diagnostics
    assert result.rule.code == "unreadable-file"
    assert "'specs'" in result.message


def test_all_bad_files_are_reported_at_once(load_files: Load) -> None:
    loaded = load_files(
        {"a.yaml": "a: openapi: b", "b.yaml": "", "c.yaml": GOOD},
        "a.yaml",
        "b.yaml",
        "c.yaml",
    )
    assert loaded.document is None
    assert loaded.codes == ["yaml-syntax", "empty-file"]


def test_missing_specs_are_an_error(tmp_path: Path) -> None:
    diagnostics = Diagnostics()
    with pytest.raises(GenerationError):
        load([], relative_to=tmp_path, diagnostics=diagnostics)
    assert [item.rule.code for item in diagnostics] == ["no-documents"]


_SEED = """\
openapi: 3.1.0
info: {title: A, version: '1'}
paths:
  /a/{b}: &item
    parameters:
      - {name: b, in: path, required: true, schema: {$ref: '#/components/schemas/B'}}
    get:
      responses:
        default: {description: '', content: {application/json: {schema: true}}}
  /c: *item
components:
  schemas:
    B: {type: [string, 'null'], enum: [a, "b", null], $id: 'x', $anchor: y}
    C: {allOf: [{$ref: 'a.yaml#y'}, {$ref: './b.yaml'}, {$ref: 'http://[x'}]}
"""
_SEED_2 = """\
{"swagger": "2.0", "info": {"title": "A", "version": "1"}, "host": "a.example",
 "consumes": ["application/json"], "parameters": {"p": {"in": "body", "name": "p",
 "schema": {"$ref": "#/definitions/D"}}}, "paths": {"/a": {"post": {"parameters":
 [{"$ref": "#/parameters/p"}, {"in": "formData", "name": "f", "type": "file"},
 {"in": "query", "name": "q", "type": "array", "items": {"type": "string"},
 "collectionFormat": "tsv"}], "responses": {"200": {"description": "", "schema":
 {"type": "file"}, "headers": {"X": {"type": "string"}}}}}}}, "definitions":
 {"D": {"type": "object", "discriminator": "d", "properties": {"d": {"type": "string",
 "x-nullable": true}}}}, "securityDefinitions": {"s": {"type": "oauth2", "flow":
 "application", "tokenUrl": "https://a.example", "scopes": {}}}}
"""


@st.composite
def _broken(draw: st.DrawFn) -> str:
    """Return a document with removed, inserted and duplicated parts."""
    text = draw(st.sampled_from([_SEED, _SEED_2]))
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(text)))
        end = draw(st.integers(start, min(len(text), start + 40)))
        piece = draw(
            st.sampled_from(["", text[start:end] * 2, "null", "[", "{}", "$ref", "\t"])
            | st.text(max_size=4)
        )
        text = text[:start] + piece + text[end:]
    return text


@settings(
    max_examples=300,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(_broken() | st.text(max_size=60), st.sampled_from(["a.yaml", "a.json"]))
def test_arbitrary_text_raises_only_generation_errors(
    tmp_path: Path, text: str, name: str
) -> None:
    path = tmp_path / name
    path.write_bytes(text.encode("utf-8", "surrogatepass"))
    diagnostics = Diagnostics()
    try:
        document = load([path], relative_to=tmp_path, diagnostics=diagnostics)
    except GenerationError:
        assert diagnostics.worst() is Severity.ERROR
    else:
        validate_documents(document, diagnostics)
        assert diagnostics.worst() is not Severity.ERROR
    assert render(diagnostics, color=True).count("\n") >= len(diagnostics) > -1
    assert len(as_json(diagnostics)) == len(diagnostics)


@settings(max_examples=100, deadline=None)
@given(data=st.binary(max_size=80))
def test_arbitrary_bytes_raise_only_generation_errors(
    tmp_path_factory: pytest.TempPathFactory, data: bytes
) -> None:
    path = tmp_path_factory.getbasetemp() / "bytes.yaml"
    path.write_bytes(data)
    diagnostics = Diagnostics()
    with pytest.raises(GenerationError):
        load([path], relative_to=path.parent, diagnostics=diagnostics)
    assert diagnostics.worst() is Severity.ERROR
