"""The exceptions of the client."""

from ._runtime.errors import APIConnectionError as APIConnectionError
from ._runtime.errors import APIError as APIError
from ._runtime.errors import APIResponseValidationError as APIResponseValidationError
from ._runtime.errors import APIStatusError as APIStatusError
from ._runtime.errors import APITimeoutError as APITimeoutError
from ._runtime.errors import NotFoundError as NotFoundError
from ._runtime.errors import RateLimitError as RateLimitError
