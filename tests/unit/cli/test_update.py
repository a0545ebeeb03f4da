"""`oasmith update`: documents that the settings pin."""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from generator.cli import main
from tests.unit.cli.conftest import SMALL, Run, snapshot
from tests.unit.runtime.conftest import Reply, Server, serve

pytestmark = pytest.mark.slow

__all__ = ["serve"]

OLD = SMALL.encode()
NEW = SMALL.replace("name: {type", "title: {type").encode()


@pytest.fixture
def server(serve: Callable[..., Server], here: Path) -> Server:
    """Return a server with a document, whose entry is in the settings."""
    server = serve(Reply(body=OLD))
    (here / "pyproject.toml").write_text(
        '[tool.oasmith]\nspecs = ["specs/small.yaml"]\n\n[[tool.oasmith.sources]]\n'
        f'file = "specs/small.yaml"\nurl = "{server.url}/openapi.yaml"  # the API\n'
    )
    (here / "small.yaml").unlink()
    return server


def entry(here: Path) -> dict[str, Any]:
    content = tomllib.loads((here / "pyproject.toml").read_text())
    item: dict[str, Any] = content["tool"]["oasmith"]["sources"][0]
    return item


def test_the_first_download(server: Server, run: Run, here: Path) -> None:
    stdout = run("update", "--yes").stdout
    assert f"specs/small.yaml: new, {len(OLD)} bytes" in stdout
    assert "1 operation" in stdout
    assert (here / "specs/small.yaml").read_bytes() == OLD
    assert entry(here)["sha256"] == hashlib.sha256(OLD).hexdigest()
    assert "# the API" in (here / "pyproject.toml").read_text()
    assert "Current" in run("check").stdout
    assert "Nothing to do: 1 document unchanged" in run("update").stdout


def test_a_new_version(server: Server, run: Run, here: Path) -> None:
    run("update", "--yes")
    server.replies = [Reply(body=NEW)]
    before = snapshot(here)
    result = CliRunner().invoke(main, ["update"], input="n\n")
    assert result.exit_code == 1 and "specs/small.yaml: changed" in result.stdout
    assert "types.things.Thing" in result.stdout and "name" in result.stdout
    assert "next version: 2.0.0" in result.stdout
    assert snapshot(here) == before
    result = CliRunner().invoke(main, ["update", "specs/small.yaml"], input="y\n")
    assert result.exit_code == 0
    assert entry(here)["sha256"] == hashlib.sha256(NEW).hexdigest()
    assert "title" in (here / "generated/small_client/types/things.py").read_text()


def test_the_version_of_the_settings_is_raised(
    server: Server, run: Run, here: Path
) -> None:
    settings = (here / "pyproject.toml").read_text()
    version = settings.replace("\n\n", '\nversion = "3.1.0"\n\n', 1)
    (here / "pyproject.toml").write_text(version)
    run("update", "--yes")
    server.replies = [Reply(body=NEW)]
    stdout = run("update", "--yes").stdout
    assert "next version: 4.0.0 (breaking changes since 3.1.0)" in stdout


def test_overlays_survive_a_new_version(server: Server, run: Run, here: Path) -> None:
    settings = (here / "pyproject.toml").read_text()
    overlays = settings.replace("\n\n", '\noverlays = ["changes.yaml"]\n\n', 1)
    (here / "pyproject.toml").write_text(overlays)
    (here / "changes.yaml").write_text(
        f"overlay: 1.1.0\ninfo: {{title: Changes, version: '1'}}\n"
        f"extends: {server.url}/openapi.yaml\nactions:\n"
        "  - target: $.components.schemas.Thing.properties\n"
        "    update: {size: {type: integer}}\n"
    )
    run("update", "--yes")
    server.replies = [Reply(body=NEW)]
    assert "size" not in run("update", "--yes").stdout
    text = (here / "generated/small_client/types/things.py").read_text()
    assert "title: str" in text and "size: int" in text


def test_without_a_terminal_nothing_is_written(
    server: Server, run: Run, here: Path
) -> None:
    before = snapshot(here)
    result = CliRunner().invoke(main, ["update"])
    assert result.exit_code == 1 and snapshot(here) == before


def test_lost_edits_are_announced(server: Server, run: Run, here: Path) -> None:
    run("update", "--yes")
    file = here / "specs/small.yaml"
    file.write_text(f"{SMALL}# mine\n")
    assert "the file was edited since its download" in run("update", "--yes").stdout
    assert file.read_bytes() == OLD


@pytest.mark.parametrize("content", [b"openapi: [", b"<html>", b"\xff\xfe\xff"])
def test_documents_that_cannot_be_generated_are_not_kept(
    server: Server, run: Run, here: Path, content: bytes
) -> None:
    run("update", "--yes")
    before = snapshot(here)
    server.replies = [Reply(body=content)]
    result = run("update", "--yes", code=1)
    assert "the documents and the settings were restored" in result.stderr
    assert snapshot(here) == before


def test_a_failed_first_download_leaves_nothing(
    server: Server, run: Run, here: Path
) -> None:
    server.replies = [Reply(404)]
    before = snapshot(here)
    stderr = run("update", "--yes", code=1).stderr
    assert "specs/small.yaml: the server returned 404 (http://127.0.0.1" in stderr
    server.replies = [Reply(body=b"openapi: [")]
    run("update", "--yes", code=1)
    assert snapshot(here) == before


def test_a_minimal_client(server: Server, run: Run, here: Path) -> None:
    settings = (here / "pyproject.toml").read_text()
    minimal = settings.replace("\n\n", '\nruntime = "minimal"\n\n', 1)
    (here / "pyproject.toml").write_text(minimal)
    run("update", "--yes")
    server.replies = [Reply(body=NEW)]
    stdout = run("update", "--yes").stdout
    assert "types.things.Thing" in stdout and "runtime" not in stdout
    assert run("check").stdout.startswith("Current: ")


@pytest.fixture
def sharing(server: Server, run: Run, here: Path) -> Path:
    """Two clients with a shared runtime, whose documents were downloaded."""
    source = (here / "pyproject.toml").read_text().partition("\n\n")[2]
    (here / "own.yaml").write_text(SMALL)
    clients = "".join(
        f'[[tool.oasmith.clients]]\nspecs = ["{spec}"]\npackage = "{name}"\n'
        f'output = "clients/{name}"\n'
        for name, spec in (("small", "specs/small.yaml"), ("other", "own.yaml"))
    )
    (here / "pyproject.toml").write_text(
        '[tool.oasmith]\nruntime = "shared"\nruntime_package = "common"\n'
        f"docs = false\n\n{source}{clients}"
    )
    run("update", "--yes")
    return here


def test_clients_with_a_shared_runtime(sharing: Path, server: Server, run: Run) -> None:
    assert run("check").stdout.count("Current: ") == 3
    server.replies = [Reply(body=NEW)]
    stdout = run("update", "--yes").stdout
    assert "small:\nBreaking (1)" in stdout
    assert "other:\nnext version: 1 (nothing changes for callers since 1)" in stdout
    assert "common: runtime of 2 clients" in stdout
    assert run("check").stdout.count("Current: ") == 3


def test_clients_that_were_written_before_a_failure_are_named(
    sharing: Path, server: Server, run: Run
) -> None:
    before = snapshot(sharing)
    file = sharing / "runtime/common/sentinels.py"
    file.write_text("# mine\n")
    server.replies = [Reply(body=NEW)]
    stderr = run("update", "--yes", code=1).stderr
    assert (
        "the documents and the settings were restored; run `oasmith generate` to restore "
        "clients/small, too\n"
    ) in stderr
    assert "discard all with `oasmith generate --force`" in stderr
    run("generate", "--force")
    assert snapshot(sharing) == before


@pytest.mark.parametrize("downloaded", [b"\n", b"\r\n"])
@pytest.mark.parametrize("written", [b"\n", b"\r\n"])
def test_line_ends_are_no_edit(
    server: Server, run: Run, here: Path, downloaded: bytes, written: bytes
) -> None:
    server.replies = [Reply(body=OLD.replace(b"\n", downloaded))]
    run("update", "--yes")
    content = OLD.replace(b"\n", written)
    (here / "specs/small.yaml").write_bytes(content)
    assert "Nothing to do" in run("update").stdout
    server.replies = [Reply(body=NEW.replace(b"\n", downloaded))]
    assert "edited since" not in run("update", "--yes").stdout
    (here / "specs/small.yaml").write_bytes(content)
    assert "edited since" in run("update", "--yes").stdout


def test_other_commands_download_nothing(server: Server, run: Run) -> None:
    run("update", "--yes")
    count = len(server.received)
    for command in ("generate", "check", "validate"):
        run(command)
    assert len(server.received) == count


def test_wrong_usage(server: Server, run: Run, here: Path) -> None:
    assert "'x.yaml' is not in the setting" in run("update", "x.yaml", code=2).stderr
    settings = here / "pyproject.toml"
    text = settings.read_text()
    settings.write_text(text.replace("http://127.0.0.1", "http://a.test"))
    assert "must begin with https://" in run("update", code=2).stderr
    settings.write_text('[tool.oasmith]\nspecs = ["a.yaml"]\n')
    assert "[[tool.oasmith.sources]]" in run("update", code=2).stderr
    settings.unlink()
    assert "there are no settings" in run("update", code=2).stderr
