"""Files of the user that change the site: templates, assets, a logo and a changelog."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class OwnTemplate:
    """A template that replaces one of the generator.

    Args:
        source: Source of the template.
        path: Path for messages.
    """

    source: str
    path: str


@dataclass(frozen=True, slots=True)
class OwnFiles:
    """Files of the user for one site.

    Args:
        templates: Templates by file name, such as `tail.html.jinja`.
        assets: Style sheets and scripts by file name, such as `custom.css`.
        logo: File name of the logo in the folder of the assets; `""` for none.
        logo_text: Text in place of the logo for readers who do not see it.
        images: Content of the logo by file name.
        changelog: Changelog in CommonMark; `""` for none.
    """

    templates: Mapping[str, OwnTemplate] = field(default_factory=dict)
    assets: Mapping[str, str] = field(default_factory=dict)
    logo: str = ""
    logo_text: str = ""
    images: Mapping[str, bytes] = field(default_factory=dict)
    changelog: str = ""


NO_FILES = OwnFiles()
