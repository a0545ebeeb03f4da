"""References of small documents."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from generator.config import Config
from generator.diagnostics import Diagnostics
from generator.pipeline import Generated, build
from generator.reference.site import Page

DONE = "responses: {'204': {description: Done.}}"


@dataclass(frozen=True)
class Reference:
    """What was made of a document, and what was found in it."""

    made: Generated
    codes: tuple[str, ...]

    @property
    def contents(self) -> list[str]:
        """The table of contents, as one reads it."""
        text = self.text("README.md").split("## Contents\n\n")[1]
        return text.split("\n\n")[0].split("\n")

    def text(self, file: str) -> str:
        """A page, as Markdown."""
        return self.made.files[f"docs/{file}"].decode()

    def page(self, file: str) -> Page:
        """A chapter."""
        (found,) = (page for page in self.made.site.pages if page.file == file)
        return found

    @property
    def calls(self) -> dict[str, list[str]]:
        """The calls of each chapter."""
        return {
            page.file: [item.call for item in page.operations]
            for page in self.made.site.pages
        }


def reference(
    directory: Path, *documents: str, only: tuple[str, ...] = ()
) -> Reference:
    """The reference of documents."""
    names = tuple(f"api{number}.yaml" for number, _ in enumerate(documents))
    for name, text in zip(names, documents, strict=True):
        (directory / name).write_text(text, encoding="utf-8")
    config = Config(
        package="acme", client="Acme", specs=names, directory=directory, only=only
    )
    diagnostics = Diagnostics()
    made = build(config, diagnostics)
    return Reference(made, tuple(item.rule.code for item in diagnostics))


def operation(name: str, more: str = "", tags: str = "") -> str:
    """A path with one operation, `GET /name`, as YAML."""
    said = f", tags: [{tags}]" if tags else ""
    return f"  /{name}: {{get: {{operationId: get_{name}{said}{more}, {DONE}}}}}\n"


def document(paths: str, more: str = "") -> str:
    """A document with these paths, and what else its root holds."""
    return (
        f"openapi: 3.2.0\ninfo: {{title: Acme, version: '1'}}\n{more}\npaths:\n{paths}"
    )
