"""Pagination and polling: detection, and the settings that override it."""
