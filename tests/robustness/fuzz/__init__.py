"""Fuzzer of the whole program, with random documents and settings.

Each case depends only on a seed and a number, so it can be repeated:
`python -m tests.robustness.fuzz --seed N --case ID`.
"""
