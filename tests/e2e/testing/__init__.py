"""The mock that every client brings for the tests of its callers."""
