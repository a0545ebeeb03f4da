"""The reference as a static site of HTML pages."""
