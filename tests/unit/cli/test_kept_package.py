"""The package and the client keep their names if the title of the document changes."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from tests.unit.cli.conftest import Run

pytestmark = pytest.mark.slow

MANIFEST = Path("generated/.oasmith.json")


def document(title: str, path: str = "/pets") -> dict[str, Any]:
    """Return a document with one operation and one credential."""
    return {
        "openapi": "3.1.0",
        "info": {"title": title, "version": "1"},
        "security": [{"token": []}],
        "paths": {path: {"get": {"responses": {"204": {"description": "none"}}}}},
        "components": {
            "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}}
        },
    }


def generate(run: Run, value: dict[str, Any], *arguments: str) -> tuple[str, str]:
    """Generate the client, check that it is current, and return its names."""
    Path("openapi.json").write_text(json.dumps(value))
    run("generate", "openapi.json", "--no-validate", *arguments)
    names = [item for item in arguments if item not in ("--prune", "--force")]
    run("check", "openapi.json", *names)
    settings = json.loads(MANIFEST.read_text())["settings"]
    assert Path("generated", settings["package"], "_client.py").is_file()
    return settings["package"], settings["client"]


def test_another_title_changes_nothing_for_callers(here: Path, run: Run) -> None:
    assert generate(run, document("Pets")) == ("pets_client", "Pets")
    source = Path("generated/pets_client/_client.py")
    before = source.read_text()
    for arguments in ((), ("--prune",)):
        names = generate(run, document("Pets 2.0 by Acme"), *arguments)
        assert names == ("pets_client", "Pets")
    # The variables from which arguments are read contain the name of the client.
    assert "PETS_API_KEY" in before
    assert source.read_text().replace("Pets 2.0 by Acme.", "Pets.") == before


def test_settings_rename_the_package_and_the_client(here: Path, run: Run) -> None:
    generate(run, document("Pets"))
    client = ("--client", "Shop")
    assert generate(run, document("Animals"), *client) == ("shop_client", "Shop")
    assert generate(run, document("Pets")) == ("shop_client", "Shop")
    package = ("--package", "mine")
    assert generate(run, document("Pets"), *package) == ("mine", "Shop")
    assert generate(run, document("Pets"), "--client", "Pets") == (
        "pets_client",
        "Pets",
    )


def test_a_document_of_another_api_has_its_own_names(here: Path, run: Run) -> None:
    generate(run, document("Pets"))
    names = generate(run, document("Weather", "/forecast"), "--force")
    assert names == ("weather_client", "Weather")


def test_a_document_of_webhooks_keeps_its_names(here: Path, run: Run) -> None:
    def webhooks(title: str) -> dict[str, Any]:
        value = document(title)
        value["webhooks"] = {"pet": value.pop("paths")["/pets"]}
        return value

    generate(run, webhooks("Pets"))
    assert generate(run, webhooks("Animals")) == ("pets_client", "Pets")


def test_names_that_are_not_kept(here: Path, run: Run) -> None:
    generate(run, document("Pets"))
    Path("pyproject.toml").write_text(
        '[tool.oasmith]\nspecs = ["openapi.json"]\nkeep_names = false\n'
    )
    Path("openapi.json").write_text(json.dumps(document("Animals")))
    run("generate")
    assert Path("generated/animals_client/_client.py").is_file()


def test_another_title_is_not_a_breaking_change(here: Path, run: Run) -> None:
    for name, title in (("old.json", "Pets"), ("new.json", "Animals")):
        Path(name).write_text(json.dumps(document(title)))
    result = run("diff", "old.json", "new.json")
    assert "nothing changes for callers" in result.stdout


def test_the_reference_names_the_kept_arguments_of_credentials(
    here: Path, run: Run
) -> None:
    Path("pyproject.toml").write_text(
        '[tool.oasmith]\nspecs = ["openapi.json"]\ndocs = ["markdown", "site"]\n'
    )
    value = document("Pets")
    generate(run, value)
    value["components"]["securitySchemes"]["api_key"] = {
        "type": "apiKey",
        "in": "header",
        "name": "X-Key",
    }
    value["security"] = [{"token": []}, {"api_key": []}]
    generate(run, value)
    source = Path("generated/pets_client/_client.py").read_text()
    assert '"api_key": _runtime.Bearer(' in source
    other = re.search(r'"(\w+)": _runtime.ApiKey\(', source)
    assert other is not None
    page = Path("generated/docs/pets.md").read_text()
    assert f"- `api_key`\n- `{other[1]}`\n" in page
    landing = Path("generated/docs/site/index.html").read_text()
    pattern = r'"name">(\w+)</span>.*\n<p>Sent as .*?<code>(.*?)</code>'
    rows = dict(re.findall(pattern, landing))
    assert rows == {"api_key": "Authorization: Bearer …", other[1]: "X-Key"}
