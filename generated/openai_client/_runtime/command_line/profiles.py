"""Credentials and base URLs that are stored in a file that only its owner can read."""

from __future__ import annotations

import json
import os
import stat
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from ..requests.encoding import is_list, is_object

if TYPE_CHECKING:
    from collections.abc import Mapping

DEFAULT: Final = "default"
_MODE: Final = 0o600


class ProfileError(Exception):
    """A profile that cannot be read or written; the message says why."""


class Profiles:
    """The profiles of a program.

    The file contains `{"NAME": {"base_url": "…", "credentials": {"api_key": "…"}}}`. A
    credential that the keyring of the system stores is `{"keyring": "SERVICE"}`.

    Args:
        program: Name of the program, after which the folder of the file is called.
        file: Default: `profiles.json` in the folder of the program's settings.
    """

    def __init__(self, program: str, file: Path | None = None) -> None:
        self._program = program
        self.file = file or Path(click.get_app_dir(program)) / "profiles.json"

    def read(self) -> dict[str, Any]:
        """Return all profiles by name; empty if there is no file.

        Raises:
            ProfileError: The file cannot be read, others may read it, or it is invalid.
        """
        try:
            mode = self.file.stat().st_mode
            if os.name == "posix" and stat.S_IMODE(mode) & 0o077:
                raise ProfileError(
                    f"{self.file} may be read by other users; run: chmod 600 {self.file}"
                )
            content: object = json.loads(self.file.read_text(encoding="utf-8"))
        except FileNotFoundError:
            return {}
        except OSError as error:
            raise ProfileError(f"{self.file}: {error.strerror}") from None
        except ValueError as error:
            raise ProfileError(f"{self.file} is not JSON: {error}") from None
        if not is_object(content) or not all(map(is_object, content.values())):
            raise ProfileError(
                f"{self.file} must be an object with an object per profile"
            )
        for name, profile in content.items():
            if not _is_profile(profile):
                raise ProfileError(
                    f"{self.file}: the profile {name!r} must have texts as `base_url` and"
                    " as members of `credentials`; create it again by login"
                )
        return content

    def find(self, name: str) -> dict[str, Any]:
        """Return a profile, with credentials from the keyring; empty for no profile.

        Args:
            name: Name of the profile; `""` for the default, which need not exist.

        Raises:
            ProfileError: There is no profile of that name, or it cannot be read.
        """
        profiles = self.read()
        if name and name not in profiles:
            known = ", ".join(sorted(profiles)) or "none"
            raise ProfileError(
                f"there is no profile {name!r}; the profiles are: {known}"
            )
        profile: dict[str, Any] = dict(profiles.get(name or DEFAULT, {}))
        credentials: Mapping[str, Any] = profile.get("credentials", {})
        profile["credentials"] = {
            key: self._reveal(value, name or DEFAULT, key)
            for key, value in credentials.items()
        }
        return profile

    def save(
        self,
        name: str,
        credentials: Mapping[str, Any],
        base_url: str,
        keyring: bool = False,
    ) -> None:
        """Add or replace a profile.

        Args:
            name: Name of the profile.
            credentials: Values by the name of the credential.
            base_url: Base URL; `""` for that of the document.
            keyring: Whether the keyring of the system stores the values.

        Raises:
            ProfileError: The file, or the keyring, cannot be used.
        """
        profiles = self.read()
        stored: dict[str, Any] = dict(credentials)
        if keyring:
            for key, value in credentials.items():
                _keyring("set_password", self._service(name), key, json.dumps(value))
                stored[key] = {"keyring": self._service(name)}
        profile: dict[str, Any] = {"credentials": stored}
        if base_url:
            profile["base_url"] = base_url
        self._write({**profiles, name: profile})

    def renew(self, name: str, key: str, value: Any) -> None:
        """Replace the value of a credential where it is stored.

        Raises:
            ProfileError: The file, or the keyring, cannot be used.
        """
        profiles = self.read()
        profile = profiles.get(name, {})
        credentials: dict[str, Any] = dict(profile.get("credentials", {}))
        if "keyring" in (credentials.get(key) or {}):
            secret = json.dumps(value)
            _keyring("set_password", self._service(name), key, secret)
            return
        credentials[key] = value
        self._write({**profiles, name: {**profile, "credentials": credentials}})

    def remove(self, name: str) -> None:
        """Remove a profile, also from the keyring.

        Raises:
            ProfileError: There is no such profile, or the file cannot be written.
        """
        profiles = self.read()
        if name not in profiles:
            raise ProfileError(f"there is no profile {name!r}")
        credentials: Mapping[str, Any] = profiles[name].get("credentials", {})
        for key, value in credentials.items():
            is_stored = isinstance(value, dict) and "keyring" in value
            if is_stored and self._find_secret(name, key) is not None:
                _keyring("delete_password", self._service(name), key)
        del profiles[name]
        self._write(profiles)

    def _reveal(self, value: Any, name: str, key: str) -> Any:
        if is_list(value):  # a pair
            return tuple(value)
        if not is_object(value):
            return value
        if "keyring" not in value:
            return value
        secret = self._find_secret(name, key)
        if secret is None:
            raise ProfileError(f"the keyring has no {key} of the profile {name!r}")
        try:
            stored: object = json.loads(secret)
        except ValueError:
            stored = None
        if not _is_credential(stored):
            raise ProfileError(
                f"the keyring has another {key} of the profile {name!r} than login stores"
            )
        return tuple(stored) if is_list(stored) else stored

    def _find_secret(self, name: str, key: str) -> str | None:
        secret: str | None = _keyring("get_password", self._service(name), key)
        return secret

    def _service(self, name: str) -> str:
        return f"{self._program}:{name}"

    def _write(self, profiles: Mapping[str, Any]) -> None:
        try:
            self.file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            part = self.file.with_suffix(".part")
            part.unlink(missing_ok=True)
            descriptor = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _MODE)
            with open(descriptor, "w", encoding="utf-8") as file:
                json.dump(profiles, file, indent=2, sort_keys=True)
                file.write("\n")
            os.replace(part, self.file)
        except OSError as error:
            raise ProfileError(f"{self.file}: {error.strerror}") from None


def _is_profile(profile: Any) -> bool:
    """Return whether a profile has the form that `save` writes."""
    credentials = profile.get("credentials", {})
    return (
        isinstance(profile.get("base_url", ""), str)
        and is_object(credentials)
        and all(map(_is_credential, credentials.values()))
    )


def _is_credential(value: Any) -> bool:
    if is_object(value):
        return isinstance(value.get("keyring"), str) or _is_login(value)
    pair = value if is_list(value) and len(value) == 2 else [value]
    return all(isinstance(item, str) for item in pair)


def _is_login(value: Mapping[str, Any]) -> bool:
    """Return whether a stored value has the form that a login of a user has."""
    tokens = value.get("tokens")
    if not is_list(tokens) or not isinstance(value.get("client_id"), str):
        return False
    kinds = ((str,), (str,), (int, float, type(None)))
    return (
        isinstance(value.get("secret"), str | None)
        and len(tokens) == len(kinds)
        and all(map(isinstance, tokens, kinds))
    )


def _keyring(function: str, *arguments: str) -> Any:
    """Call a function of the library keyring.

    Raises:
        ProfileError: It is not installed, or the keyring of the system cannot be used.
    """
    from importlib import import_module

    try:
        library = import_module("keyring")
    except ImportError:
        raise ProfileError(
            "this requires keyring: install the client with its extra `keyring`"
        ) from None
    try:
        return getattr(library, function)(*arguments)
    except Exception as error:  # noqa: BLE001 - backends raise errors of any library
        text = " ".join(str(error).split()) or type(error).__name__
        raise ProfileError(f"the keyring cannot be used: {text}") from None
