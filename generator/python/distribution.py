"""The distribution of a client: the metadata for installation and the README."""

from __future__ import annotations

from ..frozen_dataclass import dataclass


@dataclass(frozen=True, slots=True)
class Variable:
    """An environment variable that a client reads.

    Args:
        name: Name of the variable.
        argument: Argument of the client that the variable replaces.
        text: Description of the value, CommonMark.
    """

    name: str
    argument: str
    text: str


@dataclass(frozen=True, slots=True)
class Distribution:
    """A client as a distribution that pip can install.

    Args:
        name: Distribution name: ASCII letters, digits and hyphens.
        version: Version of the distribution (PEP 440).
        summary: One line of plain text.
        package: Name of the import package.
        client: Name of the client class.
        construction: Source that creates a client.
        title: Title of the API.
        api_version: Version of the API, as in the document.
        text: Short description of the API, CommonMark.
        example: First call, as Python source; `""` if there is none.
        example_changes: Whether the first call may change data.
        variables: Environment variables.
        testing: Whether the package has a mock of the API.
        reference: Path of the first page of the reference; `""` for none.
        runtime_package: Package of a runtime that several clients share; `""` for none.
        script: Name of the console script; `""` without a command line.
        runtime_requirement: Requirement of its distribution (PEP 508), which requires the
            libraries of the client; `""` for none.
    """

    name: str
    version: str
    summary: str
    package: str
    client: str
    construction: str
    title: str
    api_version: str
    text: str
    example: str
    example_changes: bool
    variables: tuple[Variable, ...]
    testing: bool
    reference: str
    runtime_package: str = ""
    runtime_requirement: str = ""
    script: str = ""
