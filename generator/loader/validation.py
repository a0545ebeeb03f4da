"""Report the errors of openapi-spec-validator as warnings with locations."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from ..diagnostics import Diagnostic, Diagnostics, Rule
from ..openapi.document import Document, LoadedFile
from ..openapi.node import AnyNode
from ..openapi.written import written_text
from ..source import JsonPointer, Location, SourceFile
from .entries import version_of
from .header_names import find_invalid_header_names
from .limits import shorten
from .reading import parse
from .spec_validators import (
    INVALID_DOCUMENT,
    INVALID_VALUE,
    VALIDATOR_FAILED,
    LocatedError,
    internal_error,
    spec_validator,
)


def validate_documents(document: Document, diagnostics: Diagnostics) -> None:
    """Validate all entry documents.

    Args:
        document: Loaded documents.
        diagnostics: Receives the errors as warnings.
    """
    files = dict(document.files)
    for uri, (file, _) in document.files.items():
        # Validate the original text instead of the upgraded tree.
        if uri in document.originals:
            original = document.originals[uri]
            value = parse(file, Diagnostics()) if original is None else original
            files[uri] = LoadedFile(file, value)
    validated = Document(
        document.roots, files, document.anchors, document.aliases, document.bases
    )
    results = Diagnostics()
    for root in document.roots:
        _Validation(validated, root.file, results).run()
    for source, value in files.values():
        _check_header_names(source, value, results)
    diagnostics.extend(_in_document_order(results, validated))


def _check_header_names(
    source: SourceFile, value: Any, diagnostics: Diagnostics
) -> None:
    """Report names of headers that HTTP does not allow, which the schemas accept."""
    for pointer, name in find_invalid_header_names(value):
        diagnostics.add(
            INVALID_DOCUMENT,
            f"{shorten(name)!r} is not a valid name of a header",
            Location(source, pointer),
            hint="use letters, digits and hyphens (RFC 9110, section 5.1)",
        )


def _in_document_order(
    diagnostics: Iterable[Diagnostic], document: Document
) -> list[Diagnostic]:
    files = list(document.files)

    def order(item: Diagnostic) -> list[int]:
        assert isinstance(item.location, Location)
        uri = item.location.file.uri
        return [files.index(uri), *_positions(item.location, document.files[uri].value)]

    return sorted(diagnostics, key=order)


def _positions(location: Location, value: Any) -> Iterator[int]:
    """Yield the position of each key of a location among its siblings."""
    for token in location.pointer:
        if isinstance(value, dict) and token in value:
            yield list(value).index(token)
            value = value[token]
        elif isinstance(value, list) and token.isdecimal() and int(token) < len(value):
            yield int(token)
            value = value[int(token)]
        else:
            return


_HINTS = {
    INVALID_DOCUMENT.code: "correct the document, or list the diagnostic in `ignore`",
    INVALID_VALUE.code: "correct the default, or list the diagnostic in `ignore`",
    VALIDATOR_FAILED.code: "correct the other problems of the document first",
}

_NEW_KEYS = (
    *("$self", "additionalOperations", "dataValue", "deviceAuthorization"),
    *("itemEncoding", "itemSchema", "prefixEncoding", "serializedValue"),
)
"""Keys that only OpenAPI 3.2 has."""


def _hint(rule: Rule, message: str, version: str) -> str:
    """Return what to do about an error of a document with a version of OpenAPI."""
    is_unknown = (
        message.endswith(" unexpected)") or "' does not match any of" in message
    )
    if rule is INVALID_DOCUMENT and is_unknown and version in ("3.0", "3.1"):
        for key in _NEW_KEYS:
            if f"'{key}'" in message:
                return f"`{key}` is a key of OpenAPI 3.2: write `openapi: 3.2.0`"
    return _HINTS[rule.code]


class _Validation:
    """The validation of one entry document."""

    def __init__(
        self, document: Document, file: SourceFile, diagnostics: Diagnostics
    ) -> None:
        self._document = document
        self._file = file
        self._diagnostics = diagnostics
        self._failures: set[str] = set()
        self._version = version_of(document.files[file.uri].value).strip()[:3]

    def run(self) -> None:
        """Validate the document and add all errors."""
        value = self._document.files[self._file.uri].value
        handlers = _Handlers(self._document)
        try:
            validator = spec_validator(self._version, value, self._file.uri, handlers)
            for error in validator.iter_errors():
                assert isinstance(error, LocatedError)
                self._add(error)
        except MemoryError:
            # The process ends without a result, and another run validates again.
            raise
        except Exception as error:  # noqa: BLE001 - the library raises any type
            self._add(internal_error(error, ()))

    def _add(self, error: LocatedError) -> None:
        rule, message = error.rule, error.message
        if error.place == () and message.startswith("'info' is a required"):
            # Reported by the loader.
            return
        if rule is VALIDATOR_FAILED:
            if message in self._failures:
                return
            self._failures.add(message)
        location = self._location(error.place)
        number = json.dumps(error.number)
        if error.number is not None and message.startswith(number):
            text = written_text(error.number, location)
            message = text + message.removeprefix(number)
        hint = _hint(rule, message, self._version)
        self._diagnostics.add(rule, message, location, hint=hint)

    def _location(self, place: JsonPointer) -> Location:
        """Return the location of a path whose references the validator has followed."""
        root = AnyNode(self._document.files[self._file.uri].value, self._file, ())
        node = root
        for token in place:
            if node.reference is not None:
                resolved = self._document.resolve(node)
                if not isinstance(resolved, AnyNode):
                    break
                node = resolved
            child = node.value
            if isinstance(child, dict) and token in child:
                child = child[token]
            elif isinstance(child, list) and token.isdecimal():
                child = child[int(token)] if int(token) < len(child) else None
            else:
                child = None
            node = AnyNode(child, node.file, (*node.pointer, token))
        return node.location


class _Handlers(dict[str, Callable[[str], Any]]):
    """URI handlers that return loaded files for all schemes and download nothing."""

    def __init__(self, document: Document) -> None:
        super().__init__()
        self._document = document

    def __contains__(self, scheme: object) -> bool:
        return True

    def __missing__(self, scheme: str) -> Callable[[str], Any]:
        return self._value

    def _value(self, uri: str) -> Any:
        loaded = self._document.files.get(self._document.aliases.get(uri, uri))
        if loaded is None:
            raise LookupError(uri)
        return loaded.value
