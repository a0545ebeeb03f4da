"""Anything that cannot be represented is reported as a diagnostic with a location."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.config import Config
from generator.diagnostics import Diagnostics
from generator.loader import load
from generator.lowering import lower_client, lower_types
from generator.normalizer import normalize
from generator.source import Location

DOCUMENTS = Path(__file__).parent / "documents"


def list_diagnostics(name: str) -> list[str]:
    diagnostics = Diagnostics()
    path = DOCUMENTS / name
    config = Config(package="constructs", client="Constructs")
    document = load([path], relative_to=DOCUMENTS, diagnostics=diagnostics)
    api = normalize(document, config, diagnostics)
    types = lower_types(api, config, diagnostics)
    lower_client(api, types, config, diagnostics)
    lines = []
    for item in diagnostics:
        assert isinstance(item.location, Location), item
        place = item.location.place
        lines.append(
            f"{place.line}:{place.column} {item.severity.name.lower()}"
            f" {item.rule.code}: {item.message}"
        )
    return sorted(lines, key=lambda line: (int(line.partition(":")[0]), line))


def test_each_construct_is_reported_at_its_location(update: bool) -> None:
    actual = list_diagnostics("constructs.yaml")
    expected = DOCUMENTS / "constructs.expected"
    if update:
        expected.write_text("\n".join(actual) + "\n", encoding="utf-8")
    assert actual == expected.read_text(encoding="utf-8").splitlines()


def test_there_are_at_least_thirty_codes() -> None:
    codes = {
        line.split()[2].rstrip(":") for line in list_diagnostics("constructs.yaml")
    }
    assert len(codes) >= 30


@pytest.mark.parametrize("operation", ["getThing", "slashless"])
def test_operations_with_unsupported_constructs_are_generated(operation: str) -> None:
    diagnostics = Diagnostics()
    document = load(
        [DOCUMENTS / "constructs.yaml"], relative_to=DOCUMENTS, diagnostics=diagnostics
    )
    api = normalize(document, Config(package="p", client="C"), diagnostics)
    assert operation in {item.id for item in api.operations}
    assert len(api.operations) == 4
