"""Recognize OpenAPI documents and their versions."""

from __future__ import annotations

import re
from typing import Any

from ..diagnostics import Diagnostics, Rule, Severity
from ..openapi.written import written_text
from ..source import Location, SourceFile
from .limits import shorten

NOT_OPENAPI = Rule(
    "not-openapi",
    Severity.ERROR,
    "The file is not an OpenAPI document, since it has neither `openapi` nor `swagger` at"
    " its root. The message states the detected file type.",
)
PASSED_OVER = Rule(
    "passed-over",
    Severity.NOTE,
    "One of several files has neither `openapi` nor `swagger` at its root, and no document"
    " refers to it. The file is ignored.",
)
UNKNOWN_VERSION = Rule(
    "unknown-version",
    Severity.ERROR,
    "The OpenAPI version of the document is not supported. Supported versions are 2.0,"
    " 3.0, 3.1 and 3.2.",
)
NEWER_VERSION = Rule(
    "newer-version",
    Severity.WARNING,
    "The document uses a later version of OpenAPI 3 than 3.2. It is read as OpenAPI 3.2;"
    " new features are ignored.",
    hint="check the parts that use features of the newer version",
)
VERSION_NOT_TEXT = Rule(
    "version-not-text",
    Severity.NOTE,
    "The version of OpenAPI or of the API is a number because it is not quoted. It is read"
    " as the string that the file contains.",
)
NOTHING_DESCRIBED = Rule(
    "nothing-described",
    Severity.WARNING,
    "The document has no `paths`, `webhooks` or `components`, so there is nothing to"
    " generate.",
    hint="add `paths`, `webhooks` or `components`",
)
MISSING_INFO = Rule(
    "missing-info",
    Severity.WARNING,
    "The document has no `info` with the title and the version of the API. Names are"
    " derived from the file name.",
)

_KEYWORD = re.compile(r"""(?:^|[{,\s])["']?(?:openapi|swagger)["']?\s*:""")


def mentions_openapi(text: str) -> bool:
    """Return whether a text may be a document, without parsing it."""
    return _KEYWORD.search(text) is not None


def is_document(value: Any) -> bool:
    """Return whether a value is the root of an OpenAPI document of any version."""
    return isinstance(value, dict) and ("openapi" in value or "swagger" in value)


def version_of(value: Any) -> str:
    """Return the OpenAPI version of a root, or `""` if it has none."""
    version = value.get("openapi", value.get("swagger")) if is_document(value) else ""
    return version if isinstance(version, str) else ""


def check_document(
    file: SourceFile, value: dict[str, Any], diagnostics: Diagnostics
) -> None:
    """Check the version and the required members of a document.

    A version that is a number is replaced by the string that the file contains.

    Args:
        file: Source of the document.
        value: Root of the document.
        diagnostics: Receives the diagnostics.
    """
    keyword = "openapi" if "openapi" in value else "swagger"
    where = Location(file, (keyword,))
    _quote_version(value, where, diagnostics)
    _check_version(keyword, value[keyword], where, diagnostics)
    info = value.get("info")
    if isinstance(info, dict):
        _quote_version(info, Location(file, ("info", "version")), diagnostics)
    else:
        diagnostics.add(
            MISSING_INFO,
            "the document has no `info`",
            Location(file, ("info",) if "info" in value else ()),
            hint="add `info` with `title` and `version`",
        )
    members = ("paths", "webhooks", "x-webhooks", "components", "definitions")
    if not any(isinstance(value.get(key), dict) for key in members):
        diagnostics.add(
            NOTHING_DESCRIBED, "the document has no `paths`", Location(file, ())
        )


def _quote_version(
    owner: dict[str, Any], where: Location, diagnostics: Diagnostics
) -> None:
    """Replace a version that is a number by the string that the file contains.

    Args:
        owner: Object with the version, which is changed.
        where: Location of the version; the last token is its key.
        diagnostics: Receives the diagnostic.
    """
    key = where.pointer[-1]
    version = owner.get(key)
    if isinstance(version, bool) or not isinstance(version, int | float):
        return
    text = owner[key] = written_text(version, where)
    message = f"the version {text} is a number; it is read as {text!r}"
    diagnostics.add(VERSION_NOT_TEXT, message, where, hint=f'write `{key}: "{text}"`')


def _check_version(
    keyword: str, version: Any, where: Location, diagnostics: Diagnostics
) -> None:
    text = version.strip() if isinstance(version, str) else ""
    match = re.match(r"(\d{1,4})(?:\.(\d{1,4}))?(?:[.-]|$)", text)
    major, minor = (int(match[1]), int(match[2] or 0)) if match else (0, 0)
    if (keyword == "swagger" and major == 2) or (keyword == "openapi" and major == 3):
        if minor > 2:
            message = (
                f"OpenAPI {shorten(text)} is read as 3.2, the latest supported version"
            )
            diagnostics.add(NEWER_VERSION, message, where)
        return
    hint = "supported versions are 2.0, 3.0, 3.1 and 3.2"
    if keyword == "swagger" and major == 1:
        hint += "; convert the document"
    value = shorten(str(version))
    diagnostics.add(
        UNKNOWN_VERSION, f"{keyword} {value!r} is not supported", where, hint=hint
    )


def describe(file: SourceFile, value: Any) -> tuple[str, str]:
    """Return the type of a file that is not a document, and a hint."""
    if isinstance(value, dict):
        for keys, kind, hint in _KINDS:
            if all(key in value for key in keys):
                return kind, hint
        for key in value:
            if re.fullmatch(r"(?i)(open_?-?api|swagger)(_?version)?", key.strip()):
                return f"a document with the misspelt key {key!r}", "write `openapi`"
        return "an object without `openapi` or `swagger`", _HINT
    if isinstance(value, list):
        return "a list", _HINT
    if file.text.lstrip().startswith("<"):
        return "XML or HTML", _HINT
    return "plain text", _HINT


_HINT = "pass a file with `openapi` or `swagger` at its root"

_KINDS: tuple[tuple[tuple[str, ...], str, str], ...] = (
    (("asyncapi",), "an AsyncAPI document", "only OpenAPI documents are supported"),
    (("arazzo",), "an Arazzo document", "pass the OpenAPI document that it refers to"),
    (("overlay", "actions"), "an Overlay", "list it under `overlays` in the settings"),
    (("openrpc",), "an OpenRPC document", "only OpenAPI documents are supported"),
    (
        ("swaggerVersion",),
        "a Swagger 1 document",
        "convert it to Swagger 2.0 or OpenAPI 3",
    ),
    (("apiVersion", "kind"), "a Kubernetes manifest", _HINT),
    (("services",), "a Compose file", _HINT),
    (("name", "dependencies"), "a package.json", _HINT),
    (("name", "version"), "a package manifest", _HINT),
    (("info", "item"), "a Postman collection", "export it as OpenAPI"),
    (("data",), "a GraphQL response", "only OpenAPI documents are supported"),
    (("log",), "an HTTP archive", _HINT),
    (
        ("paths", "info"),
        "a document without a version",
        'add `openapi: "3.1.0"`, or another version, as the first line',
    ),
    (("$schema",), "a JSON Schema", "refer to it by `$ref` from an OpenAPI document"),
    (
        ("type", "properties"),
        "a JSON Schema",
        "refer to it by `$ref` from an OpenAPI document",
    ),
)
