"""Metadata of an installable client, and the content of its README."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Variable:
    """An environment variable that a client reads.

    Args:
        name: Name of the variable.
        argument: Argument of the client that it is the default of.
        text: Description in CommonMark.
    """

    name: str
    argument: str
    text: str


@dataclass(frozen=True, slots=True)
class Distribution:
    """A client as an installable distribution.

    Args:
        name: Normalized name: ASCII letters, digits and hyphens.
        version: Version according to PEP 440.
        summary: One line of plain text.
        package: Name of the import package.
        client: Name of the client class.
        title: Title of the API.
        api_version: Version of the API in the document.
        text: Short description of the API in CommonMark.
        example: A first call as Python source; `""` for none.
        example_changes: Whether that call may change data.
        variables: Environment variables that the client reads.
        reference: First page of the reference; `""` for none.
    """

    name: str
    version: str
    summary: str
    package: str
    client: str
    title: str
    api_version: str
    text: str
    example: str
    example_changes: bool
    variables: tuple[Variable, ...]
    reference: str
