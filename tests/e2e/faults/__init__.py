"""Faults of networks, servers and callers."""
