"""The names that a document declares for commands and their arguments."""

from __future__ import annotations

from ...model.command_names import CommandNames
from ...openapi.command_names import read_command
from ...openapi.node import Node
from ...words import split_words


def read_command_names(node: Node, *owners: Node) -> CommandNames:
    """Return what an operation or a parameter declares for the command line.

    Args:
        node: The operation or the parameter.
        *owners: Nodes that hide or ignore it, too.
    """
    command = read_command(node, *owners)
    return CommandNames(
        split_words(command.name),
        tuple(filter(None, map(split_words, command.aliases))),
        command.hidden,
        command.ignored,
        command.description,
    )
