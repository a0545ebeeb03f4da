"""`oasmith init`, and the workflow of a new user."""
