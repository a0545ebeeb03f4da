"""Calls and types keep the names that the manifest of the output records."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

import pytest

from tests.unit.cli.conftest import Run

pytestmark = pytest.mark.slow

MANIFEST = "generated/.oasmith.json"


def sample(call: str) -> list[dict[str, str]]:
    source = f"from acme import Acme\nclient = Acme()\nclient.{call}()"
    return [{"lang": "python", "source": source}]


def operation(schema: str, **more: Any) -> dict[str, Any]:
    content = {
        "application/json": {"schema": {"$ref": f"#/components/schemas/{schema}"}}
    }
    return {"responses": {"200": {"description": "ok", "content": content}}, **more}


def document() -> dict[str, Any]:
    thing = {"type": "object", "properties": {"name": {"type": "string"}}}
    return {
        "openapi": "3.1.0",
        "info": {"title": "Acme", "version": "1.0.0"},
        "paths": {
            "/things": {"get": operation("Thing", operationId="listThings")},
            "/jobs": {
                "get": operation(
                    "Job", operationId="getJob", **{"x-codeSamples": sample("jobs.get")}
                )
            },
        },
        "components": {"schemas": {"Thing": thing, "Job": copy.deepcopy(thing)}},
    }


def names(run: Run, value: dict[str, Any]) -> dict[str, dict[str, list[str]]]:
    """Generate the client, check that it is current, and return the recorded names."""
    Path("openapi.json").write_text(json.dumps(value))
    run("generate", "openapi.json", "--no-validate")
    run("check", "openapi.json")
    result: dict[str, dict[str, list[str]]] = json.loads(Path(MANIFEST).read_text())[
        "names"
    ]
    return result


def test_the_record_has_one_line_per_name(here: Path, run: Run) -> None:
    names(run, document())
    lines = Path(MANIFEST).read_text().splitlines()
    row = '["GET", "/things", "listThings", "1.0.0"]'
    assert sum(line.endswith((row, f"{row},")) for line in lines) == 1


def test_another_sample_adds_an_alias(here: Path, run: Run) -> None:
    before = names(run, document())
    changed = document()
    changed["paths"]["/jobs"]["get"]["x-codeSamples"] = sample("jobs.fetch")
    after = names(run, changed)
    assert before["calls"]["jobs.get"] == after["calls"]["jobs.get"]
    assert after["calls"]["jobs.fetch"][-1] == "jobs.get"
    assert names(run, document())["calls"].keys() == after["calls"].keys()


def test_a_new_path_keeps_the_call_of_the_same_id(here: Path, run: Run) -> None:
    before = names(run, document())
    changed = document()
    changed["paths"]["/items"] = changed["paths"].pop("/things")
    assert names(run, changed)["calls"].keys() == before["calls"].keys()


def test_new_operations_get_other_names(here: Path, run: Run) -> None:
    before = names(run, document())
    changed = document()
    extra = operation(
        "Thing", operationId="other", **{"x-codeSamples": sample("jobs.get")}
    )
    changed["paths"] = {"/a": {"get": extra}, **changed["paths"]}
    after = names(run, changed)
    assert before["calls"].items() <= after["calls"].items()
    assert len(after["calls"]) > len(before["calls"])


def test_types_that_only_requests_use_stay(here: Path, run: Run) -> None:
    before = names(run, document())
    changed = document()
    get = changed["paths"]["/jobs"].pop("get")
    body = get["responses"].pop("200")["content"]
    get["responses"] = {"204": {"description": "ok"}}
    changed["paths"]["/jobs"]["post"] = {**get, "requestBody": {"content": body}}
    after = names(run, changed)
    assert before["types"]["Job"] == after["types"]["Job"]
    assert "JobParam" in after["types"]


def test_types_of_removed_operations_stay_until_they_are_excluded(
    here: Path, run: Run
) -> None:
    before = names(run, document())
    changed = document()
    del changed["paths"]["/jobs"]
    assert names(run, changed)["types"] == before["types"]
    settings = '[tool.oasmith]\nspecs = ["openapi.json"]\nkeep_names = false\n'
    Path("pyproject.toml").write_text(settings)
    assert "Job" not in names(run, changed)["types"]


def test_an_inline_schema_that_becomes_a_reference_is_an_alias(
    here: Path, run: Run
) -> None:
    first = document()
    inline = {"type": "object", "properties": {"size": {"type": "integer"}}}
    first["components"]["schemas"]["Thing"]["properties"]["box"] = inline
    assert "ThingBox" in names(run, first)["types"]
    second = copy.deepcopy(first)
    second["components"]["schemas"]["Box"] = inline
    second["components"]["schemas"]["Thing"]["properties"]["box"] = {
        "$ref": "#/components/schemas/Box"
    }
    after = names(run, second)["types"]
    assert after["Box"][0] == "response" and after["ThingBox"][0] == "alias"


def test_references_with_other_keywords_keep_their_types(here: Path, run: Run) -> None:
    value = document()
    box = {"$ref": "#/components/schemas/Job", "minProperties": 1, "maxProperties": 2}
    value["components"]["schemas"]["Thing"]["properties"]["box"] = box
    media = value["paths"]["/jobs"]["get"]["responses"]["200"]["content"]
    media["application/json"]["schema"]["unevaluatedProperties"] = {"type": "integer"}
    before = names(run, value)["types"]
    assert before["GetJobResponse"][0] == "response"
    assert names(run, value)["types"] == before
    box["maxProperties"] = 3
    assert names(run, value)["types"] == before


BOX = {
    "type": "object",
    "properties": {"size": {"type": "integer"}, "color": {"type": "string"}},
}
LID = {"type": "object", "properties": {"shape": {"type": "string"}}}
REFERENCE = {"$ref": "#/components/schemas/Box"}


def boxed(box: dict[str, Any], **schemas: Any) -> dict[str, Any]:
    """Return a document whose property `box` has a schema."""
    value = document()
    value["components"]["schemas"]["Thing"]["properties"]["box"] = box
    value["components"]["schemas"].update(schemas)
    return value


@pytest.mark.parametrize("inner", [{"$ref": "#/components/schemas/Lid"}, LID])
def test_inline_schemas_within_a_schema_that_becomes_a_reference_are_aliases(
    here: Path, run: Run, inner: dict[str, Any]
) -> None:
    first = boxed({"type": "object", "properties": {"lid": LID, "box": BOX}})
    assert {"ThingBox", "ThingBoxLid", "ThingBoxBox"} <= {*names(run, first)["types"]}
    target = {"type": "object", "properties": {"lid": inner, "box": BOX}}
    second = boxed(REFERENCE, Box=target, Lid=LID)
    Path("old.json").write_text(json.dumps(first))
    after = names(run, second)["types"]
    lid = "BoxLid" if inner is LID else "Lid"
    aliases = {"ThingBox": "Box", "ThingBoxLid": lid, "ThingBoxBox": "BoxBox"}
    assert {name: after[name][5] for name in aliases} == aliases
    assert names(run, second)["types"] == after
    assert "type-removed" not in run("diff", "old.json", "openapi.json").stdout


def test_references_in_a_cycle_keep_nothing(here: Path, run: Run) -> None:
    first = boxed({"type": "object", "properties": {"lid": LID}})
    assert "ThingBoxLid" in names(run, first)["types"]
    cycle = boxed(REFERENCE, Box=REFERENCE)
    assert "ThingBoxLid" not in names(run, cycle)["types"]


@pytest.mark.parametrize("own", [{**REFERENCE, "minProperties": 1}, BOX])
def test_a_schema_that_replaces_a_reference_gets_its_name_again(
    here: Path, run: Run, own: dict[str, Any]
) -> None:
    before = names(run, boxed(own, Box=BOX))["types"]
    aliased = names(run, boxed(REFERENCE, Box=BOX))["types"]
    assert aliased["ThingBox"][0] == "alias" and aliased["Box"][0] == "response"
    assert names(run, boxed(REFERENCE, Box=BOX))["types"] == aliased
    after = names(run, boxed(own, Box=BOX))["types"]
    assert after == before | {"Box": aliased["Box"]}


def test_a_referenced_schema_that_becomes_inline_has_both_names(
    here: Path, run: Run
) -> None:
    before = names(run, boxed(BOX))["types"]
    names(run, boxed(REFERENCE, Box=BOX))
    after = names(run, boxed(BOX))["types"]
    assert after["ThingBox"] == before["ThingBox"]
    assert after["Box"][0] == "alias" and after["Box"][5] == "ThingBox"


def test_aliases_follow_their_types(here: Path, run: Run) -> None:
    names(run, boxed(BOX))
    for name in ("Box", "Crate", "Parcel"):
        reference = {"$ref": f"#/components/schemas/{name}"}
        after = names(run, boxed(reference, **{name: BOX}))["types"]
        assert after[name][0] == "response" and after["ThingBox"][5] == name
    assert after["Box"][5] == "Parcel" and after["Crate"][5] == "Parcel"


def test_an_alias_of_a_reference_follows_another_reference(
    here: Path, run: Run
) -> None:
    names(run, boxed(BOX))
    other = {"type": "object", "properties": {"weight": {"type": "number"}}}
    names(run, boxed(REFERENCE, Box=BOX, Other=other))
    changed = boxed({"$ref": "#/components/schemas/Other"}, Box=BOX, Other=other)
    assert names(run, changed)["types"]["ThingBox"][5] == "Other"


def test_settings_take_precedence(here: Path, run: Run) -> None:
    names(run, document())
    settings = '[tool.oasmith]\nspecs = ["openapi.json"]\n'
    settings += '[tool.oasmith.names]\ngetJob = "work.get"\n'
    Path("pyproject.toml").write_text(settings)
    calls = names(run, document())["calls"]
    assert (
        calls["jobs.get"][-2:] == ["work.get", "2.0.0"] and len(calls["work.get"]) == 4
    )


@pytest.mark.parametrize(
    "damage",
    [
        {"calls": {}},
        {"calls": [], "types": {}},
        {"calls": {"a.b": "GET"}, "types": {}},
        {"calls": {"a.b": ["GET"]}, "types": {}},
        {"calls": {}, "types": {"A": ["other", "m", "k", "1"]}},
    ],
)
def test_a_damaged_record_is_an_error(
    here: Path, run: Run, damage: dict[str, Any]
) -> None:
    names(run, document())
    content = json.loads(Path(MANIFEST).read_text())
    Path(MANIFEST).write_text(json.dumps({**content, "names": damage}))
    changed = document()
    changed["info"]["version"] = "1.1.0"
    Path("openapi.json").write_text(json.dumps(changed))
    result = run("generate", "openapi.json", "--no-validate", code=1)
    assert "restore it from version control" in result.stderr
    run("generate", "openapi.json", "--no-validate", "--force")


def test_generate_says_which_names_changed(here: Path, run: Run) -> None:
    value = document()
    first = json.dumps(value)
    Path("openapi.json").write_text(first)
    assert "new:" not in run("generate", "openapi.json").stdout
    for number in range(5):
        path = {"post": operation(f"New{number}", operationId=f"makeNew{number}")}
        value["paths"][f"/new{number}"] = path
        value["components"]["schemas"][f"New{number}"] = {
            "type": "object",
            "properties": {"a": {"type": "string"}},
        }
    del value["paths"]["/things"], value["components"]["schemas"]["Thing"]
    Path("openapi.json").write_text(json.dumps(value))
    lines = run("generate", "openapi.json").stdout.splitlines()
    assert lines[-2:] == [
        "new: client.new0.create, client.new1.create, client.new2.create, 2 more calls, "
        "types.New0, types.New1, types.New2, 2 more types",
        "removed: client.things.list, types.Thing",
    ]
    Path("openapi.json").write_text(first)
    assert "removed: client.new0.create" in run("generate", "openapi.json").stdout


def test_generate_says_which_calls_are_deprecated(here: Path, run: Run) -> None:
    Path("openapi.json").write_text(json.dumps(document()))
    run("generate", "openapi.json")
    Path("pyproject.toml").write_text(
        '[tool.oasmith]\nspecs = ["openapi.json"]\n'
        '[tool.oasmith.names]\nlistThings = "items.list"\n'
    )
    stdout = run("generate").stdout
    assert "new: client.items.list\n" in stdout
    assert "deprecated: client.things.list\n" in stdout


def test_the_table_of_names_and_its_pruning(here: Path, run: Run) -> None:
    assert "run `oasmith generate` first" in run("names", "openapi.json", code=1).stderr
    value = document()
    names(run, value)
    value["info"]["version"] = "2.0.0"
    value["paths"]["/jobs"]["get"]["x-codeSamples"] = sample("jobs.fetch")
    value["paths"]["/new"] = {"get": operation("Job", operationId="getNew")}
    names(run, value)
    lines = [
        " ".join(line.split())
        for line in run("names", "openapi.json").stdout.splitlines()
    ]
    assert [line for line in lines if not line.startswith("docs/")] == [
        "client.jobs.fetch deprecated, now client.jobs.get since 2.0.0",
        "client.jobs.get GET /jobs since 1.0.0",
        "client.new.retrieve GET /new since 2.0.0",
        "client.things.list GET /things since 1.0.0",
        "resources.jobs.Jobs class of client.jobs",
        "resources.new.New class of client.new",
        "resources.things.Things class of client.things",
        "types.Job response, openapi.json#/components/schemas/Job since 1.0.0",
        "types.Job.name property name",
        "types.Thing response, openapi.json#/components/schemas/Thing since 1.0.0",
        "types.Thing.name property name",
    ]
    assert "docs/jobs.md#jobs-get client.jobs.get" in lines
    printed = run("names", "openapi.json", "--format", "json").stdout
    assert json.loads(printed)["clients"][0]["calls"]["jobs.get"][3] == "1.0.0"
    run("generate", "openapi.json", "--prune")
    stdout = run("names", "openapi.json").stdout
    assert "client.jobs.fetch" in stdout and "client.jobs.get " not in stdout
    assert "Current" in run("check", "openapi.json").stdout
