"""Webhooks: their types and signatures."""
