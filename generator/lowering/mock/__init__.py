"""Sample responses for the mock API of the client."""
