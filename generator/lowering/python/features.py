"""The optional parts of the runtime that a client needs."""

from __future__ import annotations

from collections.abc import Iterator

from ...config import Config
from ...model.api import Api, CredentialKind
from ...model.operations import Operation
from ...python.features import Feature
from ...python.package import Package
from ...python.resources import ResourceModule
from ...python.types import ModelClass

_JSON_LINES = (
    *("/jsonl", "/x-ndjson", "/ndjson", "jsonlines", "/json-lines"),
    *("/stream+json", "json-seq"),
)
"""Endings of media types that `runtime/requests/bodies.py` encodes as a sequence."""


def required_features(
    api: Api, package: Package, config: Config
) -> tuple[Feature, ...]:
    """Return the features that an operation or a type of a client can reach.

    Args:
        api: API of the client.
        package: The client, whose own features are not considered.
        config: Settings; `runtime = "full"` requires everything but the mock and what
            only shared runtimes have.
    """
    features = (
        set(Feature) if config.runtime == "full" else set(_features(api, package))
    )
    for feature, enabled in (
        (Feature.TESTING, config.testing),
        (Feature.COMMAND_LINE, config.command_line),
        (Feature.NATIVE_TYPES, bool(config.native_types)),
        (Feature.SHARED, config.runtime == "shared"),
    ):
        if enabled:
            features.add(feature)
        else:
            features.discard(feature)
    return tuple(item for item in Feature if item in features)


def _features(api: Api, package: Package) -> Iterator[Feature]:
    if package.client.webhooks:
        yield Feature.WEBHOOKS
    if any(_has_alternatives(module) for module in package.resources):
        yield Feature.ALTERNATIVES
    if package.client.callbacks:
        yield Feature.CALLBACKS
    if any(_reads_links(module) for module in package.resources):
        yield Feature.LINKS
    if package.parsed or api.tools:
        yield Feature.STRUCTURED
    if package.streams:
        yield Feature.EVENT_STREAMS
    if any(item.kind is CredentialKind.CLIENT_CREDENTIALS for item in api.credentials):
        yield Feature.TOKENS
    if any(item.login is not None for item in api.credentials):
        yield Feature.LOGIN
    if any(file.pollings for module in package.resources for file in module.files):
        yield Feature.POLLING
    if any(
        isinstance(item, ModelClass) and item.joined
        for module in package.types
        for file in module.files
        for item in file.items
    ):
        yield Feature.JOINED_TEXT
    for operation in api.operations:
        yield from _operation_features(operation)


def _has_alternatives(module: ResourceModule) -> bool:
    """Return whether arguments of a module can be passed in place of others."""
    return any(
        argument.replaces
        for file in module.files
        for item in file.classes
        for method in item.methods
        for argument in method.arguments
    )


def _reads_links(module: ResourceModule) -> bool:
    """Return whether a method of a link reads an optional value of a response."""
    return any(
        "_runtime.linked(" in argument
        for file in module.files
        for item in file.classes
        for link in item.links
        for argument in link.arguments
    )


def _operation_features(operation: Operation) -> Iterator[Feature]:
    if operation.result.streaming is not None:
        yield Feature.STREAMING
        if operation.result.streaming.rules:
            yield Feature.ACCUMULATION_RULES
    if operation.pagination is not None:
        yield Feature.PAGINATION
    if operation.body is not None:
        for form in operation.body.all_forms:
            for media_type in (form.media_type, *form.media_types):
                # The caller selects the media type of a range, such as `*/*`.
                if media_type.startswith("multipart/") or "*" in media_type:
                    yield Feature.MULTIPART
                if media_type.endswith(_JSON_LINES) or "*" in media_type:
                    yield Feature.JSON_LINES
