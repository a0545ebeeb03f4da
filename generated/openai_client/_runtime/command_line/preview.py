"""Requests as text: for `--dry-run`, and as a command of curl."""

# pyright: reportPrivateUsage=false
# Modules of the runtime share members that are private to callers.

from __future__ import annotations

import json
import re
import shlex
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeAlias
from urllib.parse import quote_plus

from ..api.api import Authorization
from ..api.credentials import Basic, OAuth2ClientCredentials
from ..api.redaction import REDACTED, is_secret_name
from ..requests.build import Call
from ..requests.uploads import Parts, Upload

if TYPE_CHECKING:
    from ..api.api import CredentialValue
    from ..api.client_protocol import ClientProtocol

_NAME: Final = re.compile(rb'name="([^"]*)"')
_FILE_NAME: Final = re.compile(rb'filename="([^"]*)"')
_TYPE: Final = re.compile(rb"\r\nContent-Type: ([^\r\n]*)")

Text: TypeAlias = "list[tuple[str, bool]]"
"""Pieces of a text, each with whether it is a value in which variables are expanded.

Everything else is text of the document or of the caller, in which `$` has no meaning.
"""


class Preview:
    """A request whose credentials are names of environment variables.

    Args:
        client: The client, whose own credentials are not used.
        call: The call.
    """

    def __init__(self, client: ClientProtocol, call: Call) -> None:
        self._call = call
        self._authorization = Authorization()
        self._user = ""
        for name in _required(client, call):
            self._authorize(client, name)
        call.leave_out_declared(self._authorization)
        self._url: Text = [
            (f"{call.url}?{call.query}" if call.query else call.url, False)
        ]
        for name, value in self._authorization.query:
            is_first = len(self._url) == 1 and not call.query
            separator = "?" if is_first else "&"
            self._url += [(f"{separator}{quote_plus(name)}=", False), (value, True)]
        own = {name.lower() for name, _ in self._authorization.headers}
        self._headers: list[tuple[str, Text]] = [
            (pair[0], [(pair[1], False)])
            for name, pair in call.headers.items()
            if pair and name not in own
        ]
        for name, value in self._authorization.headers:
            self._headers.append((name, [(value, True)]))
        cookies = [(pair, False) for pair in call.cookies]
        cookies += [(pair, True) for pair in self._authorization.cookies]
        text: Text = []
        for (name, value), is_variable in cookies:
            separator = "; " if text else ""
            text += [(f"{separator}{name}=", False), (value, is_variable)]
        if text:
            self._headers.append(("Cookie", text))

    def _authorize(self, client: ClientProtocol, name: str) -> None:
        credential = client._api.credentials[name]
        first, second = _variables(client, name)
        value: CredentialValue = first
        if isinstance(credential, Basic):
            # Not encoded, because curl encodes the values of the variables.
            self._user = f"{first}:{second}"
            return
        if isinstance(credential, OAuth2ClientCredentials):
            value = f"${client._api.environment}_ACCESS_TOKEN"
        credential.apply(value, self._authorization)

    def http(self) -> str:
        """Return the request as HTTP, with its body in a readable form."""
        lines = [f"{self._call.endpoint.method} {_plain(self._url)}"]
        if self._user:
            lines.append(f"Authorization: Basic {self._user}")
        lines += [f"{name}: {_safe(name, value)}" for name, value in self._headers]
        content = self._call.content
        if isinstance(content, bytes):
            return "\n".join([*lines, *(["", _readable(content)] if content else [])])
        if isinstance(content, Parts):
            lines += ["", *(_part_line(part) for part in _parts(content))]
        elif isinstance(content, Upload):
            lines += ["", f"<{_source(content)}>"]
        return "\n".join(lines)

    def curl(self) -> str:
        """Return the request as a command of curl for a POSIX shell."""
        method = self._call.endpoint.method
        words = [f"curl --request {shlex.quote(method)} {_quote(self._url)}"]
        if self._user:
            words.append(f"--user {_quote([(self._user, True)])}")
        content = self._call.content
        for name, value in self._headers:
            is_sent_by_curl = isinstance(content, Parts) and name == "Content-Type"
            if name != "User-Agent" and not is_sent_by_curl:
                words.append(f"--header {_quote([(f'{name}: ', False), *value])}")
        if isinstance(content, Parts):
            words += [_form_option(part) for part in _parts(content)]
        elif isinstance(content, Upload):
            words.append(f"--data-binary {shlex.quote(f'@{_source(content)}')}")
        elif isinstance(content, bytes) and content:
            text = content.decode("utf-8", "surrogateescape")
            words.append(f"--data-raw {shlex.quote(text)}")
        return " \\\n  ".join(words)


def _required(client: ClientProtocol, call: Call) -> tuple[str, ...]:
    """Return the names of the credentials of an operation, whether or not they are set."""
    api = client._api
    if call.names:
        return call.names
    security = call.endpoint.security
    alternatives = api.security if security is None else security
    return alternatives[0] if alternatives else ()


def _variables(client: ClientProtocol, name: str) -> tuple[str, str]:
    """Return the environment variables of a credential as `$NAME`; the second of a pair."""
    credential: Any = client._api.credentials[name]
    names: Any
    if isinstance(credential, OAuth2ClientCredentials):
        names = credential.pair
    else:
        names = credential.environment
    default = f"{client._api.environment}_{name.upper()}"
    pair = (names, "") if isinstance(names, str) else names or (default, f"{default}_2")
    return f"${pair[0]}", f"${pair[1]}"


def _plain(text: Text) -> str:
    return "".join(piece for piece, _ in text)


def _safe(name: str, value: Text) -> str:
    """Return the value of a header, unless it can be a credential of the caller."""
    is_own = any(expands for _, expands in value)
    return REDACTED if is_secret_name(name) and not is_own else _plain(value)


def _readable(content: bytes) -> str:
    try:
        text = content.decode()
    except UnicodeDecodeError:
        return f"<{len(content):,} bytes>"
    try:
        return json.dumps(json.loads(text), indent=2, ensure_ascii=False)
    except ValueError:
        return text


def _quote(text: Text) -> str:
    """Quote a word of a shell, in which only the variables of credentials are expanded."""
    plain = _plain(text)
    if not any(expands for _, expands in text):
        return shlex.quote(plain)
    if "!" in plain:
        # Interactive shells replace it between double quotes.
        return "".join(
            f'"{it}"' if expands else shlex.quote(it) for it, expands in text
        )
    return '"' + "".join(it if expands else _escape(it) for it, expands in text) + '"'


def _escape(text: str) -> str:
    return re.sub(r'([\\"`$])', r"\\\1", text)


class _Part:
    """A part of a multipart body: its name, file name, media type and content."""

    def __init__(self, head: bytes, content: Upload) -> None:
        self.name = _text(_NAME, head)
        self.file_name = _text(_FILE_NAME, head)
        self.media_type = _text(_TYPE, head)
        self.content = content


def _parts(content: Parts) -> list[_Part]:
    # Each part consists of its head, its content and a line end.
    uploads = content.uploads[:-1]
    return [
        _Part(bytes(uploads[index].content), uploads[index + 1])
        for index in range(0, len(uploads), 3)
    ]


def _text(pattern: re.Pattern[bytes], head: bytes) -> str:
    match = pattern.search(head)
    return match[1].decode("utf-8", "replace") if match else ""


def _source(content: Upload) -> str:
    """Return the path of an upload; `-` for standard input."""
    return str(content.content) if isinstance(content.content, Path) else "-"


def _part_line(part: _Part) -> str:
    if part.file_name:
        return f"{part.name}: <{_source(part.content)}> ({part.media_type})"
    return f"{part.name}: {b''.join(part.content).decode('utf-8', 'replace')}"


def _form_option(part: _Part) -> str:
    if part.file_name:
        details = f";type={part.media_type};filename={_form_text(part.file_name)}"
        value = f"{part.name}=@{_form_text(_source(part.content))}{details}"
        return f"--form {shlex.quote(value)}"
    text = b"".join(part.content).decode("utf-8", "surrogateescape")
    if not part.media_type:
        return f"--form-string {shlex.quote(f'{part.name}={text}')}"
    value = f"{part.name}={_form_text(text)};type={part.media_type}"
    return f"--form {shlex.quote(value)}"


def _form_text(text: str) -> str:
    """Quote a text for an option of curl, in which semicolons separate details."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
