"""Classes of the user that replace generated classes."""

from __future__ import annotations

from ..frozen_dataclass import dataclass


@dataclass(frozen=True, slots=True)
class OwnClass:
    """A class of the user that replaces a generated class.

    Args:
        module: Module inside of the package: `ext.files`.
        name: Name of the class.
    """

    module: str
    name: str


@dataclass(frozen=True, slots=True)
class OwnModel:
    """A class of the user that replaces a generated model.

    Args:
        module: Module inside of the package: `ext.pets`.
        name: Name of the class.
        model: Name of the generated model.
        public: Name by which the package of types exports the class: that of the model,
            or an alias of it.
    """

    module: str
    name: str
    model: str
    public: str
