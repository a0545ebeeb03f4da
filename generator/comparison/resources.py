"""Changes of the classes of resources, which own code and annotations import."""

from __future__ import annotations

from ..python.resources import printed_names
from .collection import Comparison
from .sides import Side


def compare_resources(comparison: Comparison) -> None:
    """Add the classes of resources whose module or name changed.

    Resources that the new client lacks are reported by their calls.
    """
    old, new = _classes(comparison.old), _classes(comparison.new)
    present = {item for items in new.values() for item in items}
    package = comparison.old.package.name
    for path, classes in old.items():
        for before, after in zip(classes, new.get(path, ()), strict=False):
            if before == after:
                continue
            (module, name), (new_module, new_name) = before, after
            comparison.add(
                "resource-class-renamed",
                f"client.{'.'.join(path)}",
                f"the class of `client.{'.'.join(path)}` is "
                f"`resources.{new_module}.{new_name}` instead of "
                f"`resources.{module}.{name}`",
                witness=(
                    ""
                    if before in present
                    else f"from {package}.resources.{module} import {name}\n"
                    f"imported = {name}"
                ),
            )
            break  # the other classes are variants of the first


def _classes(side: Side) -> dict[tuple[str, ...], list[tuple[str, str]]]:
    """Return the modules and names of the classes of each resource."""
    return {
        resource.path: [(module.name, name) for name in printed_names(resource)]
        for module in side.package.resources
        for resource in module.classes
    }
