"""Own classes for models in parsed responses and in the final responses of streams."""

from __future__ import annotations

import subprocess
import sys
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest

from tests.clients import import_from
from tests.e2e.documents.test_event_streams import (
    CHUNKS,
    DOCUMENT,
    EVENTS,
    RESPONSE,
    TEXT,
    City,
)
from tests.typing.typed_callers import checked_paths

from .test_models import generate

OWN = """\
from ..types import chat, responses


class Completion(chat.Completion):
    def first(self) -> "str | None":
        return self.choices[0].text()


class OwnChoice(chat.Choice):
    def text(self) -> "str | None":
        return self.message.upper()


class Message(chat.Message):
    def upper(self) -> "str | None":
        return self.content.upper() if self.content else None


class Chunk(chat.Chunk):
    @property
    def is_last(self) -> bool:
        return not self.choices


class Response(responses.Response):
    @property
    def is_complete(self) -> bool:
        return self.status == "completed"
"""
CALLER = """\
from dataclasses import dataclass

from typing_extensions import assert_type

from acme_client import Acme, AsyncAcme
from acme_client.types import Completion, ParsedCompletion, Response


@dataclass
class City:
    name: str


def call(client: Acme) -> None:
    parsed = client.chat.completions.parse(model="m", response_format=City)
    assert_type(parsed, ParsedCompletion[City])
    plain: Completion = parsed
    assert_type(plain.first(), str | None)
    assert_type(parsed.choices[0].text(), str | None)
    assert_type(parsed.choices[0].message.upper(), str | None)
    assert_type(parsed.choices[0].message.parsed, City | None)
    response = client.responses.parse(model="m", text_format=City)
    assert_type(response.is_complete, bool)
    assert_type(response.output_parsed, City | None)
    with client.chat.completions.stream(model="m", response_format=City) as chunks:
        for event in chunks:
            if event.type == "chunk":
                assert_type(event.chunk.is_last, bool)
        assert_type(chunks.get_final_completion().first(), str | None)
    with client.responses.stream(model="m") as events:
        assert_type(events.get_final_response().is_complete, bool)
    with client.responses.retrieve_stream("1") as again:
        for item in again:
            if item.type == "response.completed":
                assert_type(item.response, Response)
        assert_type(again.get_final_response(), Response)
        assert_type(again.get_final_response().is_complete, bool)


async def call_async(client: AsyncAcme) -> None:
    parsed = await client.chat.completions.parse(model="m", response_format=City)
    assert_type(parsed.first(), str | None)
    async with client.responses.retrieve_stream("1") as again:
        assert_type((await again.get_final_response()).is_complete, bool)
"""
COMPLETION = {
    "id": "c",
    "choices": [
        {
            "index": 0,
            "finish_reason": "stop",
            "message": {"role": "assistant", "content": TEXT},
        }
    ],
}


def acme(directory: Path, package: str) -> tuple[ModuleType, ModuleType]:
    """Generate a client with own models, and return it and the own module."""
    code, output = generate(directory, OWN, package, DOCUMENT)
    assert code == 0, output
    client = import_from(directory / "client", package)
    return client, import_module(f"{package}.ext.models")


def test_parsed_responses_are_instances_of_own_classes(tmp_path: Path) -> None:
    package, own = acme(tmp_path, "acme_parsed")
    mock = import_module("acme_parsed.testing").MockAPI()
    mock.respond("chat.completions.create", json=COMPLETION)
    mock.respond("responses.create", json=RESPONSE)
    client = package.Acme(http_client=mock.client())

    completion = client.chat.completions.parse(model="m", response_format=City)
    assert isinstance(completion, own.Completion)
    assert isinstance(completion.choices[0], own.OwnChoice)
    assert isinstance(completion.choices[0].message, own.Message)
    assert completion.first() == TEXT.upper()
    assert completion.choices[0].message.parsed == City("Bern")
    assert completion.to_dict() == COMPLETION
    response = client.responses.parse(model="m", text_format=City)
    assert isinstance(response, own.Response)
    assert (response.is_complete, response.output_parsed) == (True, City("Bern"))


def test_final_responses_of_streams_are_instances_of_own_classes(
    tmp_path: Path,
) -> None:
    package, own = acme(tmp_path, "acme_streams")
    mock = import_module("acme_streams.testing").MockAPI()
    mock.respond("chat.completions.create", stream=CHUNKS)
    mock.respond("responses.retrieve", stream=EVENTS)
    client = package.Acme(http_client=mock.client())

    with client.chat.completions.stream(model="m", response_format=City) as stream:
        chunks = [event.chunk for event in stream if event.type == "chunk"]
        final = stream.get_final_completion()
    assert [chunk.is_last for chunk in chunks] == [False] * 6 + [True]
    assert isinstance(final, own.Completion)
    assert final.first() == TEXT.upper()
    assert final.choices[0].message.parsed == City("Bern")
    with client.responses.retrieve_stream("1") as events:
        response = events.get_final_response()
    assert type(response) is own.Response
    assert response.is_complete


def test_attribute_of_the_parsed_value_is_reserved(tmp_path: Path) -> None:
    own = OWN.replace("def upper(self)", "def parsed(self)")
    own = own.replace("self.message.upper()", "self.message.content")
    code, output = generate(tmp_path, own, "acme_reserved", DOCUMENT)
    assert code != 0
    assert "has the generated attribute 'parsed', too" in output


@pytest.mark.slow
@pytest.mark.parametrize(
    "checker",
    ["mypy --strict", f"pyright --pythonpath {sys.executable}"],
)
def test_own_models_are_typed(tmp_path: Path, checker: str) -> None:
    code, output = generate(tmp_path, OWN, "acme_client", DOCUMENT)
    assert code == 0, output
    (tmp_path / "client/caller.py").write_text(CALLER)
    name, *flags = checker.split()
    paths = checked_paths(name, tmp_path / "client")
    done = subprocess.run(
        [str(Path(sys.executable).with_name(name)), *flags, *paths],
        cwd=tmp_path / "client",
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
