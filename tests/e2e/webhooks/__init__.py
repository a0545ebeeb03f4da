"""Requests that an API makes: their types, their signatures."""
