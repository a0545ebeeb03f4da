"""Conversion of paths, operations, security schemes and webhooks."""
