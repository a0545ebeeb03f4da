"""A mock of the API for the tests of callers."""
