"""Time and memory for documents of up to 35 MB and 16,000 operations.

The documents are written from a seed, with the shape of large published descriptions:
collections with lists, filters, nested resources, references and prose.
"""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any, NamedTuple

from tests.bench.pace import Pace

ROOT = Path(__file__).parents[2]
Figure = tuple[str, float, float]

SEED = 20
SIZES = {"small": 25, "13 MB": 1_500, "35 MB and 16,000 operations": 4_000}
"""Number of collections; each has four operations."""

_WORDS = (
    "account address amount archive article batch branch budget bundle campaign card"
    " catalog channel charge client cluster comment contract coupon customer device"
    " document domain draft event export folder group image import invoice item job"
    " key label ledger license list location log member message method network note"
    " offer order page parcel payment period plan policy price product profile project"
    " quota quote rate record region release report request review role route rule"
    " sample schedule secret section segment server session setting shipment source"
    " space stage status store stream subject summary tag target task team template"
    " term ticket token topic transfer unit update upload user value vendor version"
    " volume warehouse webhook window zone"
).split()


class Run(NamedTuple):
    """Processor seconds of all processes at the normal pace, and memory in megabytes."""

    seconds: float
    megabytes: float


def document(collections: int) -> dict[str, Any]:
    """Return a document with four operations for each collection."""
    choose = random.Random(SEED)
    paths: dict[str, Any] = {}
    schemas: dict[str, Any] = {"Error": _object(choose, ("code", "message"))}
    for number in range(collections):
        name = "_".join([*choose.sample(_WORDS, 2), str(number)])
        title = "".join(word.capitalize() for word in name.split("_"))
        tag = f"area {number // 25}"
        schemas[title] = _object(choose, choose.sample(_WORDS, 12), title)
        schemas[f"{title}Input"] = _object(choose, choose.sample(_WORDS, 8))
        schemas[f"{title}List"] = {
            "type": "object",
            "required": ["data"],
            "properties": {
                "data": {"type": "array", "items": _reference(title)},
                "next_cursor": {"type": "string", "nullable": True},
            },
        }
        paths |= _paths(choose, name, title, tag)
    return {
        "openapi": "3.0.3",
        "info": {"title": "Large", "version": "1"},
        "paths": paths,
        "components": {"schemas": schemas},
    }


def _paths(choose: random.Random, name: str, title: str, tag: str) -> dict[str, Any]:
    item = [{"name": "id", "in": "path", "required": True, "schema": _TEXT}]
    filters = [
        {"name": word, "in": "query", "schema": _TEXT, "description": _prose(choose)}
        for word in ("cursor", *choose.sample(_WORDS, 4))
    ]

    def operation(verb: str, schema: str, **more: Any) -> dict[str, Any]:
        return {
            "operationId": f"{verb}_{name}",
            "tags": [tag],
            "summary": f"{verb.capitalize()} {name.replace('_', ' ')}",
            "description": _prose(choose, 50),
            "responses": {
                "200": {"description": "Done.", "content": _json(schema)},
                "400": {"description": "Failed.", "content": _json("Error")},
            },
            **more,
        }

    body = {"required": True, "content": _json(f"{title}Input")}
    return {
        f"/{name}": {
            "get": operation("list", f"{title}List", parameters=filters),
            "post": operation("create", title, requestBody=body),
        },
        f"/{name}/{{id}}": {
            "parameters": item,
            "get": operation("get", title),
            "patch": operation("update", title, requestBody=body),
        },
    }


_TEXT = {"type": "string"}


def _object(
    choose: random.Random, names: Any, title: str | None = None
) -> dict[str, Any]:
    """Return an object; with a title, one that refers to itself and has a choice."""
    kinds = ({"type": "string"}, {"type": "integer"}, {"type": "boolean"})
    properties: dict[str, Any] = {
        name: {**choose.choice(kinds), "description": _prose(choose)} for name in names
    }
    if title is not None:
        properties["parent"] = {"allOf": [_reference(title)]}
        properties["state"] = {"type": "string", "enum": ["active", "deleted"]}
    return {
        "type": "object",
        "description": _prose(choose, 30),
        "required": list(names)[:2],
        "properties": properties,
    }


def _prose(choose: random.Random, words: int = 15) -> str:
    return f"The {' '.join(choose.choices(_WORDS, k=words))}."


def _reference(name: str) -> dict[str, Any]:
    return {"$ref": f"#/components/schemas/{name}"}


def _json(name: str) -> dict[str, Any]:
    return {"application/json": {"schema": _reference(name)}}


def figures() -> list[Figure]:
    """Return memory, seconds, and the time per operation relative to a small document."""
    with tempfile.TemporaryDirectory() as scratch:
        runs = {
            name: measure(Path(scratch), collections)
            for name, collections in SIZES.items()
        }
        empty = measure(Path(scratch), 1).seconds
    small = (runs["small"].seconds - empty) / SIZES["small"]
    result: list[Figure] = []
    for name, run in list(runs.items())[1:]:
        growth = (run.seconds - empty) / SIZES[name] / small
        result += [
            (f"{name}: processor seconds", run.seconds, 60.0),
            (f"{name}: memory, MB", run.megabytes, 1000.0),
            (f"{name}: time per operation / of 100", growth, 1.5),
        ]
    return result


def measure(scratch: Path, collections: int) -> Run:
    """Generate the client and the reference of a document, without validation."""
    file = scratch / f"large_{collections}.json"
    file.write_text(json.dumps(document(collections)), encoding="utf-8")
    return _run(
        "generate", str(file), "--output", str(file.with_suffix("")), "--no-validate"
    )


def _run(*arguments: str) -> Run:
    environment = {**os.environ, "OASMITH_CACHE": "off"}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    pace = Pace()
    process = subprocess.Popen(
        [sys.executable, "-m", "generator", *arguments],
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        cwd=ROOT,
    )
    # The usage of the process and of those that it started.
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, process.args)
    seconds = (usage.ru_utime + usage.ru_stime) / pace.measure()
    return Run(seconds, usage.ru_maxrss / 1024)
