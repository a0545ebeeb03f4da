"""The runtime of a client: requests, answers, views. It knows no API.

Names are loaded at their first use, so that importing a client costs what it uses.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .lazy import lazy_names

if TYPE_CHECKING:
    from .api import Api as Api
    from .api import Server as Server
    from .async_client import AsyncClient as AsyncClient
    from .binary import AsyncBinaryResponse as AsyncBinaryResponse
    from .binary import BinaryResponse as BinaryResponse
    from .client import SyncClient as SyncClient
    from .credentials import ApiKey as ApiKey
    from .credentials import AsyncSecret as AsyncSecret
    from .credentials import AsyncSecretPair as AsyncSecretPair
    from .credentials import Basic as Basic
    from .credentials import Bearer as Bearer
    from .credentials import OAuth2ClientCredentials as OAuth2ClientCredentials
    from .credentials import Secret as Secret
    from .credentials import SecretPair as SecretPair
    from .endpoint import Endpoint as Endpoint
    from .options import Body as Body
    from .options import FileTypes as FileTypes
    from .options import Headers as Headers
    from .options import Query as Query
    from .options import RequestOptions as RequestOptions
    from .options import Timeout as Timeout
    from .pages import AsyncListPage as AsyncListPage
    from .pages import AsyncPage as AsyncPage
    from .pages import AsyncPaginator as AsyncPaginator
    from .pages import SyncListPage as SyncListPage
    from .pages import SyncPage as SyncPage
    from .raw_resources import AsyncRawResource as AsyncRawResource
    from .raw_resources import AsyncStreamingResource as AsyncStreamingResource
    from .raw_resources import RawResource as RawResource
    from .raw_resources import StreamingResource as StreamingResource
    from .raw_resources import async_raw as async_raw
    from .raw_resources import async_streaming as async_streaming
    from .raw_resources import raw as raw
    from .raw_resources import streaming as streaming
    from .raw_answers import APIResponse as APIResponse
    from .raw_answers import AsyncAPIResponse as AsyncAPIResponse
    from .raw_answers import AsyncResponseManager as AsyncResponseManager
    from .raw_answers import ResponseManager as ResponseManager
    from .resource import AsyncResource as AsyncResource
    from .resource import Resource as Resource
    from .sentinels import Omit as Omit
    from .sentinels import omit as omit
    from .streams import AnswerStream as AnswerStream
    from .streams import AsyncAnswerStream as AsyncAnswerStream
    from .streams import AsyncStream as AsyncStream
    from .streams import Stream as Stream
    from .waiting import Wait as Wait
    from .webhooks import unwrap as unwrap
    from .webhooks import verify_signature as verify_signature
    from .views import BaseModel as BaseModel
    from .views import field as field
else:
    __getattr__ = lazy_names(
        __name__,
        {
            ".api": ("Api", "Server"),
            ".async_client": ("AsyncClient",),
            ".binary": ("AsyncBinaryResponse", "BinaryResponse"),
            ".client": ("SyncClient",),
            ".credentials": (
                "ApiKey",
                "AsyncSecret",
                "AsyncSecretPair",
                "Basic",
                "Bearer",
                "OAuth2ClientCredentials",
                "Secret",
                "SecretPair",
            ),
            ".endpoint": ("Endpoint",),
            ".options": (
                "Body",
                "FileTypes",
                "Headers",
                "Query",
                "RequestOptions",
                "Timeout",
            ),
            ".pages": (
                "AsyncListPage",
                "AsyncPage",
                "AsyncPaginator",
                "SyncListPage",
                "SyncPage",
            ),
            ".raw_resources": (
                "AsyncRawResource",
                "AsyncStreamingResource",
                "RawResource",
                "StreamingResource",
                "async_raw",
                "async_streaming",
                "raw",
                "streaming",
            ),
            ".raw_answers": (
                "APIResponse",
                "AsyncAPIResponse",
                "AsyncResponseManager",
                "ResponseManager",
            ),
            ".resource": ("AsyncResource", "Resource"),
            ".sentinels": ("Omit", "omit"),
            ".streams": (
                "AnswerStream",
                "AsyncAnswerStream",
                "AsyncStream",
                "Stream",
            ),
            ".waiting": ("Wait",),
            ".webhooks": ("unwrap", "verify_signature"),
            ".views": ("BaseModel", "field"),
        },
    )

__all__ = [
    "AnswerStream",
    "Api",
    "ApiKey",
    "APIResponse",
    "AsyncAnswerStream",
    "AsyncAPIResponse",
    "AsyncBinaryResponse",
    "AsyncClient",
    "AsyncListPage",
    "AsyncPage",
    "AsyncPaginator",
    "AsyncRawResource",
    "AsyncResource",
    "AsyncResponseManager",
    "AsyncSecret",
    "AsyncSecretPair",
    "AsyncStream",
    "AsyncStreamingResource",
    "BaseModel",
    "Basic",
    "Bearer",
    "BinaryResponse",
    "Body",
    "Endpoint",
    "FileTypes",
    "Headers",
    "OAuth2ClientCredentials",
    "Omit",
    "Query",
    "RawResource",
    "RequestOptions",
    "Resource",
    "ResponseManager",
    "Secret",
    "SecretPair",
    "Server",
    "Stream",
    "StreamingResource",
    "SyncClient",
    "SyncListPage",
    "SyncPage",
    "Timeout",
    "Wait",
    "async_raw",
    "async_streaming",
    "field",
    "lazy_names",
    "omit",
    "raw",
    "streaming",
    "unwrap",
    "verify_signature",
]
