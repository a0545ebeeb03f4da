"""Exit codes of commands that did not get a response."""

from typing import Final

USAGE: Final = 2
"""Exit code of a command that cannot be understood."""
INTERRUPTED: Final = 130
"""Exit code after SIGINT."""
CLOSED: Final = 141
"""Exit code after the reader of a pipe has closed it, as for SIGPIPE."""
