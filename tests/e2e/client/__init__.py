"""Generated clients against a real server."""
