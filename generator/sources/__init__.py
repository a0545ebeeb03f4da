"""Documents that settings pin by URL, and their updates."""
