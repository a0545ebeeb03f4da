"""Resources that are attributes of a client or of another resource."""

from __future__ import annotations

from ..frozen_dataclass import dataclass
from .expressions import Docstring
from .own_classes import OwnClass


@dataclass(frozen=True, slots=True)
class Child:
    """A resource that is an attribute of another resource or of a client.

    Args:
        name: Name of the attribute.
        class_name: Name of the class.
        module: Module of the package of resources that defines the class; `""` for the
            same module.
        docstring: Docstring of the attribute.
        wrapped: Whether it has `with_raw_response` and `with_streaming_response`.
        own, own_async: Classes of the user that replace the sync and the async class.
    """

    name: str
    class_name: str
    module: str
    docstring: Docstring
    wrapped: bool = True
    own: OwnClass | None = None
    own_async: OwnClass | None = None
