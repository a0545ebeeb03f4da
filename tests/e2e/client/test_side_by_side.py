"""Several clients, and copies of one client, in one process."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from types import ModuleType

from tests.clients import generate, import_from
from tests.e2e.client.test_shop import ITEM, Serve
from tests.guards.conftest import PETSHOP
from tests.unit.runtime.conftest import json_reply


def vendored(
    tmp_path: Path, application: str, **packages: Path
) -> dict[str, ModuleType]:
    """Copy packages into the package of an application and import them."""
    target = tmp_path / application / "_vendor"
    for name, source in packages.items():
        ignored = shutil.ignore_patterns("__pycache__")
        shutil.copytree(source, target / name, ignore=ignored)
    for directory in (target, target.parent):
        (directory / "__init__.py").touch()
    return {
        name: import_from(tmp_path, f"{application}._vendor.{name}")
        for name in packages
    }


def test_two_clients_in_one_process(
    shop: ModuleType, serve: Serve, tmp_path: Path
) -> None:
    generate(PETSHOP, tmp_path / "pets", "pet_client", "PetShop")
    packages = vendored(
        tmp_path,
        "side_by_side_app",
        shop=Path(str(shop.__file__)).parent,
        pets=tmp_path / "pets/pet_client",
    )
    first, second = packages["shop"], packages["pets"]
    server = serve(json_reply(ITEM), json_reply({"id": 1, "name": "cat"}))
    one = first.Shop(api_key="sk-test", base_url=server.url).items.retrieve("i1")
    two = second.PetShop(api_key="sk-test", base_url=server.url).pets.retrieve("1")
    assert (one.name, two.name) == ("lamp", "cat")
    assert first.errors.APIError is not second.errors.APIError
    assert type(one).__mro__[-2] is not type(two).__mro__[-2]
    assert not issubclass(first.errors.NotFoundError, second.errors.APIError)


def test_copy_does_not_use_the_original(shop: ModuleType, tmp_path: Path) -> None:
    """No module of a copy uses the original package or the generator."""
    source = Path(str(shop.__file__)).parent
    copied = vendored(tmp_path, "isolated_app", isolated=source)["isolated"]
    for name in (*copied.__all__, "types"):
        getattr(copied, name)
    root = "isolated_app._vendor.isolated"
    modules = {name for name in sys.modules if name.startswith(root)}
    assert f"{root}._client" in modules and f"{root}._runtime" in modules
    for name in modules:
        for value in vars(sys.modules[name]).values():
            origin = getattr(value, "__module__", None) or ""
            assert not origin.startswith(("shop_client", "generator")), (name, value)
