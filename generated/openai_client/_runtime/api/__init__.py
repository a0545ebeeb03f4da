"""Descriptions of an API and its operations, as plain data."""
