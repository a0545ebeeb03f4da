"""Output, diagnostics and requests of the generator for a document."""

from __future__ import annotations

import importlib
import itertools
import json
import re
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

import httpx2
import yaml

from generator.config import Config
from generator.diagnostics import Diagnostics, GenerationError
from generator.emission import write_tree
from generator.loader.validation import validate_documents
from generator.pipeline import Generated, build
from tests.clients import import_from

_numbers = itertools.count()
_Dumper: Any = getattr(yaml, "CSafeDumper", yaml.SafeDumper)


@dataclass(frozen=True)
class Output:
    """The output of a document.

    Args:
        generated: the result of the generator; `None` if nothing can be generated.
        package: modules of the client without those of the runtime, by their path.
        docs: pages of the reference and the readme, by their path.
        codes: codes of the diagnostics.
    """

    generated: Generated | None
    package: Mapping[str, str]
    docs: Mapping[str, str]
    codes: tuple[str, ...]

    def contains(self, part: str, text: str) -> bool:
        """Return whether a file of `package` or `docs` has a text, however wrapped."""
        files: Mapping[str, str] = getattr(self, part)
        return any(flat(text) in flat(content) for content in files.values())


def flat(text: str) -> str:
    """Return a text with single spaces."""
    return re.sub(r"\s+", " ", text)


def observe(document: dict[str, Any], folder: Path) -> Output:
    """Return the output of a document, without files if it cannot be generated."""
    diagnostics = Diagnostics()
    generated: Generated | None = None
    files: Mapping[str, bytes] = {}
    try:
        generated = build(_config(document, folder, "client"), diagnostics)
        validate_documents(generated.document, diagnostics)
        files = generated.files
    except GenerationError:
        pass  # the reason is one of the diagnostics
    texts = {name: content.decode() for name, content in files.items()}
    package = {
        name: text
        for name, text in texts.items()
        if name.startswith("client/") and "/_runtime/" not in name
    }
    docs = {name: text for name, text in texts.items() if name.endswith(".md")}
    codes = sorted({item.rule.code for item in diagnostics})
    return Output(generated, package, docs, tuple(codes))


@dataclass(frozen=True)
class Called:
    """A call of a client with the request and the result.

    Args:
        lines: lines of the request: method and target, headers, body.
        result: `repr` of the result, or name of the exception.
    """

    lines: tuple[str, ...]
    result: str


def call(
    output: Output, folder: Path, code: str, response: Mapping[str, Any]
) -> Called:
    """Write a client and evaluate a call with it.

    Args:
        output: the output of a document.
        folder: empty folder for the client.
        code: expression with the names `client`, `http_client` and the module `acme`.
        response: `status`, `headers` and `body` of the response; a body that is not a
            string is sent as JSON.
    """
    assert output.generated is not None, "no client can be generated"
    with _imported(output.generated, folder, "client") as client:
        requests: list[httpx2.Request] = []

        def respond(request: httpx2.Request) -> httpx2.Response:
            request.read()
            requests.append(request)
            return _response(response)

        transport = httpx2.MockTransport(respond)
        with httpx2.Client(transport=transport) as http_client:
            names = {"acme": client.module, "http_client": http_client}
            result = _evaluate(code, names)
    return Called(_lines(requests), result)


@dataclass(frozen=True)
class Client:
    """A generated client that is imported.

    Args:
        module: its package.
    """

    module: Any

    def received(self, value: Any) -> Any:
        """Return the JSON of what `client.values.retrieve("1")` returns for a response."""

        def respond(request: httpx2.Request) -> httpx2.Response:
            content_type = {"content-type": "application/json"}
            return httpx2.Response(200, headers=content_type, content=json.dumps(value))

        transport = httpx2.MockTransport(respond)
        with httpx2.Client(transport=transport) as http_client:
            client = self.module.Acme(http_client=http_client)
            result = client.values.retrieve("1")
        encoding = sys.modules[f"{self.module.__name__}._runtime.requests.encoding"]
        return json.loads(encoding.json_text(result))

    def mock_value(self) -> Any:
        """Return the value of the mock."""
        testing = importlib.import_module(f"{self.module.__name__}.testing")
        return testing.MockAPI().sample("values.retrieve")


@contextmanager
def client_of(document: dict[str, Any], folder: Path) -> Iterator[Client]:
    """Generate and import the client of a document, which is forgotten afterwards.

    Raises:
        GenerationError: Nothing can be generated.
    """
    name = f"conformance_client_{next(_numbers)}"
    generated = build(_config(document, folder, name), Diagnostics())
    with _imported(generated, folder / name, name) as client:
        yield client


@contextmanager
def _imported(generated: Generated, folder: Path, name: str) -> Iterator[Client]:
    """Write and import a client, which is forgotten afterwards."""
    write_tree(generated.files, generated.manifest, folder, force=False)
    assert name not in sys.modules
    acme = import_from(folder, name)
    try:
        yield Client(acme)
    finally:
        _forget(acme)


def _evaluate(code: str, names: dict[str, Any]) -> str:
    """Return the `repr` of an expression, or the name of its exception."""
    expression = re.sub(r"\bclient\b(?!\()", "acme.Acme(http_client=http_client)", code)
    try:
        return repr(eval(expression, names))
    except Exception as error:  # each exception is a result that a case can expect
        return f"{type(error).__name__}: {error}"


def _response(response: Mapping[str, Any]) -> httpx2.Response:
    body = response.get("body", {})
    is_text = isinstance(body, str)
    return httpx2.Response(
        response.get("status", 200),
        headers={
            "content-type": "text/plain" if is_text else "application/json",
            **response.get("headers", {}),
        },
        content=body if is_text else json.dumps(body),
    )


def _lines(requests: list[httpx2.Request]) -> tuple[str, ...]:
    """Return the lines of all requests; lines of bodies are as sent."""
    lines: list[str] = []
    for request in requests:
        origin = f"{request.url.scheme}://{request.url.netloc.decode()}"
        target = request.url.raw_path.decode()
        lines += [f"{request.method} {target}", f"origin: {origin}"]
        lines += [f"{name}: {value}" for name, value in request.headers.items()]
        lines += request.content.decode("utf-8", "replace").splitlines()
    return tuple(lines)


def _forget(client: ModuleType) -> None:
    """Remove the modules of a client, which no other case uses."""
    prefix = f"{client.__name__}."
    for name in [name for name in sys.modules if f"{name}.".startswith(prefix)]:
        del sys.modules[name]


def _config(document: dict[str, Any], folder: Path, package: str) -> Config:
    """Write a document, and return the settings for it."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "openapi.yaml").write_text(
        yaml.dump(document, Dumper=_Dumper, sort_keys=False, allow_unicode=True),
        "utf-8",
    )
    return Config(
        package=package,
        client="Acme",
        specs=("openapi.yaml",),
        directory=folder,
        unused_types=True,
    )
