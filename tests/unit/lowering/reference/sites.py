"""References that are built from small documents."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from generator.config import Config
from generator.diagnostics import Diagnostics
from generator.lowering import lower_reference
from generator.pipeline import Generated, build
from generator.reference.site import Page

DONE = "responses: {'204': {description: Done.}}"


@dataclass(frozen=True)
class Reference:
    """The output for a document, and the codes of the reported diagnostics."""

    generated: Generated
    codes: tuple[str, ...]

    @property
    def contents(self) -> list[str]:
        """The lines of the table of contents."""
        text = self.text("README.md").split("## Contents\n\n")[1]
        return text.split("\n\n")[0].split("\n")

    @property
    def pages(self) -> tuple[Page, ...]:
        """The pages of the chapters."""
        return lower_reference(self.generated.api, self.generated.package).pages

    def text(self, file: str) -> str:
        """Return the Markdown of a page."""
        return self.generated.files[f"docs/{file}"].decode()

    def page(self, file: str) -> Page:
        """Return the page of a chapter."""
        (page,) = (page for page in self.pages if f"{page.name}.md" == file)
        return page

    @property
    def calls(self) -> dict[str, list[str]]:
        """The calls in each chapter, by file."""
        return {
            f"{page.name}.md": [item.call for item in page.operations]
            for page in self.pages
        }


def build_reference(
    directory: Path, *documents: str, only: tuple[str, ...] = ()
) -> Reference:
    """Build the reference of documents."""
    names = tuple(f"api{number}.yaml" for number, _ in enumerate(documents))
    for name, text in zip(names, documents, strict=True):
        (directory / name).write_text(text, encoding="utf-8")
    config = Config(
        package="acme", client="Acme", specs=names, directory=directory, only=only
    )
    diagnostics = Diagnostics()
    generated = build(config, diagnostics)
    return Reference(generated, tuple(item.rule.code for item in diagnostics))


def operation(name: str, more: str = "", tags: str = "") -> str:
    """Return a path item with the operation `GET /name`, as YAML.

    Args:
        name: Name of the path.
        more: Further members of the operation, starting with a comma.
        tags: Tags of the operation, separated by commas.
    """
    tag_list = f", tags: [{tags}]" if tags else ""
    return f"  /{name}: {{get: {{operationId: get_{name}{tag_list}{more}, {DONE}}}}}\n"


def document(paths: str, more: str = "") -> str:
    """Return a document with these path items and further root members, as YAML."""
    return (
        f"openapi: 3.2.0\ninfo: {{title: Acme, version: '1'}}\n{more}\npaths:\n{paths}"
    )
