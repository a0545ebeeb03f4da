"""The generated classes that own code can extend."""

from __future__ import annotations

from collections.abc import Mapping

from ..frozen_dataclass import dataclass
from ..lowering.python.identifiers import CLIENT_ATTRIBUTES
from ..python.package import Package
from ..python.resources import ResourceClass
from .bindings import Path

_RESOURCE_ATTRIBUTES = frozenset(
    {"_call", "_client", "_page", "_poll", "_run", "with_raw_response"}
    | {"with_streaming_response"}
)


@dataclass(frozen=True, slots=True)
class Target:
    """A generated class.

    Args:
        key: Public module and name of the class of a resource; `""` for a client.
        name: Name of the class.
        members: Attributes and methods of the class.
        label: The class in messages.
        is_model: Whether it is a model, not a resource or a client.
        has_pages: Whether pages are derived from the model.
    """

    key: str
    name: str
    members: frozenset[str]
    label: str
    is_model: bool = False
    has_pages: bool = False

    @property
    def is_client(self) -> bool:
        """Whether it is a client, not a resource."""
        return not self.key


def resource_targets(package: Package) -> Mapping[Path, Target]:
    """Return the classes of resources, by each path that they can be imported from."""
    targets: dict[Path, Target] = {}
    for module in package.resources:
        for file in module.files:
            for item in file.classes:
                for name in (item.name, f"Async{item.name}"):
                    target = Target(
                        f"{module.name}.{name}",
                        name,
                        _members(item),
                        f"resources.{module.name}.{name}",
                    )
                    targets["resources", module.name, name] = target
                    targets["resources", file.name, name] = target
    return targets


def client_targets(package: Package) -> Mapping[Path, Target]:
    """Return the clients, by each path that they can be imported from."""
    client = package.client
    members = CLIENT_ATTRIBUTES.union(
        (child.name for child in client.children),
        (item.name for item in client.credentials if item.attribute),
    )
    targets: dict[Path, Target] = {}
    for prefix in ("", "Async"):
        name = f"{prefix}{client.name}"
        target = Target("", name, members, name)
        for public in (name, f"{prefix}Client"):
            targets[(public,)] = target
            targets["_client", public] = target
    return targets


def _members(item: ResourceClass) -> frozenset[str]:
    return _RESOURCE_ATTRIBUTES.union(
        (child.name for child in item.children),
        (method.name for method in item.all_methods),
        (method.name for method in item.stream_methods),
        (callback.name for callback in item.callbacks),
        (link.method.name for link in item.links),
        ("unwrap", "verify_signature") if item.event is not None else (),
    )
