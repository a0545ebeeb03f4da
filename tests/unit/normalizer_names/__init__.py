"""Tests of the names of operations."""
