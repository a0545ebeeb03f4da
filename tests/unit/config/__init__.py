"""Settings, and messages about invalid settings."""
