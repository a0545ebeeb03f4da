"""Settings files: where they are looked up, several clients, documents by pattern."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.config import (
    Config,
    SettingsError,
    check_outputs,
    find_settings,
    read_settings,
)
from tests.unit.config.reading import read


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"[tool.oasmith]\nspecs = ]", "is not valid TOML: .*line 2"),
        (b"[tool]\noasmith = 3\n", "tool.oasmith must be a table"),
        (b"# oasmith \xff\n", "cannot be read: it is not UTF-8"),
    ],
)
def test_invalid_file_is_reported(tmp_path: Path, content: bytes, message: str) -> None:
    file = tmp_path / "pyproject.toml"
    file.write_bytes(content)
    with pytest.raises(SettingsError, match=message):
        read_settings(file)
    with pytest.raises(SettingsError, match=message):
        find_settings(tmp_path)


def test_byte_order_mark_and_crlf_are_supported(tmp_path: Path) -> None:
    file = tmp_path / "pyproject.toml"
    file.write_bytes(b'\xef\xbb\xbf[tool.oasmith]\r\nspecs = "a.yaml"\r\n')
    assert find_settings(tmp_path) == file
    assert read_settings(file)[0].specs == ("a.yaml",)


def test_missing_file_is_reported(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"missing\.toml cannot be read: No such"):
        read_settings(tmp_path / "missing.toml")


@pytest.mark.parametrize("text", ["tool = 3 # oasmith", "[project]\nname = 'a'", ""])
def test_file_without_settings_has_defaults(tmp_path: Path, text: str) -> None:
    assert read(tmp_path, text) == (Config(directory=tmp_path),)


def test_nearest_file_with_settings_is_used(tmp_path: Path) -> None:
    outer = tmp_path / "pyproject.toml"
    outer.write_text("[tool.oasmith]\n")
    deep = tmp_path / "a/b/c"
    deep.mkdir(parents=True)
    (tmp_path / "a/pyproject.toml").write_text("# tool.oasmith is elsewhere\n")
    (tmp_path / "a/b/pyproject.toml").mkdir()
    assert find_settings(deep) == outer
    inner = tmp_path / "a/pyproject.toml"
    inner.write_text('[ tool . "oasmith" ]\nspecs = "x"\n')
    assert find_settings(deep) == inner
    assert find_settings(tmp_path) == outer


def test_invalid_file_without_settings_is_ignored(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text("[tool.oasmith]\n")
    below = tmp_path / "a"
    below.mkdir()
    (below / "pyproject.toml").write_text("[broken")
    assert find_settings(below) == tmp_path / "pyproject.toml"


CLIENTS = """
[tool.oasmith]
docs = false
specs = ["a.yaml"]

[[tool.oasmith.clients]]
package = "one"
output = "one"

[[tool.oasmith.clients]]
package = "two"
output = "two"
specs = ["b.yaml"]
docs = true
"""


def test_several_clients_share_settings(tmp_path: Path) -> None:
    one, two = read(tmp_path, CLIENTS)
    assert (one.package, one.specs, one.docs) == ("one", ("a.yaml",), False)
    assert (two.package, two.specs, two.docs) == ("two", ("b.yaml",), True)
    check_outputs((one, two))


@pytest.mark.parametrize("output", ["one", "one/", "./one", "two/../one"])
def test_two_clients_with_one_output_are_rejected(tmp_path: Path, output: str) -> None:
    configs = read(tmp_path, CLIENTS.replace('output = "two"', f'output = "{output}"'))
    with pytest.raises(SettingsError, match="set a different `output` for each"):
        check_outputs(configs)


def paths(directory: Path, *specs: str) -> list[str]:
    """Return the paths of `specs`, relative to the settings file."""
    result = Config(specs=specs, directory=directory).spec_paths()
    return [path.relative_to(directory).as_posix() for path in result]


def test_globs_are_sorted_and_unique(tmp_path: Path) -> None:
    for name in ("b.yaml", "a.yaml", "c.json", ".hidden.yaml", "sub/d/e.yaml"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    assert paths(tmp_path, "*.yaml") == ["a.yaml", "b.yaml"]
    assert paths(tmp_path, "b.yaml", "*.yaml") == ["b.yaml", "a.yaml"]
    assert paths(tmp_path, "**/*.yaml") == ["a.yaml", "b.yaml", "sub/d/e.yaml"]
    assert paths(tmp_path, "[ac].*", "?.json") == ["a.yaml", "c.json"]
    assert paths(tmp_path, "missing.yaml", "sub") == ["missing.yaml", "sub"]
    assert paths(tmp_path, str(tmp_path / "*.json")) == ["c.json"]


def test_glob_without_matches_is_reported(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"no file matches '\*.yaml'.*specs"):
        paths(tmp_path, "*.yaml")


def test_file_name_that_looks_like_a_glob(tmp_path: Path) -> None:
    directory = tmp_path / "v[1]"
    directory.mkdir()
    (directory / "a[b]*.yaml").touch()
    (directory / "ab.yaml").touch()
    assert paths(directory, "a[b]*.yaml") == ["a[b]*.yaml"]
    assert paths(directory, "a*.yaml") == ["a[b]*.yaml", "ab.yaml"]
    assert paths(directory, str(directory / "ab.yaml")) == ["ab.yaml"]
