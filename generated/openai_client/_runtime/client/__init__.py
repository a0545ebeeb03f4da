"""Clients, resources and raw responses."""
