"""The document in OpenAPI's own terms: thin typed accessors over located nodes.

One dialect, that of OpenAPI 3.1 with the additions of 3.2; references are unresolved
until `Document.resolve` is asked. The key strings of OpenAPI occur here and in the
loader only.
"""
