"""The mock API of a client."""
