"""The page of a reference for users of another SDK of the same API."""

from __future__ import annotations

from ..frozen_dataclass import dataclass
from .text import Text


@dataclass(frozen=True, slots=True)
class MigrationSection:
    """A section with programs that can be run.

    Args:
        title: Heading.
        text: Description.
        code: Program for the synchronous client.
        code_async: Program for the asynchronous client; `""` if the section needs none.
    """

    title: str
    text: Text
    code: str
    code_async: str = ""


@dataclass(frozen=True, slots=True)
class Migration:
    """The page about migrating from another SDK.

    Args:
        package: Package that users migrate from.
        in_samples: Whether the code samples of the document use that package.
        sections: Sections in order.
        has_default_client: Whether calls without a client are possible.
        has_pydantic: Whether models can be fields of pydantic models.
    """

    package: str
    in_samples: bool
    sections: tuple[MigrationSection, ...]
    has_default_client: bool = True
    has_pydantic: bool = True

    @property
    def name(self) -> str:
        """Name of the page."""
        return f"coming-from-{self.package.replace('_', '-').lower()}"
