"""Files that are rendered from templates."""

from __future__ import annotations

from .black import format_with_black
from .environment import python_environment
from .layout import needs_black


class Printer:
    """Files rendered from templates; black formats what is not laid out.

    Attributes:
        files: Content of each file by its path in the output directory.
    """

    def __init__(self) -> None:
        self.files: dict[str, str] = {}

    def __call__(self, path: str, template: str, **context: object) -> None:
        """Add a file of Python source that a template renders."""
        source = python_environment().get_template(f"client/{template}.py.jinja")
        # The last node of a module may end in blank lines.
        text = source.render(**context).rstrip("\n")
        self._text(path, f"{text}\n" if text else "")

    def data(self, path: str, text: str) -> None:
        """Add a file that is not Python source."""
        self.files[path] = text

    def _text(self, path: str, text: str) -> None:
        if needs_black(text):
            text = format_with_black(text)
        self.files[path] = text
