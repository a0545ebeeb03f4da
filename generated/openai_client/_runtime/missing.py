"""Modules and names of the runtime that this client does not have, with the reasons."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

MODULES: Final[Mapping[str, str]] = {
    "callbacks": "no operation of the API has callbacks",
    "client.lifetimes": "the API has no OAuth 2.0 client credentials",
    "client.token_response": "the API has no OAuth 2.0 client credentials",
    "client.tokens": "the API has no OAuth 2.0 client credentials",
    "compatibility": "the client has a runtime that it does not share",
    "form_payloads": "no operation of the API has callbacks",
    "links": "no link of the API reads a value that a response can lack",
    "models.joined_text": "no response of the API has text in several parts",
    "models.native_types": "the setting `native_types` is empty",
    "multipart_payloads": "no operation of the API has callbacks",
    "received_types": "no operation of the API has callbacks",
    "requests.alternatives": "no argument of the API has two names",
    "requests.json_lines": "no operation of the API sends JSON Lines",
    "streaming.rules": "no setting states how a stream forms the response",
    "version": "the client has a runtime that it does not share",
    "webhooks": "the API has no webhooks",
}
"""Reasons by name of the module relative to the runtime."""

NAMES: Final[Mapping[str, str]] = {
    "JoinedText": "no response of the API has text in several parts",
    "UnixTime": "the setting `native_types` is empty",
    "either": "no argument of the API has two names",
    "linked": "no link of the API reads a value that a response can lack",
    "parse_callback": "no operation of the API has callbacks",
    "unwrap": "the API has no webhooks",
    "verify_signature": "the API has no webhooks",
    "whole_or_members": "no argument of the API has two names",
}
"""Reasons by name that the runtime, or the package of the client, would export."""

NATIVE_TYPES: Final[bool] = False
"""Whether the client reads dates and other formatted values (`models.native_types`)."""
