"""`omit`: the value of an argument that was not given, apart from `None`."""

from __future__ import annotations

from typing import Final, final


@final
class Omit:
    """The type of `omit`.

    `None` is sent as `null`; an argument that equals `omit` is not sent at all. It is
    false, so that `value or default` works.
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

    def __reduce__(self) -> str:
        # The name of the one instance in this module: a copy is the same object.
        return "omit"


omit: Final = Omit()
