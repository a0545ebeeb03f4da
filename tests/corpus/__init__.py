"""The corpus: real documents of other people, generated from and judged."""
