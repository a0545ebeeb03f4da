"""Settings files: keys, errors with locations, and the search for the file."""

from __future__ import annotations

import datetime as dt
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

import pytest

from generator.config import (
    Config,
)
from generator.config.ignored import ChangeLevel, Ignored
from generator.config.sources import PinnedSource
from tests.unit.config.reading import read

FULL = """
[project]
name = "shop"
main = "ignored"

[tool.oasmith]
specs = ["a.yaml", "more/*.json"]
main = "a.yaml"
output = "out"
package = "shop_client"
client = "Shop"
docs = false
testing = false
command_line = true
runtime = "shared"
runtime_package = "shop_runtime"
runtime_output = "common"
coming_from = "shop_sdk"
validate = false
unused_types = true
native_types = ["date-time", "uuid"]
keep_names = true
alias_removal = "never"
version = "1.4.2rc1"
only = ["list*"]
exclude = ["/internal/*"]
optional_bodies = ["createRun"]
overlays = ["o.yaml"]
reference_folders = ["../common"]
patches = "edits"
site_files = "site"
changelog = "CHANGES.md"

[[tool.oasmith.sources]]
file = "specs/a.yaml"
url = "https://shop.example/a.yaml"
date = 2026-11-29

[[tool.oasmith.ignore]]
code = "double-tag"
place = "a.yaml#/tags/*"
reason = "reported"
until = 2027-06-30

[[tool.oasmith.changes]]
rule = "field-nullable"
subject = "types.pets.*"
level = "warning"
reason = "never null"
until = 2027-06-30

[tool.oasmith.names]
"GET /pets" = "pets.list"

[tool.oasmith.aliases]
listPets = "pets.all"

[tool.oasmith.types]
PetResult = "Pet"

[tool.oasmith.servers]
eu = "https://eu.shop.example"

[tool.oasmith.credentials]
ApiKey = "SHOP_KEY"

[tool.oasmith.headers]
organization = "Shop-Organization"

[tool.oasmith.pagination]
listPets = { kind = "number", send = "page", items = ["pets", "all"], first = 1 }
countPets = false

[tool.oasmith.brackets]
listPets = ["tags"]

[tool.oasmith.polling.getPet]
field = ["state", "name"]
until = ["grown", "lost"]
create = "createPet"

[tool.oasmith.structured.describePet]
argument = "format"
schema = ["json", "schema"]
text = "text"
parsed = "value"

[tool.oasmith.tools]
askPet = { argument = "tricks", calls = ["done", "[]"] }
feedPet = false

[tool.oasmith.stream_methods]
askPet = { name = "watch", final = "get_answer" }
feedPet = false

[tool.oasmith.accumulation]
askPet = [{ where = { type = "word" }, from = ["word"], to = "text", how = "append" }]
feedPet = false
"""


EVERY_KEY = Config(
    package="shop_client",
    client="Shop",
    specs=("a.yaml", "more/*.json"),
    main="a.yaml",
    output="out",
    docs=False,
    testing=False,
    command_line=True,
    runtime="shared",
    runtime_package="shop_runtime",
    runtime_output="common",
    coming_from="shop_sdk",
    validate=False,
    unused_types=True,
    native_types=("date-time", "uuid"),
    keep_names=True,
    alias_removal="never",
    version="1.4.2rc1",
    only=("list*",),
    exclude=("/internal/*",),
    optional_bodies=("createRun",),
    ignore=(Ignored("double-tag", "reported", "a.yaml#/tags/*", dt.date(2027, 6, 30)),),
    changes=(
        ChangeLevel(
            "never null",
            "field-nullable",
            subject="types.pets.*",
            level="warning",
            until=dt.date(2027, 6, 30),
        ),
    ),
    names={"GET /pets": "pets.list"},
    aliases={"listPets": "pets.all"},
    types={"PetResult": "Pet"},
    servers={"eu": "https://eu.shop.example"},
    credentials={"ApiKey": "SHOP_KEY"},
    headers={"organization": "Shop-Organization"},
    pagination={
        "listPets": {
            "kind": "number",
            "send": "page",
            "items": ["pets", "all"],
            "first": 1,
        },
        "countPets": False,
    },
    brackets={"listPets": ["tags"]},
    polling={
        "getPet": {
            "field": ["state", "name"],
            "until": ["grown", "lost"],
            "create": "createPet",
        }
    },
    structured={
        "describePet": {
            "argument": "format",
            "schema": ["json", "schema"],
            "text": "text",
            "parsed": "value",
        }
    },
    tools={
        "askPet": {"argument": "tricks", "calls": ["done", "[]"]},
        "feedPet": False,
    },
    stream_methods={
        "askPet": {"name": "watch", "final": "get_answer"},
        "feedPet": False,
    },
    accumulation={
        "askPet": [
            {
                "where": {"type": "word"},
                "from": ["word"],
                "to": "text",
                "how": "append",
            }
        ],
        "feedPet": False,
    },
    overlays=("o.yaml",),
    reference_folders=("../common",),
    patches="edits",
    site_files="site",
    changelog="CHANGES.md",
    sources=(
        PinnedSource(
            "specs/a.yaml",
            "https://shop.example/a.yaml",
            date=dt.date(2026, 11, 29),
        ),
    ),
)
"""The settings of `FULL`, except the folder of the file."""


def test_every_key_is_read(tmp_path: Path) -> None:
    (config,) = read(tmp_path, FULL)
    assert config == replace(EVERY_KEY, directory=tmp_path)
    assert config.output_directory == tmp_path / "out"
    defaults = Config()
    (other,) = read(tmp_path, "[tool.oasmith]\nkeep_names = false\n")
    for item in fields(Config):
        # With `keep_names = false`, `alias_removal` has no effect.
        changed = other if item.name == "keep_names" else config
        assert getattr(changed, item.name) != getattr(defaults, item.name), item.name


def test_empty_table_has_defaults(tmp_path: Path) -> None:
    assert read(tmp_path, "[tool.oasmith]\n") == (Config(directory=tmp_path),)


@pytest.mark.parametrize(
    "key",
    ["specs", "only", "exclude", "optional_bodies", "overlays", "reference_folders"],
)
def test_string_is_a_list_of_one(tmp_path: Path, key: str) -> None:
    (config,) = read(tmp_path, f'[tool.oasmith]\n{key} = "a"\n')
    assert getattr(config, key) == ("a",)


def test_settings_are_frozen(tmp_path: Path) -> None:
    config: Any = Config()
    with pytest.raises(AttributeError):
        config.package = "other"
