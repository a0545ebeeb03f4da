"""Tests of the client of OpenAI's complete document."""

from __future__ import annotations

import base64
import hmac
import inspect
import json
import re
import subprocess
import sys
import time
import warnings
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any, get_overloads

import httpx2
import pytest
import yaml

from generator.cli.inspect import python_tree
from generator.pipeline import Generated
from generator.python.expressions import ANY, OBJECT
from generator.rendering.python.annotations import format_type
from generator.source import Location
from tests.clients import failed_imports, generate, import_from, union_members
from tests.e2e.openai.line_counts import count_lines

pytestmark = pytest.mark.slow(seconds=60)

PACKAGE = "openai_whole_client"
METHODS = ("get", "put", "post", "delete", "patch", "head", "options", "trace")


@pytest.fixture(scope="module")
def document(shared: Path) -> Path:
    return shared / "specs" / "openai" / "2026-08.yaml"


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("openai")


@pytest.fixture(scope="module")
def generated(document: Path, output: Path) -> Generated:
    return generate(document, output, PACKAGE, "OpenAI")


@pytest.fixture(scope="module")
def client(generated: Generated, output: Path) -> ModuleType:
    return import_from(output, PACKAGE)


@pytest.fixture(scope="module")
def declared(document: Path) -> dict[tuple[str, str], dict[str, Any]]:
    tree = yaml.load(document.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    return {
        (method.upper(), path): operation
        for path, item in tree["paths"].items()
        for method, operation in item.items()
        if method in METHODS
    }


def test_every_operation_is_included(
    generated: Generated, declared: dict[tuple[str, str], dict[str, Any]]
) -> None:
    operations = python_tree(generated.package)["operations"]
    assert len(operations) == 288
    assert {(item["method"], item["path"]) for item in operations} == set(declared)
    assert len({item["call"] for item in operations}) == 288
    ids = {item["id"] for item in operations}
    assert ids == {item["operationId"] for item in declared.values()}


def attribute_classes(owner: type, path: list[str]) -> Iterator[type]:
    """Yield the classes of the attributes of a path, without creating instances."""
    for name in path:
        getter = getattr(owner, name)
        module = sys.modules[getter.func.__globals__["__name__"]]
        annotation = getter.func.__annotations__["return"]
        if not hasattr(module, annotation):  # The import is lazy.
            source = Path(str(module.__file__)).read_text(encoding="utf-8")
            import_line = re.search(
                rf"from \.(resources\.\w+) import.*\b{annotation}\b", source
            )
            assert import_line is not None, annotation
            module = __import__(
                f"{module.__package__}.{import_line[1]}", fromlist=[annotation]
            )
        owner = getattr(module, annotation)
        yield owner


@pytest.mark.parametrize("name", ["OpenAI", "AsyncOpenAI"])
def test_every_call_is_a_method(
    generated: Generated, client: ModuleType, name: str
) -> None:
    for call in generated.package.calls:
        *path, method = call.call.split(".")
        *_, owner = attribute_classes(getattr(client, name), path)
        assert callable(getattr(owner, method)), call.call


def sample_arguments(method: Callable[..., Any]) -> dict[str, Any]:
    """Return a value for each required argument; only uploads need a specific type.

    Arguments of which one is required are those of the first overload.
    """
    first, *_ = [*get_overloads(method), method]
    return {
        name: b"x" if "FileTypes" in str(parameter.annotation) else "x-1"
        for name, parameter in inspect.signature(first).parameters.items()
        if parameter.default is parameter.empty
        and parameter.kind is not parameter.VAR_KEYWORD
        and name not in ("self", "content_type")
    }


def test_every_request_matches_the_document(
    generated: Generated,
    client: ModuleType,
    declared: dict[tuple[str, str], dict[str, Any]],
) -> None:
    keys: Counter[str] = Counter()
    requests: list[httpx2.Request] = []

    def respond(request: httpx2.Request) -> httpx2.Response:
        requests.append(request)
        return httpx2.Response(200, json={})

    transport = httpx2.MockTransport(respond)
    openai = client.OpenAI(
        api_key="sk-test",
        admin_api_key="adm-test",
        base_url="https://api.test/v1",
        http_client=httpx2.Client(transport=transport),
    )
    for call in generated.package.calls:
        target: Any = openai
        *path, name = call.call.split(".")
        for part in path:
            target = getattr(target, part)
        method = getattr(target, name)
        with warnings.catch_warnings(action="ignore", category=DeprecationWarning):
            result = method(**sample_arguments(method))
        if hasattr(result, "close"):
            result.close()
        request = requests.pop()
        assert request.method == call.method
        template, _, query = call.path.partition("?")
        pattern = re.sub(r"\\\{\w+\\\}", "[^/]+", re.escape(f"/v1{template}"))
        assert re.fullmatch(pattern, request.url.path), call
        assert query in str(request.url.query, "ascii"), call
        operation = declared[call.method, call.path]
        security = operation.get("security", [{"ApiKeyAuth": []}])
        key = "adm-test" if "AdminApiKeyAuth" in security[0] else "sk-test"
        assert request.headers["authorization"] == f"Bearer {key}", call
        keys[key] += 1
    assert keys == {"sk-test": 169, "adm-test": 119}


def test_mock_responds_to_every_call(
    generated: Generated, output: Path, client: ModuleType
) -> None:
    testing = __import__(f"{PACKAGE}.testing", fromlist=["MockAPI"])
    mock = testing.MockAPI()
    openai = client.OpenAI(http_client=mock.client(), max_retries=0)
    samples = json.loads(generated.files[f"{PACKAGE}/_samples.json"])["operations"]
    streamed = 0
    for sample in samples:
        target: Any = openai
        for part in sample["call"].split("."):
            target = getattr(target, part)
        stream = sample.get("stream", {})
        streaming = (
            {stream["stream_parameter"]: stream.get("value", True)}
            if "stream_parameter" in stream
            else {}
        )
        for options in ({}, streaming)[: 2 if streaming else 1]:
            with warnings.catch_warnings(action="ignore", category=DeprecationWarning):
                result = target(**sample_arguments(target), **options)
            assert mock.requests[-1].call == sample["call"]
            if options or stream.get("default_on"):
                items = list(result)
                assert items
                # The document has examples of `named` events, but no type.
                assert stream.get("form") == "named" or not any(
                    isinstance(item, dict) for item in items
                )
                streamed += 1
                if hasattr(result, "final"):
                    assert result.final()
            elif "json" in sample:
                assert not isinstance(result, dict) and result is not None
    assert len(samples) == len({item.call for item in mock.requests}) == 288
    assert streamed > 8
    assert len(generated.files[f"{PACKAGE}/_samples.json"]) < 300_000


_STREAMS = {
    "audio.speech.create": ("CreateSpeechResponseStreamEvent", None),
    "audio.transcriptions.create": (
        "CreateTranscriptionResponseStreamEvent",
        "CreateTranscriptionResponseJson",
    ),
    "beta.responses.create": ("BetaResponseStreamEvent", "BetaResponse"),
    "beta.responses.retrieve": ("BetaResponseStreamEvent", "BetaResponse"),
    "beta.threads.create_and_run": ("AssistantStreamEvent", "RunObject"),
    "beta.threads.runs.create": ("AssistantStreamEvent", "RunObject"),
    "beta.threads.runs.submit_tool_outputs": ("AssistantStreamEvent", "RunObject"),
    "chat.completions.create": (
        "CreateChatCompletionStreamResponse",
        "CreateChatCompletionResponse",
    ),
    "completions.create": ("CreateCompletionResponse", "CreateCompletionResponse"),
    "images.edit": ("ImageEditStreamEvent", None),
    "images.generate": ("ImageGenStreamEvent", None),
    "responses.create": ("ResponseStreamEvent", "Response"),
    "responses.retrieve": ("ResponseStreamEvent", "Response"),
}
"""Event type and aggregated type of each streaming call; `None` without aggregation."""


def test_streams_are_typed(generated: Generated) -> None:
    streams = {
        ".".join((*resource.path, method.name)): (
            format_type(method.event),
            format_type(method.aggregated_type) if method.aggregated_type else None,
        )
        for module in generated.package.resources
        for resource in module.classes
        for method in resource.methods
        if method.event is not None
    }
    assert streams == _STREAMS


def test_webhooks_are_typed(generated: Generated, client: ModuleType) -> None:
    openai = client.OpenAI(api_key="sk-test", webhook_secret="whsec_c2VjcmV0")
    body = '{"type": "batch.completed", "id": "evt_1", "data": {"id": "batch_1"}}'
    now = int(time.time())
    key = hmac.digest(b"secret", f"evt_1.{now}.{body}".encode(), "sha256")
    headers = {
        "Webhook-Id": "evt_1",
        "WEBHOOK-TIMESTAMP": str(now),
        "webhook-signature": f"v1,AAAA v2,BBBB v1,{base64.b64encode(key).decode()}",
    }
    for payload in (body, body.encode()):
        event = openai.webhooks.unwrap(payload, headers)
        assert type(event).__name__ == "WebhookBatchCompleted"
        assert event.data.id == "batch_1"
    (reader,) = (
        resource
        for module in generated.package.resources
        for resource in module.classes
        if resource.event is not None
    )
    assert reader.path == ("webhooks",)
    assert reader.event is not None
    alias = getattr(client.types, format_type(reader.event.type))
    names = union_members(alias)
    assert len(names) == 16
    assert all(hasattr(client.types, name) for name in names)


def test_every_diagnostic_has_a_location(generated: Generated) -> None:
    from generator.diagnostics import Diagnostics
    from generator.pipeline import build

    diagnostics = Diagnostics()
    build(generated.config, diagnostics)
    assert len(diagnostics) > 0
    for item in diagnostics:
        assert isinstance(item.location, Location)
        assert item.location.place.line > 1


def test_few_fields_are_untyped(generated: Generated) -> None:
    fields = [
        field
        for module in generated.package.types
        for item in module.items
        if hasattr(item, "fields")
        for field in item.fields
    ]
    untyped = [field for field in fields if field.type in (ANY, OBJECT)]
    assert len(fields) > 5500
    assert len(untyped) / len(fields) < 0.03


def test_all_annotations_resolve(generated: Generated, client: ModuleType) -> None:
    check = __import__(
        f"{PACKAGE}._runtime.models.conversion", fromlist=["check_annotations"]
    ).check_annotations
    for module in generated.package.types:
        for name in module.names:
            type_ = getattr(client.types, name)
            if isinstance(type_, type) and hasattr(type_, "model_validate"):
                check(type_)


def test_line_counts_are_within_the_limits(generated: Generated) -> None:
    lines = count_lines(
        content.decode()
        for path, content in generated.files.items()
        if path.endswith(".py") and "/_runtime/" not in path
    )
    assert lines.code <= 35_000
    assert lines.all <= 60_000


def run(*command: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", *command], cwd=cwd, capture_output=True, text=True
    )


def test_mypy_reports_no_errors(generated: Generated, output: Path) -> None:
    process = run("mypy", "--strict", "-p", PACKAGE, cwd=output)
    assert process.returncode == 0, process.stdout[-3000:]


def test_pyright_reports_no_errors(generated: Generated, output: Path) -> None:
    process = run("pyright", "--pythonpath", sys.executable, PACKAGE, cwd=output)
    assert process.returncode == 0, process.stdout[-3000:]


def test_black_changes_nothing(generated: Generated, output: Path) -> None:
    process = run("black", "--check", "--quiet", PACKAGE, cwd=output)
    assert process.returncode == 0


def test_every_module_can_be_imported_first(generated: Generated, output: Path) -> None:
    modules = [
        ".".join(Path(path).with_suffix("").parts)
        for path in generated.files
        if path.endswith(".py") and not path.endswith("__init__.py")
    ]
    assert len(modules) > 100
    assert failed_imports(output, modules) == ""


def test_output_is_deterministic(document: Path, tmp_path: Path) -> None:
    import os

    outputs = []
    for seed, directory in (("0", tmp_path / "a"), ("1", tmp_path / "b" / "deeper")):
        directory.mkdir(parents=True)
        environment = {**os.environ, "PYTHONHASHSEED": seed, "OASMITH_CACHE": "off"}
        environment["PYTHONPATH"] = str(Path(__file__).parents[3])
        code = (
            "import sys; from pathlib import Path; from tests.clients import generate;"
            f"generate(Path(sys.argv[1]), Path('out').resolve(), {PACKAGE!r})"
        )
        subprocess.run(
            [sys.executable, "-c", code, str(document)],
            cwd=directory,
            env=environment,
            check=True,
        )
        out = directory / "out"
        outputs.append(
            {
                file.relative_to(out).as_posix(): file.read_bytes()
                for file in out.rglob("*")
                if file.is_file()
            }
        )
    assert outputs[0] == outputs[1]
    assert json.loads(outputs[0][".oasmith.json"])["documents"]
