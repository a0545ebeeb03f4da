"""The command `bundle`."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import SHARED
from tests.unit.cli.conftest import SMALL, Run

pytestmark = pytest.mark.slow

FILES = {
    "api.yaml": """\
# API
openapi: 3.1.0
info: {title: Shop, version: '1'}
paths:
  /items:
    # list
    get:
      operationId: listItems
      parameters:
        - $ref: 'common.yaml#/parameters/Limit' # limit
      responses:
        '200':
          description: OK
          content:
            application/json:
              schema: {type: array, items: {$ref: 'schemas/item.yaml'}}
        '404': {$ref: 'common.yaml#/responses/NotFound'}
  /orders: {$ref: 'paths/orders.yaml'}
components:
  schemas:
    # mine
    Error: {type: object, properties: {message: {type: string}}}
    Color: {$ref: 'common.yaml#/schemas/Paint', description: A color.}
    Animal:
      oneOf: [{$ref: 'schemas/cat.yaml'}, {$ref: 'schemas/dog.yaml'}]
      discriminator:
        propertyName: kind
        mapping: {cat: schemas/cat.yaml, dog: 'schemas/dog.yaml#'}
""",
    "common.yaml": """\
parameters:
  Limit: {name: limit, in: query, schema: {type: integer}}
responses:
  NotFound:
    description: Missing
    content: {application/json: {schema: {$ref: '#/schemas/Error'}}}
schemas:
  Error: {type: object, properties: {code: {type: string}, cause: {$ref: '#/schemas/Error'}}}
  Paint: {type: string, enum: [red, blue], description: Of a wall.}
""",
    "schemas/item.yaml": """\
$id: https://shop.test/item
type: object
properties:
  name: {type: string}
  size: {$ref: '#/$defs/Size'}
  paint: {$ref: '#paint'}
  order: {$ref: '../paths/orders.yaml#/x-schemas/Order'}
$defs:
  Size: {type: string, enum: [s, m]}
  Other: {$anchor: paint, type: string, enum: [x, y]}
""",
    "schemas/cat.yaml": "type: object\nproperties: {kind: {const: cat}}\n",
    "schemas/dog.yaml": "type: object\nproperties: {kind: {const: dog}}\n",
    "paths/orders.yaml": """\
get:
  operationId: listOrders
  responses:
    '200': {description: OK, content: {application/json: {schema: {$ref: '#/x-schemas/Order'}}}}
x-schemas:
  Order:
    type: object
    properties:
      items: {type: array, items: {$ref: '../schemas/item.yaml'}}
      error: {$ref: '../api.yaml#/components/schemas/Error'}
""",
}


def write(here: Path, files: dict[str, str]) -> None:
    """Write files, in their folders."""
    for name, text in files.items():
        (here / name).parent.mkdir(parents=True, exist_ok=True)
        (here / name).write_text(text, encoding="utf-8")


def references(value: Any) -> list[str]:
    """Return all references of a tree."""
    if isinstance(value, dict):
        own = [value["$ref"]] if isinstance(value.get("$ref"), str) else []
        # An `example` is data, which is not resolved.
        members = [item for key, item in value.items() if key != "example"]
        return own + [text for item in members for text in references(item)]
    if isinstance(value, list):
        return [text for item in value for text in references(item)]
    return []


def bundled(run: Run, here: Path, document: str = "api.yaml") -> tuple[Any, str]:
    """Return a combined document, and what was printed on standard error."""
    run("bundle", document, "-o", "new.json")
    result = run("bundle", document, "-o", "new.yaml")
    return json.loads((here / "new.json").read_text()), result.stderr


def test_files_are_combined(here: Path, run: Run) -> None:
    write(here, FILES)
    value, errors = bundled(run, here)
    assert "the client differs" not in errors
    assert {text[:13] for text in references(value)} == {"#/components/"}
    schemas = value["components"]["schemas"]
    assert schemas["Color"] == {
        "type": "string",
        "enum": ["red", "blue"],
        "description": "Of a wall.",
    }
    assert schemas["Error_2"]["properties"]["cause"] == {
        "$ref": "#/components/schemas/Error_2"
    }
    assert schemas["Animal"]["discriminator"]["mapping"] == {
        "cat": "#/components/schemas/cat",
        "dog": "#/components/schemas/dog",
    }
    assert "$id" not in json.dumps(value) and "$anchor" not in json.dumps(value)
    text = (here / "new.yaml").read_text()
    for comment in ("# API", "# list", "# limit", "# mine"):
        assert comment in text
    assert "could not be kept" not in errors
    (here / "alone").mkdir()
    (here / "alone/new.yaml").write_text(text)
    assert "unresolved" not in run("validate", "alone/new.yaml").stdout


def test_a_document_without_other_files_stays(here: Path, run: Run) -> None:
    result = run("bundle", "small.yaml")
    assert result.stdout == SMALL
    assert "0 components added from other files" in result.stderr


def test_path_items_of_openapi_3_0_are_copied(here: Path, run: Run) -> None:
    write(here, FILES)
    (here / "api.yaml").write_text(FILES["api.yaml"].replace("3.1.0", "3.0.3"))
    value, errors = bundled(run, here)
    assert value["paths"]["/orders"]["get"]["operationId"] == "listOrders"
    assert "pathItems" not in value["components"]
    assert "the client differs" not in errors


def test_swagger(here: Path, run: Run) -> None:
    write(
        here,
        {
            "api.yaml": "swagger: '2.0'\ninfo: {title: T, version: '1'}\npaths:\n  /a:\n"
            "    get:\n      parameters: [{$ref: 'b.yaml#/parameters/P'}]\n      responses:\n"
            "        '200': {description: OK, schema: {$ref: 'b.yaml#/definitions/D'}}\n",
            "b.yaml": "parameters: {P: {name: p, in: query, type: string}}\n"
            "definitions: {D: {type: object, properties: {d: {$ref: '#/definitions/D'}}}}\n",
        },
    )
    value, errors = bundled(run, here)
    assert value["parameters"] == {"P": {"name": "p", "in": "query", "type": "string"}}
    assert references(value["definitions"]) == ["#/definitions/D"]
    assert "the client differs" not in errors


def test_own_uri(here: Path, run: Run) -> None:
    text = SMALL.replace("3.1.0", "3.2.0\n$self: https://shop.test/api/openapi.yaml")
    write(
        here,
        {
            "api.yaml": text.replace("'#/components/schemas/Thing'", "thing.yaml"),
            "thing.yaml": "type: object\nproperties: {a: {$ref: 'api.yaml#/components/schemas/Thing'}}\n",
        },
    )
    value, _ = bundled(run, here)
    assert "$self" in value
    assert set(references(value)) == {
        "#/components/schemas/thing",
        "#/components/schemas/Thing",
    }


def test_dynamic_references(here: Path, run: Run) -> None:
    files = {
        "api.yaml": """\
openapi: 3.1.0
info: {title: Shop, version: '1'}
paths:
  /names: {get: {operationId: listNames, responses: {'200': {$ref: 'pages.yaml#/Names'}}}}
  /tree: {get: {operationId: getTree, responses: {'200': {$ref: 'pages.yaml#/Tree'}}}}
  /first: {get: {operationId: getFirst, responses: {'200': {$ref: 'pages.yaml#/First'}}}}
""",
        "pages.yaml": """\
Names: {description: OK, content: {application/json: {schema: {$ref: '#/schemas/Names'}}}}
Tree: {description: OK, content: {application/json: {schema: {$ref: tree.yaml}}}}
First: {description: OK, content: {application/json: {schema: {$ref: '#/schemas/First'}}}}
schemas:
  Page:
    type: object
    $defs: {any: {$dynamicAnchor: item}}
    properties: {items: {type: array, items: {$dynamicRef: '#item'}}}
  Names:
    $ref: '#/schemas/Page'
    $defs: {name: {$dynamicAnchor: item, type: string}}
  First:
    type: object
    properties:
      tree: {$dynamicRef: 'tree.yaml#node'}
      names: {$dynamicRef: '#/schemas/Names'}
""",
        "tree.yaml": """\
$dynamicAnchor: node
type: object
properties: {children: {type: array, items: {$dynamicRef: '#node'}}}
""",
    }
    write(here, files)
    value, errors = bundled(run, here)
    assert "the client differs" not in errors
    text = json.dumps(value)
    assert text.count('"$dynamicAnchor"') == 3
    assert ".yaml" not in text
    assert "unresolved" not in run("validate", "new.yaml").stdout


def test_references_in_place_of_maps_are_replaced(here: Path, run: Run) -> None:
    files = {
        "api.yaml": SMALL
        + "  securitySchemes: {$ref: 'b.yaml'}\nsecurity: [{Key: []}]\n",
        "b.yaml": "Key: {type: http, scheme: bearer}\n",
    }
    write(here, files)
    value, errors = bundled(run, here)
    schemes = value["components"]["securitySchemes"]
    assert schemes == {"Key": {"type": "http", "scheme": "bearer"}}
    assert "the client differs" not in errors


def test_references_without_a_target_stay(here: Path, run: Run) -> None:
    text = SMALL.replace("'#/components/schemas/Thing'", "missing.yaml")
    write(here, {"api.yaml": text})
    value, errors = bundled(run, here)
    assert references(value) == ["missing.yaml"]
    assert "1 reference without a target kept, such as 'missing.yaml'" in errors


def test_refusals(here: Path, run: Run) -> None:
    refused = run("bundle", "small.yaml", "-o", "small.yaml", code=1)
    assert "small.yaml exists" in refused.stderr
    assert (here / "small.yaml").read_text() == SMALL
    write(here, {"b.yaml": SMALL})
    assert "one document" in run("bundle", "small.yaml", "b.yaml", code=2).stderr
    write(here, {"broken.yaml": "openapi: 3.1.0\npaths: [\n"})
    assert "broken.yaml:" in run("bundle", "broken.yaml", code=1).stderr


HOSTILE = {
    "path items in a cycle": {
        "api.yaml": "openapi: 3.0.0\ninfo: {title: T, version: '1'}\n"
        "paths: {/a: {$ref: 'b.yaml'}}\n",
        "b.yaml": "$ref: 'c.yaml'\n",
        "c.yaml": "$ref: 'b.yaml'\n",
    },
    "callbacks that contain their path item": {
        "api.yaml": "openapi: 3.0.0\ninfo: {title: T, version: '1'}\n"
        "paths: {/a: {$ref: 'b.yaml'}}\n",
        "b.yaml": "get:\n  responses: {'204': {description: Done}}\n"
        "  callbacks: {c: {'{$request.body#/url}': {$ref: 'b.yaml'}}}\n",
    },
    "odd values": {
        "api.yaml": "openapi: 3.1.0\ninfo: {title: T, version: '1'}\npaths: {}\n"
        "components: {schemas: {A: {$ref: 'b.yaml#/x'}, B: 3, C: {$ref: 7}}}\n",
        "b.yaml": "x: {$ref: '#/y'}\ny: {$ref: '#/x'}\n",
    },
}


@pytest.mark.parametrize("files", HOSTILE.values(), ids=HOSTILE)
def test_hostile_documents(files: dict[str, str], here: Path, run: Run) -> None:
    write(here, files)
    value, _ = bundled(run, here)
    assert value["info"]["title"] == "T"


def test_a_published_document_of_many_files(here: Path, run: Run) -> None:
    folder = next(iter(sorted((SHARED / "specs/corpus").glob("digitalocean*"))), None)
    if folder is None:
        pytest.skip("needs the folder ../shared, which is not beside the project")
    document = next(folder.rglob("DigitalOcean-public.v2.yaml"))
    value, errors = bundled(run, here, str(document))
    assert all(text.startswith("#/") for text in references(value))
    # Two files have a schema nfs_action, and the client needs one of them.
    changed = re.search(r"differs from that of \S+ in (\d+) files", errors)
    assert changed is not None and int(changed[1]) <= 4


def test_the_bundle_is_validated_with_all_parts(run: Run, here: Path) -> None:
    """Path items of other files, which the validator does not read, are validated."""
    (here / "paths.yaml").write_text(
        "Things: {get: {operationId: listThings, responses: {'204': {}}}}\n",
        encoding="utf-8",
    )
    (here / "api.yaml").write_text(
        "openapi: 3.1.0\ninfo: {title: Acme, version: '1'}\n"
        "paths: {/things: {$ref: 'paths.yaml#/Things'}}\n",
        encoding="utf-8",
    )
    assert "invalid-document" not in run("validate", "api.yaml").stdout
    run("bundle", "api.yaml", "-o", "bundle.yaml")
    result = run("validate", "bundle.yaml").stdout
    assert "'description' is a required property" in result
