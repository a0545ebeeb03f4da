"""Tests of the usage notes in the reference."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.config import read_settings
from generator.diagnostics import Diagnostics
from generator.lowering import lower_reference
from generator.pipeline import Generated, build
from generator.rendering.markdown.markdown import text

ROOT = Path(__file__).parents[4]


@pytest.fixture(scope="module")
def generated() -> Generated:
    """The client of this project."""
    (config,) = read_settings(ROOT / "pyproject.toml")
    return build(config, Diagnostics())


@pytest.fixture(scope="module")
def notes(generated: Generated) -> dict[str, dict[str, str]]:
    """The usage notes of each call, by title."""
    return {
        item.call: {
            note.title: "\n\n".join(map(text, note.paragraphs))
            for note in item.usage_notes
        }
        for page in lower_reference(generated.api, generated.package).pages
        for item in page.operations
    }


def test_pagination_and_streaming_are_described(
    generated: Generated, notes: dict[str, dict[str, str]]
) -> None:
    calls = {call.id: call.call for call in generated.package.calls}
    methods = [
        method
        for module in generated.package.resources
        for resource in module.classes
        for method in resource.methods
    ]
    for method in methods:
        titles = notes[calls[method.operation]]
        assert ("Pagination" in titles) is method.paged
        assert ("Streaming" in titles) is (method.event is not None)
        is_aggregated = "`final()`" in titles.get("Streaming", "")
        assert is_aggregated is (method.aggregated_type is not None)
    assert sum(method.paged for method in methods) > 10
    assert sum(method.event is not None for method in methods) > 4


def test_polling_methods_are_listed(
    generated: Generated, notes: dict[str, dict[str, str]]
) -> None:
    calls = {call.id: call.call for call in generated.package.calls}
    polling = [
        (calls[method.operation], ".".join((*resource.path, method.name)))
        for module in generated.package.resources
        for resource in module.classes
        for method in resource.polling_methods
    ]
    assert len(polling) > 4
    for call, polling_call in polling:
        assert f"`client.{polling_call}(…)`: " in notes[call]["Polling"]


def test_uploads_and_downloads_are_described(notes: dict[str, dict[str, str]]) -> None:
    uploads = {call for call, titles in notes.items() if "Uploads" in titles}
    assert uploads == {
        "audio.transcriptions.create",
        "audio.translations.create",
        "files.create",
        "images.create_variation",
        "images.edit",
    }
    downloads = {call for call, titles in notes.items() if "Downloads" in titles}
    assert downloads == {"audio.speech.create", "files.content"}


def test_plain_operations_have_no_notes(notes: dict[str, dict[str, str]]) -> None:
    assert notes["models.retrieve"] == {}


def test_streaming_notes_contain_the_value_of_the_stream_parameter(
    notes: dict[str, dict[str, str]],
) -> None:
    speech = notes["audio.speech.create"]["Streaming"]
    assert speech.startswith('Set `stream_format="sse"` to receive')
    chat = notes["chat.completions.create"]["Streaming"]
    assert chat.startswith("Set `stream=True` to receive")
