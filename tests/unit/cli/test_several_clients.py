"""The example of several clients in the guide of settings."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

from tests.unit.cli.conftest import ROOT, SMALL, Run

GUIDE = ROOT / "generator/docs/guide-settings.md"


def git(*arguments: str) -> None:
    identity = ["-c", "user.name=Test", "-c", "user.email=test@example.invalid"]
    subprocess.run(["git", *identity, *arguments], check=True)


def commit(description: str) -> None:
    """Commit two documents, of which the first has a description."""
    Path("specs").mkdir(exist_ok=True)
    Path("specs/shop.yaml").write_text(SMALL.replace("Things.", description))
    Path("specs/bank.yaml").write_text(SMALL.replace("things", "accounts"))
    git("add", "-A")
    git("commit", "-q", "-m", description)


def test_the_example_generates_each_client(here: Path, run: Run) -> None:
    text = GUIDE.read_text()
    blocks = re.findall(r"```(toml|console)\n(.*?)```", text, re.DOTALL)
    position = next(
        number
        for number, (_, code) in enumerate(blocks)
        if "tool.oasmith.clients" in code
    )
    Path("pyproject.toml").write_text(blocks[position][1])
    git("init", "-q", "-b", "main")
    commit("Things.")
    git("switch", "-q", "-c", "change")
    commit("All things.")
    commands = blocks[position + 1][1].splitlines()
    assert len(commands) == 3
    outputs = [run(*command.split()[2:]).stdout for command in commands]
    assert "shop_client: 1 operation" in outputs[0]
    assert "bank_client: 1 operation" in outputs[0]
    assert "bank_client" in outputs[1] and "shop_client" not in outputs[1]
    assert "next version" in outputs[2]
    package = Path("clients/bank/bank_client/__init__.py").read_text()
    assert '__version__ = "0.3.0"' in package
    assert not Path("clients/shop/docs").exists()
