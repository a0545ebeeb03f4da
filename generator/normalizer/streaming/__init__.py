"""Streaming responses: their items, stream parameter, and aggregation."""
