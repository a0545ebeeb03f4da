"""Errors of templates of the user, with the path and the line of the template."""

from __future__ import annotations

import traceback
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from jinja2 import TemplateSyntaxError

from ...reference.own_files import OwnTemplate


class OwnTemplateError(Exception):
    """A template of the user that cannot be rendered; the message has the place."""


@contextmanager
def own_template_errors(own: Mapping[str, OwnTemplate]) -> Iterator[None]:
    """Convert exceptions that templates of the user raise in the block.

    Args:
        own: Templates of the user by file name.

    Raises:
        OwnTemplateError: A template of the user has an error.
    """
    try:
        yield
    except Exception as error:
        place = _place(error, {item.path for item in own.values()})
        if not place:
            raise
        raise OwnTemplateError(f"{place}: {error}") from error


def _place(error: Exception, paths: set[str]) -> str:
    """Return the path and the line of the innermost template; `""` if it is not own."""
    if isinstance(error, TemplateSyntaxError):
        return f"{error.filename}:{error.lineno}" if error.filename in paths else ""
    for frame in reversed(traceback.extract_tb(error.__traceback__)):
        if frame.filename in paths:
            return f"{frame.filename}:{frame.lineno}"
    return ""
