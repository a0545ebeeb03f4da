"""`diff --against`: what callers of an existing package lose."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from generator.comparison.packages import OPTIONS
from generator.runtime.api.options import RequestOptions
from tests.unit.cli.conftest import SMALL, Run, here, run

__all__ = ["here", "run"]

SDK = {
    "__init__.py": "raise RuntimeError('imported')\n",
    "client.py": """\
from .things import Things, Boxes

class Acme:
    @property
    def things(self) -> Things:
        return Things(self)

    @property
    def boxes(self) -> Boxes:
        return Boxes(self)
""",
    "things.py": """\
class Things:
    def list(self, *, colour: str = "", extra_headers=None, timeout=None) -> object:
        return self._get("/things")

class Boxes:
    def find(self) -> object:
        return self._get("/things")

    def remove(self, box_id: str) -> None:
        self._delete(f"/boxes/{box_id}")
""",
    "types/__init__.py": "from .thing import Thing as Thing, Colour\nfrom . import thing\n",
    "types/thing.py": "class Thing: ...\nclass Colour: ...\n",
    "models.py": "class Model:\n    model_config: str\n",
}


@pytest.fixture
def sdk(here: Path) -> Path:
    """An SDK of another generator, in a directory."""
    for name, text in SDK.items():
        file = here / "sdk/acme" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return here / "sdk"


def changes(run: Run, *arguments: str) -> list[tuple[str, str]]:
    """Return the rules and subjects of the changes."""
    flags = ("--format", "json", "--fail-on", "never")
    report: dict[str, Any] = json.loads(run("diff", *arguments, *flags).stdout)
    return [(item["id"], item["subject"]) for item in report["clients"][0]["changes"]]


def test_lost_calls_arguments_and_types_of_an_sdk(run: Run, sdk: Path) -> None:
    assert changes(run, "--against", "sdk", "small.yaml") == [
        ("argument-removed", "client.things.list"),
        ("call-renamed", "client.boxes.find"),
        ("call-removed", "client.boxes.remove"),
        ("type-removed", "types.Colour"),
    ]
    result = run("diff", "small.yaml", "--against", "sdk/acme", code=1)
    assert "which sends `DELETE /boxes/{}`, does not exist" in result.stdout
    assert 'aliases."boxes.find" = "things.list"' in result.stdout
    end = "compared with the package sdk/acme (breaking changes)\n"
    assert result.stdout.endswith(end)


TYPED = """\
openapi: 3.1.0
info: {title: Small, version: "1"}
paths:
  /things:
    get:
      responses:
        "200":
          description: d
          content:
            application/json:
              schema: {type: array, items: {$ref: "#/components/schemas/Thing"}}
    post:
      requestBody:
        content:
          application/json:
            schema:
              type: object
              properties:
                label: {$ref: "#/components/schemas/Label"}
      responses: {"204": {description: d}}
components:
  schemas:
    Thing:
      type: object
      properties: {id: {type: string}, class: {type: string}}
    Label:
      type: object
      required: [text, shade, size]
      properties: {text: {type: string}, shade: {type: string}, size: {type: integer}}
"""

TYPES = """\
from typing import Annotated, ClassVar, Optional
from typing_extensions import Required, NotRequired, TypedDict
from ..models import Model

class Base(Model):
    id: str
    class_: Optional[str] = None
    kind: "Annotated[str, 1]"
    limit: ClassVar[int] = 3
    _hidden: int

class Thing(Base):
    owner: Optional[str] = None
    @property
    def colour(self) -> str: return ""
    def method(self) -> None: ...

class _Reserved(TypedDict, total=False):
    text: Required[Annotated[str, 1]]

class LabelParam(_Reserved, total=False):
    shade: str
    font: "Required[str]"
"""


def test_attributes_and_keys_of_types(run: Run, sdk: Path, here: Path) -> None:
    (here / "typed.yaml").write_text(TYPED)
    types = sdk / "acme/types"
    (types / "thing.py").write_text(TYPES)
    (types / "__init__.py").write_text("from .thing import Thing, LabelParam\n")
    (types / "more").mkdir()
    (types / "more/__init__.py").write_text("from ..thing import Thing\n")
    rules = ("field-removed", "key-removed", "key-required", "required-key-added")
    flags = ("--format", "json", "--fail-on", "never")
    result = run("diff", "--against", "sdk", "typed.yaml", *flags)
    report: dict[str, Any] = json.loads(result.stdout)
    messages = [
        (item["id"], item["message"])
        for item in report["clients"][0]["changes"]
        if item["id"] in rules
    ]
    assert messages == [
        ("field-removed", "`types.Thing` does not have the attribute `kind`"),
        ("field-removed", "`types.Thing` does not have the attribute `owner`"),
        ("field-removed", "`types.Thing` does not have the attribute `colour`"),
        ("key-required", "`types.LabelParam` requires the key `shade`"),
        ("key-removed", "`types.LabelParam` does not have the key `font`"),
        ("required-key-added", "`types.LabelParam` requires the new key `size`"),
    ]


def test_names_of_the_settings_keep_calls(run: Run, sdk: Path, here: Path) -> None:
    settings = (
        '[tool.oasmith]\nspecs = ["small.yaml"]\n'
        '[tool.oasmith.aliases]\n"boxes.find" = "things.list"\n'
    )
    (here / "pyproject.toml").write_text(settings)
    assert ("call-renamed", "client.boxes.find") not in changes(run, "--against", "sdk")


def test_older_client_of_oasmith(run: Run, here: Path) -> None:
    run("generate", "small.yaml", "--output", "old")
    (package,) = (file.parent for file in (here / "old").glob("*/_client.py"))
    assert changes(run, "small.yaml", "--against", str(package)) == []
    changed = (
        SMALL.replace("Thing", "Item")
        .replace("/things", "/items")
        .replace("properties:\n", "required: [name]\n      properties:\n")
    )
    (here / "new.yaml").write_text(f"{changed}")
    (here / "both.yaml").write_text(SMALL.replace("Thing", "Item"))
    assert ("type-removed", "types.Thing") in changes(
        run, "both.yaml", "--against", str(package)
    )
    stderr = run("diff", "new.yaml", "--against", str(package), code=2).stderr
    assert "give the package of this API" in stderr


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("small.yaml", "small.yaml", "--against", "sdk"), "one document"),
        (("small.yaml", "--against", "sdk", "--used", "sdk"), "cannot be combined"),
        (("small.yaml", "--against", "unknown_sdk"), "no package 'unknown_sdk'"),
        ((), "give OLD NEW"),
    ],
)
def test_wrong_arguments(
    run: Run, sdk: Path, arguments: tuple[str, ...], message: str
) -> None:
    assert message in run("diff", *arguments, code=2).stderr


def test_options_are_those_of_all_methods() -> None:
    assert set(RequestOptions.__annotations__) == OPTIONS
