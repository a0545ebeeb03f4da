"""The documentation to print: a site of pages, sections and tables. Data only."""
