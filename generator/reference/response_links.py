"""Links of responses in the section of an operation."""

from __future__ import annotations

from ..frozen_dataclass import dataclass


@dataclass(frozen=True, slots=True)
class LinkSection:
    """A call that can follow a response.

    Args:
        name: Name of the link.
        status: Status code of the response.
        description: Description in CommonMark.
        call: Path on the client of the method that is called.
        code: Python source of both calls.
        method: Path on the client of the method that makes the call with the response;
            `""` if there is none.
    """

    name: str
    status: str
    description: str
    call: str
    code: str
    method: str
