"""The root, paths, operations and responses of Swagger 2.0."""

from __future__ import annotations

from typing import Any

from .parameters import (
    BODY_AND_FORM,
    convert_header,
    convert_parameter,
    request_body,
    request_form,
)
from .schemas import convert_schema
from .security import security_scheme, servers
from .work import Media, Work
from ...openapi.node import Moved, Node

_METHODS = ("get", "put", "post", "delete", "options", "head", "patch")


def convert_root(work: Work, node: Node, media: Media) -> None:
    """Makes an OpenAPI Object of a Swagger Object."""
    work.push_members(convert_path, node.find("paths", Node), media)
    work.push_members(convert_schema, node.find("definitions", Node), media)
    work.push_members(convert_parameter, node.find("parameters", Node), media)
    work.push_members(convert_response, node.find("responses", Node), media)
    root: dict[str, Any] = node.value
    root["openapi"] = str(root.pop("swagger"))
    root["servers"] = servers(node)
    shown = {
        word: Moved((key,), root[key])
        for word, key in (
            ("schemas", "definitions"),
            ("parameters", "parameters"),
            ("responses", "responses"),
        )
        if isinstance(root.get(key), dict)
    }
    schemes = node.mapping("securityDefinitions", Node)
    shown["securitySchemes"] = Moved(
        ("securityDefinitions",),
        {name: security_scheme(scheme) for name, scheme in schemes.items()},
    )
    root["components"] = Moved((), shown)


def convert_path(work: Work, node: Node, media: Media) -> None:
    """Converts the operations of a Path Item, and moves bodies down into them."""
    common = _resolved(work, node)
    bodies = [pair for pair in common if _is_body(pair[0])]
    for method in _METHODS:
        operation = node.find(method, Node)
        if operation is not None:
            _convert_operation(work, operation, bodies, media)
    if common:
        node.value["parameters"] = _kept(work, common, media)


def _convert_operation(
    work: Work, node: Node, common: list[tuple[Node, Node]], outer: Media
) -> None:
    media = Media.of(node, outer)
    own = _resolved(work, node)
    responses = node.find("responses", Node)
    work.push_members(convert_response, responses, media)
    names = {(item.text("in"), item.text("name")) for item, _ in own}
    bodies = [pair for pair in own if _is_body(pair[0])] + [
        pair
        for pair in common
        if (pair[0].text("in"), pair[0].text("name")) not in names
    ]
    body = _body(work, node, bodies, media)
    if body is not None:
        node.value["requestBody"] = body
    if own:
        node.value["parameters"] = _kept(work, own, media)
    if node.strings("schemes"):
        root = work.root_of(node)
        node.value["servers"] = servers(root, node.strings("schemes"))


def _resolved(work: Work, node: Node) -> list[tuple[Node, Node]]:
    """The parameters of a node, each with the node that leads to it."""
    return [
        (work.follow(written) or written, written)
        for written in map(work.copied, node.sequence("parameters", Node))
        if written.is_mapping
    ]


def _is_body(node: Node) -> bool:
    return node.text("in") in ("body", "formData")


def _kept(work: Work, parameters: list[tuple[Node, Node]], media: Media) -> list[Moved]:
    """The parameters that are no body, at their old places."""
    kept = []
    for node, written in parameters:
        if _is_body(node):
            continue
        if node.value is written.value:
            convert_parameter(work, node, media)
        else:
            work.push(convert_parameter, node, media)
        kept.append(Moved(written.pointer, written.value))
    return kept


def _body(work: Work, node: Node, bodies: list[tuple[Node, Node]], media: Media) -> Any:
    wholes = [pair for pair in bodies if pair[0].text("in") == "body"]
    if wholes:
        if len(bodies) > 1:
            work.diagnostics.add(
                BODY_AND_FORM,
                f"only the body {wholes[0][0].text('name')!r} of {len(bodies)}"
                " parameters that are or belong to a body is kept",
                node.location,
            )
        return request_body(work, *wholes[0], media)
    return request_form(work, node, bodies, media) if bodies else None


def convert_response(work: Work, node: Node, media: Media) -> None:
    """Gives a response its `content` and its headers their schemas.

    `schema` stays beside it, for references that lead there.
    """
    work.push_members(convert_header, node.find("headers", Node), media)
    entry: dict[str, Any] = {}
    schema = node.find("schema", Node)
    types: tuple[str, ...] = ()
    if schema is not None:
        types = media.produces or ("application/json",)
        if schema.text("type") == "file":
            types = media.produces or ("application/octet-stream",)
        work.push(convert_schema, schema, media)
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
