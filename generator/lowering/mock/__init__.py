"""Lowering of operations to the example responses of the mock API."""
