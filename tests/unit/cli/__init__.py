"""The commands: exit codes, messages, and what they leave on disk."""
