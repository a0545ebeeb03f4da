"""The job of the workflow on branches of a repository, with the API of GitHub."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.cli.init.diff_job import MARKER
from tests.unit.cli.conftest import ROOT, SMALL, Run
from tests.unit.cli.init.github import GH, MAX_CHARACTERS, Comments, serve_comments

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        not (shutil.which("bash") and shutil.which("jq")), reason="needs a shell and jq"
    ),
]


class PullRequest:
    """A repository with the branches `main` and `change`, and its pull request."""

    def __init__(self, root: Path, run: Run) -> None:
        self.root, self.run = root, run
        self.folder = root.parent / "runner"
        self.comments = Comments()
        self.api = ""
        programs = self.folder / "bin"
        programs.mkdir(parents=True)
        oasmith = f'#!/bin/sh\nexec "{sys.executable}" -m generator "$@"\n'
        for name, text in (("gh", GH), ("oasmith", oasmith)):
            (programs / name).write_text(text)
            (programs / name).chmod(0o755)
        self.git("init", "-q", "--initial-branch=main")

    def git(self, *arguments: str) -> str:
        identity = ["-c", "user.name=Test", "-c", "user.email=test@example.invalid"]
        command = ["git", *identity, *arguments]
        done = subprocess.run(command, cwd=self.root, check=True, capture_output=True)
        return done.stdout.decode().strip()

    def commit(self, **files: str | None) -> None:
        """Commit files; `None` removes one. `__` in a name is a dot."""
        for name, text in files.items():
            file = self.root / name.replace("__", ".")
            if text is None:
                file.unlink()
            else:
                file.write_text(text)
        self.git("add", "--all")
        self.git("commit", "-q", "--allow-empty", "-m", "$(touch hostile) `id`")

    def branch(self) -> None:
        """Start the branch of the pull request, after which `main` moves on."""
        self.git("checkout", "-q", "-b", "change")

    def merge(self) -> str:
        """Check out the merge commit, as GitHub does, and return the commit of `main`."""
        base = self.git("rev-parse", "main")
        self.git("checkout", "-q", "--detach", "main")
        self.git("merge", "-q", "--no-ff", "--no-edit", "change")
        return base

    def comment(self) -> str:
        """Run the steps of the job, and return the only comment that it wrote."""
        base = self.merge()
        text = (self.root / ".github/workflows/oasmith.yml").read_text()
        *_, compare, comment = yaml.safe_load(text)["jobs"]["diff"]["steps"]
        self.step(compare, BASE=base)
        self.step(comment, GH_TOKEN="fake-token", NUMBER="7")
        assert not (self.root / "hostile").exists()
        bodies = [item["body"] for item in self.comments.items]
        (body,) = (body for body in bodies if body.startswith(MARKER))
        return str(body)

    def step(self, step: dict[str, Any], **environment: str) -> None:
        assert environment.keys() == step["env"].keys()
        path = f"{self.folder / 'bin'}{os.pathsep}{os.environ['PATH']}"
        done = subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]],
            cwd=self.root,
            env={
                "API": self.api,
                "PATH": path,
                "HOME": str(self.folder),
                "PYTHONPATH": str(ROOT),
                "RUNNER_TEMP": str(self.folder),
                "GITHUB_REPOSITORY": "acme/shop",
                **environment,
            },
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr


@pytest.fixture
def pull_request(here: Path, run: Run) -> Iterator[PullRequest]:
    (here / "small.yaml").unlink()
    result = PullRequest(here, run)
    server = serve_comments(result.comments, "/repos/acme/shop/issues/7")
    result.api = f"http://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield result
    server.shutdown()
    server.server_close()


OTHER = SMALL.replace("/things", "/all").replace("listThings", "showThings")


def test_one_comment_is_written_and_updated(pull_request: PullRequest) -> None:
    pull_request.commit(openapi__yaml=SMALL)
    pull_request.run("init")
    pull_request.commit()
    pull_request.branch()
    pull_request.commit(openapi__yaml=OTHER)
    for login, body in (("user", MARKER[1:]), ("user", "Hello"), ("other[bot]", "Hi")):
        pull_request.comments.add(body, login)
    first = pull_request.comment()
    assert first.startswith(f"{MARKER}\n# Changes of the client\n")
    assert "`client.things.list` does not exist any more" in first
    pull_request.git("checkout", "-q", "change")
    pull_request.commit(openapi__yaml=SMALL.replace("name: {", "title: {"))
    second = pull_request.comment()
    assert "attribute `name`" in second and "things.list" not in second
    assert len(pull_request.comments.items) == 4


def test_only_changes_of_the_branch_are_reported(pull_request: PullRequest) -> None:
    pull_request.commit(openapi__yaml=SMALL, notes__txt="")
    pull_request.run("init")
    pull_request.commit()
    pull_request.branch()
    pull_request.commit(notes__txt="changed")
    pull_request.git("checkout", "-q", "main")
    pull_request.commit(openapi__yaml=OTHER)
    assert "nothing changes for callers" in pull_request.comment()


CLIENTS = "".join(
    f'[[tool.oasmith.clients]]\nspecs = ["{name}.yaml"]\npackage = "{name}_client"\n'
    f'output = "{output}"\n'
    for name, output in (("cat", "out/cat"), ("dog", "it's $(touch hostile) `a`"))
)


def test_several_clients_have_their_sections(pull_request: PullRequest) -> None:
    pull_request.commit(pyproject__toml=CLIENTS, cat__yaml=SMALL, dog__yaml=SMALL)
    pull_request.run("init")
    pull_request.commit()
    pull_request.branch()
    pull_request.commit(dog__yaml=OTHER)
    cat, dog = pull_request.comment().split("\n# ")[1:]
    assert cat.startswith("Changes of the client cat\\_client\n")
    assert "nothing changes" in cat and dog.startswith("Changes of the client dog\\_")
    assert "things.list` does not exist" in dog


def test_a_client_that_cannot_be_compared(pull_request: PullRequest) -> None:
    pull_request.commit(pyproject__toml=CLIENTS, cat__yaml=SMALL, dog__yaml=SMALL)
    pull_request.run("init")
    pull_request.commit()
    pull_request.branch()
    pull_request.commit(cat__yaml=OTHER, dog__yaml="openapi: [")
    text = pull_request.comment()
    assert "things.list` does not exist" in text
    assert "The documents of the client in it's $(touch hostile) `a` could not" in text


def test_a_renamed_document(pull_request: PullRequest) -> None:
    pull_request.commit(openapi__yaml=SMALL)
    pull_request.run("init")
    pull_request.commit()
    pull_request.branch()
    settings = (pull_request.root / "pyproject.toml").read_text()
    renamed = settings.replace("openapi.yaml", "api.yaml")
    new = SMALL.replace("name: {", "title: {")
    pull_request.commit(pyproject__toml=renamed, openapi__yaml=None, api__yaml=new)
    text = pull_request.comment()
    assert "attribute `name`" in text and ":openapi.yaml:18:9`" in text
    assert "does not exist any more" not in text.replace("attribute `name`", "")


def test_a_new_client(pull_request: PullRequest) -> None:
    pull_request.commit(notes__txt="")
    pull_request.branch()
    pull_request.commit(openapi__yaml=SMALL)
    pull_request.run("init")
    pull_request.commit()
    text = pull_request.comment()
    assert "## Compatible (2)" in text and "`client.things.list` is new" in text


@pytest.mark.parametrize("count", [1, 60, 2000])
def test_long_reports_are_cut(pull_request: PullRequest, count: int) -> None:
    value = yaml.safe_load(SMALL)
    operation = value["paths"].pop("/things")
    for number in range(count):
        named = {**operation["get"], "operationId": f"list{number}"}
        value["paths"][f"/things{number}"] = {"get": named}
    pull_request.commit(openapi__json=json.dumps(value))
    pull_request.run("init")
    pull_request.commit()
    pull_request.branch()
    value["paths"] = {"/things": operation}
    pull_request.commit(openapi__json=json.dumps(value))
    text = pull_request.comment()
    assert len(text) <= MAX_CHARACTERS
    assert ("The report is cut off." in text) is (count == 2000)
    assert text.count("```") % 2 == 0
    assert text.rstrip().splitlines()[-1].startswith("Next version: 2.0.0")
