"""Keywords of the standards with their cases, and the suites that others publish."""
