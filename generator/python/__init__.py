"""Tree of the client package: modules, classes, fields, methods, endpoints, docstrings.

It is data only. Lowering decides what the emitted source contains; rendering decides only
where lines break.
"""
