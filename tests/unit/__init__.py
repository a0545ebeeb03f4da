"""Tests of the packages of the generator, one folder each."""
