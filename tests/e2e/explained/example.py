"""The client that is generated from the example of a rule."""

from __future__ import annotations

import asyncio
import inspect
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple
from unittest.mock import patch

import httpx2

from generator.diagnostics import Diagnostics
from generator.emission import write_tree
from generator.lowering import lower_client
from generator.pipeline import Generated, build
from tests.clients import import_from
from tests.unit.diagnostics.cases import Case
from tests.unit.runtime.conftest import Reply

BASE_URL = "https://shop.test/v1"
_NO_CONTENT = Reply(204)
_CODES = {"no-success-response": "no-answer"}
"""Codes of rules whose tests have another name."""


def code_of_test(name: str) -> str:
    """Return the code of the rule that a test is named after.

    The test of `unknown-type` is `test_unknown_type`; a second test of it is
    `test_unknown_type__title`.
    """
    name = name.removeprefix("test_").partition("__")[0].replace("_", "-")
    return _CODES.get(name, name)


class Call(NamedTuple):
    """A call of a method: the request that was sent, and the result."""

    request: httpx2.Request
    result: Any

    @property
    def path(self) -> str:
        """Path and query of the request below the base URL."""
        return str(self.request.url).removeprefix(BASE_URL)


class Example:
    """The files of an example, and the client that is generated from them.

    Args:
        case: example of a rule.
        directory: directory of the files, which is created.
    """

    def __init__(self, case: Case, directory: Path) -> None:
        self._case = case
        self.directory = directory
        self.output = directory / "generated"

    @cached_property
    def generated(self) -> Generated:
        """The result of the generator, whose files are written to `output`."""
        self.directory.mkdir(exist_ok=True)
        self._case.write(self.directory)
        code = self._case.code.replace("-", "_")
        config = replace(self._case.config(self.directory), unused_types=True)
        # Own code and patches are in folders of the package that the title gives.
        own = ("/ext/", ".patch")
        if not any(part in name for name in self._case.files for part in own):
            config = replace(config, package=f"explained_{code}")
        with patch("generator.pipeline.lower_client", wraps=lower_client) as lowering:
            lowering.side_effect = MemoryError if code == "exhausted" else None
            result = build(config, Diagnostics())
        write_tree(result.files, result.manifest, self.output, force=False)
        return result

    @cached_property
    def package(self) -> ModuleType:
        """The generated package."""
        name = next(
            path.partition("/")[0]
            for path in self.generated.files
            if path.endswith("/_client.py")
        )
        return import_from(self.output, name)

    @property
    def types(self) -> Any:
        """The module of the generated types."""
        return self.package.types

    def annotation(self, name: str, field: str) -> str:
        """Return the annotation of a field of a generated class."""
        return str(getattr(self.types, name).__annotations__[field])

    def page(self, name: str) -> str:
        """Return the text of a page of the reference."""
        return (self.output / "docs" / name).read_text(encoding="utf-8")

    def new_client(self, **options: Any) -> Any:
        """Return a synchronous client."""
        return self._class("")(**options)

    def parameters(self, call: str) -> dict[str, str]:
        """Return the parameters of a method with their annotations, without options."""
        method = _find_method(self.new_client(base_url=BASE_URL), call)
        return {
            name: str(parameter.annotation)
            for name, parameter in inspect.signature(method).parameters.items()
            if name != "options"
        }

    def call(
        self, call: str, *args: Any, reply: Reply = _NO_CONTENT, **kwargs: Any
    ) -> Call:
        """Call a method of both clients, which must send the same request.

        Args:
            call: path of the method, such as `items.list`.
            args: arguments of the method.
            reply: response of the server. Default: an empty one.
            kwargs: arguments of the method. `client_options` are arguments of the
                client; `base_url` is one of them by default.
        """
        options = kwargs.pop("client_options", {"base_url": BASE_URL})
        requests: list[httpx2.Request] = []

        def handle(request: httpx2.Request) -> httpx2.Response:
            request.read()
            requests.append(request)
            return httpx2.Response(
                reply.status, content=reply.body, headers=reply.headers
            )

        http = httpx2.Client(transport=httpx2.MockTransport(handle))
        with self.new_client(http_client=http, **options) as client:
            result = _find_method(client, call)(*args, **kwargs)
        asyncio.run(self._call_async(handle, options, call, args, kwargs))
        first, second = requests
        assert (first.method, first.url, first.content) == (
            second.method,
            second.url,
            second.content,
        )
        return Call(first, result)

    async def _call_async(
        self, handle: Any, options: Any, call: str, args: Any, kwargs: Any
    ) -> None:
        async def handle_async(request: httpx2.Request) -> httpx2.Response:
            await request.aread()
            return handle(request)

        transport = httpx2.MockTransport(handle_async)
        async with self._class("Async")(
            http_client=httpx2.AsyncClient(transport=transport), **options
        ) as client:
            await _find_method(client, call)(*args, **kwargs)

    def _class(self, prefix: str) -> Any:
        """Return the client class, which is the only one with this prefix."""
        names = set(self.package.__all__) - {"AsyncClient"}
        (name,) = (
            name
            for name in names
            if name.startswith("Async")
            and issubclass(
                getattr(self.package, name), self.package._runtime.AsyncClient
            )
        )
        return getattr(self.package, f"{prefix}{name.removeprefix('Async')}")


def _find_method(client: Any, call: str) -> Any:
    for name in call.split("."):
        client = getattr(client, name)
    return client
