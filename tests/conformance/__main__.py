"""`make conformance`: all test suites with version, count and result."""

from __future__ import annotations

import sys

import click

from tests.conformance.published import SAMPLE
from tests.conformance.result import SuiteResult, format_table, write_results
from tests.conformance.suites import SUITES, Options, run_suite


@click.command()
@click.option("--only", type=click.Choice(list(SUITES)), help="Run a single suite.")
@click.option("--typed", type=int, help="Number of documents for type checkers.")
@click.option("--sample", default=SAMPLE, help="Number of documents of the directory.")
@click.option("--jobs", type=int, help="Number of processes for published documents.")
def main(only: str | None, typed: int | None, sample: int, jobs: int | None) -> None:
    """Run the test suites of the standards and of published documents.

    The results are written to generator/docs/tested-against.md and README.md after each
    suite, unless --sample changes what it consists of. A run that is stopped
    continues with the documents that it has not measured.
    """
    results: list[SuiteResult] = []
    for name in [only] if only else SUITES:
        click.echo(f"== {name}", err=True)
        of_suite = run_suite(name, Options(typed, sample, jobs))
        results += of_suite
        for result in of_suite:
            for failure in result.failures if result.is_goal else ():
                click.echo(f"{result.name}: {failure}")
        if sample == SAMPLE:
            write_results(of_suite)
    click.echo(format_table(results), nl=False)
    sys.exit(any(result.failures for result in results if result.is_goal))


if __name__ == "__main__":
    main()
