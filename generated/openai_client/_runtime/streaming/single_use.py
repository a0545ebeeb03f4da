"""Objects that read from a connection, and therefore exist once."""

from __future__ import annotations

from typing import Any, NoReturn


class SingleUse:
    """Base class of objects that can be neither copied nor pickled."""

    __slots__ = ()

    def __reduce_ex__(self, protocol: Any) -> NoReturn:
        # Used by `copy`, `deepcopy` and `pickle`. The end of a copy would close the original.
        raise TypeError(
            f"cannot copy or pickle {type(self).__name__!r}, which reads from a"
            " connection; copy what it returns"
        )
