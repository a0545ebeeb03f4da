"""Names of the command that calls an operation in a shell."""

from __future__ import annotations

from ..frozen_dataclass import dataclass


@dataclass(frozen=True, slots=True)
class CommandNames:
    """The names that a document declares for a command, and whether it is shown.

    Args:
        name: Words of the name in place of the method's; empty for that of the method.
        aliases: Words of further names.
        hidden: Whether help and completion leave the command out.
        ignored: Whether the command line does not have it.
        description: Description in place of that of the API; `""` for that.
    """

    name: tuple[str, ...] = ()
    aliases: tuple[tuple[str, ...], ...] = ()
    hidden: bool = False
    ignored: bool = False
    description: str = ""
