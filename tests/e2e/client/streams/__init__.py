"""Streaming responses of a generated client."""
