"""Files that can be trusted: written whole, owned, pruned, checked."""
