"""Own code of the user in the folder `ext` of a client package."""
