"""Tests of the documents in `specs/`."""
