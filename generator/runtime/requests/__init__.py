"""Requests: arguments to method, URL, headers, and body."""
