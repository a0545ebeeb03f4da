"""Tests of the typed access to OpenAPI documents."""
