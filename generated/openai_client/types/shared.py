"""Types of shared."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from .. import _runtime
from .._runtime import BaseModel

if TYPE_CHECKING:
    from .chat import FunctionParameters

_runtime.defer_imports(__name__)


class Error(BaseModel):
    """Details of an error."""

    type: str
    """The error type, for example `invalid_request_error`."""

    message: str
    """A human-readable error message."""

    param: str | None
    """The parameter that caused the error; null if no single parameter did."""

    code: str | None
    """A machine-readable error code; null if the error has none."""


class ErrorResponse(BaseModel):
    """The response body of a failed request."""

    error: Error
    """Details of an error."""


class FunctionObject(BaseModel):
    """The definition of a function that the model can call."""

    name: str
    """The name of the function: up to 64 letters, digits, underscores and hyphens."""

    description: str | None = None
    """A description of the function. The model uses it to decide when to call the
    function."""

    parameters: FunctionParameters | None = None
    """The parameters of a function, as a JSON Schema of type `object`. If omitted, the
    function has no parameters."""

    strict: bool | None = None
    """Whether the generated arguments must conform exactly to `parameters`. If true,
    the schema is limited to a subset of JSON Schema. Default: `False`."""


Metadata: TypeAlias = dict[str, str]
"""Up to 16 key-value pairs of custom data attached to an object.

Keys have at most 64 characters and values at most 512. The server stores the pairs
without interpreting them."""


ParallelToolCalls: TypeAlias = bool
"""Whether the model can call several tools in parallel."""


ReasoningEffort: TypeAlias = Literal[
    "none", "minimal", "low", "medium", "high", "xhigh", "max"
]
"""The amount of reasoning before the model responds. Lower effort gives faster and
cheaper responses.

The supported levels depend on the model."""


class ResponseFormatJsonObject(BaseModel):
    """Output as a JSON object of any shape."""

    type: Literal["json_object"]
    """The response format type. Always `json_object`."""


class ResponseFormatJsonSchema(BaseModel):
    """Output as JSON that conforms to a schema."""

    type: Literal["json_schema"]
    """The response format type. Always `json_schema`."""

    json_schema: ResponseFormatJsonSchemaJsonSchema
    """The schema with its name and options."""


class ResponseFormatJsonSchemaJsonSchema(BaseModel):
    """The schema with its name and options."""

    name: str
    """The name of the response format: up to 64 letters, digits, underscores and
    hyphens."""

    description: str | None = None
    """A description of the response format, used by the model to generate the
    output."""

    schema: ResponseFormatJsonSchemaSchema | None = None
    """The JSON Schema that the output conforms to."""

    strict: bool | None = None
    """Whether the output must conform exactly to the schema. If true, the schema is
    limited to a subset of JSON Schema. Default: `False`."""


ResponseFormatJsonSchemaSchema: TypeAlias = dict[str, Any]
"""The JSON Schema that the output conforms to."""


class ResponseFormatText(BaseModel):
    """Plain text output."""

    type: Literal["text"]
    """The response format type. Always `text`."""
