"""Python source: layout, docstrings, and the files of the client."""
