"""Responses: body to value, status code to exception."""
