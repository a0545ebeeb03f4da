"""The fast path: what it notices, and that losing it costs nothing."""
