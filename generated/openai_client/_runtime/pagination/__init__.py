"""Pagination and polling."""
