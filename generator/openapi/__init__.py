"""Typed access to OpenAPI documents: nodes with locations, and their references.

There is one dialect, OpenAPI 3.1 with the additions of 3.2. References are resolved by
`Document.resolve` only. No other package except the loader uses the keywords of OpenAPI.
"""
