"""Client of the Acme API."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from . import errors as errors
    from . import types as types
    from ._client import Acme as Acme
    from ._client import AsyncAcme as AsyncAcme
    from ._runtime import omit as omit
    from .errors import APIError as APIError
else:
    from ._runtime import lazy_names

    __getattr__ = lazy_names(
        __name__,
        {
            ".": ("errors", "types"),
            "._client": ("Acme", "AsyncAcme"),
            "._runtime": ("omit",),
            ".errors": ("APIError",),
        },
    )

__version__ = "1.0.0"
__all__ = ["APIError", "Acme", "AsyncAcme", "errors", "omit", "types"]
