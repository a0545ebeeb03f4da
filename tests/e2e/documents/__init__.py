"""Clients of documents with an unusual feature, one module per kind of feature.

Each module defines `KIND`, a sentence about the documents, and `RESULT`, a sentence about
the client. The page `generator/docs/document-support.md` is written from them.
"""
