"""Situations of networks, servers and callers, one kind in each module.

The constant `KIND` of a module names the situation, and `RESULT` says what a client does
in it. The page `generator/docs/network-behavior.md` is written from them.
"""
