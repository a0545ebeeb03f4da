"""Parameters of shared."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Literal, Required, TypeAlias

from typing_extensions import TypedDict

from .. import _runtime

if TYPE_CHECKING:
    from .chat_params import FunctionParametersParam
    from .shared import ResponseFormatJsonSchemaJsonSchema

_runtime.defer_imports(__name__)


class FunctionObjectParam(TypedDict, total=False):
    """The definition of a function that the model can call."""

    description: str
    """A description of the function. The model uses it to decide when to call the
    function."""

    name: Required[str]
    """The name of the function: up to 64 letters, digits, underscores and hyphens."""

    parameters: FunctionParametersParam
    """The parameters of a function, as a JSON Schema of type `object`. If omitted, the
    function has no parameters."""

    strict: bool | None
    """Whether the generated arguments must conform exactly to `parameters`. If true,
    the schema is limited to a subset of JSON Schema. Default: `False`."""


MetadataParam: TypeAlias = Mapping[str, str]
"""Up to 16 key-value pairs of custom data attached to an object.

Keys have at most 64 characters and values at most 512. The server stores the pairs
without interpreting them."""


class ResponseFormatJsonObjectParam(TypedDict):
    """Output as a JSON object of any shape."""

    type: Literal["json_object"]
    """The response format type. Always `json_object`."""


class ResponseFormatJsonSchemaJsonSchemaParam(TypedDict, total=False):
    """The schema with its name and options."""

    description: str
    """A description of the response format, used by the model to generate the
    output."""

    name: Required[str]
    """The name of the response format: up to 64 letters, digits, underscores and
    hyphens."""

    schema: ResponseFormatJsonSchemaSchemaParam
    """The JSON Schema that the output conforms to."""

    strict: bool | None
    """Whether the output must conform exactly to the schema. If true, the schema is
    limited to a subset of JSON Schema. Default: `False`."""


class ResponseFormatJsonSchemaParam(TypedDict):
    """Output as JSON that conforms to a schema."""

    type: Literal["json_schema"]
    """The response format type. Always `json_schema`."""

    json_schema: (
        ResponseFormatJsonSchemaJsonSchema | ResponseFormatJsonSchemaJsonSchemaParam
    )
    """The schema with its name and options."""


ResponseFormatJsonSchemaSchemaParam: TypeAlias = Mapping[str, object]
"""The JSON Schema that the output conforms to."""


class ResponseFormatTextParam(TypedDict):
    """Plain text output."""

    type: Literal["text"]
    """The response format type. Always `text`."""


StopConfigurationParam: TypeAlias = str | Sequence[str]
"""Up to four strings at which generation stops. The stop sequence is not included in
the returned text.

Not supported by reasoning models."""
