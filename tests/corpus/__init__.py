"""The corpus: published documents, with checks of the generated clients."""
