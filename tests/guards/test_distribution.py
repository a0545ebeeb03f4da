"""An installed wheel works without the clone."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

from tests.guards.conftest import PETSHOP
from tests.guards.sources import PACKAGE, ROOT
from tests.unit.cli.conftest import snapshot
from tests.unit.cli.init.test_new_user import Shell, use_repository

PIP = (sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet")


def run(*command: str | Path, cwd: Path) -> str:
    """Run a command without the import paths of this environment; return its output."""
    environment = {k: v for k, v in os.environ.items() if not k.startswith("PYTHON")}
    done = subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env={**environment, "OASMITH_CACHE": "off"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def sources(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project without the stale files that an earlier build has left."""
    folder = tmp_path_factory.mktemp("sources")
    caches = shutil.ignore_patterns("__pycache__")
    for name in ("generator", "templates"):
        shutil.copytree(ROOT / name, folder / name, ignore=caches)
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, folder)
    return folder


@pytest.fixture(scope="module")
def wheel(sources: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of oasmith."""
    folder = tmp_path_factory.mktemp("wheels")
    run(*PIP, "wheel", sources, "--no-deps", "-w", folder, cwd=folder)
    (installed,) = folder.glob("oasmith-*.whl")
    return installed


@pytest.fixture(scope="module")
def scripts(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Folder of the commands in a new environment with the wheel and its dependencies."""
    fresh = tmp_path_factory.mktemp("fresh")
    venv.create(fresh, with_pip=True, symlinks=os.name != "nt")
    installed = fresh / ("Scripts" if os.name == "nt" else "bin")
    python = installed / "python"
    run(python, *PIP[1:], "install", wheel, cwd=fresh)
    where = run(python, "-c", "import oasmith; print(oasmith.__file__)", cwd=fresh)
    assert Path(where.strip()).is_relative_to(fresh)
    return installed


@pytest.mark.slow(seconds=40)
def test_output_builds_an_installable_wheel(tmp_path: Path, petshop: Path) -> None:
    before = snapshot(petshop)
    copy = tmp_path / "generated"
    shutil.copytree(petshop, copy, ignore=shutil.ignore_patterns("__pycache__"))
    run(*PIP, "wheel", copy, "--no-deps", "-w", tmp_path / "wheels", cwd=tmp_path)
    (wheel,) = (tmp_path / "wheels").glob("*.whl")
    assert wheel.name == "pet_shop_client-1.2.0-py3-none-any.whl"
    packed = {
        name for name in zipfile.ZipFile(wheel).namelist() if "dist-info" not in name
    }
    assert packed == {name for name in before if name.startswith("pet_shop_client/")}
    assert "pet_shop_client/py.typed" in packed

    target = tmp_path / "site"
    install = ("install", "--no-deps", "--target", target, wheel)
    run(*PIP, *install, cwd=tmp_path)
    program = (
        f"import sys; sys.path.insert(0, {str(target)!r}); import pet_shop_client as p; "
        "from importlib.metadata import metadata as m; d = m('pet-shop-client'); "
        "print(p.__file__, p.__version__, d['Summary'], d.get_all('Requires-Dist'))"
    )
    printed = run(sys.executable, "-c", program, cwd=tmp_path)
    assert printed.startswith(str(target)) and "1.2.0" in printed
    assert "httpx2" in printed and "typing-extensions" in printed


@pytest.mark.slow
def test_wheel_contains_templates_and_runtime(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    assert {name.partition("/")[0] for name in names if "dist-info" not in name} == {
        "oasmith"
    }
    prefix = "oasmith/_templates/"
    packaged = {name.removeprefix(prefix) for name in names if name.startswith(prefix)}
    templates = {
        file.relative_to(ROOT / "templates").as_posix()
        for pattern in ("*.jinja", "site/assets/*")
        for file in (ROOT / "templates").rglob(pattern)
    }
    assert packaged == templates
    modules = {
        f"oasmith/{file.relative_to(PACKAGE).as_posix()}"
        for file in PACKAGE.rglob("*.py")
    }
    data = {"oasmith/diagnostics/rules.md", "oasmith/py.typed"}
    assert {*modules, *data} <= set(names)


@pytest.mark.slow
def test_source_distribution_builds_the_same_wheel(
    sources: Path, wheel: Path, tmp_path: Path
) -> None:
    backend = tmp_path / "backend"
    run(*PIP, "install", "--target", backend, "setuptools>=77", cwd=tmp_path)
    program = (
        f"import os, sys; sys.path.insert(0, {str(backend)!r}); os.chdir({str(sources)!r});"
        f" from setuptools.build_meta import build_sdist; build_sdist({str(tmp_path)!r})"
    )
    run(sys.executable, "-c", program, cwd=tmp_path)
    (sdist,) = tmp_path.glob("oasmith-*.tar.gz")
    run(*PIP, "wheel", sdist, "--no-deps", "-w", tmp_path / "again", cwd=tmp_path)
    (again,) = (tmp_path / "again").glob("*.whl")
    assert contents(again) == contents(wheel)


def contents(wheel: Path) -> dict[str, bytes]:
    """Return the content of the files in a wheel, by name."""
    with zipfile.ZipFile(wheel) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


@pytest.mark.slow
def test_installed_wheel_generates_the_same_output_as_the_clone(
    scripts: Path, tmp_path: Path, petshop: Path
) -> None:
    (tmp_path / "petshop.yaml").write_bytes(PETSHOP.read_bytes())
    printed = run(scripts / "oasmith", "generate", "petshop.yaml", cwd=tmp_path)
    assert "pet_shop_client: 6 operations" in printed
    assert snapshot(tmp_path / "generated") == snapshot(petshop)


@pytest.mark.slow
@pytest.mark.skipif(not shutil.which("make"), reason="needs make")
@pytest.mark.skipif(not shutil.which("git"), reason="needs git")
def test_init_works_with_an_installed_wheel(
    wheel: Path, scripts: Path, tmp_path: Path
) -> None:
    """The installation step of CI runs, too, with the wheel from which `init` ran."""
    (tmp_path / "openapi.yaml").write_bytes(PETSHOP.read_bytes())
    shell = Shell(tmp_path, scripts)
    shell("pip uninstall --quiet --yes oasmith")
    shell("oasmith --version", code=127)
    shell(f"pip install --quiet {wheel}", PIP_NO_INDEX="1")
    use_repository(shell, tmp_path, OASMITH_SOURCE=str(wheel), PIP_NO_INDEX="1")
