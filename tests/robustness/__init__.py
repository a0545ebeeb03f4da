"""Tests with hostile, very large, invalid and randomly changed documents."""
