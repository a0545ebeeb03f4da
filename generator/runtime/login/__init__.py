"""Access tokens that a user grants in a browser (OAuth 2.0)."""
