"""The files of the folder `site_files`, the changelog, and the logo of the document."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from pathlib import Path, PurePath

from ..config import Config, SettingsError
from ..diagnostics import Diagnostics
from ..file_access import RefusedFileError, read_regular
from ..openapi.document import Document
from ..reference.own_files import NO_FILES, OwnFiles, OwnTemplate
from ..suggestions import did_you_mean
from ..templates import templates_directory
from .digests import MAX_BYTES, list_files
from .logo import LOGOS, check_image, find_logo

CUSTOM = "custom.css"
"""Style sheet that is loaded after that of the site."""
_ASSETS = ("site.css", "site.js", "theme.js", CUSTOM)


def read_own_files(
    config: Config, document: Document, diagnostics: Diagnostics
) -> OwnFiles:
    """Return the user's files for the site; none if the site is not written.

    Args:
        config: Settings.
        document: Documents, the first of which can have a logo.
        diagnostics: Receives a note if that logo is not shown.

    Raises:
        SettingsError: A file cannot be read, or its name has no meaning.
    """
    if "site" not in config.docs_formats:
        return NO_FILES
    files = OwnFiles(changelog=_changelog(config))
    for path in list_files(config):
        files = _add(files, config, path)
    return files if files.logo else find_logo(document, files, diagnostics)


def _changelog(config: Config) -> str:
    if not config.changelog:
        return ""
    path = config.directory / config.changelog
    # The first release writes it: `oasmith generate --changelog`.
    if not path.exists():
        return ""
    return _text(config, path, "changelog")


def _add(files: OwnFiles, config: Config, path: Path) -> OwnFiles:
    """Return the files with one more."""
    name = path.name
    if name in _template_names():
        source = _text(config, path, "site_files")
        label = (PurePath(config.site_files) / name).as_posix()
        template = OwnTemplate(source, label)
        return replace(files, templates={**files.templates, name: template})
    if name in _ASSETS:
        text = _text(config, path, "site_files")
        return replace(files, assets={**files.assets, name: text})
    where = config.origin.prefix("site_files")
    if name in LOGOS:
        content = _content(config, path, "site_files")
        if files.logo:
            raise SettingsError(f"{where}{files.logo} and {name} are both logos")
        if problem := check_image(name, content):
            raise SettingsError(f"{where}{name} {problem}")
        return replace(files, logo=name, images={name: content})
    known = (*_template_names(), *_ASSETS, *LOGOS)
    hint = did_you_mean(name, known) or "see the guide of the site for the names"
    raise SettingsError(f"{where}the site has no file {name!r}; {hint}")


@lru_cache(maxsize=1)
def _template_names() -> tuple[str, ...]:
    folder = templates_directory() / "site"
    return tuple(sorted(path.name for path in folder.glob("*.jinja")))


def _text(config: Config, path: Path, key: str) -> str:
    try:
        text = _content(config, path, key).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        where = config.origin.prefix(key)
        raise SettingsError(
            f"{where}{path.name} is not UTF-8: invalid byte at {error.start}"
        ) from None
    return text.replace("\r\n", "\n")


def _content(config: Config, path: Path, key: str) -> bytes:
    where = config.origin.prefix(key)
    try:
        return read_regular(path, MAX_BYTES)
    except RefusedFileError as error:
        raise SettingsError(f"{where}the file {path.name} {error}") from None
    except OSError as error:
        raise SettingsError(
            f"{where}{path.name} cannot be read: {error.strerror}"
        ) from None
