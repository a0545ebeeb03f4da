"""A mock API for the tests of callers."""
