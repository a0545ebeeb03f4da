"""Requests as text: for `--dry-run`, and as a command of curl."""

# pyright: reportPrivateUsage=false
# Modules of the runtime share members that are private to callers.

from __future__ import annotations

import json
import re
import shlex
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlencode

from ..api.credentials import Authorization, Basic, OAuth2ClientCredentials
from ..api.redaction import REDACTED, is_secret_name
from ..requests.build import Call
from ..requests.uploads import Parts, Upload

if TYPE_CHECKING:
    from ..api.client_protocol import ClientProtocol
    from ..api.credentials import CredentialValue

_NAME: Final = re.compile(rb'name="([^"]*)"')
_FILE_NAME: Final = re.compile(rb'filename="([^"]*)"')
_TYPE: Final = re.compile(rb"\r\nContent-Type: ([^\r\n]*)")
_VARIABLE: Final = re.compile(r"\$[A-Z_][A-Z0-9_]*")


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
        query = call.query
        if self._authorization.query:
            encoded = urlencode(self._authorization.query, safe="$")
            query = f"{query}&{encoded}" if query else encoded
        self.url = f"{call.url}?{query}" if query else call.url
        own = {name.lower() for name, _ in self._authorization.headers}
        self.headers = [
            *(pair for name, pair in call.headers.items() if pair and name not in own),
            *self._authorization.headers,
        ]
        cookies = [*call.cookies, *self._authorization.cookies]
        if cookies:
            text = "; ".join(f"{name}={value}" for name, value in cookies)
            self.headers.append(("Cookie", text))

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
        lines = [f"{self._call.endpoint.method} {self.url}"]
        if self._user:
            lines.append(f"Authorization: Basic {self._user}")
        lines += [f"{name}: {_safe(name, value)}" for name, value in self.headers]
        content = self._call.content
        if isinstance(content, bytes):
            return "\n".join([*lines, *(["", _readable(content)] if content else [])])
        if isinstance(content, Upload):
            return "\n".join([*lines, "", f"<{_source(content)}>"])
        return "\n".join([*lines, "", *(_part_line(part) for part in _parts(content))])

    def curl(self) -> str:
        """Return the request as a command of curl for a POSIX shell."""
        method = self._call.endpoint.method
        words = [f"curl --request {shlex.quote(method)} {_quote(self.url)}"]
        if self._user:
            words.append(f"--user {_quote(self._user)}")
        content = self._call.content
        for name, value in self.headers:
            is_sent_by_curl = isinstance(content, Parts) and name == "Content-Type"
            if name != "User-Agent" and not is_sent_by_curl:
                words.append(f"--header {_quote(f'{name}: {value}')}")
        if isinstance(content, Parts):
            words += [_form_option(part) for part in _parts(content)]
        elif isinstance(content, Upload):
            words.append(f"--data-binary {shlex.quote(f'@{_source(content)}')}")
        elif content:
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
    credential = client._api.credentials[name]
    names: Any
    if isinstance(credential, OAuth2ClientCredentials):
        names = credential.pair
    else:
        names = credential.environment
    default = f"{client._api.environment}_{name.upper()}"
    pair = (names, "") if isinstance(names, str) else names or (default, f"{default}_2")
    return f"${pair[0]}", f"${pair[1]}"


def _safe(name: str, value: str) -> str:
    """Return the value of a header, unless it can be a credential other than a variable."""
    is_secret = is_secret_name(name) and not _VARIABLE.search(value)
    return REDACTED if is_secret else value


def _readable(content: bytes) -> str:
    try:
        text = content.decode()
    except UnicodeDecodeError:
        return f"<{len(content):,} bytes>"
    try:
        return json.dumps(json.loads(text), indent=2, ensure_ascii=False)
    except ValueError:
        return text


def _quote(text: str) -> str:
    """Quote a word of a shell in which variables are expanded."""
    if not _VARIABLE.search(text):
        return shlex.quote(text)
    parts: list[str] = []
    last = 0
    for match in _VARIABLE.finditer(text):
        parts += [_escape(text[last : match.start()]), match[0]]
        last = match.end()
    return f'"{"".join(parts)}{_escape(text[last:])}"'


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
