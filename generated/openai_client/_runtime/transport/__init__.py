"""Sending of requests: retries, redirects, logging and connections."""
