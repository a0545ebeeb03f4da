"""Repairs of documents, operations, bodies, responses and servers."""

from __future__ import annotations

import re

from ..normalizer.operations.url_credentials import remove_credentials
from ..source import JsonPointer, parse_pointer
from .tree import MISSING, Edit, Site, value_at

_GENERATED_ID = re.compile(r".*the generated id is '([^']+)'")


def complete_version(site: Site) -> Edit | None:
    """Write a version as a string, and that of OpenAPI with all its parts."""
    value = site.node
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return None
    read = re.search(r"is read as '([^']*)'$", site.message)
    text = read[1] if read else str(value)
    if site.pointer == ("openapi",) and re.fullmatch(r"3\.[0-2]", text):
        text = f"{text}.0"
    is_read = read is not None and read[1] == text
    reason = "versions are strings" if is_read else f"it is read as {text!r}"
    return Edit(site.pointer, text, reason)


def require_body(site: Site) -> Edit | None:
    """Require the body of a request, since its schema requires properties."""
    reason = "the client requires the body; set `false` if it is optional"
    return site.with_member("required", True, reason)


def accept_json(site: Site) -> Edit | None:
    """Add the media type of a body that has none."""
    node = site.node
    if site.is_swagger or not isinstance(node, dict) or node.get("content"):
        return None
    content: dict[str, object] = {"application/json": {}}
    return site.with_member("content", content, "any JSON value is accepted")


def remove_content(site: Site) -> Edit | None:
    """Remove the content of a response that cannot have a body."""
    key = "schema" if site.is_swagger else "content"
    return site.without_member(key, "the content is ignored")


def set_operation_id(site: Site) -> Edit | None:
    """Replace an operation id that another operation has, too."""
    match = _GENERATED_ID.match(site.message)
    if match is None:
        return None
    return site.with_member("operationId", match[1], "it gets another id")


def merge_tag(site: Site) -> Edit | None:
    """Merge the second declaration of a tag into the first."""
    tags = site.root.get("tags") if isinstance(site.root, dict) else None
    if site.pointer[:-1] != ("tags",) or not isinstance(tags, list):
        return None
    tag = site.node
    if not isinstance(tag, dict):
        return None
    for index, first in enumerate(tags[: int(site.pointer[-1])]):
        if isinstance(first, dict) and first.get("name") == tag.get("name"):
            rest = [item for item in tags if item is not tag]
            rest[index] = {**tag, **first}
            return Edit(("tags",), rest, "the declarations are merged")
    return None


def remove_parent(site: Site) -> Edit | None:
    """Remove the parent that makes a tag its own ancestor."""
    return site.without_member("parent", "the parent is ignored")


def add_slash(site: Site) -> Edit | None:
    """Add the slash at the beginning of a path."""
    name, parent = site.pointer[-1], site.pointer[:-1]
    paths = value_at(site.root, parent)
    if site.node is MISSING or not isinstance(paths, dict) or f"/{name}" in paths:
        return None
    renamed = {key if key != name else f"/{name}": paths[key] for key in paths}
    return Edit(parent, renamed, "a slash is added")


def remove_user(site: Site) -> Edit | None:
    """Remove the user name and the password from the URL of a server."""
    node = site.node
    url = node.get("url") if isinstance(node, dict) else None
    if not isinstance(url, str):
        return None
    return site.with_member("url", remove_credentials(url), "they are not sent")


def replace_reference(site: Site) -> Edit | None:
    """Replace a reference that the standard does not allow by its target."""
    pointer = site.pointer[:-1]
    reference = value_at(site.root, pointer)
    target = local_target(site, reference)
    if target is None:
        return None
    value = value_at(site.root, target)
    copied = target if isinstance(value, dict) else None
    return Edit(pointer, value, "it is replaced by its target", copied)


def local_target(site: Site, reference: object) -> JsonPointer | None:
    """Return the pointer of the last target of a reference within the file."""
    target: JsonPointer | None = None
    seen = set[str]()
    while isinstance(reference, dict) and isinstance(reference.get("$ref"), str):
        text = reference["$ref"]
        if not text.startswith("#/") or "%" in text or text in seen:
            return None
        seen.add(text)
        target = parse_pointer(text[1:])
        reference = value_at(site.root, target)
    return None if reference is MISSING else target
