"""Names do not depend on other entries of a document or on their order."""
