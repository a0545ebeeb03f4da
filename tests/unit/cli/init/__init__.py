"""A user's repository, and what `oasmith init` writes into it."""
