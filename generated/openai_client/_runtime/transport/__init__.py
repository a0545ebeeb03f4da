"""Transport: sending, retries, redirects, and logging."""
