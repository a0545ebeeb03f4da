"""The objects of SARIF 2.1.0 that oasmith writes, as a JSON Schema.

Source: OASIS, "Static Analysis Results Interchange Format (SARIF) Version 2.1.0", section
3: required properties, allowed values, and no properties that the standard does not define.
"""

from __future__ import annotations

from typing import Any

TEXT = {"type": "string", "minLength": 1}
LEVEL = {"enum": ["none", "note", "warning", "error"]}
POSITIVE = {"type": "integer", "minimum": 1}


def record(required: str, **properties: Any) -> dict[str, Any]:
    """Return the schema of an object without other properties."""
    return {
        "type": "object",
        "required": required.split(),
        "properties": properties,
        "additionalProperties": False,
    }


def array(items: Any) -> dict[str, Any]:
    """Return the schema of an array."""
    return {"type": "array", "items": items}


MESSAGE = record("text", text=TEXT)
REGION = record(
    "startLine", startLine=POSITIVE, startColumn=POSITIVE, endColumn=POSITIVE
)
ARTIFACT = record(
    "uri",
    # A URI reference (RFC 3986); a first segment with a colon would be a scheme.
    uri={
        "type": "string",
        "pattern": r"^(?:file:///)?(?:[A-Za-z0-9._~!$&'()*+,;=@/-]|%[0-9A-F]{2})+$",
    },
)
LOCATION = record(
    "physicalLocation",
    physicalLocation=record(
        "artifactLocation", artifactLocation=ARTIFACT, region=REGION
    ),
    message=MESSAGE,
)
RESULT = record(
    "message",
    ruleId=TEXT,
    ruleIndex={"type": "integer", "minimum": 0},
    level=LEVEL,
    message=MESSAGE,
    locations=array(LOCATION),
    relatedLocations=array(LOCATION),
)
RULE = record(
    "id",
    id=TEXT,
    fullDescription=record("text", text=TEXT),
    defaultConfiguration=record("", level=LEVEL),
)
DRIVER = record(
    "name",
    name=TEXT,
    semanticVersion={"type": "string", "pattern": r"^\d+\.\d+\.\d+"},
    rules={**array(RULE), "uniqueItems": True},
)
INVOCATION = record(
    "executionSuccessful",
    executionSuccessful={"type": "boolean"},
    toolExecutionNotifications=array(record("message", message=MESSAGE, level=LEVEL)),
)
RUN = record(
    "tool",
    tool=record("driver", driver=DRIVER),
    automationDetails=record("", id=TEXT),
    columnKind={"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
    invocations=array(INVOCATION),
    results=array(RESULT),
)
LOG = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    **record(
        "version runs",
        **{"$schema": TEXT},
        version={"const": "2.1.0"},
        runs=array(RUN),
    ),
}
