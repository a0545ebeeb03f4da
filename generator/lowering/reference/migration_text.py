"""Text of the page for users of another SDK."""

from __future__ import annotations

CALLS = (
    "Path parameters are positional or keyword arguments; all other parameters are "
    "keyword arguments. Responses are plain objects instead of pydantic models: they are "
    "not validated, and keep unknown fields. `to_dict()` returns the JSON as it was "
    "received. Responses can be passed as arguments of other calls."
)
PACKAGE = (
    "The arguments of the client are attributes of the package. They apply to its default "
    "client, which is created when the first call is made."
)
CLIENT = (
    "The HTTP library is httpx2: the argument `http_client` is an `httpx2.Client`. "
    "Requests are retried twice by default, and the delay that the server requests is "
    "respected. Every method accepts `timeout`, `max_retries`, `extra_headers`, "
    "`extra_query` and `extra_body`."
)
ERRORS = (
    "The exceptions are in the module `errors`, with the names that other SDKs use. Their "
    "common base class is `APIError`, which the package also exports as `{}`."
)
TYPES = (
    "All types are in the module `types`, with the names from the OpenAPI document. "
    "Objects in requests are typed dictionaries, whose names end with `Param` where the "
    "response has another type."
)
RAW = (
    "A raw response gives access to the status code, the headers and the body. "
    "`client.with_raw_response` and `client.with_streaming_response` have all resources, too."
)
LISTS = (
    "Iterate over the call to read the items of all pages. A single page has the fields "
    "of the response."
)
STREAMS = (
    "A stream is closed after its last event, or at the end of a `with` statement. Where "
    "the document describes it, `final()` returns the complete response."
)
EVENTS = (
    "Methods for `with` send the request when the block is entered, and yield typed events. "
    "`final()` reads the rest and returns the complete response."
)
UPLOADS = "A file is a path, `bytes`, an open binary file, or a tuple with its name."
DOWNLOADS = "The body is read on request."
UNDOCUMENTED = "Endpoints without a method are called by their path."
