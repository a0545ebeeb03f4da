"""The exceptions of the client."""

from ._runtime.responses.errors import APIConnectionError as APIConnectionError
from ._runtime.responses.errors import APIError as APIError
from ._runtime.responses.errors import (
    APIResponseValidationError as APIResponseValidationError,
)
from ._runtime.responses.errors import APIStatusError as APIStatusError
from ._runtime.responses.errors import APITimeoutError as APITimeoutError
from ._runtime.responses.errors import NotFoundError as NotFoundError
from ._runtime.responses.errors import RateLimitError as RateLimitError
