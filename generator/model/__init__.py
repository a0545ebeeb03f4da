"""The intermediate model: what an API means, in terms of no language and no document.

Data only: frozen dataclasses with tuples, in closed unions. Every node knows the place
of the document that it came from.
"""
