"""Runtimes of clients that need only a part of it."""
