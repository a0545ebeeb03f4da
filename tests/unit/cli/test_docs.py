"""`oasmith docs`: the site on a local server."""

from __future__ import annotations

import re
import signal
import subprocess
import sys
import urllib.error
import urllib.request
from pathlib import Path

import pytest

from tests.unit.rendering.html.site_pages import SHOP


def test_the_site_is_served_and_nothing_is_written(tmp_path: Path) -> None:
    (tmp_path / "api.yaml").write_text(SHOP, encoding="utf-8")
    with subprocess.Popen(
        [sys.executable, "-m", "oasmith", "docs", "api.yaml"],
        cwd=tmp_path,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        # A shell starts background processes with SIGINT ignored.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
    ) as process:
        try:
            assert process.stdout is not None
            line = process.stdout.readline()
            match = re.fullmatch(
                r"serving the reference at (http://127\.0\.0\.1:\d+/) until Ctrl-C\n",
                line,
            )
            assert match is not None
            with urllib.request.urlopen(match[1], timeout=120) as response:
                assert response.headers["Content-Type"] == "text/html; charset=utf-8"
                assert b"<h1>Shop" in response.read()
            with urllib.request.urlopen(
                f"{match[1]}orders.md", timeout=120
            ) as response:
                assert response.headers["Content-Type"].startswith("text/markdown")
            with pytest.raises(urllib.error.HTTPError, match="404"):
                urllib.request.urlopen(f"{match[1]}../api.yaml", timeout=120)
        finally:
            process.send_signal(signal.SIGINT)
            _, errors = process.communicate(timeout=60)
    assert errors == "interrupted while serving the reference\n"
    assert process.returncode == 130
    assert [path.name for path in tmp_path.iterdir()] == ["api.yaml"]


def oasmith(directory: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run `oasmith docs` on the document of the shop."""
    (directory / "api.yaml").write_text(SHOP, encoding="utf-8")
    return subprocess.run(
        [sys.executable, "-m", "oasmith", "docs", "api.yaml", *arguments],
        cwd=directory,
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_site_is_written_to_a_folder(tmp_path: Path) -> None:
    done = oasmith(tmp_path, "--to", "public/api")
    assert done.returncode == 0, done.stderr
    assert "files written in public/api" in done.stderr + done.stdout
    site = tmp_path / "public/api"
    assert "<h1>Shop" in (site / "index.html").read_text(encoding="utf-8")
    assert (site / "assets/site.css").is_file()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["api.yaml", "public"]


def test_a_folder_with_files_is_not_changed(tmp_path: Path) -> None:
    (tmp_path / "public").mkdir()
    (tmp_path / "public/index.html").write_text("mine", encoding="utf-8")
    done = oasmith(tmp_path, "--to", "public")
    assert done.returncode == 2
    assert "the folder public is not empty" in done.stderr
    assert (tmp_path / "public/index.html").read_text(encoding="utf-8") == "mine"


def test_a_site_that_is_written_is_not_served(tmp_path: Path) -> None:
    done = oasmith(tmp_path, "--to", "public", "--port", "8080")
    assert done.returncode == 2
    assert "leave out --port and --open" in done.stderr
