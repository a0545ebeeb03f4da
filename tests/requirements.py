"""Print the requirements for tests with the newest or the lowest allowed versions.

`make test-newest` and `make test-lowest` install them. The runtime dependencies, those
of the generator and of generated clients, have the ranges of pyproject.toml (`newest`)
or are pinned to their lower bounds (`lowest`, which pip itself cannot resolve). The
development tools are pinned as in the lock, so that a failure points to a runtime
dependency. pip chooses the dependencies of these packages, the newest that fit.

This runs before anything is installed and uses the standard library only.
"""

from __future__ import annotations

import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
LOCKS = ROOT / ".requirements"

_NAME = re.compile(r"[A-Za-z0-9._-]+")
_LOWER_BOUND = re.compile(r">=\s*([0-9][0-9A-Za-z.]*)")
_PIN = re.compile(r"^([a-z0-9._-]+)==([^ ;\\]+)", re.MULTILINE)


def normalize(requirement: str) -> str:
    """Return the normalized name of the package that a requirement names (PEP 503)."""
    match = _NAME.match(requirement)
    if match is None:
        raise ValueError(f"requirement without a package name: {requirement!r}")
    return re.sub(r"[-_.]+", "-", match[0]).lower()


def lowest(requirement: str) -> str:
    """Return a requirement that is pinned to its lower bound."""
    bounds = _LOWER_BOUND.findall(requirement)
    if len(bounds) != 1:
        raise ValueError(f"requirement without one lower bound: {requirement!r}")
    return f"{normalize(requirement)}=={bounds[0]}"


def members(groups: dict[str, Any], name: str) -> Iterator[str]:
    """Yield the requirements of a dependency group and the groups it includes."""
    for item in groups[name]:
        if isinstance(item, str):
            yield item
        else:
            yield from members(groups, item["include-group"])


def pins(lock: Path) -> dict[str, str]:
    """Return the version of each package in a lock file."""
    return dict(_PIN.findall(lock.read_text(encoding="utf-8")))


def requirements(project: dict[str, Any], which: str) -> list[str]:
    """Return the requirements of one run, `newest` or `lowest`, one package each."""
    groups = project["dependency-groups"]
    runtime = [*project["project"]["dependencies"], *members(groups, "client")]
    chosen = {
        normalize(item): lowest(item) if which == "lowest" else item for item in runtime
    }
    locked = pins(LOCKS / "dev.txt")
    free = pins(LOCKS / "generate.txt")
    for item in members(groups, "dev"):
        name = normalize(item)
        # The lock must not hold back indirect dependencies of the generator.
        pinned = item if name in free else f"{name}=={locked[name]}"
        chosen.setdefault(name, pinned)
    return [chosen[name] for name in sorted(chosen)]


def main(arguments: list[str]) -> int:
    """Print the requirements that the only argument selects."""
    if arguments not in (["newest"], ["lowest"]):
        print("usage: python -m tests.requirements newest|lowest", file=sys.stderr)
        return 2
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    print("\n".join(requirements(tomllib.loads(text), arguments[0])))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
