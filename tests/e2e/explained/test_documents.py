"""Explanations about files, references and the document as a whole."""

from __future__ import annotations

import importlib
from typing import Any

from tests.e2e.explained.example import BASE_URL, Example


def title(example: Example) -> str:
    """Return the title of the API, as the reference prints it."""
    return example.page("README.md").splitlines()[0].removeprefix("# ")


def load(example: Example) -> Example:
    """Import the client, and return the example."""
    assert example.package.__all__
    return example


def test_broken_misplaced_reference(example: Example) -> None:
    assert title(load(example)) == "Shop"
    assert "$ref" not in example.page("README.md")


def test_double_operation(example: Example) -> None:
    assert example.call("items.list").path == "/items"
    assert "List items" in example.page("items.md")
    assert "Get items" not in example.page("items.md")


def test_duplicate_key(example: Example) -> None:
    assert title(load(example)) == "The shop"


def test_invalid_document(example: Example) -> None:
    assert example.call("items.list").path == "/items"


def test_lone_surrogate(example: Example) -> None:
    assert title(load(example)) == "Shop \ufffd"


def test_misplaced_reference(example: Example) -> None:
    call = example.call("items.list")
    assert (call.request.method, call.path) == ("GET", "/items")


def test_missing_file(example: Example) -> None:
    assert example.types.Item is Any


def test_missing_info(example: Example) -> None:
    assert title(load(example)) == "Openapi"


def test_newer_version(example: Example) -> None:
    assert title(load(example)) == "Shop"


def test_nothing_described(example: Example) -> None:
    assert title(load(example)) == "Shop"
    assert not list((example.output / "docs").glob("types/*"))


def test_outside_reference(example: Example) -> None:
    outside = example.directory.parent
    (outside / "token").write_text("secret-token")
    (outside / "models.yaml").write_text("Item: {type: string, description: secret}")
    assert example.types.Item is Any
    for path in example.output.rglob("*"):
        assert path.is_dir() or b"secret-" not in path.read_bytes()


def test_passed_over(example: Example) -> None:
    assert example.call("items.list").path == "/items"
    assert "lamp" not in example.page("README.md")


def test_remote_reference(example: Example) -> None:
    assert example.types.Item is Any


def test_unused_ignore(example: Example) -> None:
    assert example.call("items.list").path == "/items"


def test_expired_ignore(example: Example) -> None:
    # The default that the entry no longer hides does not affect the client.
    assert example.types.Item(size=3).size == 3


def test_overlay_without_effect(example: Example) -> None:
    assert example.call("items.list").path == "/items"


def test_overlay_not_applied(example: Example) -> None:
    assert example.call("items.list").path == "/items"


def test_validation_stopped(example: Example) -> None:
    assert example.types.Code is str


def test_validation_timeout(example: Example) -> None:
    assert example.types.Code is str


def test_validator_failed(example: Example) -> None:
    assert example.parameters("items.list") == {}


def test_version_not_text(example: Example) -> None:
    assert title(load(example)) == "Shop"


def test_yaml_bad_merge(example: Example) -> None:
    assert example.types.Item == dict[str, Any]


def test_yaml_several_documents(example: Example) -> None:
    assert title(load(example)) == "Shop"
    assert "lamp" not in example.page("README.md")


def test_yaml_unknown_tag(example: Example) -> None:
    assert title(load(example)) == "SHOP"


def test_sample_too_large(example: Example) -> None:
    mock = importlib.import_module(f"{example.package.__name__}.testing").MockAPI()
    client = example.new_client(http_client=mock.client(), base_url=BASE_URL)
    assert client.items.list().to_dict() == {}
