"""What a generated client does against a real server."""
