"""The runtime of a client: requests, responses and models. It knows no API.

Names are imported when they are first used, so that importing a client is fast.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .lazy import defer_imports as defer_imports
from .lazy import lazy_names as lazy_names
from .lazy import set_public_module as set_public_module
from .lazy import set_public_types as set_public_types

if TYPE_CHECKING:
    from .api.api import Api as Api
    from .api.api import Server as Server
    from .api.arguments import ResponseLimits as ResponseLimits
    from .api.credentials import ApiKey as ApiKey
    from .api.credentials import AsyncSecret as AsyncSecret
    from .api.credentials import AsyncSecretPair as AsyncSecretPair
    from .api.credentials import Basic as Basic
    from .api.credentials import Bearer as Bearer
    from .api.credentials import OAuth2ClientCredentials as OAuth2ClientCredentials
    from .api.credentials import Secret as Secret
    from .api.credentials import SecretPair as SecretPair
    from .api.endpoint import Endpoint as Endpoint
    from .api.options import Body as Body
    from .api.options import FileTypes as FileTypes
    from .api.options import Headers as Headers
    from .api.options import Query as Query
    from .api.options import ReceivedFile as ReceivedFile
    from .api.options import RequestOptions as RequestOptions
    from .api.options import Timeout as Timeout
    from .client.bases import AsyncPlainClient as AsyncPlainClient
    from .client.bases import AsyncPlainResource as AsyncPlainResource
    from .client.bases import PlainClient as PlainClient
    from .client.bases import PlainResource as PlainResource
    from .client.credential_option import CredentialOption as CredentialOption
    from .client.raw_resources import AsyncRawResource as AsyncRawResource
    from .client.raw_resources import AsyncResource as AsyncResource
    from .client.raw_resources import AsyncStreamingResource as AsyncStreamingResource
    from .client.raw_resources import ClientWrapper as ClientWrapper
    from .client.raw_resources import RawAttribute as RawAttribute
    from .client.raw_resources import RawResource as RawResource
    from .client.raw_resources import Resource as Resource
    from .client.raw_resources import StreamingAttribute as StreamingAttribute
    from .client.raw_resources import StreamingResource as StreamingResource
    from .client.raw_resources import async_raw_method as async_raw_method
    from .client.raw_resources import async_streaming_method as async_streaming_method
    from .client.raw_resources import lazy_wrappers as lazy_wrappers
    from .client.raw_resources import raw_method as raw_method
    from .client.raw_resources import streaming_method as streaming_method
    from .client.raw_response import APIResponse as APIResponse
    from .client.raw_response import AsyncAPIResponse as AsyncAPIResponse
    from .client.raw_response import AsyncResponseManager as AsyncResponseManager
    from .client.raw_response import ResponseManager as ResponseManager
    from .client.stream_managers import Arguments as Arguments
    from .client.stream_managers import AsyncStreamManager as AsyncStreamManager
    from .client.stream_managers import StreamManager as StreamManager
    from .client.stream_methods import async_open_stream as async_open_stream
    from .client.stream_methods import async_stream_method as async_stream_method
    from .client.stream_methods import open_stream as open_stream
    from .client.stream_methods import stream_method as stream_method
    from .client.verbs import AsyncClient as AsyncClient
    from .client.verbs import SyncClient as SyncClient
    from .deprecation import deprecated as deprecated
    from .models.base import BaseModel as BaseModel
    from .models.records import field as field
    from .pagination.pages import AsyncListPage as AsyncListPage
    from .pagination.pages import AsyncObjectPage as AsyncObjectPage
    from .pagination.pages import AsyncPage as AsyncPage
    from .pagination.pages import AsyncPaginator as AsyncPaginator
    from .pagination.pages import SyncListPage as SyncListPage
    from .pagination.pages import SyncObjectPage as SyncObjectPage
    from .pagination.pages import SyncPage as SyncPage
    from .pagination.polling import Polling as Polling
    from .requests.uploads import file_from_path as file_from_path
    from .sentinels import NOT_GIVEN as NOT_GIVEN
    from .sentinels import NotGiven as NotGiven
    from .sentinels import Omit as Omit
    from .sentinels import omit as omit
    from .streaming.downloads import AsyncBinaryResponse as AsyncBinaryResponse
    from .streaming.downloads import BinaryResponse as BinaryResponse
    from .streaming.event_streams import AsyncEventStream as AsyncEventStream
    from .streaming.event_streams import EventStream as EventStream
    from .streaming.event_streams import ResultT as ResultT
    from .streaming.events import ArgumentsDoneEvent as ArgumentsDoneEvent
    from .streaming.events import ChunkEvent as ChunkEvent
    from .streaming.events import DeltaEvent as DeltaEvent
    from .streaming.events import DoneEvent as DoneEvent
    from .streaming.events import ParsedDoneEvent as ParsedDoneEvent
    from .streaming.streams import AsyncResponseStream as AsyncResponseStream
    from .streaming.streams import AsyncStream as AsyncStream
    from .streaming.streams import ResponseStream as ResponseStream
    from .streaming.streams import Stream as Stream
    from .streaming.text_streams import AsyncTextEventStream as AsyncTextEventStream
    from .streaming.text_streams import TextEventStream as TextEventStream
    from .structured.parsing import Parsed as Parsed
    from .structured.parsing import ParsedT as ParsedT
    from .structured.parsing import ParsedType as ParsedType
    from .structured.parsing import Structured as Structured
    from .structured.tool_calls import FunctionTool as FunctionTool
    from .structured.tool_calls import ToolCall as ToolCall
    from .structured.tool_calls import Tools as Tools
    from .structured.tool_calls import ToolType as ToolType
    from .structured.tool_calls import pydantic_function_tool as pydantic_function_tool
    from .transport.connections import (
        DefaultAsyncHttpx2Client as DefaultAsyncHttpx2Client,
    )
    from .transport.connections import DefaultHttpx2Client as DefaultHttpx2Client
else:
    __getattr__ = lazy_names(
        __name__,
        {
            ".api.api": "Api Server",
            ".api.arguments": "ResponseLimits",
            ".api.credentials": (
                "ApiKey AsyncSecret AsyncSecretPair Basic Bearer "
                "OAuth2ClientCredentials Secret SecretPair"
            ),
            ".api.endpoint": "Endpoint",
            ".api.options": (
                "Body FileTypes Headers Query ReceivedFile RequestOptions Timeout"
            ),
            ".client.bases": (
                "AsyncPlainClient AsyncPlainResource PlainClient PlainResource"
            ),
            ".client.credential_option": "CredentialOption",
            ".client.raw_resources": (
                "AsyncRawResource AsyncResource AsyncStreamingResource ClientWrapper "
                "RawAttribute RawResource Resource StreamingAttribute "
                "StreamingResource async_raw_method async_streaming_method "
                "lazy_wrappers raw_method streaming_method"
            ),
            ".client.raw_response": (
                "APIResponse AsyncAPIResponse AsyncResponseManager ResponseManager"
            ),
            ".client.stream_managers": "Arguments AsyncStreamManager StreamManager",
            ".client.stream_methods": (
                "async_open_stream async_stream_method open_stream stream_method"
            ),
            ".client.verbs": "AsyncClient SyncClient",
            ".deprecation": "deprecated",
            ".lazy": "defer_imports lazy_names set_public_module set_public_types",
            ".models.base": "BaseModel",
            ".models.records": "field",
            ".pagination.pages": (
                "AsyncListPage AsyncObjectPage AsyncPage AsyncPaginator SyncListPage "
                "SyncObjectPage SyncPage"
            ),
            ".pagination.polling": "Polling",
            ".requests.uploads": "file_from_path",
            ".sentinels": "NOT_GIVEN NotGiven Omit omit",
            ".streaming.downloads": "AsyncBinaryResponse BinaryResponse",
            ".streaming.event_streams": "AsyncEventStream EventStream ResultT",
            ".streaming.events": (
                "ArgumentsDoneEvent ChunkEvent DeltaEvent DoneEvent ParsedDoneEvent"
            ),
            ".streaming.streams": (
                "AsyncResponseStream AsyncStream ResponseStream Stream"
            ),
            ".streaming.text_streams": "AsyncTextEventStream TextEventStream",
            ".structured.parsing": "Parsed ParsedT ParsedType Structured",
            ".structured.tool_calls": (
                "FunctionTool ToolCall ToolType Tools pydantic_function_tool"
            ),
            ".transport.connections": "DefaultAsyncHttpx2Client DefaultHttpx2Client",
        },
    )
