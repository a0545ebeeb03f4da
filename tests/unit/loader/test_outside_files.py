"""Files that a document may refer to; other files are not opened."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from generator.diagnostics import Diagnostic, Diagnostics, GenerationError
from generator.limits import MAX_FILE_BYTES
from generator.loader import load
from generator.loader.access import Folders
from generator.openapi.document import Document

SECRET = "token-5ecre7"
HEAD: dict[str, Any] = {"openapi": "3.1.0", "paths": {}}
POSIX = pytest.mark.skipif(sys.platform == "win32", reason="needs POSIX files")


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A folder with documents in `api/`, and other files."""
    (tmp_path / "api").mkdir()
    for name in ("token", "token.yaml", "token.md"):
        (tmp_path / name).write_text(SECRET)
    (tmp_path / "keys.json").write_text(json.dumps({"a": {"b": SECRET}}))
    return tmp_path


def write(home: Path, content: dict[str, Any], name: str = "api/a.json") -> Path:
    path = home / name
    path.write_text(json.dumps({**HEAD, "info": {"title": "A"}, **content}))
    return path


def read(
    path: Path, *folders: Path, relative_to: Path | None = None
) -> tuple[Document, list[Diagnostic]]:
    diagnostics = Diagnostics()
    document = load(
        [path],
        relative_to=relative_to or path.parent,
        diagnostics=diagnostics,
        folders=folders,
    )
    return document, list(diagnostics)


def texts(document: Document) -> str:
    """Return the text of all files except the first document."""
    values = [item.value for item in document.files.values()][1:]
    return json.dumps(values)


def spellings(home: Path) -> Iterator[str]:
    """Yield references to outside files in all spellings of a URI."""
    base = home.as_posix()
    for name in ("token", "token.yaml", "token.md", "keys.json#/a/b"):
        yield f"{base}/{name}"
        yield f"../{name}"
        yield f"./../{name}"
        yield f"x/../../{name}"
        yield f"%2e%2e/{name}"
        yield f"..%2F{name}"
        yield f"file://{base}/{name}"
        yield f"file://localhost{base}/{name}"
        yield f"file:{base}/{name}"
        yield f"FILE://{base}/{name}"
        yield f"file://{base}/api/../{name}"
        yield f"file:///{base[1:].replace('/', '%2F')}%2F{name}"


@pytest.mark.parametrize("number", range(48))
def test_references_outside_of_the_folder_are_refused(home: Path, number: int) -> None:
    reference = list(spellings(home))[number]
    path = write(
        home,
        {
            "info": {"title": "A", "summary": {"$ref": reference}},
            "components": {"schemas": {"A": {"$ref": reference}}},
        },
    )
    document, result = read(path)
    assert len(document.files) == 1
    codes = [item.rule.code for item in result]
    assert codes.count("outside-reference") == 1, codes
    place = next(item for item in result if item.rule.code == "outside-reference")
    assert place.location is not None and place.location.file.name == "a.json"
    assert SECRET not in str(document.roots[0].value)


def test_number_of_spellings(home: Path) -> None:
    assert len(list(spellings(home))) == 48


def test_missing_outside_file_has_the_same_diagnostic(home: Path) -> None:
    """The diagnostic must not disclose whether a file exists."""
    result = []
    for name in ("token", "nothing"):
        path = write(home, {"components": {"schemas": {"A": {"$ref": f"../{name}"}}}})
        (item,) = read(path)[1]
        result.append((item.rule.code, item.message.replace(name, "")))
    assert result[0] == result[1]


@pytest.mark.parametrize(
    "content",
    [
        {"components": {"schemas": {"A": {"$id": "file:///", "$ref": "etc/hostname"}}}},
        {
            "$self": "file:///etc/x",
            "components": {"schemas": {"A": {"$ref": "passwd"}}},
        },
        {"$self": "../x", "components": {"schemas": {"A": {"$ref": "token.yaml"}}}},
        {"components": {"examples": {"A": {"$ref": "../token"}}}},
        {"paths": {"/a": {"$ref": "../token"}}},
        {"paths": {"/a": {"get": {"$ref": "../token"}}}},
        {"tags": {"$ref": "../token"}},
        {
            "components": {
                "schemas": {
                    "A": {
                        "discriminator": {
                            "propertyName": "a",
                            "mapping": {"b": "../keys.json#/a"},
                        }
                    }
                }
            }
        },
    ],
)
def test_outside_references_are_refused_at_all_locations(
    home: Path, content: dict[str, Any]
) -> None:
    document, result = read(write(home, content))
    codes = {item.rule.code for item in result}
    assert codes & {"outside-reference", "missing-file"}
    assert len(document.files) == 1


def test_external_values_are_never_read(home: Path) -> None:
    example = {"externalValue": (home / "token").as_uri()}
    document, result = read(write(home, {"components": {"examples": {"A": example}}}))
    assert (len(document.files), result) == (1, [])


def test_outside_references_of_swagger_2_are_refused(home: Path) -> None:
    path = home / "api/a.json"
    definitions = {"A": {"$ref": "../keys.json#/a"}}
    root = {"swagger": "2.0", "info": {"title": "A", "version": "1"}, "paths": {}}
    path.write_text(json.dumps({**root, "definitions": definitions}))
    document, result = read(path)
    assert "outside-reference" in [item.rule.code for item in result]
    assert len(document.files) == 1


@POSIX
def test_links_to_outside_files_are_refused(home: Path) -> None:
    (home / "api/link.yaml").symlink_to(home / "token.yaml")
    (home / "api/folder").symlink_to(home)
    for reference in ("link.yaml", "folder/token.yaml"):
        path = write(home, {"components": {"schemas": {"A": {"$ref": reference}}}})
        document, result = read(path)
        assert [item.rule.code for item in result] == ["outside-reference"]
        assert len(document.files) == 1


@POSIX
def test_links_to_permitted_files_are_followed(home: Path) -> None:
    (home / "api/real.yaml").write_text("type: string")
    (home / "api/link.yaml").symlink_to("real.yaml")
    path = write(home, {"components": {"schemas": {"A": {"$ref": "link.yaml"}}}})
    document, result = read(path)
    assert (len(document.files), result) == (2, [])


def test_configured_folders_are_permitted(home: Path) -> None:
    (home / "common").mkdir()
    (home / "common/b.yaml").write_text("type: string")
    schema = {"$ref": "../common/b.yaml"}
    path = write(home, {"components": {"schemas": {"A": schema}}})
    document, result = read(path, home / "api/../common")
    assert (len(document.files), result) == (2, [])


def test_hidden_files_are_refused_unless_their_folder_is_configured(home: Path) -> None:
    (home / "api/.secrets").mkdir()
    (home / "api/.env").write_text(f"KEY={SECRET}")
    (home / "api/.secrets/b.yaml").write_text(SECRET)
    schemas = {"A": {"$ref": ".env"}, "B": {"$ref": ".secrets/b.yaml"}}
    path = write(home, {"components": {"schemas": schemas}})
    document, result = read(path)
    assert [item.rule.code for item in result] == ["outside-reference"] * 2
    document, result = read(path, home / "api/.secrets")
    assert [item.rule.code for item in result] == ["outside-reference"]
    assert SECRET in texts(document)


def test_folder_with_a_permitted_prefix_is_refused(home: Path) -> None:
    folders = Folders([home / "api"])
    assert folders.allow(Path(os.path.realpath(home)) / "api/x")
    assert not folders.allow(Path(os.path.realpath(home)) / "api2/x")


def test_document_in_a_hidden_folder_may_refer_to_its_folder(home: Path) -> None:
    (home / ".api").mkdir()
    (home / ".api/b.yaml").write_text("type: string")
    schemas = {"A": {"$ref": "b.yaml"}}
    path = write(home, {"components": {"schemas": schemas}}, ".api/a.json")
    document, result = read(path)
    assert (len(document.files), result) == (2, [])


def special_files(folder: Path) -> Iterator[str]:
    os.mkfifo(folder / "pipe")
    yield "pipe"
    (folder / "folder.yaml").mkdir()
    yield "folder.yaml"


@POSIX
def test_special_files_are_not_opened(home: Path) -> None:
    for name in special_files(home / "api"):
        path = write(home, {"components": {"schemas": {"A": {"$ref": name}}}})
        document, result = read(path)
        assert [item.rule.code for item in result] == ["missing-file"]
        assert len(document.files) == 1


@POSIX
def test_devices_are_not_read(home: Path) -> None:
    (home / "api/zero").symlink_to("/dev/zero")
    for name in ("zero", "/dev/zero", "/dev/stdin", "/proc/self/environ"):
        path = write(home, {"components": {"schemas": {"A": {"$ref": name}}}})
        document, result = read(path, Path("/dev"))
        assert len(document.files) == 1
        assert {item.rule.code for item in result} <= {
            "missing-file",
            "outside-reference",
        }
        assert len(result) == 1


@POSIX
@pytest.mark.parametrize("name", ["/dev/zero", "/dev/null"])
def test_devices_are_not_read_as_documents(name: str) -> None:
    diagnostics = Diagnostics()
    with pytest.raises(GenerationError):
        load([Path(name)], relative_to=Path("/"), diagnostics=diagnostics)
    (result,) = diagnostics
    assert (result.rule.code, result.message) == (
        "unreadable-file",
        "the file is not a regular file",
    )


@POSIX
def test_pipe_without_writer_is_refused(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.loader.access.PIPE_SECONDS", 0.2)
    os.mkfifo(home / "pipe.yaml")
    diagnostics = Diagnostics()
    with pytest.raises(GenerationError):
        load([home / "pipe.yaml"], relative_to=home, diagnostics=diagnostics)
    (result,) = diagnostics
    assert (
        result.message == "the file is a pipe that received no data within 0.2 seconds"
    )


def test_large_files_are_refused(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    large = home / "api/large.yaml"
    with large.open("wb") as file:
        file.truncate(MAX_FILE_BYTES + 1)
    path = write(home, {"components": {"schemas": {"A": {"$ref": "large.yaml"}}}})
    _, (result,) = read(path)
    assert result.rule.code == "missing-file"
    assert "is larger than 128 MiB" in result.message
    diagnostics = Diagnostics()
    with pytest.raises(GenerationError):
        load([large], relative_to=home, diagnostics=diagnostics)
    (result,) = diagnostics
    assert (result.rule.code, result.message) == (
        "unreadable-file",
        "the file is larger than 128 MiB",
    )


@POSIX
@pytest.mark.parametrize(
    "reference", ["b.yaml", "{home}/api/b.yaml", "file://{home}/api/b.yaml"]
)
@pytest.mark.parametrize("own", ["", "file://{home}/api/a.json"])
def test_document_from_a_pipe_may_only_refer_to_itself(
    home: Path, reference: str, own: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    (home / "api/b.yaml").write_text("type: string")
    monkeypatch.chdir(home / "api")
    schemas = {
        "A": {"$ref": reference.format(home=home)},
        "B": {"$ref": "#/components/schemas/C"},
        "C": {"type": "integer"},
    }
    root = {**HEAD, "info": {"title": "A"}, "components": {"schemas": schemas}}
    if own:
        root["$self"] = own.format(home=home)
    reading, writing = os.pipe()
    os.write(writing, json.dumps(root).encode())
    os.close(writing)
    try:
        document, result = read(Path(f"/dev/fd/{reading}"), home, relative_to=home)
    finally:
        os.close(reading)
    assert [item.rule.code for item in result] == ["outside-reference"]
    assert len(document.files) == 1
