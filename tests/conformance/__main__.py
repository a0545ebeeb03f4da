"""`make conformance`: all test suites with version, count and result."""

from __future__ import annotations

import sys

import click

from tests.conformance.published import SAMPLE
from tests.conformance.result import PAGE, SuiteResult, format_table, update_section
from tests.conformance.suites import SUITES, Options, run_suite


@click.command()
@click.option("--only", type=click.Choice(list(SUITES)), help="Run a single suite.")
@click.option("--quick", is_flag=True, help="Without mypy, pyright and black.")
@click.option("--sample", default=SAMPLE, help="Number of documents of the directory.")
def main(only: str | None, quick: bool, sample: int) -> None:
    """Run the test suites of the standards and of published documents.

    The results are written to generator/docs/tested-against.md.
    """
    results: list[SuiteResult] = []
    for name in [only] if only else SUITES:
        click.echo(f"== {name}", err=True)
        for result in run_suite(name, Options(quick, sample)):
            results.append(result)
            for failure in result.failures if result.is_goal else ():
                click.echo(f"{result.name}: {failure}")
    click.echo(format_table(results), nl=False)
    page = PAGE.read_text(encoding="utf-8")
    PAGE.write_text(update_section(page, results), encoding="utf-8")
    sys.exit(any(result.failures for result in results if result.is_goal))


if __name__ == "__main__":
    main()
