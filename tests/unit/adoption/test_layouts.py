"""The calls of SDKs in the layouts of several generators."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.adoption import Sdk, SdkError, find_package, read_sdk
from tests.unit.adoption.sdks import (
    FERN,
    OPENAPI_GENERATOR,
    OPENAPI_PYTHON_CLIENT,
    SPEAKEASY,
    STAINLESS,
    write_sdk,
)

ORDERS = {
    "shop.place": "POST orders",
    "shop.find": "GET orders/{}",
    "shop.all": "GET orders",
    "shop.lines.list": "GET orders/{}/lines",
}
FLAT = {
    "shop.place": "POST orders",
    "shop.find": "GET orders/{}",
    "shop.all": "GET orders",
    "lines.list": "GET orders/{}/lines",
}
LAYOUTS = {
    "stainless": (
        STAINLESS,
        {
            **ORDERS,
            "shop.show": "GET orders/{}",
            "shop.place_and_poll": "POST orders",
        },
    ),
    "fern": (FERN, ORDERS),
    "speakeasy": (SPEAKEASY, ORDERS),
    "openapi-generator": (OPENAPI_GENERATOR, FLAT),
    "openapi-python-client": (
        OPENAPI_PYTHON_CLIENT,
        {
            "shop.place": "POST orders",
            "shop.find": "GET orders/{}",
            "shop.all_": "GET orders",
            "lines.list_": "GET orders/{}/lines",
        },
    ),
}


def calls(sdk: Sdk) -> dict[str, str]:
    """Return the request of each call."""
    return {
        item.call: f"{item.request.method} {item.request.path}" for item in sdk.calls
    }


@pytest.mark.parametrize("name", LAYOUTS)
def test_calls(name: str, tmp_path: Path) -> None:
    files, expected = LAYOUTS[name]
    assert calls(read_sdk(write_sdk(tmp_path, files))) == expected


def test_details(tmp_path: Path) -> None:
    sdk = read_sdk(write_sdk(tmp_path, STAINLESS))
    by_call = {item.call: item for item in sdk.calls}
    assert by_call["shop.show"].is_deprecated
    assert not by_call["shop.place_and_poll"].is_direct
    assert (by_call["shop.all"].result, by_call["shop.all"].item) == (
        "SyncPage",
        "Purchase",
    )
    place = by_call["shop.place"]
    assert (place.result, place.file) == ("Purchase", "acme/resources/shop/shop.py")
    source = STAINLESS["resources/shop/shop.py"].splitlines()
    assert "def place" in source[place.line - 1]


def test_unreadable_files_are_listed_and_the_others_are_read(tmp_path: Path) -> None:
    files = {
        **STAINLESS,
        "broken.py": "def (:\n",
        "nul.py": "x = '\0'\n",
        "deep.py": f"x = {'(' * 3000}{')' * 3000}\n",
    }
    sdk = read_sdk(write_sdk(tmp_path, files))
    assert [file for file, _ in sdk.unreadable] == [
        "acme/broken.py",
        "acme/deep.py",
        "acme/nul.py",
    ]
    assert "shop.place" in calls(sdk)


def test_cycles_of_classes_end(tmp_path: Path) -> None:
    cyclic = """
class A(B):
    b: "B"

    def one(self):
        return self.two()

    def two(self):
        return self.one()

class B(A):
    a: A

    def place(self):
        return self._post("/orders")
"""
    sdk = read_sdk(write_sdk(tmp_path, {"__init__.py": cyclic}))
    assert "place" in {item.name for item in sdk.calls}


@pytest.mark.parametrize("text", ["", "class Acme:\n    def f(self): return 1\n"])
def test_packages_without_requests_are_errors(text: str, tmp_path: Path) -> None:
    with pytest.raises(SdkError, match="Stainless, Fern, Speakeasy"):
        read_sdk(write_sdk(tmp_path, {"__init__.py": text}))


def test_packages_in_folders(tmp_path: Path) -> None:
    package = write_sdk(tmp_path / "src", STAINLESS)
    assert find_package(str(package)) == package
    assert find_package(str(tmp_path)) == package
    assert find_package("acme", [str(tmp_path / "src")]) == package
    with pytest.raises(SdkError, match="no package 'acme' is installed"):
        find_package("acme", [str(tmp_path)])
    with pytest.raises(SdkError, match="neither a directory nor the name"):
        find_package("no/such/folder")
    (tmp_path / "src/other").mkdir()
    (tmp_path / "src/other/__init__.py").touch()
    with pytest.raises(SdkError, match="several packages: acme, other"):
        find_package(str(tmp_path))
    (tmp_path / "empty").mkdir()
    with pytest.raises(SdkError, match="contains no Python package"):
        find_package(str(tmp_path / "empty"))


def test_endless_resources_are_an_error(tmp_path: Path) -> None:
    text = "".join(
        f"class C{level}:\n"
        + "".join(f"    a{n}: 'C{level + 1}'\n" for n in range(9))
        + "\n"
        for level in range(9)
    )
    text += "class C9:\n    def place(self): return self._post('/orders')\n"
    with pytest.raises(SdkError, match="over 20000 resources"):
        read_sdk(write_sdk(tmp_path, {"__init__.py": text}))
