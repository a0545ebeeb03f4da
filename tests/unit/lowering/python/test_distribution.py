"""Tests of the names and versions of distributions."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from packaging.version import Version

from generator.lowering.python.distribution import distribution_name
from generator.versions import python_version
from tests.unit.rendering.strategies import examples, prose


@pytest.mark.parametrize(
    ("document_version", "version"),
    [
        *(("1.0.0", "1.0.0"), ("2", "2"), ("v3.1", "3.1"), ("1.02.0", "1.2.0")),
        *(("2024-05-01", "2024.5.1"), ("2023-11-01-preview", "2023.11.1rc0")),
        *(("1.0.0-beta", "1.0.0b0"), ("1.0.0-rc.2", "1.0.0rc2"), ("2.0a1", "2.0a1")),
        *(("1.0.0+build.7", "1.0.0"), ("1.0-SNAPSHOT", "1.0"), ("v2beta3", "2b3")),
        *(("1.0.0.post1", "1.0.0.post1"), ("2rc1", "2rc1")),
        *(("1.0.0-dev", "1.0.0.dev0"), ("API 4", "4"), ("1.0 (draft 2)", "1.0")),
        *(("latest", "0"), ("", "0"), ("٣.١", "0"), ("1.0.0-bugfix", "1.0.0")),
    ],
)
def test_versions(document_version: str, version: str) -> None:
    assert python_version(document_version) == version
    assert str(Version(version)) == version


@examples(200)
@given(prose | st.text("0123456789.-_abcdeprv+", max_size=30) | st.just("9" * 9999))
def test_every_version_conforms_to_pep_440(document_version: str) -> None:
    version = python_version(document_version)
    assert str(Version(version)) == version


@examples(100)
@given(st.text(min_size=1, max_size=20))
def test_every_name_is_a_normalized_distribution_name(package: str) -> None:
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", distribution_name(package))


@pytest.mark.parametrize(
    ("package", "name"),
    [("acme_client", "acme-client"), ("_a__b_", "a-b"), ("日本", "api-client")],
)
def test_names(package: str, name: str) -> None:
    assert distribution_name(package) == name
