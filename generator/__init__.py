"""oasmith: OpenAPI documents in, a typed Python client and its reference out."""

__version__ = "0.1.0"
