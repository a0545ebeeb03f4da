"""The printers: literals, docstrings, signatures, Markdown."""
