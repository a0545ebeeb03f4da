"""`oasmith check`: reasons, causes, differences, and formats for programs."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator.emission import digest
from tests.unit.cli.conftest import SMALL, Run

pytestmark = pytest.mark.slow

CLIENT = "generated/small_client/_client.py"


@pytest.fixture
def generated(run: Run, here: Path) -> Path:
    run("generate", "small.yaml")
    return here


def change_document(here: Path) -> None:
    text = SMALL.replace("name: {type", "other: {type")
    (here / "small.yaml").write_text(text, encoding="utf-8")


def last_line(text: str) -> str:
    return text.splitlines()[-1]


def test_a_changed_document_is_the_cause(generated: Path, run: Run) -> None:
    change_document(generated)
    line = last_line(run("check", "small.yaml", code=1).stdout)
    assert line.endswith(
        "files not current: `small.yaml` changed; run `oasmith generate`"
    )


def test_a_renamed_document_is_the_cause(generated: Path, run: Run) -> None:
    (generated / "small.yaml").rename(generated / "other.yaml")
    line = last_line(run("check", "other.yaml", code=1).stdout)
    assert "`other.yaml` is a new document, `small.yaml` is no longer" in line


def test_changed_settings_are_the_cause(generated: Path, run: Run) -> None:
    (generated / "pyproject.toml").write_text(
        '[tool.oasmith]\nspecs = ["small.yaml"]\n[tool.oasmith.types]\nThing = "Item"\n'
    )
    line = last_line(run("check", code=1).stdout)
    assert "not current: the setting `types` changed; run" in line


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("runtime", '"minimal"'),
        ("runtime", '"full"'),
        ("testing", "false"),
        ("command_line", "true"),
        ("native_types", '["date"]'),
    ],
)
def test_a_setting_that_is_added_or_removed_is_the_cause(
    here: Path, run: Run, name: str, value: str
) -> None:
    settings = here / "pyproject.toml"
    defaults = '[tool.oasmith]\nspecs = ["small.yaml"]\n'
    settings.write_text(defaults)
    run("generate", "--no-docs")
    settings.write_text(f"{defaults}docs = false\n{name} = {value}\n")
    line = last_line(run("check", code=1).stdout)
    assert f"not current: the setting `{name}` changed; run" in line
    run("generate")
    settings.write_text(f"{defaults}docs = false\n")
    line = last_line(run("check", code=1).stdout)
    assert f"not current: the setting `{name}` changed; run" in line


def test_another_version_is_the_cause(generated: Path, run: Run) -> None:
    manifest = generated / "generated/.oasmith.json"
    content = json.loads(manifest.read_text())
    content["generator"] = "oasmith 0.0.1"
    del content["settings"]["headers"]  # a setting that this version did not have
    manifest.write_text(json.dumps(content))
    line = last_line(run("check", "small.yaml", code=1).stdout)
    assert "oasmith 0.0.1 wrote the files and this is oasmith" in line
    assert "headers" not in line


def test_changed_templates_are_the_cause(generated: Path, run: Run) -> None:
    manifest = generated / "generated/.oasmith.json"
    file = generated / CLIENT
    file.write_text("# by an earlier template\n")
    content = json.loads(manifest.read_text())
    content["files"]["small_client/_client.py"] = digest(file.read_bytes())
    manifest.write_text(json.dumps(content))
    line = last_line(run("check", "small.yaml", code=1).stdout)
    assert "the templates or sources of oasmith changed; run `oasmith generate`" in line


def test_deleted_and_obsolete_files(generated: Path, run: Run) -> None:
    (generated / CLIENT).unlink()
    assert f"{CLIENT}: deleted\n" in run("check", "small.yaml", code=1).stdout
    run("generate", "small.yaml")
    lines = run("check", "small.yaml", "--no-docs", code=1).stdout.splitlines()
    assert "generated/docs/README.md: no longer generated" in lines
    assert "the setting `docs` changed" in lines[-1]


def test_the_advice_for_an_edited_file_works(generated: Path, run: Run) -> None:
    (generated / "pyproject.toml").write_text(
        '[tool.oasmith]\nspecs = ["small.yaml"]\n', encoding="utf-8"
    )
    file = generated / CLIENT
    original = file.read_bytes()
    file.write_bytes(original + b"# mine\n")
    stdout = run("check", "small.yaml", code=1).stdout
    assert f"{CLIENT}: edited by hand\n" in stdout
    assert f"oasmith adopt-edit {CLIENT}" in last_line(stdout)
    assert "run `oasmith generate`" not in stdout
    run("adopt-edit", CLIENT)
    run("generate")
    assert file.read_bytes() == original + b"# mine\n"
    assert "Current" in run("check").stdout
    file.write_bytes(original)
    run("generate", "--force")
    assert file.read_bytes() == original + b"# mine\n"


def test_the_advice_without_settings_works(generated: Path, run: Run) -> None:
    file = generated / CLIENT
    original = file.read_bytes()
    file.write_bytes(original + b"# mine\n")
    line = last_line(run("check", "small.yaml", code=1).stdout)
    assert "adopt-edit" not in line and "own code in `ext`" in line
    run("generate", "small.yaml", "--force")
    assert file.read_bytes() == original
    assert "Current" in run("check", "small.yaml").stdout


def test_diff_shows_what_generate_would_change(generated: Path, run: Run) -> None:
    file = generated / CLIENT
    file.write_text(file.read_text() + "# mine\n", encoding="utf-8")
    stdout = run("check", "small.yaml", "--diff", code=1).stdout
    assert f"  --- {CLIENT} (now)\n  +++ {CLIENT} (generated)\n" in stdout
    assert "\n  -# mine\n" in stdout
    change_document(generated)
    stdout = run("check", "small.yaml", "--diff", code=1).stdout
    (line,) = {line for line in stdout.splitlines() if line.startswith("  +    other")}
    assert line.replace("+    other", "-    name") in stdout


def test_long_differences_are_cut(generated: Path, run: Run) -> None:
    file = generated / CLIENT
    file.write_text("".join(f"# {number}\n" for number in range(900)))
    stdout = run("check", "small.yaml", "--diff", code=1).stdout
    lines = [line for line in stdout.splitlines() if line.startswith("  ")]
    assert len(lines) == 41
    assert lines[-1].startswith("  … ") and lines[-1].endswith(" more lines")


def test_json(generated: Path, run: Run) -> None:
    (current,) = json.loads(run("check", "small.yaml", "--format", "json").stdout)[
        "clients"
    ]
    assert current == {
        "package": "small_client",
        "output": "generated",
        "current": True,
        "causes": [],
        "files": [],
        "diagnostics": [],
        "error": None,
    }
    change_document(generated)
    (generated / CLIENT).unlink()
    result = run("check", "small.yaml", "--format", "json", "--diff", code=1)
    (client,) = json.loads(result.stdout)["clients"]
    assert not client["current"] and client["causes"] == ["`small.yaml` changed"]
    files = {item["path"]: item for item in client["files"]}
    assert files["small_client/_client.py"]["reason"] == "deleted"
    assert files["small_client/_client.py"]["diff"][0] == "--- /dev/null"
    assert files[".oasmith.json"] == {"path": ".oasmith.json", "reason": "outdated"}


def test_annotations_in_github_actions(
    generated: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    assert "::" not in run("check", "small.yaml").stdout
    (generated / CLIENT).write_text("# mine\n")
    stdout = run("check", "small.yaml", code=1).stdout
    assert (
        f"\n::error file={CLIENT},title=not current::edited by hand; 1 file" in stdout
    )
    assert f"{CLIENT}: edited by hand\n" in stdout
    text = run("check", "small.yaml", "--format", "text", code=1).stdout
    assert "::" not in text


@pytest.mark.parametrize("is_sent", [False, True])
def test_a_type_that_is_not_emitted_with_the_name_of_a_resource(
    here: Path, run: Run, monkeypatch: pytest.MonkeyPatch, is_sent: bool
) -> None:
    text = SMALL.replace("schemas:\n", "schemas:\n    Things: {type: object}\n")
    if is_sent:
        body = (
            "requestBody: {required: true, content: {application/json: "
            "{schema: {$ref: '#/components/schemas/Things'}}}}"
        )
        text = text.replace(
            "    get:\n",
            f"    put:\n      operationId: setThings\n      {body}\n"
            "      responses: {'204': {description: Done.}}\n    get:\n",
        )
    (here / "small.yaml").write_text(text, encoding="utf-8")
    # Each run reads the names of the run before.
    monkeypatch.setenv("OASMITH_CACHE", "off")
    run("generate", "small.yaml", "--no-validate")
    assert "Current" in run("check", "small.yaml").stdout
    assert "same-name" not in run("validate", "small.yaml").stdout
