"""Clients and resources."""
