"""Documents that are changed as a whole: bundled or upgraded to another version."""
