"""The logo of the site: the image that `x-logo` names, or one in the folder `site_files`.

`x-logo` of the Info Object is an extension by Redocly. Most documents give the URL of an
image on another host, which the site does not load: its pages make no requests to other
hosts. An image beside the document is copied.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from dataclasses import replace
from pathlib import Path
from urllib.parse import unquote

from ..diagnostics import Diagnostics, Rule, Severity
from ..file_access import RefusedFileError, read_regular
from ..openapi.document import Document
from ..openapi.node import Node
from ..reference.own_files import OwnFiles
from ..source import uri_to_path

OMITTED_LOGO = Rule(
    "omitted-logo",
    Severity.NOTE,
    "The site does not show the logo. It makes no requests to other hosts, so that only an "
    "image in the folder of the document, or in the folder `site_files`, can be shown.",
    "x-logo",
    hint="put the image into the folder of the document or of `site_files`",
)
LOGOS = ("logo.svg", "logo.png", "logo.jpg", "logo.webp")
_MAX_BYTES = 500_000
_STARTS = {
    ".png": (b"\x89PNG\r\n\x1a\n",),
    ".jpg": (b"\xff\xd8\xff",),
    ".webp": (b"RIFF",),
}
_SVG = "{http://www.w3.org/2000/svg}"
_ELEMENTS = frozenset(
    {
        *("svg", "g", "path", "rect", "circle", "ellipse", "line", "polyline"),
        *("polygon", "text", "tspan", "title", "desc", "defs", "use", "symbol"),
        *("linearGradient", "radialGradient", "stop", "clipPath", "mask", "pattern"),
    }
)
_UNSAFE_VALUE = re.compile(r"url\s*\(\s*['\"]?(?!#)|javascript:|@import", re.IGNORECASE)


def find_logo(
    document: Document, files: OwnFiles, diagnostics: Diagnostics
) -> OwnFiles:
    """Return the files with the logo that the first document names, if it can be shown."""
    info = document.roots[0].info
    logo = info.find("x-logo", Node)
    url = logo.text("url") if logo is not None else ""
    if logo is None or not url:
        return files
    suffix = Path(url).suffix.lower().replace(".jpeg", ".jpg")
    name = f"logo{suffix}"
    content, problem = _read(uri_to_path(logo.file.uri), url, name)
    if problem:
        message = f"the logo {url!r} is not shown: {problem}"
        diagnostics.add(OMITTED_LOGO, message, logo.location)
        return files
    text = logo.text("altText")
    return replace(files, logo=name, logo_text=text, images={name: content})


def check_image(name: str, content: bytes) -> str:
    """Return why an image cannot be shown, as words that follow its name; `""` if it can."""
    suffix = Path(name).suffix
    if len(content) > _MAX_BYTES:
        return f"is larger than {_MAX_BYTES} bytes"
    if suffix == ".svg":
        return _check_svg(content)
    return "" if content.startswith(_STARTS[suffix]) else f"is not a {suffix[1:]} image"


def _read(document: Path | None, url: str, name: str) -> tuple[bytes, str]:
    """Return the content of an image beside a document, or why it is not shown."""
    if re.match(r"[a-zA-Z][a-zA-Z0-9+.-]*:|//", url):
        return b"", "it is not a relative path"
    if name not in LOGOS:
        return b"", "it is not a file of the type svg, png, jpg or webp"
    if document is None:
        return b"", "the document is not a file"
    folder = document.parent.resolve()
    try:
        path = (folder / unquote(url)).resolve()
        if not path.is_relative_to(folder):
            return b"", "it is outside of the folder of the document"
        content = read_regular(path, _MAX_BYTES)
    except RefusedFileError as error:
        return b"", f"the file {error}"
    except (OSError, ValueError) as error:
        return b"", f"it cannot be read: {getattr(error, 'strerror', error)}"
    problem = check_image(name, content)
    return content, f"it {problem}" if problem else ""


def _check_svg(content: bytes) -> str:
    """Return why an SVG image could be active content; `""` if it cannot.

    A browser runs no scripts of an image. It does if a reader opens the file itself.
    """
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return "is not UTF-8"
    start = re.sub(r"^\s*<\?xml [^<>]*\?>", "", text)
    if "<!DOCTYPE" in start or "<!ENTITY" in start or "<?" in start:
        return "has a document type or processing instructions"
    try:
        root = ET.fromstring(start.strip())  # noqa: S314 - without entities, see above
    except ET.ParseError as error:
        return f"is not valid XML: {error}"
    for element in root.iter():
        if element.tag.removeprefix(_SVG) not in _ELEMENTS:
            return f"contains the element {element.tag.removeprefix(_SVG)!r}"
        for key, value in element.attrib.items():
            name = key.rpartition("}")[2].lower()
            is_link = name == "href" and not value.startswith("#")
            if name.startswith("on") or is_link or _UNSAFE_VALUE.search(value):
                return f"contains the attribute {name!r} with {value!r}"
    return ""
