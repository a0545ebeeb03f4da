"""Parts of the runtime that not every client has."""

from __future__ import annotations

from enum import Enum


class Feature(Enum):
    """A part of the runtime that not every client needs; the value is why one lacks it.

    If several features have a module, the first one states why it is missing.
    """

    UNIONS = "no type of the API is a union of several objects or arrays"
    TUPLES = "no type of the API is a tuple"
    STYLES = "all parameters of the API have the default style"
    UPLOADS = "no operation of the API sends a file or text"
    FORMS = "no operation of the API sends a form"
    DOWNLOADS = "no operation of the API returns a file"
    REPRESENTATIONS = "no operation of the API returns several media types"
    CREDENTIALS = "the API has no credentials"
    SERVER_VARIABLES = "no server of the API has variables"
    STREAMING = "no operation of the API streams"
    MULTIPART_STREAMS = "no response of the API is a stream of parts"
    EVENT_STREAMS = "no stream of the API has typed events that form a response"
    ACCUMULATION_RULES = "no setting states how a stream forms the response"
    PAGINATION = "no operation of the API returns pages"
    POLLING = "no operation of the API is polled"
    TOKENS = "the API has no OAuth 2.0 client credentials"
    MULTIPART = "no operation of the API sends a multipart body"
    JSON_LINES = "no operation of the API sends JSON Lines"
    STRUCTURED = "no operation of the API has structured output"
    ALTERNATIVES = "no argument of the API can be passed in place of others"
    LINKS = "no link of the API reads a value that a response can lack"
    CALLBACKS = "no operation of the API has callbacks"
    WEBHOOKS = "the API has no webhooks"
    JOINED_TEXT = "no response of the API has text in several parts"
    ENCODED_CONTENT = "no string of a response contains JSON or encoded bytes"
    DEPRECATION = "no operation of the API is deprecated"
    LOGIN = "no security scheme of the API has a flow with the consent of a user"
    NATIVE_TYPES = "the setting `native_types` is empty"
    SHARED = "the client has a runtime that it does not share"
    TESTING = "the setting `testing` is false"
    COMMAND_LINE = "the setting `command_line` is false"


class Convenience(Enum):
    """A part of the runtime that `runtime = "minimal"` leaves out; the value is the reason."""

    RAW_RESPONSES = 'the setting `runtime = "minimal"` leaves out raw responses'
    UNTYPED_CALLS = (
        'the setting `runtime = "minimal"` leaves out calls of undocumented paths'
    )
    DEFAULT_CLIENT = 'the setting `runtime = "minimal"` leaves out the default client'
    PYDANTIC = 'the setting `runtime = "minimal"` leaves out support of pydantic'
