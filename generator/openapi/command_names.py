"""Names for a command line that documents declare, by the extensions of restish.

`x-cli-name`, `x-cli-aliases`, `x-cli-description`, `x-cli-hidden` and `x-cli-ignore` are read
in operations and parameters; the last two also in path items, for all of their operations.
"""

from __future__ import annotations

from typing import NamedTuple

from .node import Node


class CommandNode(NamedTuple):
    """Names and visibility of a command or an argument, as a document declares them.

    Attributes:
        name: Name in place of the derived one; `""` for none.
        aliases: Further names.
        description: Description in place of that of the node; `""` for none.
        hidden: Whether help leaves it out.
        ignored: Whether the command line does not have it.
    """

    name: str
    aliases: tuple[str, ...]
    description: str
    hidden: bool
    ignored: bool


def read_command(node: Node, *owners: Node) -> CommandNode:
    """Return what a node declares for a command line.

    Args:
        node: An operation or a parameter.
        *owners: Nodes that hide or ignore it, too.
    """
    nodes = (node, *owners)
    return CommandNode(
        node.text("x-cli-name"),
        node.strings("x-cli-aliases"),
        node.text("x-cli-description"),
        any(item.flag("x-cli-hidden") for item in nodes),
        any(item.flag("x-cli-ignore") for item in nodes),
    )
