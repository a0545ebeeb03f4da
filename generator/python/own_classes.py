"""Classes of the user that replace generated classes."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class OwnClass:
    """A class of the user that replaces a generated class.

    Args:
        module: Module inside of the package: `ext.files`.
        name: Name of the class.
    """

    module: str
    name: str
