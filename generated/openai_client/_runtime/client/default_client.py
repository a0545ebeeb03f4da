"""The client of calls of a package itself, such as `acme.things.list()`."""

# pyright: reportPrivateUsage=false
# Modules of the runtime share members that are private to callers.

from __future__ import annotations

from threading import RLock
from types import new_class
from typing import TYPE_CHECKING, Any

from ..transport.pool import Pool, reset_after_fork

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import ModuleType

    from .bases import PlainClient

_UNCHANGED = frozenset(("__class__", "__dict__"))


class DefaultClient:
    """The default client of a package.

    It is initialized at its first call, from the arguments that were assigned to attributes
    of the package and from the environment. After an argument was assigned, it is
    initialized again at the next call and keeps its connections, unless `http_client`
    was assigned. It remains the same object, which resources hold.

    Args:
        module: The package.
        client_class: Class of the client.
        arguments: Arguments of the client that are attributes of the package.
        resources: Resources of the client that are attributes of the package.
    """

    def __init__(
        self,
        module: ModuleType,
        client_class: type[PlainClient],
        arguments: tuple[str, ...],
        resources: tuple[str, ...],
    ) -> None:
        self._names = vars(module)
        self._class = client_class
        self._arguments = arguments
        self._deferred = _deferred_class(client_class, resources, self._initialize)
        self._client = object.__new__(self._deferred)
        self._is_used = self._keeps_pool = False
        self.after_fork()
        reset_after_fork(self)

    def after_fork(self) -> None:
        """Replace the lock, which another thread of the parent process may hold."""
        self._lock = RLock()

    def get(self, name: str) -> Any:
        """Return a resource of the client, or the value of an argument.

        The value of an argument that was not assigned is the one that the client uses.
        """
        if name not in self._arguments:
            return getattr(self._client, name)
        with self._lock:
            client = self._client
            if type(client) is not self._class:
                # Not initialized, because the environment may change until the next call.
                client = self._class(**self._assigned())
            defaults = self._class.__init__.__kwdefaults__ or {}
            return getattr(client, name, defaults.get(name))

    def assign(self, name: str, value: object) -> bool:
        """Use a value as an argument from the next call on.

        Returns:
            Whether the client has an argument of this name.

        Raises:
            TypeError, ValueError: The value is invalid, and the client has been called.
                Before, the first call raises the exception.
        """
        if name not in self._arguments:
            return False
        with self._lock:
            if self._is_used:
                arguments: dict[str, Any] = {**self._assigned(), name: value}
                self._class(**arguments)
            self._names[name] = value
            self.reset(name)
        return True

    def reset(self, name: str) -> None:
        """Initialize the client again at its next call because an argument changed."""
        if name in self._arguments:
            with self._lock:
                self._keeps_pool = self._keeps_pool and name != "http_client"
                self._client.__class__ = self._deferred

    def _assigned(self) -> dict[str, Any]:
        """Return the arguments that were assigned to attributes of the package."""
        names = self._names
        return {name: names[name] for name in self._arguments if name in names}

    def _initialize(self) -> None:
        """Initialize the client unless another thread did."""
        with self._lock:
            client = self._client
            if type(client) is self._class:
                return
            # Other threads must not use a client that is initialized in part.
            new = self._class(**self._assigned())
            state = vars(new)
            if self._keeps_pool:
                del state["_pool"]
            else:
                create = self._class._make_http.__get__(client)
                state["_pool"] = Pool(new._pool.supplied, create)
            vars(client).update(state)
            self._is_used = self._keeps_pool = True
            client.__class__ = self._class


def _deferred_class(
    client_class: type[PlainClient],
    resources: tuple[str, ...],
    initialize: Callable[[], None],
) -> type[PlainClient]:
    """Return the class of a client that is initialized when it is used.

    Args:
        client_class: Class that the client has afterwards.
        resources: Attributes that do not need an initialized client.
        initialize: Initializes the client and sets its class.
    """
    kept = _UNCHANGED.union(resources)

    def get(client: PlainClient, name: str) -> Any:
        if name in kept:
            return client_class.__getattribute__(client, name)
        initialize()
        return getattr(client, name)

    namespace = {
        "__getattribute__": get,
        "__module__": client_class.__module__,
        "__qualname__": client_class.__qualname__,
    }
    return new_class(
        client_class.__name__,
        (client_class,),
        exec_body=lambda body: body.update(namespace),
    )
