"""The reference documentation as data: a site of pages, sections and tables."""
