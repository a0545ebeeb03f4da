"""Conversion of schemas into types and declarations."""
