"""What `init` writes: settings, rules of make, a workflow, attributes of git."""

from __future__ import annotations

import json
import re

from ...config import Config
from .installation import VARIABLE, Installation
from ...rendering.toml import toml_string


def settings(config: Config) -> str:
    """The table of settings that names documents, package and client."""
    specs = ", ".join(map(toml_string, config.specs))
    return (
        "[tool.oasmith]\n"
        f"specs = [{specs}]\n"
        f"package = {toml_string(config.package)}\n"
        f"client = {toml_string(config.client)}\n"
    )


def rules(generate: str, check: str, installation: Installation) -> str:
    """Return the rules of make, under these names.

    Args:
        generate, check: the names of the rules.
        installation: how oasmith is installed.
    """
    needs = installation.command
    if not installation.argument:
        needs = f"{needs}, where {VARIABLE} is its directory, wheel or URL"
    return (
        "# The API client, generated from its OpenAPI document and committed.\n"
        f"# Needs: {needs}\n"
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


CHECKOUT = "actions/checkout@08c6903cd8c0fde910a37f88322edcfb5dd907a8 # v5.0.0"
SETUP_PYTHON = "actions/setup-python@e797f83bcb11b83ae66e0230d6156d7c80228e7c # v6.0.0"


def workflow(folder: str, installation: Installation) -> str:
    """Return the workflow of GitHub Actions that checks the client.

    Actions and oasmith are pinned, since other versions may behave differently.

    Args:
        folder: of the settings, below the top of the repository; `.` for the top.
        installation: how oasmith is installed.
    """
    defaults = ""
    if folder != ".":
        # A JSON string is a YAML string.
        place = json.dumps(folder)
        defaults = f"    defaults:\n      run:\n        working-directory: {place}\n"
    return (
        "# Checks that the committed API client is generated from its OpenAPI document.\n"
        "name: oasmith\n"
        "on: [push, pull_request]\n"
        "permissions:\n"
        "  contents: read\n"
        "jobs:\n"
        "  check:\n"
        "    runs-on: ubuntu-latest\n"
        "    timeout-minutes: 10\n"
        f"{defaults}"
        "    steps:\n"
        f"      - uses: {CHECKOUT}\n"
        "        with:\n"
        "          persist-credentials: false\n"
        f"      - uses: {SETUP_PYTHON}\n"
        "        with:\n"
        '          python-version: "3.12"\n'
        f"{_install_step(installation)}"
        "      - run: oasmith check\n"
    )


def _install_step(installation: Installation) -> str:
    if installation.argument:
        return f"      - run: {json.dumps(installation.command)}\n"
    return (
        "      # oasmith was installed from a place that CI cannot reach. Set the variable\n"
        f"      # {VARIABLE} of this repository to what pip can install there, such as\n"
        "      # git+https://HOST/oasmith@COMMIT, or a wheel that is committed.\n"
        "      - run: |\n"
        f'          : "${{{VARIABLE}:?set this variable of the repository to what pip '
        'installs oasmith from}"\n'
        f"          {installation.command}\n"
        "        env:\n"
        f"          {VARIABLE}: ${{{{ vars.{VARIABLE} }}}}\n"
    )


def pattern(output: str) -> str:
    """All files of an output, as git's attributes name them."""
    text = re.sub(r"[\\*?\[]", r"\\\g<0>", output)
    text = f"{text}/**"
    quoted = any(char in ' "\\' or not char.isprintable() for char in text)
    return json.dumps(text, ensure_ascii=False) if quoted else text


def attributes(output: str) -> str:
    """The line for an output: the same line ends everywhere, folded in reviews."""
    return f"{pattern(output)} text eol=lf linguist-generated\n"
