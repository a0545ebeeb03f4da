"""Descriptions of credential arguments."""

from __future__ import annotations

from ...python.package import CredentialArgument

_TEXTS = {
    "Bearer": "Bearer token.",
    "Basic": "User name and password.",
    "OAuth2ClientCredentials": "Client ID and client secret.",
}
_PLACES = {"": "header", "query": "query parameter", "cookie": "cookie"}


def describe_credential(item: CredentialArgument) -> str:
    """Return the first paragraph of the description of a credential on one line.

    If the document has no description, the text says what the credential is.
    """
    first = " ".join(item.text.strip().partition("\n\n")[0].split())
    if first:
        return first if first.endswith(".") else f"{first}."
    sent = f"Sent as the {_PLACES.get(item.place)} `{item.positional}`."
    return _TEXTS.get(item.kind, sent)
