"""Convert the root, paths, operations and responses of Swagger 2.0."""

from __future__ import annotations

from typing import Any

from ...openapi.node import Moved, Node
from .conversion import Media, Upgrade
from .parameters import (
    BODY_AND_FORM,
    BODY_BESIDE_REFERENCE,
    convert_header,
    convert_parameter,
    request_body,
    request_form,
)
from .schemas import convert_schema
from .security import security_scheme, servers

_METHODS = ("get", "put", "post", "delete", "options", "head", "patch")


def convert_root(upgrade: Upgrade, node: Node, media: Media) -> None:
    """Convert a Swagger Object to an OpenAPI Object."""
    upgrade.push_members(convert_path, node.find("paths", Node), media)
    upgrade.push_members(convert_schema, node.find("definitions", Node), media)
    upgrade.push_members(convert_parameter, node.find("parameters", Node), media)
    upgrade.push_members(convert_response, node.find("responses", Node), media)
    root: dict[str, Any] = node.value
    root["openapi"] = str(root.pop("swagger"))
    root["servers"] = servers(node)
    components = {
        section: Moved((key,), root[key])
        for section, key in (
            ("schemas", "definitions"),
            ("parameters", "parameters"),
            ("responses", "responses"),
        )
        if isinstance(root.get(key), dict)
    }
    schemes = node.mapping("securityDefinitions", Node)
    components["securitySchemes"] = Moved(
        ("securityDefinitions",),
        {name: security_scheme(scheme) for name, scheme in schemes.items()},
    )
    root["components"] = Moved((), components)


def convert_path(upgrade: Upgrade, node: Node, media: Media) -> None:
    """Convert the operations of a Path Item, and move its bodies into them."""
    shared = _resolve_parameters(upgrade, node)
    bodies = [pair for pair in shared if _is_body(pair[0])]
    for method in _METHODS:
        operation = node.find(method, Node)
        if operation is not None:
            _convert_operation(upgrade, operation, bodies, media)
    if bodies and node.has("$ref"):
        names = ", ".join(repr(body.text("name")) for body, _ in bodies)
        upgrade.diagnostics.add(
            BODY_BESIDE_REFERENCE,
            f"operations of the target of the $ref do not send {names}",
            node.location,
        )
    if shared:
        node.value["parameters"] = _other_parameters(upgrade, shared, media)


def _convert_operation(
    upgrade: Upgrade, node: Node, shared: list[tuple[Node, Node]], outer: Media
) -> None:
    media = Media.of(node, outer)
    own = _resolve_parameters(upgrade, node)
    responses = node.find("responses", Node)
    upgrade.push_members(convert_response, responses, media)
    names = {(item.text("in"), item.text("name")) for item, _ in own}
    bodies = [pair for pair in own if _is_body(pair[0])] + [
        pair
        for pair in shared
        if (pair[0].text("in"), pair[0].text("name")) not in names
    ]
    body = _body(upgrade, node, bodies, media)
    if body is not None:
        node.value["requestBody"] = body
    if own:
        node.value["parameters"] = _other_parameters(upgrade, own, media)
    if node.strings("schemes"):
        root = upgrade.root_of(node)
        node.value["servers"] = servers(root, node.strings("schemes"))


def _resolve_parameters(upgrade: Upgrade, node: Node) -> list[tuple[Node, Node]]:
    """Return the parameters of a node as pairs of target and reference."""
    return [
        (upgrade.follow(reference) or reference, reference)
        for reference in map(upgrade.copy_of, node.sequence("parameters", Node))
        if reference.is_mapping
    ]


def _is_body(node: Node) -> bool:
    return node.text("in") in ("body", "formData")


def _other_parameters(
    upgrade: Upgrade, parameters: list[tuple[Node, Node]], media: Media
) -> list[Moved]:
    """Return the parameters that are not part of a body, at their original locations."""
    others = []
    for node, reference in parameters:
        if _is_body(node):
            continue
        if node.value is reference.value:
            convert_parameter(upgrade, node, media)
        else:
            upgrade.push(convert_parameter, node, media)
        others.append(Moved(reference.pointer, reference.value))
    return others


def _body(
    upgrade: Upgrade, node: Node, bodies: list[tuple[Node, Node]], media: Media
) -> Any:
    bodies_only = [pair for pair in bodies if pair[0].text("in") == "body"]
    if bodies_only:
        if len(bodies) > 1:
            upgrade.diagnostics.add(
                BODY_AND_FORM,
                f"{len(bodies)} parameters describe a body; only"
                f" {bodies_only[0][0].text('name')!r} is used",
                node.location,
            )
        return request_body(upgrade, *bodies_only[0], media)
    return request_form(upgrade, node, bodies, media) if bodies else None


def convert_response(upgrade: Upgrade, node: Node, media: Media) -> None:
    """Add `content` to a response, and schemas to its headers.

    The original `schema` is kept, since it may be the target of references.
    """
    upgrade.push_members(convert_header, node.find("headers", Node), media)
    entry: dict[str, Any] = {}
    schema = node.find("schema", Node)
    types: tuple[str, ...] = ()
    if schema is not None:
        types = media.produces or ("application/json",)
        if schema.text("type") == "file":
            types = media.produces or ("application/octet-stream",)
        upgrade.push(convert_schema, schema, media)
        entry["schema"] = schema.value
    samples = node.find("examples", Node)
    samples_by_type = samples.value if samples is not None else {}
    if not media.produces and samples_by_type:
        types = tuple(samples_by_type)
    content = {}
    for name in dict.fromkeys((*types, *samples_by_type)):
        content[name] = Moved(node.pointer, entry)
        if name in samples_by_type:
            content[name]["example"] = samples_by_type[name]
    if content:
        node.value["content"] = Moved(node.pointer, content)
