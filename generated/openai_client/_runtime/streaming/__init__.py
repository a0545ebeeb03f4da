"""Streaming: server-sent events, JSON sequences, and downloads."""
