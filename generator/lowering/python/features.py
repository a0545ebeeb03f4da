"""The optional parts of the runtime that a client needs."""

from __future__ import annotations

from collections.abc import Iterator

from ...config import Config
from ...model.api import Api, CredentialKind
from ...model.operations import Operation
from ...python.constants import EndpointLiteral
from ...python.expressions import has_name
from ...python.features import Feature
from ...python.package import ClientModule, Package
from ...python.resources import Argument, Place, ResourceModule
from ...python.types import ModelClass
from .converted_types import converted_features, types_in
from .returns import BINARY

_JSON_LINES = (
    *("/jsonl", "/x-ndjson", "/ndjson", "jsonlines", "/json-lines"),
    *("/stream+json", "json-seq"),
)
"""Endings of media types that `runtime/requests/bodies.py` encodes as a sequence."""
_URLENCODED = "application/x-www-form-urlencoded"


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
    yield from converted_features(package)
    yield from _client_features(package.client)
    for module in package.resources:
        yield from _resource_features(module)
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
    yield from _model_features(package)
    for operation in api.operations:
        yield from _operation_features(operation)


def _model_features(package: Package) -> Iterator[Feature]:
    for module in package.types:
        for file in module.files:
            for item in file.items:
                if isinstance(item, ModelClass) and item.joined:
                    yield Feature.JOINED_TEXT
                if isinstance(item, ModelClass) and item.decoders:
                    yield Feature.ENCODED_CONTENT


def _client_features(client: ClientModule) -> Iterator[Feature]:
    for feature, is_needed in (
        (Feature.CREDENTIALS, bool(client.credentials)),
        (Feature.SERVER_VARIABLES, client.has_variables),
        (Feature.WEBHOOKS, client.webhooks),
        (Feature.CALLBACKS, client.callbacks),
    ):
        if is_needed:
            yield feature


def _resource_features(module: ResourceModule) -> Iterator[Feature]:
    """Yield the features of the endpoints of a module, and of its arguments."""
    for file in module.files:
        for endpoint in file.endpoints:
            yield from _endpoint_features(endpoint)
        for item in file.classes:
            if any(method.deprecated for method in item.signatures):
                yield Feature.DEPRECATION
            for method in item.methods:
                yield from _argument_features(method.arguments)


def _endpoint_features(endpoint: EndpointLiteral) -> Iterator[Feature]:
    if any(server.variables for server in endpoint.servers):
        yield Feature.SERVER_VARIABLES
    for keyword in endpoint.keywords:
        if keyword.name == "styles":
            yield Feature.STYLES
        if keyword.name == "alternatives":
            yield Feature.REPRESENTATIONS
        if any(has_name(item, BINARY.name) for item in types_in(keyword.value)):
            yield Feature.DOWNLOADS


def _argument_features(arguments: tuple[Argument, ...]) -> Iterator[Feature]:
    bodies = {item.whole for item in arguments if item.place is Place.BODY}
    if len(bodies) > 1 or any(item.replaces for item in arguments):
        yield Feature.ALTERNATIVES
    if any(item.place is Place.COOKIES for item in arguments):
        yield Feature.STYLES
    if any(has_name(item.type, "FileTypes") for item in arguments):
        yield Feature.UPLOADS


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
        if operation.result.streaming.parts:
            yield Feature.MULTIPART_STREAMS
        if operation.result.streaming.rules:
            yield Feature.ACCUMULATION_RULES
    if operation.pagination is not None:
        yield Feature.PAGINATION
    if operation.body is not None:
        for form in operation.body.all_forms:
            for media_type in (form.media_type, *form.media_types):
                is_range = "*" in media_type
                if media_type == _URLENCODED or is_range:
                    yield Feature.FORMS
                if not (media_type == _URLENCODED or _is_json(media_type)):
                    yield Feature.UPLOADS
                # The caller selects the media type of a range, such as `*/*`.
                if media_type.startswith("multipart/") or is_range:
                    yield Feature.MULTIPART
                if media_type.endswith(_JSON_LINES) or is_range:
                    yield Feature.JSON_LINES


def _is_json(media_type: str) -> bool:
    """Return whether the runtime encodes a body of a media type as JSON."""
    kind = media_type.partition(";")[0].strip()
    return kind.endswith(("+json", "/json"))
