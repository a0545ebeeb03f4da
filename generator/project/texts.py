"""What `init` writes: settings, rules of make, a workflow, attributes of git."""

from __future__ import annotations

import json
import re

from generator import __version__
from generator.config import Config
from generator.rendering.toml import toml_string


def settings(config: Config) -> str:
    """The table of settings that names documents, package and client."""
    specs = ", ".join(map(toml_string, config.specs))
    return (
        "[tool.oasmith]\n"
        f"specs = [{specs}]\n"
        f"package = {toml_string(config.package)}\n"
        f"client = {toml_string(config.client)}\n"
    )


def rules(generate: str, check: str) -> str:
    """The rules of make, under these names."""
    return (
        "# The API client: made from its OpenAPI document, and committed.\n"
        "# Needs: pip install oasmith\n"
        "OASMITH ?= oasmith\n"
        "\n"
        f".PHONY: {generate} {check}\n"
        "\n"
        f"{generate}: ## write the client and its reference\n"
        "\t$(OASMITH) generate\n"
        "\n"
        f"{check}: ## is the committed client what the document gives?\n"
        "\t$(OASMITH) check\n"
    )


def workflow(folder: str) -> str:
    """The workflow of GitHub Actions that checks the client.

    The version is pinned, since another one may write other code.

    Args:
        folder: of the settings, below the top of the repository; `.` for the top.
    """
    defaults = ""
    if folder != ".":
        # A JSON string is a YAML string.
        place = json.dumps(folder)
        defaults = f"    defaults:\n      run:\n        working-directory: {place}\n"
    return (
        "# Is the committed API client what its OpenAPI document gives?\n"
        "name: oasmith\n"
        "on: [push, pull_request]\n"
        "permissions:\n"
        "  contents: read\n"
        "jobs:\n"
        "  check:\n"
        "    runs-on: ubuntu-latest\n"
        f"{defaults}"
        "    steps:\n"
        "      - uses: actions/checkout@v4\n"
        "      - uses: actions/setup-python@v5\n"
        "        with:\n"
        '          python-version: "3.12"\n'
        f"      - run: pip install oasmith=={__version__}\n"
        "      - run: oasmith check\n"
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
