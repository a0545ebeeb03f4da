"""Polling of long-running operations."""
