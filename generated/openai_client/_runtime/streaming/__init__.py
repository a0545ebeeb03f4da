"""Streams, downloads and the decoders of their bodies."""
