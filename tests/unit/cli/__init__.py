"""The commands: exit codes, messages and written files."""
