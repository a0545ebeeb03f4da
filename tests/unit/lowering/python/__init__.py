"""Tests of the lowering to the client package."""
