"""`make bench`: every figure beside its goal, misses shown as misses."""

from __future__ import annotations

import sys

from tests.bench import (
    command_line,
    generation,
    growth,
    models,
    paging,
    runtime,
    scale,
    site,
    size,
    streams,
    waiting,
)
from tests.bench.pace import Pace


def main() -> None:
    """Run the benchmarks; exit with 1 if a goal is missed."""
    missed = 0
    print(
        f"Work takes {Pace().measure():.2f} times as long as on the machine of the goals. "
        "Times with goals in seconds are divided by this pace."
    )
    for title, module in (
        ("waiting for commands", waiting),
        ("the client of OpenAI's document", generation),
        ("a client of three operations", size),
        ("cost per node at four times the size", growth),
        ("large documents", scale),
        ("models", models),
        ("runtime", runtime),
        ("streams", streams),
        ("paging", paging),
        ("the command line of OpenAI's client", command_line),
        ("the reference of OpenAI's document as a site", site),
    ):
        print(f"\n{title}")
        result = module.figures()
        if not result:
            print("  needs the folder ../shared, which is not beside the project")
        for name, measured, goal in result:
            late = measured > goal
            missed += late
            aim = f"goal {goal:6.2f}" if goal != float("inf") else "no goal    "
            print(f"  {name:52} {measured:7.2f}  {aim}{'  MISSED' if late else ''}")
    print(f"\n{missed} missed" if missed else "\nall goals met")
    sys.exit(1 if missed else 0)


if __name__ == "__main__":
    main()
