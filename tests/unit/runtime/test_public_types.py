"""Types of options and credentials under `get_type_hints` and pydantic."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any, get_args, get_type_hints

import httpx2
import pydantic
import pytest
from typing_extensions import TypedDict

from generator.runtime import (
    AsyncSecret,
    AsyncSecretPair,
    FileTypes,
    Headers,
    Omit,
    Query,
    RequestOptions,
    Secret,
    SecretPair,
    Timeout,
)


class UploadParams(TypedDict, total=False):
    """Parameters with files, as in an emitted client."""

    file: FileTypes
    images: list[FileTypes] | None


class Arguments:
    """Annotations with every public alias, in a module that imports only the aliases."""

    headers: Headers
    query: Query
    timeout: Timeout | None
    secrets: Secret | AsyncSecret | SecretPair | AsyncSecretPair
    files: Iterable[FileTypes]


def test_aliases_are_evaluated() -> None:
    hints = get_type_hints(Arguments)
    assert get_args(hints["headers"]) == (str, str | Omit)
    assert set(get_args(hints["timeout"])) == {float, httpx2.Timeout, type(None)}
    assert str in get_args(hints["secrets"])


def test_request_options_are_evaluated() -> None:
    hints = get_type_hints(RequestOptions)
    assert set(hints) == {
        "extra_headers",
        "extra_query",
        "extra_body",
        "timeout",
        "max_retries",
        "cross_origin_body",
        "total_timeout",
    }
    assert hints["max_retries"] is int


@pytest.mark.parametrize("name", ["bytes", "path", "tuple", "iterator", "file"])
def test_files_in_parameters_are_accepted_unchanged(name: str, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"a")
    adapter: Any = pydantic.TypeAdapter(UploadParams)
    with path.open("rb") as open_file:
        file = {
            "bytes": b"a",
            "path": path,
            "tuple": ("a.txt", b"a", "text/plain"),
            "iterator": iter([b"a"]),
            "file": open_file,
        }[name]
        params = adapter.validate_python({"file": file, "images": [file]})
        assert params["file"] is file and params["images"][0] is file


def test_json_schema_of_files() -> None:
    schema = pydantic.TypeAdapter(UploadParams).json_schema()
    binary = {"type": "string", "format": "binary"}
    file = schema["properties"]["file"]
    assert {key: file[key] for key in binary} == binary
    assert schema["properties"]["images"]["anyOf"][0]["items"] == binary
