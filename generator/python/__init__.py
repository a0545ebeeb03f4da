"""The client to print: modules, classes, fields, methods, endpoints, docstrings.

Data only. Everything that is decided about the emitted source is decided when this tree
is built; what prints it decides on line breaks alone.
"""
