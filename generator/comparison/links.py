"""Comparison of the methods that follow links of responses."""

from __future__ import annotations

from ..python.expressions import renamed
from ..python.resources import LinkMethod
from ..rendering.python.annotations import documented_type
from ..source import Location
from .collection import Comparison
from .sides import Side


def compare_links(comparison: Comparison) -> None:
    """Add the changes of methods such as `client.users.follow_orders`."""
    new = _list_methods(comparison.new)
    old = _list_methods(comparison.old)
    for call, item in old.items():
        subject, origin = f"client.{call}", _origin(comparison.old, item)
        match = new.get(call)
        if match is None:
            message = f"`{subject}` does not exist any more"
            comparison.add("call-removed", subject, message, origin)
            continue
        _compare_types(comparison, subject, item, match)
    for call, item in new.items():
        if call not in old:
            subject, origin = f"client.{call}", _origin(comparison.new, item)
            comparison.add("call-added", subject, f"`{subject}` is new", new=origin)


def _compare_types(
    comparison: Comparison, subject: str, old: LinkMethod, new: LinkMethod
) -> None:
    places = (_origin(comparison.old, old), _origin(comparison.new, new))
    # Classes with a method `list` name the type differently.
    before, after = (
        renamed(item.method.returns, {"builtins.list": "list"}) for item in (old, new)
    )
    if not comparison.received.fits(after, before):
        types = f"`{documented_type(after)}` instead of `{documented_type(before)}`"
        message = f"`{subject}` returns {types}"
        comparison.add("response-type-changed", subject, message, *places)


def _list_methods(side: Side) -> dict[str, LinkMethod]:
    """Return the methods of a client that follow links, by call."""
    return {
        ".".join((*resource.path, item.method.name)): item
        for module in side.package.resources
        for resource in module.classes
        for item in resource.links
    }


def _origin(side: Side, item: LinkMethod) -> Location | None:
    """Return the location of the operation that has the link."""
    origins = (each.origin for each in side.api.operations if each.id == item.operation)
    return next(origins, None)
