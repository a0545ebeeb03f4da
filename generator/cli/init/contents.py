"""Content that `init` writes: settings, make targets, a workflow, git attributes."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence

from ...config import Config
from ...rendering.toml import toml_string
from .diff_job import format_diff_job
from .installation import VARIABLE, Installation


def format_settings(config: Config) -> str:
    """Return the table `[tool.oasmith]` with documents, package and client."""
    specs = ", ".join(map(toml_string, config.specs))
    return (
        "[tool.oasmith]\n"
        f"specs = [{specs}]\n"
        f"package = {toml_string(config.package)}\n"
        f"client = {toml_string(config.client)}\n"
    )


def format_targets(generate: str, check: str, installation: Installation) -> str:
    """Return the targets for make.

    Args:
        generate: name of the target that generates the client.
        check: name of the target that checks the client.
        installation: source of oasmith.
    """
    requirement = installation.command
    if not installation.argument:
        requirement += f", where {VARIABLE} is the directory, wheel or URL of oasmith"
    return (
        "# The API client, generated from its OpenAPI document and committed.\n"
        f"# Requires: {requirement}\n"
        "OASMITH ?= oasmith\n"
        "\n"
        f".PHONY: {generate} {check}\n"
        "\n"
        f"{generate}: ## write the client and its reference\n"
        "\t$(OASMITH) generate\n"
        "\n"
        f"{check}: ## check that the committed client is current\n"
        "\t$(OASMITH) check\n"
    )


_CHECKOUT = "actions/checkout@08c6903cd8c0fde910a37f88322edcfb5dd907a8 # v5.0.0"
_SETUP_PYTHON = "actions/setup-python@e797f83bcb11b83ae66e0230d6156d7c80228e7c # v6.0.0"


def format_workflow(
    folder: str, installation: Installation, outputs: Sequence[str] = ()
) -> str:
    """Return the workflow for GitHub Actions that checks the client.

    It also comments on pull requests what they change for callers. Actions and oasmith are
    pinned, because other versions can generate other code.

    Args:
        folder: folder of the settings, relative to the repository; `.` for its top.
        installation: source of oasmith.
        outputs: output directory of each client.
    """
    return (
        "# Check that the committed API client is current, and comment what a pull\n"
        "# request changes for callers.\n"
        "name: oasmith\n"
        "on: [push, pull_request]\n"
        "permissions:\n"
        "  contents: read\n"
        "jobs:\n"
        "  check:\n"
        f"{_job(folder, installation)}"
        "      - run: oasmith check\n"
        f"{format_diff_job(_job(folder, installation, history=True), outputs)}"
    )


def _job(folder: str, installation: Installation, *, history: bool = False) -> str:
    """Return the settings and the first steps of a job."""
    defaults = ""
    if folder != ".":
        # Every JSON string is a valid YAML string.
        quoted = json.dumps(folder)
        defaults = f"    defaults:\n      run:\n        working-directory: {quoted}\n"
    depth = "          fetch-depth: 0\n" if history else ""
    return (
        "    runs-on: ubuntu-latest\n"
        "    timeout-minutes: 10\n"
        f"{defaults}"
        "    steps:\n"
        f"      - uses: {_CHECKOUT}\n"
        "        with:\n"
        "          persist-credentials: false\n"
        f"{depth}"
        f"      - uses: {_SETUP_PYTHON}\n"
        "        with:\n"
        '          python-version: "3.12"\n'
        f"{_install_step(installation)}"
    )


def _install_step(installation: Installation) -> str:
    if installation.argument:
        return f"      - run: {json.dumps(installation.command)}\n"
    return (
        "      # oasmith was installed from a location that CI cannot access. Set the\n"
        f"      # repository variable {VARIABLE} to a source for pip, such as\n"
        "      # git+https://HOST/oasmith@COMMIT or the path of a committed wheel.\n"
        "      - run: |\n"
        f'          : "${{{VARIABLE}:?set this variable of the repository to the source '
        'from which pip installs oasmith}"\n'
        f"          {installation.command}\n"
        "        env:\n"
        f"          {VARIABLE}: ${{{{ vars.{VARIABLE} }}}}\n"
    )


def attributes_pattern(output: str) -> str:
    """Return the pattern for all files of an output, quoted for `.gitattributes`."""
    escaped = re.sub(r"[\\*?\[]", r"\\\g<0>", output)
    pattern = f"{escaped}/**"
    needs_quotes = any(char in ' "\\' or not char.isprintable() for char in pattern)
    return json.dumps(pattern, ensure_ascii=False) if needs_quotes else pattern


def format_attributes(output: str) -> str:
    """Return the line for an output: LF line endings, collapsed in reviews."""
    return f"{attributes_pattern(output)} text eol=lf linguist-generated\n"
