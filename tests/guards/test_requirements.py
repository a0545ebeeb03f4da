"""The lock files, the dependency groups, and requirements with other versions."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
from packaging.markers import Marker
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.guards.documentation import COMMANDS_PAGE
from tests.guards.sources import ROOT
from tests.requirements import LOCKS, lowest, members, normalize, requirements

PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
GROUPS: dict[str, Any] = PROJECT["dependency-groups"]
DEPENDENCIES: list[str] = PROJECT["project"]["dependencies"]
NAMES = ("generate.txt", "dev.txt")


def locked(name: str) -> dict[str, list[tuple[Requirement, int]]]:
    """Return the entries of a lock file by package, with the number of hashes."""
    text = (LOCKS / name).read_text(encoding="utf-8")
    code = re.sub(r"^\s*#.*\n", "", text, flags=re.MULTILINE).replace("\\\n", " ")
    entries: dict[str, list[tuple[Requirement, int]]] = {}
    for line in code.splitlines():
        requirement, *hashes = line.split("--hash=sha256:")
        parsed = Requirement(requirement.strip())
        entries.setdefault(canonicalize_name(parsed.name), []).append(
            (parsed, len(hashes))
        )
    return entries


def declared(name: str) -> list[Requirement]:
    """Return the requirements from which a lock file is resolved."""
    group = "build" if name == "generate.txt" else "dev"
    return [Requirement(item) for item in (*DEPENDENCIES, *members(GROUPS, group))]


@pytest.mark.parametrize("name", NAMES)
def test_every_package_is_pinned_with_hashes_and_without_url(name: str) -> None:
    for entries in locked(name).values():
        for requirement, hashes in entries:
            assert re.fullmatch(r"==[^,*]+", str(requirement.specifier)), requirement
            assert hashes > 0, requirement
            assert requirement.url is None
    text = (LOCKS / name).read_text(encoding="utf-8")
    assert "://" not in text
    options = re.findall(r"^\s*(-.*)", text, re.MULTILINE)
    assert [item for item in options if not item.startswith("--hash=")] == []


@pytest.mark.parametrize("name", NAMES)
def test_the_lock_satisfies_pyproject(name: str) -> None:
    entries = locked(name)
    for requirement in declared(name):
        for pinned, _ in entries[canonicalize_name(requirement.name)]:
            (version,) = pinned.specifier
            assert version.version in requirement.specifier, f"run make lock: {pinned}"


@pytest.mark.parametrize("minor", [11, 12, 13, 14])
@pytest.mark.parametrize("platform", ["linux", "darwin", "win32"])
def test_the_lock_covers_each_python_and_platform(minor: int, platform: str) -> None:
    environment = {
        "implementation_name": "cpython",
        "os_name": "nt" if platform == "win32" else "posix",
        "platform_python_implementation": "CPython",
        "python_full_version": f"3.{minor}.0",
        "python_version": f"3.{minor}",
        "sys_platform": platform,
    }
    for name in NAMES:
        entries = locked(name)
        for requirement in declared(name):
            markers: list[Marker | None] = [
                pinned.marker
                for pinned, _ in entries[canonicalize_name(requirement.name)]
            ]
            # pip rejects two versions of one package.
            applying = [m for m in markers if m is None or m.evaluate(environment)]
            assert len(applying) == 1, requirement


def test_requirements_for_generating_are_a_subset_of_those_for_tests() -> None:
    generate, dev = locked("generate.txt"), locked("dev.txt")
    for name, entries in generate.items():
        assert [str(item) for item, _ in entries] == [
            str(item) for item, _ in dev[name]
        ]
    assert {"pytest", "mypy", "httpx2", "pyright"} & generate.keys() == set()
    assert {"pytest", "mypy", "httpx2", "pyright"} <= dev.keys()


def test_generated_clients_depend_on_the_tested_versions() -> None:
    for name in ("pyproject", "runtime_pyproject"):
        template = ROOT / f"templates/distribution/{name}.toml.jinja"
        (line,) = re.findall(
            r"^dependencies = (\[.*\])$", template.read_text("utf-8"), re.MULTILINE
        )
        assert tomllib.loads(f"it = {line}")["it"] == GROUPS["client"]
    build = PROJECT["build-system"]["requires"]
    assert set(build) <= set(members(GROUPS, "build"))


def test_classifiers_list_the_tested_versions_of_python() -> None:
    versions = {
        item.rpartition(" ")[2]
        for item in PROJECT["project"]["classifiers"]
        if re.fullmatch(r"Programming Language :: Python :: 3\.\d+", item)
    }
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    (tested,) = re.findall(r"^PYTHONS := (.*)$", makefile, re.MULTILINE)
    assert {f"python{version}" for version in versions} == set(tested.split())
    assert min(versions) == "3.11" and "3.14" in versions
    assert PROJECT["project"]["requires-python"] == ">=3.11"


def test_the_purpose_of_each_dependency_is_documented() -> None:
    page = COMMANDS_PAGE.read_text(encoding="utf-8")
    section = page.partition("\n## Dependencies\n")[2].partition("\n## ")[0]
    words = set(re.findall(r"[a-z0-9-]+", section.lower()))
    required = {normalize(item) for item in (*DEPENDENCIES, *members(GROUPS, "dev"))}
    assert required - words == set()


def test_lowest_versions_are_the_lower_bounds() -> None:
    lines = requirements(PROJECT, "lowest")
    for item in (*DEPENDENCIES, *members(GROUPS, "client")):
        assert lowest(item) in lines
        assert Requirement(lowest(item)).specifier
    assert lowest("PyYAML>=6.0.3,<7") == "pyyaml==6.0.3"


def test_newest_versions_are_unpinned_and_tools_are_pinned_as_in_the_lock() -> None:
    lines = requirements(PROJECT, "newest")
    assert {*DEPENDENCIES, *members(GROUPS, "client")} <= set(lines)
    ((pytest_pin, _),) = locked("dev.txt")["pytest"]
    assert str(pytest_pin) in lines
    # pydantic is a dependency of openapi-spec-validator, so the lock must not hold it.
    assert any(line.startswith("pydantic>=") for line in lines)


@pytest.mark.parametrize("text", ["black", "black==26", "black>=1,>=2", "<3"])
def test_requirement_without_exactly_one_lower_bound_is_rejected(text: str) -> None:
    with pytest.raises(ValueError, match="requirement without"):
        lowest(text)


def test_requirements_module_only_needs_the_standard_library() -> None:
    command = [sys.executable, "-I", "-S", str(Path("tests/requirements.py"))]
    done = subprocess.run(
        [*command, "lowest"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert "jinja2==3.1.6" in done.stdout.splitlines()
    wrong = subprocess.run(command, cwd=ROOT, capture_output=True, check=False)
    assert wrong.returncode == 2
