"""Commands of curl that send the request of an operation."""

from __future__ import annotations

import json
import shlex
from collections.abc import Iterator, Mapping
from urllib.parse import quote, urlencode

from ...frozen_dataclass import dataclass
from ...model.api import Api, CredentialKind
from ...model.bodies import Body
from ...model.operations import Operation, Parameter, ParameterPlace
from ...model.types import JsonValue, Scalar
from ..mock.scalars import scalar_value
from ..mock.values import Values
from .query import parameter_text, query_pairs

_DEFAULT_SERVER = "https://api.example.com"
_JSON = "application/json"
_MULTIPART = "multipart/form-data"
_FORM = "application/x-www-form-urlencoded"
_QUERY_PLACES = (ParameterPlace.QUERY, ParameterPlace.QUERY_STRING)


@dataclass(frozen=True, slots=True)
class CurlCommands:
    """Builder of commands.

    Args:
        api: API with servers and credentials.
        environment: Environment variable of each security scheme.
        values: Example values.
    """

    api: Api
    environment: Mapping[str, str]
    values: Values

    def build(self, operation: Operation) -> str:
        """Return a command with values for all required parameters."""
        credentials = self._credentials(operation)
        url = self._url(operation)
        keys = {name: value for place, name, value in credentials if place == "query"}
        query = [pair for pair in self._query(operation) if pair[0] not in keys]
        query += keys.items()
        if query:
            separator = "&" if "?" in url else "?"
            url += separator + "&".join(map(_encode_pair, query))
        parts = [f"curl {_quoted(url)}"]
        if operation.method != ("POST" if operation.body else "GET"):
            parts[0] = f"curl -X {operation.method} {_quoted(url)}"
        for place, name, value in credentials:
            if place == "header":
                parts.append(f"-H {_quoted(f'{name}: {value}')}")
            elif place == "user":
                parts.append(f"-u {_quoted(value)}")
            elif place == "cookie":
                parts.append(f"-b {_quoted(f'{name}={value}')}")
        headers = (
            *operation.headers,
            *self._parameters(operation, ParameterPlace.HEADER),
        )
        parts += (
            f"-H {_quoted(f'{name}: {value}', keep=False)}" for name, value in headers
        )
        parts += (
            f"-b {_quoted(f'{name}={value}', keep=False)}"
            for name, value in self._parameters(operation, ParameterPlace.COOKIE)
        )
        if operation.body is not None:
            parts += self._body(operation, operation.body)
        return " \\\n  ".join(parts)

    def _url(self, operation: Operation) -> str:
        servers = operation.servers or self.api.servers
        base = servers[0].url.rstrip("/") if servers else ""
        if "://" not in base:
            own = next((x.url for x in self.api.servers if "://" in x.url), "")
            base = f"{(own or _DEFAULT_SERVER).rstrip('/')}{base}"
        path = operation.path
        for name, value in self._parameters(operation, ParameterPlace.PATH):
            path = path.replace(f"{{{name}}}", quote(value, safe=""))
        return base + path

    def _parameters(
        self, operation: Operation, place: ParameterPlace
    ) -> Iterator[tuple[str, str]]:
        """Yield name and value of the required parameters of a place."""
        for item in operation.parameters:
            if item.place is place and item.required:
                yield item.name, self._text(item)

    def _query(self, operation: Operation) -> Iterator[tuple[str, str]]:
        """Yield name and value of the pairs of the query that are required."""
        for item in operation.parameters:
            if item.required and item.place in _QUERY_PLACES:
                yield from query_pairs(item, self._value(item))

    def _text(self, item: Parameter) -> str:
        return parameter_text(item, self._value(item))

    def _value(self, item: Parameter) -> JsonValue:
        """Return an example of a parameter, which is not an empty string."""
        examples = item.documentation.examples
        if examples:
            value = examples[0]
        elif isinstance(item.type, Scalar):
            value = scalar_value(item.type, item.name)
        else:
            value = self.values.generate(item.type)
        return item.name if value == "" else value

    def _credentials(self, operation: Operation) -> list[tuple[str, str, str]]:
        """Return place, name and value of the first set of credentials."""
        own = operation.security
        alternatives = self.api.security if own is None else own
        first = alternatives[0] if alternatives else ()
        result: list[tuple[str, str, str]] = []
        for item in self.api.credentials:
            if item.name not in first:
                continue
            value = f"${self.environment.get(item.name, 'TOKEN')}"
            match item.kind:
                case CredentialKind.BEARER | CredentialKind.CLIENT_CREDENTIALS:
                    result.append(("header", "Authorization", f"Bearer {value}"))
                case CredentialKind.BASIC:
                    result.append(("user", "", value))
                case CredentialKind.API_KEY:
                    result.append((item.place, item.wire_name, value))
        return result

    def _body(self, operation: Operation, body: Body) -> Iterator[str]:
        value = self._body_value(operation, body)
        media_type = body.written or body.media_type
        if "json" in body.media_type:
            yield f"-H {_quoted(f'Content-Type: {media_type}', keep=False)}"
            text = json.dumps(value, indent=2, ensure_ascii=False)
            yield f"-d {_single(text)}"
        elif body.media_type == _MULTIPART and isinstance(value, dict):
            for name, item in value.items():
                text = item if isinstance(item, str) else json.dumps(item)
                yield f"-F {_single(f'{name}={text}')}"
        elif body.media_type == _FORM and isinstance(value, dict):
            for name, item in value.items():
                text = item if isinstance(item, str) else json.dumps(item)
                yield f"--data-urlencode {_single(f'{name}={text}')}"
        else:
            yield f"-H {_quoted(f'Content-Type: {media_type}', keep=False)}"
            yield "--data-binary @file"

    def _body_value(self, operation: Operation, body: Body) -> JsonValue:
        for example in operation.request_examples:
            if example.media_type == body.media_type and example.value is not None:
                return example.value
        return self.values.generate(body.type)


def _encode_pair(pair: tuple[str, str]) -> str:
    """Return a part of a query; a value without a name is the whole query."""
    name, value = pair
    return urlencode([pair], safe="$") if name else quote(value, safe="")


def _single(text: str) -> str:
    return shlex.quote(text)


def _quoted(text: str, *, keep: bool = True) -> str:
    """Quote an argument; a reference to an environment variable stays one if `keep`."""
    if keep and "$" in text:
        escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("`", "\\`")
        return f'"{escaped}"'
    return shlex.quote(text)
