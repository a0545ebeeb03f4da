"""The reference says how lists are walked, streams are read and ends are waited for."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.config import read_settings
from generator.diagnostics import Diagnostics
from generator.pipeline import Generated, build
from generator.reference.site import Page

ROOT = Path(__file__).parents[4]


@pytest.fixture(scope="module")
def made() -> Generated:
    """The client of this project."""
    (config,) = read_settings(ROOT / "pyproject.toml")
    return build(config, Diagnostics())


def pages_of(made: Generated) -> tuple[Page, ...]:
    """The pages of its reference."""
    assert made.site is not None
    return made.site.pages


def test_every_page_stream_and_wait_is_told(made: Generated) -> None:
    told = {
        item.call: "\n".join(item.usage_notes)
        for page in pages_of(made)
        for item in page.operations
    }
    calls = {call.id: call for call in made.package.calls}
    waits = streams = pages = 0
    for module in made.package.resources:
        for resource in module.classes:
            for method in resource.methods:
                text = told[calls[method.operation].call]
                assert ("The answer is a page." in text) is method.paged
                assert ("bit by bit" in text) is (method.event is not None)
                assert ("`final()`" in text) is (method.total is not None)
                pages += method.paged
                streams += method.event is not None
            for method in resource.waits:
                path = ".".join((*resource.path, method.name))
                assert f"`client.{path}(…)`" in told[calls[method.operation].call]
                waits += 1
    assert (waits > 4, streams > 4, pages > 10) == (True, True, True)


def test_plain_calls_have_nothing_to_tell(made: Generated) -> None:
    (found,) = (
        item
        for page in pages_of(made)
        for item in page.operations
        if item.call == "models.retrieve"
    )
    assert found.usage_notes == ()


def test_what_asks_for_a_stream_is_told_as_it_is_called(made: Generated) -> None:
    told = {
        item.call: "\n".join(item.usage_notes)
        for page in pages_of(made)
        for item in page.operations
    }
    assert '`stream_format="sse"`' in told["audio.speech.create"]
    assert "`stream=True`" in told["chat.completions.create"]
