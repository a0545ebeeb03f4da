"""Lowering of what applies to all operations."""

from __future__ import annotations

from ...model.api import Api, Credential, CredentialKind
from ...python.package import CredentialArgument, Package
from ...reference.guide import CredentialRow, ErrorRow, Guide, ServerRow, Topic
from ...reference.migration import MigrationSection
from ...reference.text import Text, parse_text

_ERRORS = (
    ("BadRequestError", "Status code `400`"),
    ("AuthenticationError", "Status code `401`"),
    ("PermissionDeniedError", "Status code `403`"),
    ("NotFoundError", "Status code `404`"),
    ("ConflictError", "Status code `409`"),
    ("UnprocessableEntityError", "Status code `422`"),
    ("RateLimitError", "Status code `429`"),
    ("InternalServerError", "Status code `500` or higher"),
    ("APIStatusError", "Any error status code; base class of the classes above"),
    ("APITimeoutError", "No response within the timeout"),
    (
        "APIConnectionError",
        "No connection to the server; base class of the class above",
    ),
    ("APIError", "Base class of all exceptions of the client"),
)
"""Exceptions of the runtime, and when they are raised."""

_RETRIES = (
    "The client repeats a request twice if the connection fails, and after the status "
    "codes `408`, `409`, `429` and `500` or higher. The delay starts at half a second and "
    "doubles up to eight seconds; the header `Retry-After` has priority. `max_retries` of "
    "the client or of a call changes the number of retries."
)
_TIMEOUTS = (
    "A call waits up to 600 seconds for the server, and 5 seconds for a connection. "
    "`timeout` of the client or of a call changes this; `total_timeout` limits the "
    "duration of a whole call."
)
_TOPICS = (("Retries", _RETRIES), ("Timeouts", _TIMEOUTS))
_WEBHOOKS = (
    "Check the signature of a request, and parse it, with `client.{}(body, headers)`. The "
    "secret is the argument `webhook_secret` of the client."
)


def build_guide(
    api: Api,
    package: Package,
    programs: tuple[MigrationSection, ...],
    webhooks: str,
) -> Guide:
    """Build what applies to all operations.

    Args:
        api: API.
        package: Client package.
        programs: Common tasks as programs.
        webhooks: Path of the method on the client that parses webhooks; `""` for none.
    """
    names = package.credentials
    schemes = {names[item.name]: item for item in api.credentials if item.name in names}
    topics = [Topic(title, (parse_text(text),)) for title, text in _TOPICS]
    if webhooks:
        topics.append(Topic("Webhooks", (parse_text(_WEBHOOKS, webhooks),)))
    return Guide(
        servers=tuple(
            ServerRow(item.url, item.name, item.description) for item in api.servers
        ),
        credentials=tuple(
            CredentialRow(
                item.name, item.environment, _sent(item, schemes), item.text.strip()
            )
            for item in package.client.credentials
        ),
        errors=tuple(ErrorRow(name, parse_text(text)) for name, text in _ERRORS),
        topics=tuple(topics),
        programs=programs,
    )


def _sent(item: CredentialArgument, schemes: dict[str, Credential]) -> Text:
    """Return how the client sends a credential."""
    scheme = schemes.get(item.name)
    if scheme is None:
        return parse_text("Sent as the header `{}`.", item.positional)
    match scheme.kind:
        case CredentialKind.BEARER if scheme.login is not None:
            return parse_text(_LOGIN, item.name)
        case CredentialKind.BEARER:
            return parse_text("Sent as `Authorization: Bearer …`.")
        case CredentialKind.BASIC:
            return parse_text(
                "A pair of user name and password, sent as `Authorization: Basic …`."
            )
        case CredentialKind.API_KEY:
            return parse_text(
                "Sent as the {} `{}`.", _PLACES[scheme.place], scheme.wire_name
            )
        case CredentialKind.CLIENT_CREDENTIALS:
            return parse_text(
                "A pair of client id and client secret. The client requests a token at "
                "`{}`, and sends it as `Authorization: Bearer …`.",
                scheme.token_url,
            )


_LOGIN = (
    "Sent as `Authorization: Bearer …`. `Login` of the module `login` requests it with the "
    'consent of a user, by `FLOWS["{}"]`.'
)

_PLACES = {"header": "header", "query": "query parameter", "cookie": "cookie"}
