"""The reference: its chapters, objects and tables."""
