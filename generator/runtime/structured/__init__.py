"""Types of the caller as JSON Schemas of the response, and texts that match them."""
