"""Waiting for what takes its time."""
