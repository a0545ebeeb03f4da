"""Public classes for callers: modules, `repr`, `dir`, pickles and signatures."""

from __future__ import annotations

import ast
import copy
import inspect
import os
import pickle
import rlcompleter
import shutil
import subprocess
import sys
import traceback
import typing
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import anyio
import httpx2
import pytest

from generator.runtime.api.arguments import CallArguments
from generator.runtime.responses.errors import APIError
from generator.runtime.streaming.streams import Stream
from tests.unit.runtime.conftest import Reply, Server, json_reply

Serve = Callable[..., Server]
COMPLETION = {"id": "c-1", "choices": []}
EVENTS = Reply(
    200,
    b'data: {"id": "1", "choices": []}\n\ndata: [DONE]\n\n',
    {"Content-Type": "text/event-stream"},
)


@pytest.fixture
def client(acme: ModuleType, serve: Serve) -> Any:
    return acme.Acme(base_url=serve(json_reply(COMPLETION)).url)


# --- modules and pickles -------------------------------------------------------------


def test_exceptions_show_the_errors_module(acme: ModuleType) -> None:
    for name in acme.errors.__all__:
        assert getattr(acme.errors, name).__module__ == "acme_client.errors", name


def test_public_classes_show_the_package(acme: ModuleType) -> None:
    for name in acme.__all__:
        member = getattr(acme, name)
        if isinstance(member, type) and not issubclass(member, Exception):
            assert member.__module__ == "acme_client", name
            assert getattr(sys.modules[member.__module__], name) is member


def test_subclasses_of_callers_keep_their_module(acme: ModuleType) -> None:
    subclass = type("Own", (acme.Acme,), {"__module__": "shop._client"})
    assert subclass.__module__ == "shop._client"


def test_the_runtime_by_itself_keeps_its_modules() -> None:
    assert APIError.__module__ == "generator.runtime.responses.errors"
    assert Stream.__module__ == "generator.runtime.streaming.streams"


def test_tracebacks_show_the_errors_module(acme: ModuleType, serve: Serve) -> None:
    client = acme.Acme(base_url=serve(Reply(429)).url, max_retries=0)
    with pytest.raises(acme.RateLimitError) as caught:
        client.chat.completions.retrieve("x")
    lines = traceback.format_exception(caught.value)
    assert lines[-1].startswith("acme_client.errors.RateLimitError: 429")
    loaded = pickle.loads(pickle.dumps(caught.value))
    assert type(loaded) is acme.RateLimitError and loaded.status_code == 429


def test_every_exception_can_be_pickled(acme: ModuleType) -> None:
    request = httpx2.Request("GET", "https://api.acme.test/")
    response = httpx2.Response(400, request=request)
    for name in acme.errors.__all__:
        kind = getattr(acme.errors, name)
        if issubclass(kind, acme.APIStatusError | acme.APIResponseValidationError):
            error = kind("message", response=response)
        elif name == "PollTimeoutError":
            error = kind(1.0, "running")
        elif issubclass(kind, acme.APIConnectionError):
            error = kind(request=request)
        else:
            error = kind("message", request)
        loaded = pickle.loads(pickle.dumps(error))
        assert type(loaded) is kind and str(loaded) == str(error)


def test_omit_is_pickled_by_its_public_name(acme: ModuleType) -> None:
    assert pickle.loads(pickle.dumps(acme.omit)) is acme.omit
    assert copy.deepcopy(acme.omit) is acme.omit


@pytest.mark.parametrize("package", ["other", "outer.inner.vendored"])
def test_modules_are_public_under_any_name(
    acme: ModuleType, tmp_path: Path, package: str
) -> None:
    folder = tmp_path.joinpath(*package.split("."))
    folder.parent.mkdir(parents=True, exist_ok=True)
    shutil.copytree(Path(str(acme.__file__)).parent, folder)
    code = (
        f"import pickle, {package} as acme; from {package} import APIError, Stream;"
        "print(APIError.__module__, Stream.__module__, acme.Acme.__module__);"
        "print(type(pickle.loads(pickle.dumps(APIError('m')))) is APIError)"
    )
    process = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "PYTHONPATH": str(tmp_path)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert process.stdout.split() == [f"{package}.errors", package, package, "True"]


# --- repr ----------------------------------------------------------------------------


def test_repr_of_clients_and_resources(acme: ModuleType, client: Any) -> None:
    url = client.base_url
    assert repr(client) == f"Acme(base_url='{url}')"
    assert repr(client.chat) == f"<Chat of {client!r}>"
    raw = client.chat.completions.with_raw_response
    assert repr(raw) == f"<CompletionsRaw of {client!r}>"
    assert repr(client.get) == f"<Verb GET of {client!r}>"


@pytest.mark.parametrize(
    ("access", "returns"),
    [
        ("with_raw_response", "APIResponse"),
        ("with_streaming_response", "ResponseManager"),
    ],
)
def test_raw_methods_describe_themselves(
    acme: ModuleType, client: Any, access: str, returns: str
) -> None:
    for owner, prefix, is_async in (
        (client, "", False),
        (acme.AsyncAcme(base_url="https://api.acme.test"), "Async", True),
    ):
        completions = owner.chat.completions
        method = getattr(completions, access).retrieve
        name = f"{type(getattr(completions, access)).__name__}.retrieve"
        assert method.__qualname__ == name and name in repr(method)
        assert repr(owner) in repr(method)
        assert method.__doc__ == completions.retrieve.__doc__
        expected = f"{prefix if returns != 'APIResponse' else ''}{returns}"
        signature = inspect.signature(method)
        assert signature.return_annotation == f"{expected}[ChatCompletion]"
        original = inspect.signature(completions.retrieve)
        assert signature.parameters == original.parameters
        awaits = is_async and returns == "APIResponse"
        assert inspect.iscoroutinefunction(method) is awaits
        # The method of the resource itself is unchanged.
        assert original.return_annotation == "ChatCompletion"
        assert completions.retrieve.__qualname__ == f"{prefix}Completions.retrieve"


def test_repr_of_raw_responses(client: Any) -> None:
    completions = client.chat.completions
    raw = completions.with_raw_response.retrieve("x")
    assert repr(raw) == "<APIResponse [200 OK] GET /chat/completions/{completion_id}>"
    manager = completions.with_streaming_response.retrieve("x")
    assert repr(manager).startswith("<ResponseManager of GET /chat/completions/")


def test_repr_of_streams(acme: ModuleType, serve: Serve) -> None:
    client = acme.Acme(base_url=serve(EVENTS).url)

    def create() -> Any:
        return client.chat.completions.create(messages=[], model="m", stream=True)

    stream = create()
    name = type(stream).__name__
    assert repr(stream) == f"<{name} [200 OK] POST /chat/completions, open>"
    list(stream)
    assert repr(stream).endswith(", exhausted>")
    stream = create()
    stream.close()
    assert repr(stream).endswith(", closed>")


def test_repr_of_async_streams(acme: ModuleType, serve: Serve) -> None:
    async def main() -> list[str]:
        async with acme.AsyncAcme(base_url=serve(EVENTS).url) as client:
            create = client.chat.completions.create
            stream = await create(messages=[], model="m", stream=True)
            reprs = [repr(stream)]
            await stream.close()
            return [*reprs, repr(stream)]

    before, after = anyio.run(main)
    assert before.endswith("[200 OK] POST /chat/completions, open>")
    assert after.endswith(", closed>") and before.startswith("<Async")


# --- lazy packages -------------------------------------------------------------------


def test_dir_has_all_public_names(acme: ModuleType) -> None:
    assert set(acme.__all__) <= set(dir(acme))
    assert {"ChatCompletion", "FileObject"} <= set(dir(acme.types))
    assert "__name__" in dir(acme)


def test_completion_has_all_public_names(acme: ModuleType) -> None:
    completer = rlcompleter.Completer({"acme": acme})
    matches = [completer.complete("acme.Async", index) for index in range(20)]
    names = {str(match).rstrip("(") for match in matches if match}
    assert {"acme.AsyncAcme", "acme.AsyncStream"} <= names


def test_dir_loads_nothing(acme: ModuleType) -> None:
    root = str(Path(str(acme.__file__)).parents[1])
    code = (
        "import sys, acme_client; assert 'Acme' in dir(acme_client);"
        "print([name for name in sys.modules if 'acme_client.' in name])"
    )
    process = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "PYTHONPATH": root},
        capture_output=True,
        text=True,
        check=True,
    )
    loaded = "['acme_client._runtime.lazy', 'acme_client._runtime']"
    assert sorted(process.stdout.strip()) == sorted(loaded)


def test_packages_without_all_have_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "lazy_package"
    package.mkdir()
    (package / "__init__.py").write_text(
        "from generator.runtime.lazy import lazy_names\n"
        '__getattr__ = lazy_names(__name__, {".b": "B C", ".": ("b",)})\n'
    )
    (package / "b.py").write_text("B = 1\nC = 2\n")
    monkeypatch.syspath_prepend(str(tmp_path))
    namespace: dict[str, Any] = {}
    exec("from lazy_package import *", namespace)
    assert (namespace["B"], namespace["C"]) == (1, 2)
    module = sys.modules["lazy_package"]
    assert module.__all__ == ["B", "C", "b"]
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        module.nothing


def test_types_have_hints_and_can_be_pickled(acme: ModuleType) -> None:
    types = acme.types
    for name in types.__all__:
        assert typing.get_type_hints(getattr(types, name)), name
    completion = types.ChatCompletion.from_dict(dict(COMPLETION))
    loaded = pickle.loads(pickle.dumps(completion))
    assert type(loaded) is types.ChatCompletion and loaded == completion


# --- arguments and options -----------------------------------------------------------


def test_arguments_are_immutable() -> None:
    arguments = CallArguments(query={"a": 1})
    with pytest.raises(AttributeError):
        arguments.query = None  # type: ignore[misc]
    with pytest.raises(AttributeError):
        arguments.other = 1  # type: ignore[attr-defined]
    assert arguments._replace(body=1).query == {"a": 1}


def test_every_request_option_is_documented() -> None:
    source = Path(__file__).parents[3] / "generator/runtime/api/options.py"
    (options,) = (
        node
        for node in ast.parse(source.read_text(encoding="utf-8")).body
        if isinstance(node, ast.ClassDef) and node.name == "RequestOptions"
    )
    # Editors show the string after the annotation of a key.
    for member, following in zip(options.body, [*options.body[1:], None], strict=True):
        if isinstance(member, ast.AnnAssign):
            assert isinstance(following, ast.Expr), ast.unparse(member)
            assert isinstance(following.value, ast.Constant)
            assert "\n" in str(following.value.value).strip()
