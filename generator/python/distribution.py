"""What makes a client installable: its metadata, and what its README says."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Variable:
    """A variable of the environment that a client reads.

    Args:
        name: of the variable.
        argument: of the client, in whose place it is read.
        text: what it holds, CommonMark.
    """

    name: str
    argument: str
    text: str


@dataclass(frozen=True, slots=True)
class Distribution:
    """A client as something that pip installs.

    Args:
        name: as package indexes take it: ASCII letters, digits and hyphens.
        version: as Python orders versions (PEP 440).
        summary: one line of plain text.
        package: the package that is installed.
        client: the name of the client.
        title: of the API.
        api_version: of the API, as the document says.
        text: what the document says of the API in short, CommonMark.
        example: a first call, as Python source; `""` where there is none to show.
        example_changes: whether that call may change data.
        variables: of the environment.
        reference: the page where the reference begins; `""` for none.
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
