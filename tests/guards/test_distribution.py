"""What is installed from a wheel works from anywhere, without the checkout."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

from tests.cli.conftest import snapshot
from tests.guards.conftest import PETSHOP
from tests.guards.sources import ROOT


def run(*command: str | Path, cwd: Path) -> str:
    """The output of a command that must succeed, without our environment's paths."""
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


@pytest.mark.slow
def test_the_output_builds_a_wheel_that_installs(tmp_path: Path, petshop: Path) -> None:
    before = snapshot(petshop)
    copy = tmp_path / "generated"
    shutil.copytree(petshop, copy, ignore=shutil.ignore_patterns("__pycache__"))
    pip = (sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet")
    run(*pip, "wheel", copy, "--no-deps", "-w", tmp_path / "wheels", cwd=tmp_path)
    (wheel,) = (tmp_path / "wheels").glob("*.whl")
    assert wheel.name == "pet_shop_client-1.2.0-py3-none-any.whl"
    packed = {
        name for name in zipfile.ZipFile(wheel).namelist() if "dist-info" not in name
    }
    assert packed == {name for name in before if name.startswith("pet_shop_client/")}
    assert "pet_shop_client/py.typed" in packed

    target = tmp_path / "site"
    install = ("install", "--no-deps", "--target", target, wheel)
    run(*pip, *install, cwd=tmp_path)
    program = (
        f"import sys; sys.path.insert(0, {str(target)!r}); import pet_shop_client as p; "
        "from importlib.metadata import metadata as m; d = m('pet-shop-client'); "
        "print(p.__file__, p.__version__, d['Summary'], d.get_all('Requires-Dist'))"
    )
    said = run(sys.executable, "-c", program, cwd=tmp_path)
    assert said.startswith(str(target)) and "1.2.0" in said
    assert "httpx2" in said and "typing-extensions" in said


@pytest.mark.slow
def test_a_wheel_generates_what_the_checkout_does(
    tmp_path: Path, petshop: Path
) -> None:
    pip = (sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet")
    run(*pip, "wheel", ROOT, "--no-deps", "-w", tmp_path / "wheels", cwd=tmp_path)
    (wheel,) = (tmp_path / "wheels").glob("oasmith-*.whl")
    names = zipfile.ZipFile(wheel).namelist()
    assert {name.partition("/")[0] for name in names if "dist-info" not in name} == {
        "generator"
    }
    packed = {
        name.removeprefix("generator/_templates/")
        for name in names
        if name.startswith("generator/_templates/")
    }
    templates = {
        file.relative_to(ROOT / "templates").as_posix()
        for file in (ROOT / "templates").rglob("*.jinja")
    }
    assert packed == templates

    fresh = tmp_path / "fresh"
    venv.create(fresh, with_pip=False, symlinks=os.name != "nt")
    scripts = fresh / ("Scripts" if os.name == "nt" else "bin")
    python = scripts / "python"
    run(*pip, "--python", python, "install", "--no-deps", wheel, cwd=tmp_path)
    site = run(
        *(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"),
        cwd=tmp_path,
    ).strip()
    # Dependencies come from here; what is installed editable here does not.
    dependencies = sysconfig.get_path("purelib")
    (Path(site) / "dependencies.pth").write_text(dependencies, encoding="utf-8")
    where = run(
        python, "-c", "import generator; print(generator.__file__)", cwd=tmp_path
    )
    assert Path(where.strip()).is_relative_to(fresh)

    empty = tmp_path / "empty"
    empty.mkdir()
    (empty / "petshop.yaml").write_bytes(PETSHOP.read_bytes())
    said = run(scripts / "oasmith", "generate", "petshop.yaml", cwd=empty)
    assert "pet_shop_client: 6 operations" in said
    assert snapshot(empty / "generated") == snapshot(petshop)
