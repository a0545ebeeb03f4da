"""Inline schemas that become components keep their names and modules."""

from __future__ import annotations

import copy
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.unit.cli.conftest import Run
from tests.unit.cli.test_kept_names import document, names, operation

pytestmark = pytest.mark.slow

_PROPERTIES = {"size": {"type": "integer"}, "unit": {"type": "string"}}
BOX: dict[str, Any] = {"type": "object", "properties": _PROPERTIES}
LARGER: dict[str, Any] = {
    "type": "object",
    "properties": {**_PROPERTIES, "color": {"type": "string"}},
}


def inline() -> dict[str, Any]:
    """Return a document with an inline schema, whose type is `ThingBox`."""
    value = document()
    thing = value["components"]["schemas"]["Thing"]
    thing["properties"]["box"] = copy.deepcopy(BOX)
    body = {"content": operation("Thing")["responses"]["200"]["content"]}
    value["paths"]["/things"]["post"] = operation("Thing", requestBody=body)
    return value


def extract(
    value: dict[str, Any], name: str, schema: dict[str, Any], *, nullable: bool = False
) -> dict[str, Any]:
    """Return the document with a component in place of the inline schema."""
    result = copy.deepcopy(value)
    schemas = result["components"]["schemas"]
    schemas[name] = schema
    reference: dict[str, Any] = {"$ref": f"#/components/schemas/{name}"}
    if nullable:
        reference = {"anyOf": [reference, {"type": "null"}]}
    schemas["Thing"]["properties"]["box"] = reference
    return result


def run_python(code: str) -> str:
    command = [sys.executable, "-W", "always", "-c", code]
    done = subprocess.run(
        command, cwd="generated", capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stderr


@pytest.mark.parametrize("schema", [BOX, LARGER], ids=["same shape", "other shape"])
@pytest.mark.parametrize("nullable", [False, True])
@pytest.mark.parametrize("spelling", ["ThingBox", "thing_box"])
def test_component_with_the_name_of_its_type_keeps_it(
    here: Path, run: Run, schema: dict[str, Any], nullable: bool, spelling: str
) -> None:
    before = names(run, inline())["types"]
    assert {"ThingBox", "ThingBoxParam"} <= before.keys()
    changed = extract(inline(), spelling, schema, nullable=nullable)
    for _ in range(2):
        after = names(run, changed)["types"]
        assert after["ThingBox"][:2] == before["ThingBox"][:2]
        assert after["ThingBoxParam"][:2] == before["ThingBoxParam"][:2]
        assert before.keys() == after.keys()


def test_schema_that_gets_its_earlier_name_back_has_no_number(
    here: Path, run: Run
) -> None:
    names(run, extract(inline(), "Box", BOX))
    assert "Crate" in names(run, extract(inline(), "Crate", BOX))["types"]
    after = names(run, extract(inline(), "Box", BOX))["types"]
    assert after["Box"][0] == "response"
    assert after["Crate"][0] == "alias" and after["Crate"][5] == "Box"
    assert not any(name.endswith("2") for name in after)


def move_to_jobs(value: dict[str, Any]) -> dict[str, Any]:
    """Use the component in another resource only, whose module defines it then."""
    del value["components"]["schemas"]["Thing"]["properties"]["box"]
    reference = {"$ref": "#/components/schemas/Box"}
    value["components"]["schemas"]["Job"]["properties"]["box"] = reference
    return value


def test_alias_of_a_type_in_another_module_stays_in_its_module(
    here: Path, run: Run
) -> None:
    before = names(run, inline())["types"]
    assert before["ThingBox"][1] == "things"
    after = names(run, move_to_jobs(extract(inline(), "Box", BOX)))["types"]
    assert after["Box"][1] == "jobs"
    assert after["ThingBox"][:2] == ["alias", "things"]
    assert after["ThingBoxParam"][1] == "things_params"
    stderr = run_python(
        "from acme_client.types.things import ThingBox\n"
        "from acme_client.types.things_params import ThingBoxParam\n"
        "from acme_client import types\n"
        "assert types.Box is ThingBox is types.ThingBox\n"
        "assert types.BoxParam is ThingBoxParam\n"
    )
    assert "ThingBox is an earlier name of Box" in stderr


def test_type_that_only_arguments_use_stays_in_its_module(here: Path, run: Run) -> None:
    value = document()
    assert names(run, value)["types"]["Thing"][:2] == ["response", "things"]
    del value["paths"]["/things"]["get"]
    body = {"content": operation("Thing")["responses"]["200"]["content"]}
    value["paths"]["/things"]["post"] = {
        "operationId": "createThing",
        "requestBody": body,
        "responses": {"204": {"description": "ok"}},
    }
    after = names(run, value)["types"]
    assert after["Thing"][1] == "things", json.dumps(after, indent=1)
    run_python("from acme_client.types.things import Thing")


def test_type_checkers_know_an_alias_of_another_module(here: Path, run: Run) -> None:
    names(run, inline())
    shared = extract(inline(), "Box", BOX)
    names(run, move_to_jobs(shared))
    Path("generated/caller.py").write_text(
        "from acme_client.types.things import ThingBox\n"
        "from acme_client.types.things_params import ThingBoxParam\n"
        "from acme_client.types import Box\n"
        "def read(box: ThingBox) -> Box:\n"
        "    return box\n"
        "wrong: int = ThingBoxParam(size=1)\n"
    )
    for checker in (["-m", "mypy", "--strict"], ["-m", "pyright"]):
        result = subprocess.run(
            [sys.executable, *checker, "caller.py"],
            cwd="generated",
            capture_output=True,
            text=True,
            check=False,
        )
        assert "1 error" in result.stdout and "caller.py:6" in result.stdout


@pytest.mark.parametrize("name", ["ThingBox", "Crate"])
def test_schema_that_moves_to_another_file_keeps_its_type(
    here: Path, run: Run, name: str
) -> None:
    before = names(run, inline())["types"]
    (here / "parts").mkdir()
    parts = {"components": {"schemas": {name: LARGER}}}
    (here / "parts/my common.json").write_text(json.dumps(parts))
    changed = inline()
    properties = changed["components"]["schemas"]["Thing"]["properties"]
    file = "parts/my%20common.json"
    properties["box"] = {"$ref": f"{file}#/components/schemas/{name}"}
    after = names(run, changed)["types"]
    assert before.keys() <= after.keys()
    assert after[name][0] == "response"
    if name == "Crate":
        assert after["ThingBox"][:2] == ["alias", before["ThingBox"][1]]
