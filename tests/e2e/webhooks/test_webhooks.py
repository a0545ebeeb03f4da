"""`client.webhooks.unwrap` and `verify_signature`."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import black
import pytest

from tests.clients import generate, import_from, unformatted_files
from tests.e2e.client.conftest import client_of  # noqa: F401  # a fixture

HERE = Path(__file__).parent
KEY = b"0123456789abcdef0123456789abcdef"
SECRET = f"whsec_{base64.b64encode(KEY).decode()}"
BODY = json.dumps({"type": "paid", "amount": 3, "note": "é"})


@pytest.fixture(scope="session")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the directory of the client generated from `events.yaml`."""
    output = tmp_path_factory.mktemp("events")
    generate(HERE / "events.yaml", output, "events_client", "Events")
    return output


@pytest.fixture(scope="session")
def events(package: Path) -> ModuleType:
    """Return the module of the client."""
    return import_from(package, "events_client")


def client(events: ModuleType, secret: str | None = SECRET) -> Any:
    return events.Events(base_url="http://127.0.0.1:9", webhook_secret=secret)


def signature(moment: int, body: str = BODY, key: bytes = KEY) -> str:
    signed = f"msg_1.{moment}.{body}".encode()
    digest = hmac.new(key, signed, hashlib.sha256).digest()
    return f"v1,{base64.b64encode(digest).decode()}"


def headers(age: float = 0, **changes: str) -> dict[str, str]:
    moment = int(time.time() - age)
    return {
        "Webhook-Id": "msg_1",
        "WEBHOOK-TIMESTAMP": str(moment),
        "webhook-signature": signature(moment),
        **changes,
    }


@pytest.mark.parametrize("payload", [BODY, BODY.encode()])
def test_a_signed_webhook_is_parsed(events: ModuleType, payload: str | bytes) -> None:
    event = client(events).webhooks.unwrap(payload, headers())
    assert type(event) is events.types.Paid
    assert (event.amount, event.note) == (3, "é")


def test_the_test_vector_of_the_standard(events: ModuleType) -> None:
    # The other tests create their signatures; this one is published.
    body = '{"test": 2432232314}'
    key = base64.b64decode("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")
    signed = b"msg_p5jXN8AQM9LWM0D4loKWxJek.1614265330." + body.encode()
    expected = "g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="
    digest = hmac.new(key, signed, hashlib.sha256).digest()
    assert base64.b64encode(digest).decode() == expected
    received = {
        "webhook-id": "msg_p5jXN8AQM9LWM0D4loKWxJek",
        "webhook-timestamp": "1614265330",
        "webhook-signature": f"v1,{expected}",
    }
    client(events).webhooks.verify_signature(
        body, received, secret="whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", tolerance=1e10
    )


def test_unknown_events_stay_json(events: ModuleType) -> None:
    moment = int(time.time())
    body = '{"type": "new", "x": 1}'
    received = headers(**{"webhook-signature": signature(moment, body)})
    received["WEBHOOK-TIMESTAMP"] = str(moment)
    assert client(events).webhooks.unwrap(body, received) == {"type": "new", "x": 1}


@pytest.mark.parametrize(
    "changes",
    [
        {"Webhook-Id": ["msg_1"]},
        {"WEBHOOK-TIMESTAMP": 1764430000},
        {"webhook-signature": [b"v1,AAAA"]},
        {"content-type": ["application/json"]},
        {b"webhook-id": "msg_1"},
    ],
)
def test_headers_that_are_not_strings(events: ModuleType, changes: Any) -> None:
    ((name, value),) = changes.items()
    received = {**changes, **headers(), **changes}
    with pytest.raises(TypeError, match="header .* must be a string") as caught:
        client(events).webhooks.unwrap(BODY, received)
    text = str(name) if isinstance(name, bytes) else name.lower()
    assert text in str(caught.value)
    assert isinstance(name, bytes) or type(value).__name__ in str(caught.value)
    unused = {**headers(), "content-length": 12}
    assert client(events).webhooks.unwrap(BODY, unused).amount == 3


def test_one_of_several_signatures_is_enough(events: ModuleType) -> None:
    received = headers()
    right = received["webhook-signature"]
    received["webhook-signature"] = f"v1a,AAAA v1,c29tZXRoaW5n {right} v2,{right[3:]}"
    client(events).webhooks.verify_signature(BODY, received)


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"webhook-signature": "v1,AAAA"}, "no signature"),
        ({"webhook-signature": "nonsense"}, "no signature"),
        ({"webhook-signature": "v1,é"}, "no signature"),
        ({"webhook-signature": "v1,\udcff"}, "no signature"),
        ({"Webhook-Id": "\ud800"}, "no signature"),
        ({"webhook-signature": ""}, "no 'webhook-signature' header"),
        ({"Webhook-Id": "msg_2"}, "no signature"),
        ({"Webhook-Id": ""}, "no 'webhook-id' header"),
        ({"WEBHOOK-TIMESTAMP": "now"}, "not a number of seconds"),
        ({"WEBHOOK-TIMESTAMP": "1e9"}, "not a number of seconds"),
        ({"WEBHOOK-TIMESTAMP": "9" * 5000}, "not a number of seconds"),
    ],
)
def test_invalid_webhooks(
    events: ModuleType, changes: dict[str, str], message: str
) -> None:
    with pytest.raises(
        events.errors.InvalidWebhookSignatureError, match=message
    ) as caught:
        client(events).webhooks.unwrap(BODY, headers(**changes))
    assert SECRET not in str(caught.value)


def test_a_signature_of_another_version(events: ModuleType) -> None:
    received = headers()
    received["webhook-signature"] = received["webhook-signature"].replace("v1,", "v2,")
    with pytest.raises(events.errors.InvalidWebhookSignatureError):
        client(events).webhooks.unwrap(BODY, received)


def test_a_body_with_surrogates(events: ModuleType) -> None:
    with pytest.raises(events.errors.InvalidWebhookSignatureError):
        client(events).webhooks.unwrap("\ud800", headers())


def test_a_changed_body(events: ModuleType) -> None:
    with pytest.raises(events.errors.InvalidWebhookSignatureError):
        client(events).webhooks.unwrap(BODY.replace("3", "4"), headers())


@pytest.mark.parametrize(
    ("age", "message"), [(400, "too old"), (-400, "in the future")]
)
def test_timestamps_outside_the_tolerance(
    events: ModuleType, age: float, message: str
) -> None:
    with pytest.raises(events.errors.InvalidWebhookSignatureError, match=message):
        client(events).webhooks.unwrap(BODY, headers(age))
    client(events).webhooks.unwrap(BODY, headers(age * 0.5))
    client(events).webhooks.verify_signature(BODY, headers(age), tolerance=600)


def test_sources_of_the_secret(
    events: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    bare = client(events, None)
    with pytest.raises(ValueError, match="EVENTS_WEBHOOK_SECRET"):
        bare.webhooks.unwrap(BODY, headers())
    bare.webhooks.unwrap(BODY, headers(), secret=SECRET)
    bare.with_options(webhook_secret=SECRET).webhooks.unwrap(BODY, headers())
    monkeypatch.setenv("EVENTS_WEBHOOK_SECRET", SECRET)
    client(events, None).webhooks.unwrap(BODY, headers())
    events.AsyncEvents(base_url="x").webhooks.unwrap(BODY, headers())
    assert SECRET not in repr(bare)


def test_a_secret_without_prefix_is_the_key(events: ModuleType) -> None:
    client(events, KEY.decode()).webhooks.unwrap(BODY, headers())


def test_an_invalid_secret_is_not_disclosed(events: ModuleType) -> None:
    with pytest.raises(ValueError, match="not valid base64") as caught:
        client(events, "whsec_s-ecret!").webhooks.unwrap(BODY, headers())
    assert "s-ecret" not in str(caught.value)


@pytest.mark.parametrize("secret", ["whsec_", "whsec_===="])
def test_an_empty_key_is_rejected(events: ModuleType, secret: str) -> None:
    moment = int(time.time())
    forged = {"webhook-signature": signature(moment, key=b"")}
    with pytest.raises(ValueError, match="webhook secret"):
        client(events, secret).webhooks.unwrap(BODY, headers(**forged))


def test_a_signed_body_that_is_nested_too_deeply(events: ModuleType) -> None:
    body = "[" * 100_000
    signed = {"webhook-signature": signature(int(time.time()), body)}
    with pytest.raises(ValueError, match="nested too deeply"):
        client(events).webhooks.unwrap(body, headers(**signed))


def test_a_resource_named_webhooks_has_all_methods(events: ModuleType) -> None:
    webhooks = client(events).webhooks
    assert callable(webhooks.list) and callable(webhooks.with_raw_response.list)
    # An operation with the same name is renamed.
    assert callable(webhooks.unwrap) and callable(webhooks.post_unwrap)


def test_callbacks_are_types_but_not_events(events: ModuleType) -> None:
    assert events.types.Shipped(parcel="p").parcel == "p"
    assert "Shipped" not in str(events.types.UnwrapWebhookEvent.__value__)


TWICE = """\
openapi: 3.1.0
info: {title: Twice, version: "1"}
paths:
  /a:
    post:
      operationId: createA
      responses: {"204": {description: ok}}
      callbacks:
        done:
          "{$request.body#/url}":
            post:
              requestBody: {content: {application/json: {schema: {type: object, properties: {a: {type: string}}}}}}
              responses: {"200": {description: ok}}
  /b:
    post:
      responses: {"204": {description: ok}}
      callbacks:
        done:
          "{$request.body#/url}":
            post:
              requestBody: {content: {application/json: {schema: {type: object, properties: {b: {type: string}}}}}}
              responses: {"200": {description: ok}}
            put:
              requestBody: {content: {application/json: {schema: {type: object, properties: {c: {type: string}}}}}}
              responses: {"200": {description: ok}}
webhooks:
  paid:
    post:
      requestBody: {content: {application/json: {schema: {type: object, required: [p], properties: {p: {type: string}}}}}}
      responses: {"200": {description: ok}}
    put:
      requestBody: {content: {application/json: {schema: {type: object, required: [q], properties: {q: {type: string}}}}}}
      responses: {"200": {description: ok}}
"""


def test_webhooks_of_the_same_name_have_distinct_types(
    client_of: Callable[[str], ModuleType],
) -> None:
    module = client_of(TWICE)
    types = module.types
    assert types.CreateADoneRequest(a="x").a == "x"
    assert types.PostBPostDoneRequest(b="x").b == "x"
    assert types.PostBPutDoneRequest(c="x").c == "x"
    acme = module.Acme(base_url="http://127.0.0.1:9", webhook_secret=SECRET)
    moment = int(time.time())
    for body, name in (('{"p": "x"}', "PostPaid"), ('{"q": "x"}', "PutPaid")):
        received = headers(**{"webhook-signature": signature(moment, body)})
        received["WEBHOOK-TIMESTAMP"] = str(moment)
        event = acme.webhooks.unwrap(body, received)
        assert type(event) is getattr(types, f"{name}Request")


def test_a_client_without_webhooks(
    client_of: Callable[[str], ModuleType],
) -> None:
    text = (HERE / "events.yaml").read_text(encoding="utf-8")
    module = client_of(text.replace("\nwebhooks:", "\nx-none:"))
    acme = module.Acme(base_url="http://127.0.0.1:9")
    assert not hasattr(acme.webhooks, "verify_signature")
    assert not hasattr(module.errors, "InvalidWebhookSignatureError")


def test_a_document_with_only_webhooks(client_of: Callable[[str], ModuleType]) -> None:
    text = (HERE / "events.yaml").read_text(encoding="utf-8")
    before, rest = text.split("paths:\n")
    marker = "\nwebhooks:\n"
    module = client_of(f"{before}webhooks:\n{rest.partition(marker)[2]}")
    acme = module.Acme(base_url="http://127.0.0.1:9", webhook_secret=SECRET)
    assert type(acme.webhooks.unwrap(BODY, headers())) is module.types.Paid
    source = Path(sys.modules[type(acme.webhooks).__module__].__file__ or "")
    text = source.read_text(encoding="utf-8")
    assert black.format_str(text, mode=black.Mode()) == text


@pytest.mark.slow
@pytest.mark.parametrize(
    "checker",
    [
        ("mypy", "--strict", "--no-error-summary", "events_client"),
        ("pyright", "--pythonpath", sys.executable),
    ],
)
def test_type_checkers_report_no_errors(
    package: Path, checker: tuple[str, ...]
) -> None:
    shutil.copy(HERE / "callers.py", package / "callers.py")
    process = subprocess.run(
        [sys.executable, "-m", *checker, "callers.py"],
        cwd=package,
        capture_output=True,
        text=True,
    )
    assert process.returncode == 0, process.stdout


@pytest.mark.slow
def test_emitted_code_is_formatted(package: Path) -> None:
    assert unformatted_files(package / "events_client") == []
