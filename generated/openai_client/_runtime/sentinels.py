"""The sentinel `omit`, which differs from `None`."""

from __future__ import annotations

from importlib import import_module
from typing import Any, Final, final

from .lazy import set_public_module


@final
class Omit:
    """The type of `omit`.

    An argument that is `omit` is not sent, whereas `None` is sent as `null`. The sentinel
    is false, so that `value or default` works.
    """

    __slots__ = ()

    def __bool__(self) -> bool:
        return False

    def __repr__(self) -> str:
        return "omit"

    def __copy__(self) -> Omit:
        return self

    def __deepcopy__(self, memo: object) -> Omit:
        return self

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: Any) -> Any:
        """Return the schema of `omit`, for `pydantic.validate_call` on methods."""
        return import_module("pydantic_core.core_schema").is_instance_schema(cls)

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: Any, handler: Any) -> Any:
        """Leave `omit` out of JSON Schema."""
        raise import_module("pydantic_core").PydanticOmit

    def __reduce__(self) -> str:
        # The name of the only instance, so that unpickling returns that instance.
        return "omit"


omit: Final = Omit()

# The names of other SDKs for the same.
NotGiven = Omit
NOT_GIVEN: Final = omit

set_public_module("", Omit)
