"""oasmith generates a typed Python client and its reference from OpenAPI documents."""

__version__ = "0.1.0"
