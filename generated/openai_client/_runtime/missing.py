"""Modules and names of the runtime that this client does not have, with the reasons."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

MODULES: Final[Mapping[str, str]] = {
    module: reason
    for reason, modules in {
        "no type of the API is a tuple": "models.tuples",
        "no operation of the API sends a form": "requests.forms",
        "no operation of the API returns several media types": """responses.representations""",
        "no server of the API has variables": "api.server_variables",
        "no response of the API is a stream of parts": """streaming.part_decoder
        streaming.parts""",
        "no setting states how a stream forms the response": "streaming.rules",
        "the API has no OAuth 2.0 client credentials": "client.tokens",
        "no operation of the API sends JSON Lines": "requests.json_lines",
        "no argument of the API can be passed in place of others": """requests.alternatives""",
        "no link of the API reads a value that a response can lack": "links",
        "no operation of the API has callbacks": "callbacks",
        "the API has no webhooks": "webhooks",
        "no response of the API has text in several parts": "models.joined_text",
        "no string of a response contains JSON or encoded bytes": """models.encoded_content""",
        "the setting `native_types` is empty": "models.native_types",
        "the client has a runtime that it does not share": "compatibility",
    }.items()
    for module in modules.split()
}
"""Reasons by name of the module relative to the runtime."""

NAMES: Final[Mapping[str, str]] = {
    name: reason
    for reason, names in {
        "no response of the API is a stream of parts": "ReceivedPart",
        "no argument of the API can be passed in place of others": """either select_body
        whole_or_members""",
        "no link of the API reads a value that a response can lack": "linked",
        "no operation of the API has callbacks": "parse_callback",
        "the API has no webhooks": "unwrap verify_signature",
        "no response of the API has text in several parts": "JoinedText",
        "no string of a response contains JSON or encoded bytes": "decode_content",
        "the setting `native_types` is empty": "UnixTime",
    }.items()
    for name in names.split()
}
"""Reasons by name that the runtime, or the package of the client, would export."""

ATTRIBUTES: Final[Mapping[str, str]] = {}
"""Reasons by name of attributes that clients and resources would have."""

NATIVE_TYPES: Final[bool] = False
"""Whether the client reads dates and other formatted values (`models.native_types`)."""
