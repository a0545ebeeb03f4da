"""The manifest: content, and errors if it cannot be read."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.emission import EmissionError, Manifest, Written, digest, find_drift
from tests.unit.emission.trees import NEW, OLD, content_of, manifest_of

Write = Callable[..., Written]


def break_manifest(output: Path, content: bytes) -> None:
    (output / ".oasmith.json").write_bytes(content)


def test_manifest_round_trip(output: Path) -> None:
    manifest = Manifest(
        generator="oasmith 0",
        documents={"a.yaml": "1"},
        settings={"package": "a", "docs": True},
        files={"b": "2", "a": "1"},
        diagnostics={"code": ["a.yaml#/x"]},
        pending={"a": "3"},
        names={"calls": {"b": ["GET"], "a": ["PUT"]}, "types": {}},
    )
    output.mkdir()
    break_manifest(output, manifest.to_bytes())
    assert Manifest.read(output) == manifest
    assert manifest.owns("a", "1") and manifest.owns("a", "3")
    assert not manifest.owns("b", "1") and not manifest.owns("c", "1")


@pytest.mark.parametrize(
    "row", ["a", 'é"\\\n', [], ["a", "é\u2028"], ["a", 1, None], {"a": ["b"]}, None]
)
def test_names_are_written_as_json_does(output: Path, row: object) -> None:
    manifest = Manifest(names={"types": {'"é': row}})
    content = manifest.to_bytes().decode("ascii")
    key = json.dumps('"é')
    assert f"      {key}: {json.dumps(row)}\n" in content
    output.mkdir()
    break_manifest(output, content.encode())
    assert Manifest.read(output).names == manifest.names


def test_bytes_do_not_depend_on_order() -> None:
    one = Manifest(files={"a": "1", "b": "2"}, settings={"x": {"c": 1, "d": 2}})
    other = Manifest(files={"b": "2", "a": "1"}, settings={"x": {"d": 2, "c": 1}})
    assert one.to_bytes() == other.to_bytes()
    assert one.to_bytes().isascii() and one.to_bytes().endswith(b"}\n")


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "cannot be read"),
        (b'{"files": {', "cannot be read"),
        (b"\xff\xfe\0", "cannot be read"),
        (b"[" * 100_000, "cannot be read"),
        (b"[]", "is not a manifest"),
        (b'{"format": 1}', "is not a manifest"),
        (b'{"format": 1, "files": []}', "is not a manifest"),
        (b'{"files": {}}', "is not a manifest"),
        (b'{"format": "1", "files": {}}', "is not a manifest"),
        (b'{"format": 5, "files": {}, "generator": "oasmith 9"}', "newer version"),
        (b'{"format": 2, "files": {}}', "no record of the public names"),
        (b'{"format": 2, "files": {}, "names": []}', "no record of the public names"),
    ],
)
def test_damaged_or_newer_manifest_stops_the_run(
    write: Write, output: Path, content: bytes, message: str
) -> None:
    write(OLD)
    break_manifest(output, content)
    with pytest.raises(EmissionError, match=message) as caught:
        write(NEW)
    assert str(output / ".oasmith.json") in str(caught.value)
    advice = (
        "update oasmith" if "newer" in message else "restore it from version control"
    )
    assert advice in str(caught.value) and "delete" not in str(caught.value)
    with pytest.raises(EmissionError, match=message):
        find_drift(NEW, manifest_of(NEW), output)
    assert content_of(output) == OLD
    write(NEW, force=True)
    assert content_of(output) == {**NEW, "pkg/types/dog.py": b"dog\n"}


def test_conflicts_of_a_merge_have_their_own_advice(write: Write, output: Path) -> None:
    write(OLD)
    break_manifest(output, b'{\n<<<<<<< HEAD\n  "a": 1\n=======\n>>>>>>> other\n}')
    with pytest.raises(EmissionError, match="conflicts of a merge") as caught:
        write(NEW)
    assert f"`git checkout HEAD -- {output}`" in str(caught.value)


def test_entries_of_the_wrong_type_are_ignored(write: Write, output: Path) -> None:
    write(OLD)
    manifest = json.loads((output / ".oasmith.json").read_bytes())
    manifest |= {"settings": [1], "diagnostics": "x", "documents": 3, "pending": None}
    break_manifest(output, json.dumps(manifest).encode())
    write(NEW)
    assert content_of(output) == NEW


def test_unchanged_files_are_recognized_without_a_manifest(
    write: Write, output: Path
) -> None:
    write(OLD)
    (output / ".oasmith.json").unlink()
    assert write(OLD) == Written(written=0, unchanged=4, removed=0)
    (output / ".oasmith.json").unlink()
    with pytest.raises(EmissionError, match="docs/README.md"):
        write(NEW)
    assert content_of(output) == OLD


@pytest.mark.parametrize(
    "path",
    [
        "../victim.txt",
        "pkg/../../victim.txt",
        "{outside}/victim.txt",
        "pkg//../../victim.txt",
        "./../victim.txt",
        "..\\victim.txt",
        "",
        ".",
        "pkg/\0",
        "pkg/\ud800",
    ],
)
def test_outside_paths_in_a_manifest_are_ignored(
    write: Write, output: Path, path: str
) -> None:
    victim = output.parent / "victim.txt"
    victim.write_bytes(b"mine")
    path = path.format(outside=output.parent)
    write(OLD)
    manifest = json.loads((output / ".oasmith.json").read_bytes())
    manifest["files"][path] = digest(b"mine")
    manifest["pending"] = {path: digest(b"mine")}
    break_manifest(output, json.dumps(manifest).encode())
    assert path not in dict(find_drift(OLD, manifest_of(OLD), output))
    for force in (False, True):
        write(NEW, force=force)
        assert victim.read_bytes() == b"mine"
        assert content_of(output) == NEW
        break_manifest(output, json.dumps(manifest).encode())
