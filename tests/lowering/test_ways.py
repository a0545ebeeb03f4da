"""The reference says how lists are walked, streams are read and ends are waited for."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.config import read_settings
from generator.diagnostics import Diagnostics
from generator.pipeline import Generated, build

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def made() -> Generated:
    """The client of this project."""
    (config,) = read_settings(ROOT / "pyproject.toml")
    return build(config, Diagnostics())


def test_every_page_stream_and_wait_is_told(made: Generated) -> None:
    told = {
        item.call: "\n".join(item.ways)
        for page in made.site.pages
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
        for page in made.site.pages
        for item in page.operations
        if item.call == "models.retrieve"
    )
    assert found.ways == ()
