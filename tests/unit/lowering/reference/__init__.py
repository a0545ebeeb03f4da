"""Tests of the reference: chapters, tables, samples and usage notes."""
