"""`diff` of several clients of one settings file: one document in each format."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ET
from html.parser import HTMLParser
from pathlib import Path

import jsonschema_rs
import pytest

from generator.comparison.reports import FORMATS
from tests.unit.cli.conftest import Run
from tests.unit.cli.test_diff import CHANGED, EXTENDED, SCHEMA, SMALL, git

pytestmark = pytest.mark.slow

CLIENTS = "".join(
    f'[[tool.oasmith.clients]]\nspecs = ["{name}.yaml"]\npackage = "{name}_client"\n'
    f'output = "out/{name}"\n'
    for name in ("cat", "dog", "bird")
)
"""The client of `cat.yaml` breaks, that of `dog.yaml` gains, the third does not change."""


@pytest.fixture(autouse=True)
def repository(here: Path) -> None:
    (here / "pyproject.toml").write_text(CLIENTS)
    for name in ("cat", "dog", "bird"):
        (here / f"{name}.yaml").write_text(SMALL)
    git(here, "init", "--initial-branch=main")
    git(here, "add", "--all")
    git(here, "commit", "-m", "Add the documents")
    git(here, "tag", "old")
    (here / "cat.yaml").write_text(CHANGED)
    (here / "dog.yaml").write_text(EXTENDED)
    git(here, "commit", "-am", "Change two of them")


def diff(run: Run, output_format: str, code: int = 1) -> str:
    return run("diff", "old..main", "--format", output_format, code=code).stdout


def test_text(run: Run) -> None:
    text = diff(run, "text")
    blocks = re.split(r"^(\w+):\n\n", text, flags=re.MULTILINE)
    assert blocks[1::2] == ["cat_client", "dog_client", "bird_client"]
    lines = [block.strip().splitlines()[-1] for block in blocks[2::2]]
    assert [line.partition(" (")[0] for line in lines] == [
        "next version: 2.0.0",
        "next version: 1.1.0",
        "next version: 1",
    ]


def test_markdown(run: Run) -> None:
    titles = re.findall("^# (.*)$", diff(run, "markdown"), flags=re.MULTILINE)
    assert titles == [
        rf"Changes of the client {name}\_client" for name in ("cat", "dog", "bird")
    ]


def test_json(run: Run) -> None:
    content = json.loads(diff(run, "json"))
    jsonschema_rs.validator_for(json.loads(SCHEMA.read_text())).validate(content)
    counts = {item["client"]: item["counts"] for item in content["clients"]}
    assert list(counts) == ["cat_client", "dog_client", "bird_client"]
    assert [item["breaking"] for item in counts.values()] == [1, 0, 0]
    assert [item["compatible"] for item in counts.values()] == [0, 1, 0]


def test_github(run: Run) -> None:
    lines = diff(run, "github").splitlines()
    assert lines[0].startswith("::error file=cat.yaml,line=18,col=9,title=cat_client")
    versions = [line for line in lines if "next version::" in line]
    assert len(versions) == 3 and all(line.startswith("::") for line in lines)


def test_sarif(run: Run) -> None:
    runs = json.loads(diff(run, "sarif"))["runs"]
    identities = [item["automationDetails"]["id"] for item in runs]
    assert len(set(identities)) == 3 and "dog_client" in identities[1]
    assert [len(item["results"]) for item in runs] == [1, 1, 0]


def test_junit(run: Run) -> None:
    root = ET.fromstring(diff(run, "junit").encode())
    assert (root.get("tests"), root.get("failures")) == ("2", "1")
    suites = [(suite.get("name"), suite.get("failures"), len(suite)) for suite in root]
    assert suites == [
        ("oasmith diff cat_client", "1", 1),
        ("oasmith diff dog_client", "0", 1),
        ("oasmith diff bird_client", "0", 0),
    ]


def test_changelog(run: Run) -> None:
    text = diff(run, "changelog")
    headings = re.findall("^## .*$", text, flags=re.MULTILINE)
    assert headings == [
        r"## cat\_client [2.0.0]",
        r"## dog\_client [1.1.0]",
        r"## bird\_client [1]",
    ]


def test_html(run: Run) -> None:
    page = diff(run, "html")
    elements: list[str] = []
    identifiers: list[str] = []
    links: list[str] = []

    class Parser(HTMLParser):
        def handle_starttag(
            self, tag: str, attrs: list[tuple[str, str | None]]
        ) -> None:
            elements.append(tag)
            values = dict(attrs)
            identifiers.extend(filter(None, [values.get("id")]))
            links.extend(filter(None, [values.get("href")]))

    Parser().feed(page)
    assert elements.count("html") == elements.count("title") == 1
    assert elements.count("article") == page.count("</article>") == 3
    assert len(identifiers) == len(set(identifiers))
    assert {link.removeprefix("#") for link in links} <= set(identifiers)


@pytest.mark.parametrize("output_format", FORMATS)
def test_a_selected_client_is_named_where_clients_are_kept_apart(
    run: Run, output_format: str
) -> None:
    flags = ("--select", "dog_client", "--format", output_format)
    text = run("diff", "old..main", *flags).stdout.replace("\\_", "_")
    assert ("dog_client" in text) is (output_format not in ("text", "changelog"))


@pytest.mark.parametrize("output_format", FORMATS)
def test_the_only_client_is_not_named(run: Run, here: Path, output_format: str) -> None:
    (here / "pyproject.toml").unlink()
    text = run("diff", "dog.yaml", "dog.yaml", "--format", output_format).stdout
    assert "small_client" not in text.replace("\\_", "_")


@pytest.mark.parametrize("output_format", FORMATS)
def test_a_client_that_cannot_be_compared(
    run: Run, here: Path, output_format: str
) -> None:
    (here / "dog.yaml").write_text("openapi: [")
    result = run("diff", "old..", "--format", output_format, code=1)
    assert result.stdout == "" and "dog.yaml:1" in result.stderr


def test_changes_of_any_client_fail(run: Run) -> None:
    flags = ("--select", "dog_client", "--select", "bird_client")
    run("diff", "old..main", *flags, "--fail-on", "breaking")
    run("diff", "old..main", "--fail-on", "breaking", code=1)
    run("diff", "old..main", "--fail-on", "never")
