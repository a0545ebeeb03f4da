"""A fuzzer of the whole program: documents and settings in, a judged client out.

Each case is made from a seed and a number alone, so it can be replayed:
`python -m tests.robustness.fuzz --seed N --case ID`.
"""
