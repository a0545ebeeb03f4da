"""Schemas: JSON Schema to the types and declarations of the model."""
