"""Attributes of the classes of the runtime, and of their base classes.

`pytest tests/unit/lowering/test_runtime_attributes.py --update` writes this
module. Reading the sources in each run would take a tenth of the time of all
imports.
"""

from __future__ import annotations

MODEL = frozenset(
    {
        "_base",
        "_copied_slots",
        "_copy_with",
        "_declaration",
        "_extra",
        "_items",
        "_next_call",
        "_read_only",
        "_request_id",
        "_response_info",
        "_state",
        "from_dict",
        "get_next_page",
        "has_next_page",
        "iter_pages",
        "model_construct",
        "model_copy",
        "model_dump",
        "model_dump_json",
        "model_extra",
        "model_fields_set",
        "model_validate",
        "model_validate_json",
        "next_page_info",
        "to_dict",
        "to_json",
    }
)
"""Attributes of `BaseModel` and `SyncPage` and `AsyncPage`."""

OPTIONS = frozenset(
    {
        "cross_origin_body",
        "extra_body",
        "extra_headers",
        "extra_query",
        "max_retries",
        "timeout",
        "total_timeout",
    }
)
"""Attributes of `RequestOptions`."""

CLIENT = frozenset(
    {
        "_address",
        "_api",
        "_asynchronous",
        "_base",
        "_check_http",
        "_check_url",
        "_credential_names",
        "_credentials",
        "_find_timeout",
        "_forget_token",
        "_has_own_url",
        "_headers",
        "_httpx2_timeout",
        "_limits",
        "_logger",
        "_make_http",
        "_max_retries",
        "_open_http",
        "_own_state",
        "_own_timeout",
        "_pool",
        "_prepare_calls",
        "_prepare_request",
        "_process_response",
        "_query",
        "_sends_requests",
        "_server",
        "_server_variables",
        "_set_credential",
        "_timeout",
        "_tokens",
        "_total_timeout",
        "_webhook_secret",
        "base_url",
        "close",
        "copy",
        "default_headers",
        "default_query",
        "delete",
        "get",
        "is_closed",
        "max_retries",
        "patch",
        "post",
        "put",
        "response_limits",
        "timeout",
        "total_timeout",
        "webhook_secret",
        "with_options",
    }
)
"""Attributes of `SyncClient` and `AsyncClient`."""

RESOURCE = frozenset(
    {
        "_call",
        "_client",
        "_page",
        "_poll",
        "_run",
        "_wrapper",
        "with_raw_response",
        "with_streaming_response",
    }
)
"""Attributes of `Resource` and `AsyncResource`."""
