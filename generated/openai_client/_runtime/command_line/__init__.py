"""The command line of a client. Its commands are data of the client, not code."""
