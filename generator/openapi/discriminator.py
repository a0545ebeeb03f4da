"""Discriminator Objects (OpenAPI 3.1, section 4.8.25)."""

from __future__ import annotations

from .node import Node


class Discriminator(Node):
    """A Discriminator Object (OpenAPI 3.1, section 4.8.25)."""

    __slots__ = ()

    @property
    def property_name(self) -> str:
        """Name of the property that selects the member of a union."""
        return self.text("propertyName")

    @property
    def targets(self) -> dict[str, str]:
        """Schema name or reference for each value of the property (`mapping`)."""
        value = self.raw("mapping")
        if not isinstance(value, dict):
            return {}
        return {key: item for key, item in value.items() if isinstance(item, str)}

    @property
    def default_target(self) -> str:
        """Schema of unmapped values (`defaultMapping`, 3.2)."""
        return self.text("defaultMapping")
