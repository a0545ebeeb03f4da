"""A server of an API, as plain data."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..features import load_feature

if TYPE_CHECKING:
    from collections.abc import Mapping


class Server:
    """A server of an API (OpenAPI, Server Object).

    Args:
        url: URL of the server; `{name}` is a variable.
        variables: Default of each variable by name, or a tuple of the permitted values,
            of which the first is the default. `None` instead of a default makes the
            variable required.
        name: Name by which callers select the server.
    """

    __slots__ = ("name", "url", "variables")

    def __init__(
        self,
        url: str,
        *,
        variables: Mapping[str, str | tuple[str | None, ...] | None] = {},
        name: str | None = None,
    ) -> None:
        self.url = url
        self.variables = variables
        self.name = name

    def __repr__(self) -> str:
        return f"Server({self.url!r})"

    def format(self, values: Mapping[str, str] = {}) -> str:
        """Return the URL with its variables replaced.

        Args:
            values: Values by variable; variables of other servers are ignored.

        Raises:
            ValueError: A value is missing, is not one of the permitted values, or would
                change another part of the URL.
            TypeError: A value is not a string.
        """
        if not self.variables:
            return self.url
        url: str = load_feature("api.server_variables").expand(
            self.url, self.variables, values
        )
        return url
