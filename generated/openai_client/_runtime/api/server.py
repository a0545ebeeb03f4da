"""A server of an API, as plain data."""

from __future__ import annotations

from typing import TYPE_CHECKING

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
            ValueError: A value is missing, or is not one of the permitted values.
        """
        url = self.url
        for name, definition in self.variables.items():
            choices = definition if isinstance(definition, tuple) else (definition,)
            value = values.get(name, choices[0])
            if value is None:
                raise ValueError(
                    f"server variable {name!r} has no default; set it in"
                    " server_variables, or set base_url"
                )
            allowed = [choice for choice in choices if choice is not None]
            if isinstance(definition, tuple) and value not in allowed:
                raise ValueError(
                    f"server variable {name!r} must be one of {', '.join(allowed)},"
                    f" not {value!r}"
                )
            url = url.replace("{" + name + "}", value)
        return url
