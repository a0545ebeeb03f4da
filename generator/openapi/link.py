"""Link Objects (OpenAPI 3.1, section 4.8.20)."""

from __future__ import annotations

from typing import Any

from .node import Node, Referable
from .parameter import Server


class Link(Referable):
    """A Link Object."""

    __slots__ = ()
    kind = "link"

    @property
    def operation_id(self) -> str:
        """The `operationId` of the target; `""` if there is none."""
        return self.text("operationId")

    @property
    def operation_ref(self) -> str:
        """The URI reference of the target; `""` if there is none."""
        return self.text("operationRef")

    @property
    def description(self) -> str:
        """Description, as CommonMark."""
        return self.prose("description")

    @property
    def parameters(self) -> dict[str, Any]:
        """Values or expressions by parameter, such as `id` or `path.id`."""
        value = self.raw("parameters")
        return value if isinstance(value, dict) else {}

    @property
    def server(self) -> Server | None:
        """Server of the target, if the link has its own."""
        return self.find("server", Server)

    def child(self, *keys: str) -> Node:
        """Return the node of a value inside of the link, for its location."""
        return Node(None, self.file, (*self.pointer, *keys))
