"""The resources of OpenAI API."""
